// The scales of the initial distributions, for shapes where they are round numbers.
#include <hello_dl/nn/initialise.hpp>

#include <hello_dl/nn/conv2d.hpp>
#include <hello_dl/nn/embedding.hpp>
#include <hello_dl/nn/gru_cell.hpp>
#include <hello_dl/nn/linear.hpp>
#include <hello_dl/nn/lstm_cell.hpp>
#include <hello_dl/nn/multi_head_attention.hpp>

namespace {

namespace dl = hello_dl;
namespace init = hello_dl::init;

template <class Initialise, dl::extent... Extents>
constexpr dl::distribution of = Initialise::template of<dl::shape<Extents...>>();

constexpr dl::distribution constant(double value) { return {dl::distribution::kind::constant, value}; }
constexpr dl::distribution uniform(double bound) { return {dl::distribution::kind::uniform, bound}; }
constexpr dl::distribution normal(double deviation) { return {dl::distribution::kind::normal, deviation}; }

static_assert(of<init::zeros, 3> == constant(0) && of<init::ones, 3> == constant(1));

static_assert(of<init::standard_normal, 3, 5> == normal(1));

// 1 / sqrt(fan-in): 16 features; 4 channels of 2 x 2; as told.
static_assert(of<init::fan_in_uniform<>, 7, 16> == uniform(0.25));
static_assert(of<init::fan_in_uniform<>, 7, 4, 2, 2> == uniform(0.25));
static_assert(of<init::fan_in_uniform<25>, 7> == uniform(0.2));

// sqrt(2 / fan-in) and sqrt(6 / fan-in).
static_assert(of<init::kaiming_normal, 7, 8> == normal(0.5));
static_assert(of<init::kaiming_normal, 7, 2, 2, 2> == normal(0.5));
static_assert(of<init::kaiming_uniform, 7, 6> == uniform(1));

// sqrt(2 / (fan-in + fan-out)) and sqrt(6 / (fan-in + fan-out)); each channel of 2 x 2 counts 4.
static_assert(of<init::xavier_normal, 3, 5> == normal(0.5));
static_assert(of<init::xavier_normal, 1, 1, 2, 2> == normal(0.5));
static_assert(of<init::xavier_uniform, 2, 4> == uniform(1));

// Layers fill weight and bias within 1 / sqrt(fan-in of the weight), unless told otherwise.
template <class Parameter>
constexpr dl::distribution initial = Parameter::initial;
static_assert(initial<decltype(dl::nn::linear<16, 3>::weight)> == uniform(0.25));
static_assert(initial<decltype(dl::nn::linear<16, 3>::bias)> == uniform(0.25));
static_assert(initial<decltype(dl::nn::conv2d<4, 3, 2>::weight)> == uniform(0.25));
static_assert(initial<decltype(dl::nn::conv2d<4, 3, 2>::bias)> == uniform(0.25));
static_assert(initial<decltype(dl::nn::linear<8, 3, init::kaiming_normal>::weight)> == normal(0.5));
static_assert(initial<decltype(dl::nn::embedding<5, 3>::weight)> == normal(1));
static_assert(initial<decltype(dl::nn::gru_cell<5, 16>::weight_ih)> == uniform(0.25));
static_assert(initial<decltype(dl::nn::lstm_cell<5, 16>::bias_hh)> == uniform(0.25));

// Attention: Glorot's for the [18, 6] of queries, keys and values; biases are zeros.
static_assert(initial<decltype(dl::nn::multi_head_attention<6, 3>::in_proj_weight)> == uniform(0.5));
static_assert(initial<decltype(dl::nn::multi_head_attention<6, 3>::in_proj_bias)> == constant(0));
using projection = decltype(dl::nn::multi_head_attention<16, 4>::out_proj);
static_assert(initial<decltype(projection::weight)> == uniform(0.25) && initial<decltype(projection::bias)> == constant(0));

static_assert(initial<dl::parameter<dl::shape<3>>> == constant(0));

}  // namespace

// The table of a model's layers, counted by hand.
#include <hello_dl/hello_dl.hpp>
#include <hello_dl/runtime/summary.hpp>

namespace {

namespace dl = hello_dl;

struct block {
  dl::nn::linear<4, 4> inner;
  constexpr auto operator()(const auto& x) const { return x + relu(inner(x)); }
};
struct network {
  dl::nn::linear<3, 4> first;
  std::array<block, 2> blocks;
  dl::parameter<dl::shape<1>> scale;

  constexpr auto operator()(const auto& x) const { return dl::sum<1>(blocks[1](blocks[0](relu(first(x))))) * scale; }
};

// Two samples. A layer of 4 x 4: 2 * 2 * 4 * 4 for the product, 8 to add the bias, 8 for relu, 8 to add x.
//[summary
static_assert(dl::summary<network, dl::real_input<2, 3>>() ==
              "layer           result  parameters  FLOPs  operations\n"
              "first           [2, 4]          16     64  matmul, add, relu\n"
              "blocks.0.inner  [2, 4]          20     88  matmul, add, relu\n"
              "blocks.1.inner  [2]             20     96  matmul, add, relu, sum\n"
              "(model)         [2]              1      2  multiply\n"
              "total                           57    250  one forward run of 2 samples\n"
              "inference: 250 FLOPs, intermediate results in 192 bytes\n");
//]

struct squares {
  constexpr auto operator()(const auto& model, const auto& x) const { return sum(model(x) * model(x)); }
};
using trainer = dl::trainer<network, squares, dl::chunk<dl::real_input<2, 3>>, dl::sgd>;
static_assert(dl::summary<trainer>().substr(0, 300) == dl::summary<network, dl::real_input<2, 3>>().substr(0, 300));
static_assert(dl::summary<trainer>().find("\ntraining step: ") != std::string_view::npos);

// Running statistics are not learned. Two images of 9 pixels and 2 channels: 72 to convolve with one pixel,
// 72 to scale and shift, 2 * 5 for the scale and the shift of each channel.
struct normalised {
  dl::nn::conv2d_no_bias<1, 2, 1> conv;
  dl::nn::batch_norm2d<2> norm;
  constexpr auto operator()(const auto& x) const { return norm(conv(x)); }
};
static_assert(dl::summary<normalised, dl::real_input<2, 1, 3, 3>>() ==
              "layer  result        parameters  FLOPs  operations\n"
              "conv   [2, 2, 3, 3]           2     72  conv2d\n"
              "norm   [2, 2, 3, 3]           4     82  multiply, add\n"
              "total                         6    154  one forward run of 2 samples\n"
              "inference: 154 FLOPs, intermediate results in 520 bytes\n");

// In elements of double, the memory is twice as large; one sample is one sample.
static_assert(dl::summary<network, dl::real_input<1, 3>, double>().find("one forward run of 1 sample\n") !=
              std::string_view::npos);

}  // namespace

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

// In elements of double, the memory is twice as large; one sample is one sample.
static_assert(dl::summary<network, dl::real_input<1, 3>, double>().find("one forward run of 1 sample\n") !=
              std::string_view::npos);

}  // namespace

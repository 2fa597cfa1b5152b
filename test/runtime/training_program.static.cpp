// What a training step costs, counted by hand: forward, and backward to the parameters alone.
#include <hello_dl/runtime/training_program.hpp>

#include <hello_dl/nn/conv2d.hpp>
#include <hello_dl/nn/linear.hpp>

namespace {

namespace dl = hello_dl;

/// sum(u * model(x)): the gradient that flows into the model is u itself.
struct weighted_sum {
  constexpr auto operator()(const auto& model, const auto& x, const auto& u) const { return sum(u * model(x)); }
};

// linear, [4, 6] to [4, 3]. Forward: 2 * 4 * 3 * 6 for the product; 12 each for the bias, u and the sum.
// Backward: 2 * 3 * 6 * 4 for the weight, 12 additions for the bias, nothing for x.
constexpr auto& linear = dl::training_program<dl::nn::linear<6, 3>, weighted_sum, dl::real_input<4, 6>, dl::real_input<4, 3>>::table;
static_assert(linear.flops == 144 + 12 + 12 + 12 + 144 + 12);
static_assert(linear.parameter_count == 6 * 3 + 3);

// conv2d, [2, 1, 5, 5] to [2, 2, 3, 3], 36 elements of 9 taps each, there and back.
constexpr auto& conv2d = dl::training_program<dl::nn::conv2d<1, 2, 3>, weighted_sum, dl::real_input<2, 1, 5, 5>, dl::real_input<2, 2, 3, 3>>::table;
static_assert(conv2d.flops == 2 * 36 * 9 + 36 + 36 + 36 + 2 * 36 * 9 + 36);
static_assert(conv2d.parameter_count == 2 * 9 + 2);

// Slot 0 is the loss; slot 1 the gradients, laid out like the parameters; then what else was returned.
struct with_results {
  constexpr auto operator()(const auto& model, const auto& x) const {
    const auto y = model(x);
    return std::tuple{sum(y), y, y * 2};
  }
};
constexpr auto& results = dl::training_program<dl::nn::linear<6, 3>, with_results, dl::real_input<4, 6>>::table;
static_assert(results.sizes.outputs == 1 + 2 + 2);

constexpr bool output_is(int number, int slot, dl::extent offset, const dl::dims& shape) {
  const auto& wanted = results.outputs[number];
  return wanted.slot == slot && wanted.offset == offset && results.nodes[wanted.node].shape == shape;
}
static_assert(output_is(0, 0, 0, {}));
static_assert(output_is(1, 1, 0, dl::dims{3, 6}) && output_is(2, 1, 18, dl::dims{3}));
static_assert(output_is(3, 2, 0, dl::dims{4, 3}) && output_is(4, 3, 0, dl::dims{4, 3}));

}  // namespace

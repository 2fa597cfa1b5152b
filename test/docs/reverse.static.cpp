// docs/tutorial/3-reverse-mode-is-a-graph.md: one walk, by hand and by the library, and what it costs
#include <hello_dl/hello_dl.hpp>

#include <array>

namespace {

namespace dl = hello_dl;

//[by_hand
/// The derivatives of (w x + b)^2 + w^2 with respect to w, x and b.
constexpr std::array<double, 3> by_hand(double w, double x, double b) {
  const double product = w * x;  // forward
  const double error = product + b;
  // square = error * error; size = w * w; loss = square + size

  const double d_loss = 1;  // and back
  const double d_square = d_loss, d_size = d_loss;
  const double d_error = d_square * error + d_square * error;  // square uses it twice
  const double d_product = d_error, d_b = d_error;
  const double d_x = d_product * w;
  const double d_w = d_product * x + d_size * w + d_size * w;  // product uses it once, size twice
  return {d_w, d_x, d_b};
}
static_assert(by_hand(2, 3, -1) == std::array{34.0, 20.0, 10.0});
//]

//[library
constexpr auto loss = [](auto w, auto x, auto b) {
  const auto error = w * x + b;
  return error * error + w * w;
};
constexpr auto gradient = dl::gradient(loss);
static_assert(gradient(2, 3, -1) == std::tuple{34, 20, 10});
//]

//[printed
static_assert(dl::text(gradient) ==  // x, y, z are the arguments w, x, b
              "2 * x + 2 * (x * y + z) * y\n"
              "2 * (x * y + z) * x\n"
              "2 * (x * y + z)");
//]

//[again
static_assert(dl::text(dl::derivative(dl::derivative(loss))) == "2 + 2 * y * y");
//]

//[passes
constexpr auto f = [](auto x) { return log(sum(exp(x * x))); };
using x_shape = dl::shape<100>;
static_assert(dl::flops<x_shape>(f) == 301);
static_assert(dl::flops<x_shape>(dl::gradient(f)) == 601);      // reverse: all 100 derivatives
static_assert(dl::flops<x_shape, x_shape>(dl::jvp(f)) == 602);  // forward: one derivative
//]

//[second
static_assert(dl::flops<x_shape, x_shape>(dl::vjp(dl::gradient(f))) == 1'605);
//]

//[deep
template <int Layers>
struct deep {
  std::array<dl::nn::linear<16, 16>, Layers> layers;

  constexpr auto operator()(auto x) const {
    for (const auto& layer : layers) x = tanh(layer(x));
    return x;
  }
};

struct mean_square {
  constexpr auto operator()(const auto& model, const auto& x, const auto& target) const {
    return dl::mse_loss(model(x), target);
  }
};

using values = dl::real_input<32, 16>;  // a chunk of 32 samples, and what each layer gives
template <int Layers>
constexpr auto& answer = dl::inference_program<deep<Layers>, values>::table;
template <int Layers>
constexpr auto& training = dl::training_program<deep<Layers>, mean_square, values, values>::table;
//]

//[flops
static_assert(dl::parameter_count<deep<6>>() == 1'632);
static_assert(training<6>.flops < 3 * answer<6>.flops);
//]

//[memory
constexpr dl::extent layer = 32 * 16;  // the numbers that one layer gives
static_assert(answer<3>.arena_size == 2 * layer);
static_assert(answer<6>.arena_size == 2 * layer);
static_assert(training<6>.arena_size - training<3>.arena_size == 3 * 2 * layer);
//]

}  // namespace

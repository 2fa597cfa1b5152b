/// Trains a network like `letters`, but TIMES as deep: 2 * TIMES convolutions and 2 * TIMES linear layers. Each layer is WIDER than
/// the one before; with WIDER = 0 their shapes repeat, as in most deep networks, and so do their kernels.
#include <hello_dl/hello_dl.hpp>

namespace dl = hello_dl;

inline constexpr dl::conv2d_options padded{.padding = 1};

template <dl::extent In, dl::extent Out>
using convolution = dl::nn::conv2d<In, Out, 3, padded>;
template <dl::extent In, dl::extent Out>
using linear = dl::nn::linear<In, Out>;

/// Times layers, each followed by relu.
template <template <dl::extent, dl::extent> class Layer, dl::extent In, dl::extent Out, int Times>
struct stack {
  static constexpr dl::extent width = Out + (Times - 1) * WIDER;
  Layer<In, Out> first;
  stack<Layer, Out, Out + WIDER, Times - 1> rest;
  constexpr auto operator()(const auto& x) const { return rest(relu(first(x))); }
};
template <template <dl::extent, dl::extent> class Layer, dl::extent In, dl::extent Out>
struct stack<Layer, In, Out, 1> {
  static constexpr dl::extent width = Out;
  Layer<In, Out> first;
  constexpr auto operator()(const auto& x) const { return relu(first(x)); }
};

struct network {
  using fine = stack<convolution, 1, 16, TIMES>;
  using coarse = stack<convolution, fine::width, 32, TIMES>;
  using dense = stack<linear, coarse::width * 7 * 7, 128, 2 * TIMES - 1>;

  fine strokes;
  coarse shapes;
  dense hidden;
  dl::nn::linear<dense::width, 26> out;

  constexpr auto operator()(const auto& images) const {
    return out(hidden(flatten(dl::max_pool2d<2>(shapes(dl::max_pool2d<2>(strokes(images)))))));
  }
};

struct objective {
  constexpr auto operator()(const network& model, const auto& images, const auto& labels) const {
    return cross_entropy(model(images), labels);
  }
};

using trainer = dl::trainer<network, objective, dl::chunk<dl::real_input<16, 1, 28, 28>, dl::index_input<16>>, dl::adam>;

float train(std::span<const float> images, std::span<const std::int32_t> labels) {
  return trainer{1, dl::adam{}, 64}.step(images, labels);
}

#pragma once
/// The networks that all peers train (peers/models.h), as models of this library.

#include <hello_dl/hello_dl.hpp>

namespace bench {
namespace dl = hello_dl;

/// 16-16-16-4: nothing to compute, the pure cost of a step.
struct m0 {
  dl::nn::linear<16, 16> first, second;
  dl::nn::linear<16, 4> out;
  constexpr auto operator()(const auto& x) const { return out(relu(second(relu(first(x))))); }
};

/// A multi-layer perceptron.
struct m1 {
  dl::nn::linear<784, 128> first;
  dl::nn::linear<128, 64> second;
  dl::nn::linear<64, 26> out;
  constexpr auto operator()(const auto& x) const { return out(relu(second(relu(first(x))))); }
};

/// Like LeNet.
struct m2 {
  dl::nn::conv2d<1, 16, 3> conv1;
  dl::nn::conv2d<16, 32, 3> conv2;
  dl::nn::linear<800, 128> hidden;
  dl::nn::linear<128, 26> out;
  constexpr auto operator()(const auto& x) const {
    const auto strokes = relu(dl::max_pool2d<2>(conv1(x)));
    const auto shapes = relu(dl::max_pool2d<2>(conv2(strokes)));
    return out(relu(hidden(flatten(shapes))));
  }
};

inline constexpr dl::pool2d_options rounding_up{.ceil_mode = true};

/// Three convolutions with GELU in its tanh form.
struct m3 {
  dl::nn::conv2d<1, 32, 3> conv1;
  dl::nn::conv2d<32, 64, 3> conv2;
  dl::nn::conv2d<64, 128, 3> conv3;
  dl::nn::linear<512, 64> hidden;
  dl::nn::linear<64, 26> out;
  constexpr auto operator()(const auto& x) const {
    const auto a = gelu_tanh(dl::max_pool2d<2, rounding_up>(conv1(x)));
    const auto b = gelu_tanh(dl::max_pool2d<2, rounding_up>(conv2(a)));
    const auto c = gelu_tanh(dl::max_pool2d<2, rounding_up>(conv3(b)));
    return out(gelu_tanh(hidden(flatten(c))));
  }
};

/// The network of berthubert/hello-dl, without its dropout: nothing after the poolings, exact GELU.
struct m3h {
  dl::nn::conv2d<1, 32, 3> conv1;
  dl::nn::conv2d<32, 64, 3> conv2;
  dl::nn::conv2d<64, 128, 3> conv3;
  dl::nn::linear<512, 64> first;
  dl::nn::linear<64, 128> second;
  dl::nn::linear<128, 26> out;
  constexpr auto operator()(const auto& x) const {
    const auto a = dl::max_pool2d<2, rounding_up>(conv1(x));
    const auto b = dl::max_pool2d<2, rounding_up>(conv2(a));
    const auto c = dl::max_pool2d<2, rounding_up>(conv3(b));
    return out(gelu(second(gelu(first(flatten(c))))));
  }
};

/// How a model is trained: its images, its classes, its optimiser.
template <class Model>
struct task {
  static constexpr dl::extent features = 784, classes = 26;
  template <dl::extent Batch>
  using images = dl::real_input<Batch, 1, 28, 28>;
  static constexpr dl::adam optimiser{};
};
template <>
struct task<m0> {
  static constexpr dl::extent features = 16, classes = 4;
  template <dl::extent Batch>
  using images = dl::real_input<Batch, features>;
  static constexpr dl::sgd optimiser{.lr = 0.01};
};
template <>
struct task<m1> {
  static constexpr dl::extent features = 784, classes = 26;
  template <dl::extent Batch>
  using images = dl::real_input<Batch, features>;
  static constexpr dl::sgd optimiser{.lr = 0.01};
};

struct objective {
  constexpr auto operator()(const auto& model, const auto& x, const auto& labels) const {
    return cross_entropy(model(x), labels);
  }
};

template <class Model, dl::extent Chunk>
using trainer = dl::trainer<Model, objective,
                            dl::chunk<typename task<Model>::template images<Chunk>, dl::index_input<Chunk>>,
                            std::remove_const_t<decltype(task<Model>::optimiser)>>;

template <class Model, dl::extent Chunk>
using inference = dl::inference<Model, typename task<Model>::template images<Chunk>>;

}  // namespace bench

#pragma once
/// Frozen programs of different kinds, for checks that must hold for each.

#include <hello_dl/nn/conv2d.hpp>
#include <hello_dl/nn/linear.hpp>
#include <hello_dl/nn/losses.hpp>
#include <hello_dl/runtime/training_program.hpp>

namespace models {

namespace dl = hello_dl;

struct perceptron {
  dl::nn::linear<6, 7> hidden;
  dl::nn::linear<7, 3> output;
  constexpr auto operator()(const auto& x) const { return output(tanh(hidden(x))); }
};

struct convolutional {
  dl::nn::conv2d<1, 3, 3, dl::conv2d_options{.padding = 1}> conv1;
  dl::nn::conv2d<3, 4, 2> conv2;
  dl::nn::linear<16, 5> output;
  constexpr auto operator()(const auto& images) const {
    return output(flatten(relu(conv2(dl::max_pool2d<2>(relu(conv1(images)))))));
  }
};

/// Four rows that look at one another, with a residual connection and one weight used twice.
struct attention {
  dl::nn::linear<8, 8> query, value;
  dl::nn::linear<8, 3> output;
  constexpr auto operator()(const auto& x) const {
    const auto q = query(x);
    const auto mixed = x + matmul(softmax(matmul(q, transpose(query(sin(x)))) / 8), value(x));
    return output(mixed - mean<1>(mixed, dl::keepdim));
  }
};

/// The loss, and the logits beside it.
struct classify {
  constexpr auto operator()(const auto& model, const auto& x, const auto& labels) const {
    const auto logits = model(x);
    return std::tuple{dl::cross_entropy(logits, labels), logits};
  }
};

/// f(x) = sum of x0 sin(x1 x2), its gradient and its Hessian, and x itself.
struct curvature {
  constexpr auto operator()(const auto& x) const {
    constexpr auto f = [](const auto& v) {
      return sum(dl::slice<0, 0, 1>(v) * sin(dl::slice<0, 1, 2>(v) * dl::slice<0, 2, 3>(v)));
    };
    return std::tuple{f(x), dl::gradient(f)(x), dl::gradient(dl::gradient(f))(x), x, x + 1};
  }
};

template <class Model, class... Inputs>
inline constexpr auto& training_table = dl::training_program<Model, classify, Inputs...>::table;

inline constexpr auto& perceptron_table = training_table<perceptron, dl::real_input<4, 6>, dl::index_input<4>>;
inline constexpr auto& convolutional_table = training_table<convolutional, dl::real_input<2, 1, 7, 7>, dl::index_input<2>>;
inline constexpr auto& attention_table = training_table<attention, dl::real_input<4, 8>, dl::index_input<4>>;
inline constexpr auto& curvature_table = dl::detail::function_program<curvature, dl::real_input<3>>::table;

/// Whether `check` holds for each of these programs.
template <class Check>
constexpr bool all(Check check) {
  return check(perceptron_table) && check(convolutional_table) && check(attention_table) && check(curvature_table);
}

}  // namespace models

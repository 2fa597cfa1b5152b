#pragma once
/// How parameters are filled before training. A weight has the shape [out, in, ...]; its fan-in is
/// the number of inputs that one output adds up, its fan-out the number of outputs that one input
/// reaches. Names as in torch.nn.init.

#include <hello_dl/core/distribution.hpp>
#include <hello_dl/core/math.hpp>

namespace hello_dl::init {

namespace detail {
/// Elements of a weight behind its first two axes: the taps of a convolution, 1 for a matrix.
constexpr double taps(const dims& weight) {
  double product = 1;
  for (int axis = 2; axis < weight.rank; ++axis) product *= static_cast<double>(weight[axis]);
  return product;
}
constexpr double fan_in(const dims& weight) { return static_cast<double>(weight[1]) * taps(weight); }
constexpr double fan_out(const dims& weight) { return static_cast<double>(weight[0]) * taps(weight); }

constexpr distribution uniform(double bound) { return {distribution::kind::uniform, bound}; }
constexpr distribution normal(double deviation) { return {distribution::kind::normal, deviation}; }
}  // namespace detail

struct zeros {
  template <class Shape>
  static constexpr distribution of() { return {}; }
};
struct ones {
  template <class Shape>
  static constexpr distribution of() { return {distribution::kind::constant, 1}; }
};

/// Mean 0, standard deviation 1: what PyTorch's Embedding does.
struct standard_normal {
  template <class Shape>
  static constexpr distribution of() { return detail::normal(1); }
};

/// Uniform within 1 / sqrt(fan): what PyTorch's Linear and Conv2d do by default (LeCun et al. 1998,
/// "Efficient BackProp", section 4.6). `Fan` 0: the fan-in of the tensor; for a bias, that of its weight.
template <extent Fan = 0>
struct fan_in_uniform {
  template <class Shape>
  static constexpr distribution of() {
    if constexpr (Fan != 0) return detail::uniform(1 / math::sqrt(double(Fan)));
    else return detail::uniform(1 / math::sqrt(detail::fan_in(Shape::value)));
  }
};

/// For layers before a ReLU (He et al. 2015, "Delving Deep into Rectifiers", equation 10).
struct kaiming_normal {
  template <class Shape>
  static constexpr distribution of() { return detail::normal(math::sqrt(2 / detail::fan_in(Shape::value))); }
};
struct kaiming_uniform {
  template <class Shape>
  static constexpr distribution of() { return detail::uniform(math::sqrt(6 / detail::fan_in(Shape::value))); }
};

/// For layers before a tanh or sigmoid (Glorot and Bengio 2010, "Understanding the difficulty of
/// training deep feedforward neural networks", equation 16).
struct xavier_normal {
  template <class Shape>
  static constexpr distribution of() {
    return detail::normal(math::sqrt(2 / (detail::fan_in(Shape::value) + detail::fan_out(Shape::value))));
  }
};
struct xavier_uniform {
  template <class Shape>
  static constexpr distribution of() {
    return detail::uniform(math::sqrt(6 / (detail::fan_in(Shape::value) + detail::fan_out(Shape::value))));
  }
};

}  // namespace hello_dl::init

// docs/tutorial/5-training-that-behaves.md: what reaches the first layers of a deep network
#include <hello_dl/hello_dl.hpp>

#include <array>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <tuple>

namespace dl = hello_dl;

namespace {

//[layers
constexpr auto linear = [](auto x, auto weight, auto bias) { return matmul(x, weight) + bias; };

constexpr auto with_sigmoid = [](auto x, auto weight, auto bias) { return sigmoid(linear(x, weight, bias)); };
constexpr auto with_relu = [](auto x, auto weight, auto bias) { return relu(linear(x, weight, bias)); };
constexpr auto residual = [](auto x, auto weight, auto bias) { return x + relu(linear(x, weight, bias)); };
constexpr auto normalised = [](auto x, auto weight, auto bias) {
  return relu(dl::standardize<-1>(linear(x, weight, bias)));
};
//]

//[network
constexpr std::size_t depth = 10;
using values = dl::tensor<double, 8, 8>;  // eight samples, eight numbers each
using answers = dl::tensor<double, 8>;

struct layer {
  dl::tensor<double, 8, 8> weight;
  dl::tensor<double, 8> bias;
};
using network = std::array<layer, depth>;

/// At the end, four of the eight numbers speak for yes, and four for no.
constexpr dl::tensor<double, 8> sides{1, 1, 1, 1, -1, -1, -1, -1};
constexpr auto loss = [](auto x, auto truth) {
  return dl::binary_cross_entropy_with_logits(dl::sum<1>(x * sides), truth);
};
//]

//[backward
/// The loss, and its gradient with respect to the weights of every layer: forward through all layers, then back.
double backward(auto formula, const network& layers, const values& x, const answers& truth, network& gradients) {
  std::array<values, depth + 1> at{x};
  for (std::size_t i = 0; i < depth; ++i) at[i + 1] = dl::evaluate(formula, at[i], layers[i].weight, layers[i].bias);
  values arrives = dl::evaluate(dl::derivative(loss), at[depth], truth);
  for (std::size_t i = depth; i-- > 0;)
    std::tie(arrives, gradients[i].weight, gradients[i].bias) =
        dl::evaluate(dl::vjp(formula), at[i], layers[i].weight, layers[i].bias, arrives);
  return dl::evaluate(loss, at[depth], truth);
}
//]

/// Weights as a layer of the library would have them, biases of zero.
template <class Initialise>
network untrained() {
  network layers{};
  for (std::size_t i = 0; i < depth; ++i)
    for (dl::extent k = 0; k < 64; ++k)
      layers[i].weight[k] = dl::draw<double>(Initialise::template of<dl::shape<8, 8>>(), 2, i, static_cast<std::uint64_t>(k));
  return layers;
}

void descend(network& layers, const network& gradients, double lr) {
  for (std::size_t i = 0; i < depth; ++i) {
    for (dl::extent k = 0; k < 64; ++k) layers[i].weight[k] -= lr * gradients[i].weight[k];
    for (dl::extent k = 0; k < 8; ++k) layers[i].bias[k] -= lr * gradients[i].bias[k];
  }
}

double norm(const auto& tensor) {
  return std::sqrt(std::inner_product(tensor.begin(), tensor.end(), tensor.begin(), 0.0));
}

/// Eight random samples. Yes, if the first two numbers of one have the same sign.
struct samples {
  values x{};
  answers truth{};

  samples() {
    for (dl::extent i = 0; i < x.size(); ++i) x[i] = dl::normal<double>(6, 0, static_cast<std::uint64_t>(i));
    for (dl::extent i = 0; i < truth.size(); ++i) truth[i] = x[8 * i] * x[8 * i + 1] > 0;
  }
};

/// The norm of the gradient of each layer's weights before training, and the loss after it.
struct column {
  std::array<double, depth> norms;
  double trained_loss;
};

column measure(auto formula, network layers) {
  const samples data;
  network gradients;
  column result;
  backward(formula, layers, data.x, data.truth, gradients);
  for (std::size_t i = 0; i < depth; ++i) result.norms[i] = norm(gradients[i].weight);
  for (int number = 0; number < 60; ++number) {
    result.trained_loss = backward(formula, layers, data.x, data.truth, gradients);
    descend(layers, gradients, 0.04);
  }
  return result;
}

}  // namespace

int main() {
  //[main
  const network small = untrained<dl::init::fan_in_uniform<>>();  // as nn::linear begins
  const column columns[] = {measure(with_sigmoid, small), measure(with_relu, small),
                            measure(with_relu, untrained<dl::init::kaiming_normal>()), measure(residual, small),
                            measure(normalised, small)};
  //]
  std::puts("layer     sigmoid        relu     kaiming    residual  normalised");
  for (std::size_t i = 0; i < depth; ++i) {
    std::printf("%5zu", i + 1);
    for (const column& c : columns) std::printf("%12.0e", c.norms[i]);
    std::puts("");
  }
  std::printf("loss ");
  for (const column& c : columns) std::printf("%12.2f", c.trained_loss);
  std::puts("");
}

// A network is trained by the compiler: three neurons learn the exclusive or of two inputs.
#include <hello_dl/nn/losses.hpp>
#include <hello_dl/optim/sgd.hpp>
#include <hello_dl/runtime/evaluate.hpp>

namespace {

namespace dl = hello_dl;
using dl::tensor;

constexpr tensor<float, 4, 2> inputs{0, 0, 0, 1, 1, 0, 1, 1};
constexpr tensor<float, 4, 1> targets{0, 1, 1, 0};

constexpr auto network = [](auto x, auto w1, auto b1, auto w2, auto b2) {
  return sigmoid(matmul(tanh(matmul(x, w1) + b1), w2) + b2);
};
constexpr auto loss = [](auto w1, auto b1, auto w2, auto b2, auto x, auto y) {
  return dl::mse_loss(network(x, w1, b1, w2, b2), y);
};

struct weights {
  tensor<float, 2, 3> w1{0.5f, -1, 1, 1, -0.5f, -1};
  tensor<float, 3> b1{0, 0.5f, 0};
  tensor<float, 3, 1> w2{0.5f, 0.5f, 0.5f};
  tensor<float, 1> b2{0};
};

template <class Tensor>
constexpr void descend(Tensor& parameter, const Tensor& gradient) {
  const auto rule = dl::sgd{.lr = 4}.rule<float>(1);
  for (dl::extent i = 0; i < Tensor::size(); ++i) rule(parameter.data(), nullptr, i, gradient[i]);
}

constexpr weights trained(int steps) {
  weights w;
  for (int step = 0; step < steps; ++step) {
    const auto [w1, b1, w2, b2] = dl::gradient<0, 1, 2, 3>(loss)(w.w1, w.b1, w.w2, w.b2, inputs, targets);
    descend(w.w1, w1);
    descend(w.b1, b1);
    descend(w.w2, w2);
    descend(w.b2, b2);
  }
  return w;
}

constexpr auto answers(const weights& w) { return dl::evaluate(network, inputs, w.w1, w.b1, w.w2, w.b2); }

constexpr int correct(const weights& w) {
  int count = 0;
  for (int i = 0; i < 4; ++i) count += (answers(w)[i] > 0.5f) == (targets[i] == 1);
  return count;
}

constexpr weights learned = trained(40);
static_assert(correct(trained(0)) < 4);
static_assert(correct(learned) == 4);
static_assert(dl::evaluate(loss, learned.w1, learned.b1, learned.w2, learned.b2, inputs, targets) < 0.02f);

}  // namespace

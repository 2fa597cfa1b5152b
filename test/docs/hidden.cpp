// The listings of docs/tutorial/4-hidden-layers.md: what a neuron cannot learn, and what neurons between the input and it change.
#include <hello_dl/hello_dl.hpp>

#include <cmath>
#include <cstdio>

namespace dl = hello_dl;

namespace {

//[networks
struct neuron {
  dl::nn::linear<2, 1> out;
  constexpr auto operator()(const auto& x) const { return out(x); }
};

struct one_hidden_layer {
  dl::nn::linear<2, 8> hidden;
  dl::nn::linear<8, 1> out;
  constexpr auto operator()(const auto& x) const { return out(tanh(hidden(x))); }
};

struct two_hidden_layers {
  dl::nn::linear<2, 8> hidden1;
  dl::nn::linear<8, 8> hidden2;
  dl::nn::linear<8, 1> out;
  constexpr auto operator()(const auto& x) const { return out(tanh(hidden2(tanh(hidden1(x))))); }
};
//]

//[collapse
constexpr auto two_layers = [](auto x, auto first, auto second) { return matmul(matmul(x, first), second); };
constexpr auto one_layer = [](auto x, auto first, auto second) { return matmul(x, matmul(first, second)); };

constexpr dl::tensor<double, 2, 2> first{1, -2, 3, 5}, second{4, 0, -1, 2}, both_inputs{1, 2, -3, 7};
static_assert(dl::evaluate(two_layers, both_inputs, first, second) == dl::evaluate(one_layer, both_inputs, first, second));
//]

/// Points of the plane, and for each whether it is one of those that are looked for: 1 or 0.
struct points {
  std::vector<double> places, truth;
  dl::extent size() const { return static_cast<dl::extent>(truth.size()); }
};

//[train
struct objective {
  constexpr auto operator()(const auto& model, const auto& places, const auto& truth) const {
    return dl::binary_cross_entropy_with_logits(model(places), truth);
  }
};

using places = dl::real_input<4, 2>;
template <class Model>
using trainer = dl::trainer<Model, objective, dl::chunk<places, dl::real_input<4, 1>>, dl::adam, double>;

template <class Model>
double train(trainer<Model>& t, const points& data, int steps) {
  double loss = 0;
  for (int i = 0; i < steps; ++i) loss = t.step(data.places, data.truth);
  return loss;
}
//]

/// Above 0 the network says yes.
template <class Model>
std::vector<double> scores(const trainer<Model>& t, const std::vector<double>& at) {
  std::vector<double> answers(at.size() / 2);
  dl::inference<Model, places, double>{}(t.learned(), at, answers);
  return answers;
}

template <class Model>
int count_right(const trainer<Model>& t, const points& data) {
  const std::vector<double> answers = scores(t, data.places);
  int right = 0;
  for (std::size_t i = 0; i < answers.size(); ++i) right += (answers[i] > 0) == (data.truth[i] == 1);
  return right;
}

/// The plane from -1 to 1: # where the network says yes.
template <class Model>
void draw(const trainer<Model>& t) {
  constexpr int columns = 48, rows = 20;
  std::vector<double> grid;
  for (int row = 0; row < rows; ++row)
    for (int column = 0; column < columns; ++column) {
      grid.push_back((2 * column + 1.0) / columns - 1);
      grid.push_back(1 - (2 * row + 1.0) / rows);
    }
  const std::vector<double> answers = scores(t, grid);
  for (int row = 0; row < rows; ++row) {
    for (int column = 0; column < columns; ++column) std::putchar(answers[static_cast<std::size_t>(row * columns + column)] > 0 ? '#' : '.');
    std::putchar('\n');
  }
}

//[xor
/// The corners of a square; those with one coordinate up and one down are looked for.
const points corners{{-0.5, -0.5, -0.5, 0.5, 0.5, -0.5, 0.5, 0.5}, {0, 1, 1, 0}};

template <class Model>
void learn_xor(const char* name, trainer<Model>& t) {
  const double loss = train(t, corners, 1000);
  std::printf("%s: loss %.2f, probabilities", name, loss);
  for (const double score : scores(t, corners.places)) std::printf(" %.2f", 1 / (1 + std::exp(-score)));
  std::printf("\n");
}
//]

//[spirals
/// Two spirals, one into the other, each with a full turn.
points spirals() {
  points data;
  for (int i = 0; i < 96; ++i) {
    const double along = i / 2 / 47.0, angle = 6.28 * along + (i % 2 ? 3.14 : 0), radius = 0.1 + 0.85 * along;
    data.places.insert(data.places.end(), {radius * std::cos(angle), radius * std::sin(angle)});
    data.truth.push_back(i % 2);
  }
  return data;
}

template <class Model>
void learn_spirals(const char* name, const points& data) {
  trainer<Model> t{1, dl::adam{.lr = 0.04}, data.size()};
  const double loss = train(t, data, 1000);
  std::printf("%s: %d parameters, loss %.2f, %d of %d right\n", name, static_cast<int>(dl::parameter_count<Model>()), loss,
              count_right(t, data), static_cast<int>(data.size()));
  draw(t);
}
//]

}  // namespace

int main() {
  //[xor-main
  trainer<neuron> alone{1, dl::adam{.lr = 0.02}, 4};
  learn_xor("a neuron", alone);
  trainer<one_hidden_layer> together{1, dl::adam{.lr = 0.02}, 4};
  learn_xor("one hidden layer", together);
  draw(together);
  //]

  //[equal
  trainer<one_hidden_layer> equal{1, dl::adam{.lr = 0.02}, 4};
  for (double& weight : equal.learned().values()) weight = 0.3;
  learn_xor("equal weights", equal);
  for (const double weight : equal.learned()[0].values) std::printf("%.2f ", weight);
  //]
  std::printf("\n");

  //[spirals-main
  const points data = spirals();
  learn_spirals<neuron>("a neuron", data);
  learn_spirals<one_hidden_layer>("one hidden layer", data);
  learn_spirals<two_hidden_layers>("two hidden layers", data);
  //]
}

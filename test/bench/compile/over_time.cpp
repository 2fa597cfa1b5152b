/// Trains a network that reads TIME words of 64 features with CELL<64, 128>, in the way of OVER: unroll or scan. Prints how
/// long a step with a batch of 64 takes.
#include <hello_dl/hello_dl.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

namespace dl = hello_dl;

struct network {
  dl::nn::embedding<1000, 64> words;
  dl::nn::CELL<64, 128> cell;
  dl::nn::linear<128, 26> out;

  constexpr auto operator()(const auto& text) const {
    return out(dl::mean<1>(std::get<0>(OVER(cell, words(text)))));
  }
};

struct objective {
  constexpr auto operator()(const network& model, const auto& text, const auto& labels) const {
    return cross_entropy(model(text), labels);
  }
};

using trainer = dl::trainer<network, objective, dl::chunk<dl::index_input<16, TIME>, dl::index_input<16>>, dl::adam>;

int main() {
  using clock = std::chrono::steady_clock;
  std::vector<std::int32_t> text, labels;
  for (int i = 0; i < 64 * TIME; ++i) text.push_back(i * 7919 % 1000);
  for (int i = 0; i < 64; ++i) labels.push_back(i % 26);
  trainer t{1, dl::adam{}, 64};
  clock::duration best = std::chrono::hours{1};
  for (int step = 0; step < 100; ++step) {
    const clock::time_point begin = clock::now();
    t.step(text, labels);
    best = std::min(best, clock::now() - begin);
  }
  std::printf("%.0f us per step\n", std::chrono::duration<double, std::micro>(best).count());
}

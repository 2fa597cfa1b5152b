// Element-wise chains: this library's fused loop beside a loop written by hand with intrinsics. The
// elementary functions are this library's in both, so that it is the loops that are compared.
#include <bench/timing.hpp>
#include <bench/vectors.hpp>

#include <hello_dl/hello_dl.hpp>

#include <cmath>
#include <cstdio>
#include <vector>

namespace {

namespace dl = hello_dl;
using bench::all, bench::vec, bench::width;
using lanes = dl::simd<float, width>;

/// Each chain: as a formula, and as what a hand-written loop does with one vector.
struct scaled_relu {
  static constexpr const char* name = "relu(1.5 x + 0.25)";
  constexpr auto operator()(const auto& x) const { return relu(1.5 * x + 0.25); }
  static vec by_hand(vec x) { return bench::max(all(0), bench::fma(x, all(1.5f), all(0.25f))); }
};

struct gate {
  static constexpr const char* name = "tanh(x) sigmoid(x) + x";
  constexpr auto operator()(const auto& x) const { return tanh(x) * sigmoid(x) + x; }
  static vec by_hand(vec x) {
    return bench::fma(dl::math::tanh(lanes(x)).value, dl::math::sigmoid(lanes(x)).value, x);
  }
};

struct polynomial {
  static constexpr const char* name = "polynomial, 10 steps";
  constexpr auto operator()(const auto& x) const {
    return ((((((((((0.1 * x + 0.2) * x + 0.3) * x + 0.4) * x + 0.5) * x + 0.6) * x + 0.7) * x + 0.8) * x + 0.9) * x +
             1.0) * x + 1.1) * x + 1.2;
  }
  static vec by_hand(vec x) {
    vec y = all(0.1f);
    for (int i = 2; i <= 12; ++i) y = bench::fma(y, x, all(0.1f * static_cast<float>(i)));
    return y;
  }
};

/// One array in, one out.
template <class Chain, dl::extent Count>
void measure_chain() {
  using program = dl::detail::function_program<Chain, dl::expr<dl::shape<Count>>>;
  std::vector<float> x(Count), y(Count), z(Count);
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = static_cast<float>(i * 37 % 1001) / 500 - 1;
  const float* const inputs[] = {x.data()};
  float* const outputs[] = {y.data()};
  const auto library = [&] { dl::run<program, float>({inputs, nullptr, nullptr, outputs, nullptr}); };
  const auto by_hand = [&] {
    constexpr int rest = static_cast<int>(Count % width);
    for (dl::extent i = 0; i < Count - rest; i += width) bench::store(&z[0] + i, Chain::by_hand(bench::load(&x[0] + i)));
    if constexpr (rest > 0)
      bench::store_first(&z[Count - rest], rest, Chain::by_hand(bench::load_first(&x[Count - rest], rest)));
  };
  const auto [ours, hand] = bench::compare(library, by_hand);
  double difference = 0;
  for (std::size_t i = 0; i < y.size(); ++i) difference = std::fmax(difference, std::fabs(y[i] - z[i]));
  std::printf("| %s | %ld | %.3f | %.3f | %.2f |%s\n", Chain::name, static_cast<long>(Count), 1e9 * ours / Count, 1e9 * hand / Count,
              ours / hand, difference < 1e-5 ? "" : " THEY DIFFER");
}

struct bias_relu {
  constexpr auto operator()(const auto& x, const auto& bias) const { return relu(x + bias); }
};

/// Rows and a bias for each column.
template <dl::extent Rows, dl::extent Columns>
void measure_bias() {
  using program = dl::detail::function_program<bias_relu, dl::expr<dl::shape<Rows, Columns>>, dl::expr<dl::shape<Columns>>>;
  std::vector<float> x(Rows * Columns, 0.5f), bias(Columns, -0.25f), y(Rows * Columns);
  const float* const inputs[] = {x.data(), bias.data()};
  float* const outputs[] = {y.data()};
  const auto library = [&] { dl::run<program, float>({inputs, nullptr, nullptr, outputs, nullptr}); };
  const auto by_hand = [&] {
    constexpr int rest = static_cast<int>(Columns % width);
    for (dl::extent row = 0; row < Rows; ++row) {
      const float* const from = &x[0] + row * Columns;
      float* const to = &y[0] + row * Columns;
      for (dl::extent i = 0; i < Columns - rest; i += width)
        bench::store(to + i, bench::max(all(0), bench::add(bench::load(from + i), bench::load(&bias[0] + i))));
      constexpr dl::extent last = Columns - rest;
      if constexpr (rest > 0)
        bench::store_first(to + last, rest, bench::max(all(0), bench::add(bench::load_first(from + last, rest),
                                                                          bench::load_first(&bias[0] + last, rest))));
    }
  };
  const auto [ours, hand] = bench::compare(library, by_hand);
  constexpr double count = Rows * Columns;
  std::printf("| relu(x + bias), %ld columns | %.0f | %.3f | %.3f | %.2f |\n", static_cast<long>(Columns), count,
              1e9 * ours / count, 1e9 * hand / count, ours / hand);
}

/// In the caches of the first and the second level, in memory, and no multiple of a vector.
template <class Chain>
void measure_sizes() {
  measure_chain<Chain, 2048>();
  measure_chain<Chain, 1021>();
  measure_chain<Chain, 131'072>();
  measure_chain<Chain, 33'554'432>();
}

}  // namespace

int main() {
  std::printf("| chain | elements | hello-dl, ns each | by hand | ratio |\n|---|---|---|---|---|\n");
  measure_sizes<scaled_relu>();
  measure_sizes<gate>();
  measure_sizes<polynomial>();
  measure_bias<8, 256>();
  measure_bias<64, 26>();
  measure_bias<64, 10>();
  measure_bias<512, 256>();
}

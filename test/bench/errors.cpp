// The errors of the elementary functions in ulp, as a table. Argument: every how many floats are looked at, 97 if left out; 1, all of
// them, takes about eight minutes.
#include <hello_dl/core/math.hpp>

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>

namespace {

namespace dl = hello_dl;
using lanes = dl::simd<float, dl::native_lanes<float>>;

/// The distance from the exact result in units of the distance of its float neighbours.
double ulp_off(float x, double exact) {
  if (std::isnan(exact) || std::isinf(x)) return std::isnan(exact) == std::isnan(x) && (!std::isinf(x) || std::fabs(exact) > 0x1.ffffffp127) ? 0 : 1e9;
  const int exponent = std::max(std::ilogb(exact == 0 ? 0x1p-149 : exact), std::numeric_limits<float>::min_exponent - 1);
  return std::fabs(static_cast<double>(x) - exact) * std::ldexp(1.0, 23 - exponent);
}

template <class Function, class Exact>
void print_row(const char* name, std::uint32_t stride, Function function, Exact exact) {
  double worst = 0;
  float where = 0;
  for (std::uint64_t first = 0; first <= std::numeric_limits<std::uint32_t>::max(); first += std::uint64_t{stride} * dl::native_lanes<float>) {
    lanes x;
    for (int i = 0; i < dl::native_lanes<float>; ++i)
      x.value[i] = std::bit_cast<float>(static_cast<std::uint32_t>(first + std::uint64_t{stride} * static_cast<unsigned>(i)));
    const lanes y = function(x);
    for (int i = 0; i < dl::native_lanes<float>; ++i) {
      if (std::isnan(x[i])) continue;
      const double error = ulp_off(y[i], exact(static_cast<double>(x[i])));
      if (error > worst) worst = error, where = x[i];
    }
  }
  std::printf("| %s | %.3f | %a |\n", name, worst, static_cast<double>(where));
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  const int wanted = argc > 1 ? std::atoi(argv[1]) : 97;
  if (wanted < 1) return std::fprintf(stderr, "errors: the argument must be a whole number from 1 on, found '%s'\n", argv[1]), 1;
  const auto stride = static_cast<std::uint32_t>(wanted);
  std::printf("One of %d floats, vectors of %d.\n\n| function | largest error, ulp | at |\n|---|---|---|\n", wanted, dl::native_lanes<float>);
  print_row("exp", stride, [](lanes x) { return dl::math::exp(x); }, [](double x) { return std::exp(x); });
  print_row("log", stride, [](lanes x) { return dl::math::log(x); }, [](double x) { return std::log(x); });
  print_row("tanh", stride, [](lanes x) { return dl::math::tanh(x); }, [](double x) { return std::tanh(x); });
  print_row("sigmoid", stride, [](lanes x) { return dl::math::sigmoid(x); }, [](double x) { return x < 0 ? std::exp(x) / (1 + std::exp(x)) : 1 / (1 + std::exp(-x)); });
  print_row("erf", stride, [](lanes x) { return dl::math::erf(x); }, [](double x) { return std::erf(x); });
}

// Three objectives and their gradients: through this library, by hand, and through other libraries
// for automatic differentiation, where they are installed.
//
// "Formulas derived by hand" are derivatives written by hand as formulas of this library: the same
// kernels, so that the row's ratio (this library's gradient to it) is that of the work that
// differentiation wrote. The ratio of the first row is to plain loops with the derivative written by hand.
//
// With the arguments "library", "formulas" or "plain", the number of an objective, and how many times,
// only computes gradients, for a count of instructions (instructions.sh).
#include <bench/formulas.hpp>
#include <bench/formulas_peers.hpp>
#include <bench/timing.hpp>

#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace {

template <class Objective>
struct problem {
  std::vector<double> p = std::vector<double>(Objective::parameters), data = std::vector<double>(Objective::data);
  std::vector<double> ours = p, hand = p;
  bench::through_library<Objective> library;

  problem() {
    for (std::size_t i = 0; i < p.size(); ++i) p[i] = static_cast<double>(i * 37 % 101) / 101 - 0.5;
    for (std::size_t i = 0; i < data.size(); ++i) data[i] = i * 53 % 97 < 48 ? -1 : 1;
    for (std::size_t i = 0; i + Objective::data / 11 < data.size(); ++i) data[i] *= static_cast<double>(i * 29 % 89) / 89;
  }
};

double worst_difference(const std::vector<double>& a, const std::vector<double>& b) {
  double worst = 0;
  for (std::size_t i = 0; i < a.size(); ++i) worst = std::fmax(worst, std::fabs(a[i] - b[i]));
  return worst;
}

template <class Objective, class Peer>
void measure_peer(problem<Objective>& on) {
  Peer peer(Objective::parameters);
  std::vector<double> gradient(on.p.size());
  const auto by_peer = [&] { peer.template gradient<Objective>(on.p.data(), on.data.data(), gradient.data()); };
  const auto by_hand = [&] { Objective::by_hand(on.p.data(), on.data.data(), on.hand.data()); };
  const auto [theirs, hand] = bench::compare(by_peer, by_hand);
  std::printf("| | %s | | %.0f | | %.0f | %.2f |%s\n", Peer::name, 1e9 * theirs, 1e9 * hand, theirs / hand,
              worst_difference(gradient, on.hand) < 1e-9 ? "" : " WRONG");
}

template <class Objective>
void measure() {
  problem<Objective> on;
  volatile double sink = 0;
  const auto value = [&] { sink = on.library.value(on.p.data(), on.data.data()); };
  const auto plain = [&] { sink = Objective::template plain<double>(on.p.data(), on.data.data()); };
  const auto gradient = [&] { sink = on.library.gradient(on.p.data(), on.data.data(), on.ours.data()); };
  const auto by_hand = [&] { sink = Objective::by_hand(on.p.data(), on.data.data(), on.hand.data()); };
  const auto formulas = [&] { sink = on.library.formulas(on.p.data(), on.data.data(), on.hand.data()); };
  const auto [f, plain_f] = bench::compare(value, plain);
  const auto [same_g, hand_formulas] = bench::compare(gradient, formulas);
  const bool agree = worst_difference(on.ours, on.hand) < 1e-9;
  const auto [g, hand_g] = bench::compare(gradient, by_hand);
  std::printf("| %s | hello-dl | %.0f | %.0f | %.2f | %.0f | %.2f |%s\n", Objective::name, 1e9 * f, 1e9 * g, g / f, 1e9 * hand_g,
              g / hand_g, worst_difference(on.ours, on.hand) < 1e-9 ? "" : " WRONG");
  std::printf("| | formulas derived by hand | | %.0f | | | %.2f |%s\n", 1e9 * hand_formulas, same_g / hand_formulas,
              agree ? "" : " WRONG");
  std::printf("| | plain code | %.0f | %.0f | %.2f | | |\n", 1e9 * plain_f, 1e9 * hand_g, hand_g / plain_f);
#ifdef HAVE_ADOLC
  measure_peer<Objective, bench::adolc_peer>(on);
#endif
}

template <class Objective>
void repeat(const char* what, int times) {
  problem<Objective> on;
  for (int i = 0; i < times; ++i) {
    if (*what == 'p') Objective::by_hand(on.p.data(), on.data.data(), on.hand.data());
    else if (*what == 'f') on.library.formulas(on.p.data(), on.data.data(), on.ours.data());
    else on.library.gradient(on.p.data(), on.data.data(), on.ours.data());
    asm volatile("" ::: "memory");
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count > 3) {
    const int times = std::atoi(arguments[3]);
    if (arguments[2][0] == '0') repeat<bench::logistic_regression>(arguments[1], times);
    if (arguments[2][0] == '1') repeat<bench::gaussian_mixture>(arguments[1], times);
    if (arguments[2][0] == '2') repeat<bench::two_layers>(arguments[1], times);
    return 0;
  }
  std::printf("| objective | with | value, ns | gradient, ns | gradient / value | gradient by hand, ns | ratio to it |\n"
              "|---|---|---|---|---|---|---|\n");
  measure<bench::logistic_regression>();
  measure<bench::gaussian_mixture>();
  measure<bench::two_layers>();
  std::printf("%s", bench::missing_peers);
}

#pragma once
/// Another library for automatic differentiation: ADOL-C, the only one in Debian 12. (Not Adept, autodiff,
/// FastAD or CppAD.)

#include <cmath>
#include <vector>

#if defined(BENCH_PEERS) && __has_include(<adolc/adolc.h>)
#define HAVE_ADOLC
#include <adolc/adolc.h>
#endif

namespace bench {

#ifdef HAVE_ADOLC
struct adolc_peer {
  static constexpr const char* name = "ADOL-C, taping included";
  explicit adolc_peer(int) {}
  template <class Objective>
  void gradient(const double* p, const double* data, double* g) {
    trace_on(1);
    std::vector<adouble> x(Objective::parameters);
    for (std::size_t i = 0; i < x.size(); ++i) x[i] <<= p[i];
    double value;
    adouble y = Objective::template plain<adouble>(x.data(), data);
    y >>= value;
    trace_off();
    ::gradient(1, Objective::parameters, p, g);
  }
};
#endif

inline constexpr const char* missing_peers =
#ifndef HAVE_ADOLC
    "ADOL-C was not there (libadolc-dev). "
#endif
    "Adept, autodiff, FastAD and CppAD are not in Debian 12.\n";

}  // namespace bench

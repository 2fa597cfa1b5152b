#pragma once
/// Other libraries for automatic differentiation, where their headers are found. None but ADOL-C is
/// in Debian; the others are taken from -I if a copy is there (Adept: with include/adept_source.h).

#include <cmath>
#include <vector>

#if __has_include(<adept_source.h>)
#define HAVE_ADEPT
#include <adept_source.h>
#endif
#if __has_include(<autodiff/reverse/var.hpp>)
#define HAVE_AUTODIFF
#include <autodiff/reverse/var.hpp>
#endif
#if __has_include(<adolc/adolc.h>)
#define HAVE_ADOLC
#include <adolc/adolc.h>
#endif

namespace bench {

#ifdef HAVE_ADEPT
struct adept_peer {
  static constexpr const char* name = "Adept";
  adept::Stack stack;
  std::vector<adept::adouble> x;
  explicit adept_peer(int parameters) : x(static_cast<std::size_t>(parameters)) {}
  template <class Objective>
  void gradient(const double* p, const double* data, double* g) {
    adept::set_values(x.data(), static_cast<adept::uIndex>(x.size()), p);
    stack.new_recording();
    adept::adouble y = Objective::template plain<adept::adouble>(x.data(), data);
    y.set_gradient(1.0);
    stack.compute_adjoint();
    adept::get_gradients(x.data(), static_cast<adept::uIndex>(x.size()), g);
  }
};
#endif

#ifdef HAVE_AUTODIFF
struct autodiff_peer {
  static constexpr const char* name = "autodiff (var)";
  explicit autodiff_peer(int) {}
  template <class Objective>
  void gradient(const double* p, const double* data, double* g) {
    std::vector<autodiff::var> x(p, p + Objective::parameters);
    const autodiff::var y = Objective::template plain<autodiff::var>(x.data(), data);
    for (autodiff::var& each : x) each.expr->bind_value(&g[&each - x.data()]);
    for (int i = 0; i < Objective::parameters; ++i) g[i] = 0;
    y.expr->propagate(1.0);
    for (autodiff::var& each : x) each.expr->bind_value(nullptr);
  }
};
#endif

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

inline constexpr const char* missing_peers = ""
#ifndef HAVE_ADEPT
    "Adept: not in Debian, and no copy was found.\n"
#endif
#ifndef HAVE_AUTODIFF
    "autodiff: not in Debian, and no copy was found.\n"
#endif
#ifndef HAVE_ADOLC
    "ADOL-C: libadolc-dev is not installed.\n"
#endif
    "FastAD: not in Debian, and its formulas are not plain code; CppAD: not in Debian 12.\n";

}  // namespace bench

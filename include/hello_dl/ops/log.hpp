#pragma once
/// log(x): the natural logarithm; its derivative is 1 / x

#include <hello_dl/core/math.hpp>
#include <hello_dl/ops/vocabulary.hpp>

namespace hello_dl {

struct log_operation {
  static constexpr std::string_view name = "log";
  static constexpr int arity = 1;
  static constexpr bool costly = true;
  static constexpr std::string_view latex = "\\log #1";
  static constexpr binding latex_precedence = binding::application;
  template <class V>
  static constexpr V apply(V x) {
    return math::log(x);
  }
  static constexpr term derivative(const application& at, int, term gradient) {
    return gradient / at.operand(0);
  }
};
template <> struct definition<&record_of<log_operation>> { using type = log_operation; };

constexpr term log(term x) { return apply<log_operation>({}, x); }

/// log(x), element by element.
template <expression X>
constexpr auto log(const X& x) {
  return element_wise<log_operation>(x);
}

}  // namespace hello_dl

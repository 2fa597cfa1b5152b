#pragma once
/// sign(x): -1, 0 or 1; no gradient flows through it

#include <hello_dl/core/simd.hpp>
#include <hello_dl/ops/vocabulary.hpp>

namespace hello_dl {

struct sign_operation {
  static constexpr std::string_view name = "sign";
  static constexpr int arity = 1;
  template <class V>
  static constexpr V apply(V x) {
    return select(x > V(0), V(1), select(x < V(0), V(-1), x));
  }
};
template <> struct definition<&record_of<sign_operation>> { using type = sign_operation; };

constexpr term sign(term x) { return apply<sign_operation>({}, x); }

/// sign(x), element by element.
template <expression X>
constexpr auto sign(const X& x) {
  return element_wise<sign_operation>(x);
}

}  // namespace hello_dl

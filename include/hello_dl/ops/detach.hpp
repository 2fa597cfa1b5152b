#pragma once
/// detach(x): x itself, but no gradient flows back (PyTorch: Tensor.detach)

#include <hello_dl/ops/vocabulary.hpp>

namespace hello_dl {

struct detach_operation {
  static constexpr std::string_view name = "detach";
  static constexpr int arity = 1;
  template <class V>
  static constexpr V apply(V x) {
    return x;
  }
};
template <> struct definition<&record_of<detach_operation>> { using type = detach_operation; };

constexpr term detach(term x) { return apply<detach_operation>({}, x); }

/// detach(x), element by element.
template <expression X>
constexpr auto detach(const X& x) {
  return element_wise<detach_operation>(x);
}

}  // namespace hello_dl

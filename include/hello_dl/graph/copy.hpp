#pragma once
/// copy: the same values in memory of their own.

#include <hello_dl/graph/leaves.hpp>

namespace hello_dl {

struct copy_operation {
  static constexpr std::string_view name = "copy";
  static constexpr int arity = 1;
  static constexpr bool interned = false;
  template <class V>
  static constexpr V apply(V x) { return x; }
  static constexpr term derivative(const application&, int, term gradient) { return gradient; }
  static constexpr extent flops(const node&, const dims*) { return 0; }
};
template <> struct definition<&record_of<copy_operation>> { using type = copy_operation; };

/// A copy also of a constant, which `apply` would fold.
constexpr term copy_of(term x) {
  node n;
  n.op = &record_of<copy_operation>;
  n.shape = x.shape();
  n.operand_count = 1;
  n.operands[0] = x.id;
  return x.graph->intern(n);
}

}  // namespace hello_dl

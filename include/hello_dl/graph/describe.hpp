#pragma once
/// From the type that defines an operation to its record, and back.
///
/// An operation is a type with static members. Required: `name`; if it is element-wise `arity` and
/// `apply(V...)`, else `shape(attributes, operand shapes)` and `run(site)`. Everything else
/// below is optional and found by `requires`.

#include <hello_dl/graph/graph.hpp>

#include <type_traits>

namespace hello_dl {
namespace detail {

constexpr std::uint64_t hash_text(std::string_view text) {  // FNV-1a
  std::uint64_t hash = 14695981039346656037u;
  for (const char letter : text) hash = (hash ^ static_cast<unsigned char>(letter)) * 1099511628211u;
  return hash;
}

template <class Op>
inline constexpr bool is_element_wise = requires { Op::arity; };

/// One element of an element-wise operation. Operations that depend on attributes take them first.
template <class Op, class V, class... Vs>
constexpr V apply_element(const attributes& a, V x, Vs... more) {
  if constexpr (requires { Op::apply(a, x, more...); }) return Op::apply(a, x, more...);
  else return Op::apply(x, more...);
}

template <class Op>
constexpr double fold(const double* x, const attributes& a) {
  if constexpr (Op::arity == 1) return apply_element<Op>(a, x[0]);
  else if constexpr (Op::arity == 2) return apply_element<Op>(a, x[0], x[1]);
  else return apply_element<Op>(a, x[0], x[1], x[2]);
}

constexpr extent one_per_element(const node& n, const dims*) { return n.shape.size(); }
constexpr extent nothing(const node&, const dims*) { return 0; }

template <class Op>
constexpr void describe_formula(operation& record) {
  record.precedence = binding::atom;
  if constexpr (requires { Op::text; }) record.text = Op::text;
  if constexpr (requires { Op::precedence; }) record.precedence = Op::precedence;
  record.latex = record.text;
  record.latex_precedence = record.precedence;
  if constexpr (requires { Op::latex; }) record.latex = Op::latex;
  if constexpr (requires { Op::latex_precedence; }) record.latex_precedence = Op::latex_precedence;
  if constexpr (requires { &Op::spell; }) record.spell = &Op::spell;
}

template <class Op>
constexpr operation make_record() {
  operation record{};
  record.name = Op::name;
  record.hash = hash_text(Op::name);
  record.element_wise = is_element_wise<Op>;
  record.interned = true;
  record.flops = is_element_wise<Op> ? one_per_element : nothing;
  if constexpr (requires { Op::commutative; }) record.commutative = Op::commutative;
  if constexpr (requires { Op::interned; }) record.interned = Op::interned;
  if constexpr (requires { Op::costly; }) record.costly = Op::costly;
  if constexpr (requires { Op::alias; }) record.alias = Op::alias;
  if constexpr (requires { Op::reduces; }) record.reduces = Op::reduces;
  if constexpr (requires { Op::companion; }) record.companion = Op::companion;
  if constexpr (requires { Op::tiled; }) record.tiled = Op::tiled;
  if constexpr (requires { &Op::derivative; }) record.derivative = &Op::derivative;
  if constexpr (requires { &Op::simplify; }) record.simplify = &Op::simplify;
  if constexpr (requires { &Op::same_sum; }) record.same_sum = &Op::same_sum;
  if constexpr (is_element_wise<Op>) record.fold = &fold<Op>;
  if constexpr (requires { &Op::flops; }) record.flops = &Op::flops;
  if constexpr (requires { &Op::channels_last; }) record.channels_last = &Op::channels_last;
  describe_formula<Op>(record);
  return record;
}

}  // namespace detail

/// The record of the operation that `Op` defines; its address identifies the operation.
template <class Op>
inline constexpr operation record_of = detail::make_record<Op>();

/// The way back, which templates take when they generate code: each operation registers its type
/// with one line, `template <> struct definition<&record_of<sine>> { using type = sine; };`
template <const operation* Record>
struct definition;

// An operation that is a template has no such line, since no compiler finds the arguments from the address of a record. But
// a friend that is declared in one template and defined in another can carry them: once registered<Op> exists,
// type_of_record says what the record is of.
#ifndef __clang__
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-template-friend"
#endif
template <const operation* Record>
struct record_key {
  friend constexpr auto type_of_record(record_key);
};
#ifndef __clang__
#pragma GCC diagnostic pop
#endif

/// To instantiate this registers `Op`: `static_assert(registered<Op>::value)`.
template <class Op>
struct registered {
  static constexpr bool value = true;
  friend constexpr auto type_of_record(record_key<&record_of<Op>>) { return std::type_identity<Op>{}; }
};

template <const operation* Record>
  requires requires { type_of_record(record_key<Record>{}); }
struct definition<Record> : decltype(type_of_record(record_key<Record>{})) {};

/// The type of the elements that `Op` produces.
template <class Op>
constexpr element result_type() {
  if constexpr (requires { Op::type; }) return Op::type;
  else return element::real;
}

/// The shape that `Op` gives for operands of these shapes; rank -1 if they do not fit.
template <class Op>
constexpr dims result_shape(const attributes& a, const dims* operands, int count) {
  if constexpr (requires { &Op::shape; }) {
    return Op::shape(a, operands);
  } else {
    dims result = operands[0];
    for (int k = 1; k < count && result.rank >= 0; ++k) result = broadcast(result, operands[k]);
    return result;
  }
}

}  // namespace hello_dl

#pragma once
/// An operation that is not in the library, written as a user would (CONTRIBUTING.md): softsign(x) = x / (1 + |x|).

#include <hello_dl/core/math.hpp>
#include <hello_dl/ops/ops.hpp>

namespace example {

namespace dl = hello_dl;

//[operation
/// softsign(x) = x / (1 + |x|): the derivative is 1 / (1 + |x|)^2
struct softsign_operation {
  static constexpr std::string_view name = "softsign";
  static constexpr int arity = 1;

  /// The value. V is float, double, or a vector of them.
  template <class V>
  static constexpr V apply(V x) {
    return x / (V(1) + dl::math::abs(x));
  }

  /// The gradient with respect to the operand, from the gradient with respect to the result.
  static constexpr dl::term derivative(const dl::application& at, int, dl::term gradient) {
    const dl::term size = abs(at.operand(0)) + 1.0;
    return gradient / (size * size);
  }
};
//]

}  // namespace example

//[record
template <>
struct hello_dl::definition<&hello_dl::record_of<example::softsign_operation>> {
  using type = example::softsign_operation;
};
//]

namespace example {

//[function
/// softsign(x), element by element.
template <dl::expression X>
constexpr auto softsign(const X& x) {
  return dl::element_wise<softsign_operation>(x);
}
//]

}  // namespace example

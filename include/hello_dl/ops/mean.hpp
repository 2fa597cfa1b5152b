#pragma once
/// mean over axes: the sum divided by the number of elements that it adds.

#include <hello_dl/ops/multiply.hpp>
#include <hello_dl/ops/sum.hpp>

namespace hello_dl {

namespace detail {
template <class X, class Sum>
constexpr auto divide_by_count(const Sum& sum) {
  return sum * (static_cast<double>(Sum::shape_value.size()) / static_cast<double>(X::shape_value.size()));
}
}  // namespace detail

/// The mean over the given axes (none named: over all); they vanish from the shape.
template <int... Axes, expression X>
constexpr auto mean(const X& x) {
  return detail::divide_by_count<X>(sum<Axes...>(x));
}
template <int... Axes, expression X>
constexpr auto mean(const X& x, keepdim_t) {
  return detail::divide_by_count<X>(sum<Axes...>(x, keepdim));
}

}  // namespace hello_dl

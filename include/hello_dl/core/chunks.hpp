#pragma once
/// Compile-time loops: `in_chunks<N>(f)` calls f.operator()<0>() to f.operator()<N-1>(). Compilers
/// limit how many operands a fold has (clang: 256), so it expands chunks of 128.

#include <utility>

namespace hello_dl {

namespace detail {
template <int First, class F, int... I>
[[gnu::always_inline]] constexpr void call_each(F& f, std::integer_sequence<int, I...>) {
  (f.template operator()<First + I>(), ...);
}
}  // namespace detail

template <int Count, int First = 0, class F>
[[gnu::always_inline]] constexpr void in_chunks(F&& f) {
  constexpr int chunk = 128;
  if constexpr (First < Count) {
    constexpr int size = Count - First < chunk ? Count - First : chunk;
    detail::call_each<First>(f, std::make_integer_sequence<int, size>{});
    in_chunks<Count, First + size>(f);
  }
}

}  // namespace hello_dl

#pragma once
/// The members of a plain struct, as a tuple of references and with their names. C++20 has no
/// reflection; three of its corners together serve: how many values can initialise an aggregate tells
/// how many members it has, a structured binding gives them, and the name of a function that was
/// instantiated with a member's address contains the member's name.

#include <concepts>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace hello_dl::detail {

/// Converts to anything: a stand-in for one member's initial value.
struct anything {
  template <class T>
  constexpr operator T() const;  // never defined, only asked about
};

template <class T, int... I>
concept initialisable_with = requires { T{(static_cast<void>(I), anything{})...}; };

template <class T, int... I>
constexpr int count_members(std::integer_sequence<int, I...>) {
  if constexpr (initialisable_with<T, I..., 0>)
    return count_members<T>(std::make_integer_sequence<int, sizeof...(I) + 1>{});
  else return sizeof...(I);
}

template <class T>
inline constexpr int member_count = count_members<T>(std::integer_sequence<int>{});

/// References to all members, in the order of their declaration.
template <class T>
constexpr auto members(T& aggregate) {
  constexpr int count = member_count<std::remove_const_t<T>>;
  static_assert(count <= 16, "module: a struct may have at most 16 members; group them in structs or std::array");
  if constexpr (count == 0) return std::tuple<>{};
  else if constexpr (count == 1) { auto& [a] = aggregate; return std::tie(a); }
  else if constexpr (count == 2) { auto& [a, b] = aggregate; return std::tie(a, b); }
  else if constexpr (count == 3) { auto& [a, b, c] = aggregate; return std::tie(a, b, c); }
  else if constexpr (count == 4) { auto& [a, b, c, d] = aggregate; return std::tie(a, b, c, d); }
  else if constexpr (count == 5) { auto& [a, b, c, d, e] = aggregate; return std::tie(a, b, c, d, e); }
  else if constexpr (count == 6) { auto& [a, b, c, d, e, f] = aggregate; return std::tie(a, b, c, d, e, f); }
  else if constexpr (count == 7) { auto& [a, b, c, d, e, f, g] = aggregate; return std::tie(a, b, c, d, e, f, g); }
  else if constexpr (count == 8) { auto& [a, b, c, d, e, f, g, h] = aggregate; return std::tie(a, b, c, d, e, f, g, h); }
  else if constexpr (count == 9) { auto& [a, b, c, d, e, f, g, h, i] = aggregate; return std::tie(a, b, c, d, e, f, g, h, i); }
  else if constexpr (count == 10) { auto& [a, b, c, d, e, f, g, h, i, j] = aggregate; return std::tie(a, b, c, d, e, f, g, h, i, j); }
  else if constexpr (count == 11) { auto& [a, b, c, d, e, f, g, h, i, j, k] = aggregate; return std::tie(a, b, c, d, e, f, g, h, i, j, k); }
  else if constexpr (count == 12) { auto& [a, b, c, d, e, f, g, h, i, j, k, l] = aggregate; return std::tie(a, b, c, d, e, f, g, h, i, j, k, l); }
  else if constexpr (count == 13) { auto& [a, b, c, d, e, f, g, h, i, j, k, l, m] = aggregate; return std::tie(a, b, c, d, e, f, g, h, i, j, k, l, m); }
  else if constexpr (count == 14) { auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n] = aggregate; return std::tie(a, b, c, d, e, f, g, h, i, j, k, l, m, n); }
  else if constexpr (count == 15) { auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o] = aggregate; return std::tie(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o); }
  else if constexpr (count == 16) { auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p] = aggregate; return std::tie(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p); }
}

template <class T>
inline constexpr T sample{};

template <class Member>
struct address {
  const Member* member;
};

template <auto Address>
constexpr const char* function_name() {
  return __PRETTY_FUNCTION__;
}

/// The last identifier before the last closing brace: g++ ends in `model::weight)}]`, clang in
/// `sample.weight}]`.
constexpr std::string_view last_identifier(std::string_view text) {
  constexpr std::string_view letters =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
  const std::size_t end = text.find_last_of(letters, text.rfind('}')) + 1;
  const std::size_t begin = text.find_last_not_of(letters, end - 1) + 1;
  return text.substr(begin, end - begin);
}

/// The name of member number I of T.
template <class T, std::size_t I>
constexpr std::string_view member_name() {
  constexpr const auto& member = std::get<I>(members(sample<T>));
  return last_identifier(function_name<address<std::remove_cvref_t<decltype(member)>>{&member}>());
}

}  // namespace hello_dl::detail

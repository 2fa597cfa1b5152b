#pragma once
/// What a function costs, as constants of its program: for static_asserts on structure. Arguments as
/// for `text` (expr/print.hpp).

#include <hello_dl/runtime/evaluate.hpp>

namespace hello_dl {

namespace detail {
template <class F, class Inputs>
struct program_on;
template <class F, class... Inputs>
struct program_on<F, std::tuple<Inputs...>> : function_program<F, Inputs...> {};
template <class F, class... Named>
using program_for = program_on<F, inputs_of<F, Named...>>;
}  // namespace detail

/// How many nodes the program of f has, inputs and constants included.
template <class... Inputs, class F>
constexpr extent node_count(const F&) {
  return detail::program_for<F, Inputs...>::table.sizes.nodes;
}

/// How many floating-point operations one evaluation of f takes.
template <class... Inputs, class F>
constexpr extent flops(const F&) {
  return detail::program_for<F, Inputs...>::table.flops;
}

/// How many bytes of memory an evaluation of f in elements of type T needs beside its arguments and results.
template <class T, class... Inputs, class F>
constexpr extent arena_bytes(const F&) {
  return arena_elements<detail::program_for<F, Inputs...>, T> * static_cast<extent>(sizeof(T));
}

}  // namespace hello_dl

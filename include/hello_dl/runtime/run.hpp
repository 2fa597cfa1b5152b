#pragma once
/// A frozen program as code: one statement for each step of its schedule.

#include <hello_dl/core/chunks.hpp>
#include <hello_dl/runtime/fused_loop.hpp>

namespace hello_dl {

namespace detail {
template <class Program, class T, int Step>
constexpr void run_step(const memory<T>& m) {
  constexpr step s = Program::table.steps[Step];
  if constexpr (s.fused) {
    fused_loop<Program, T, Step>::run(m);
  } else {
    constexpr int id = Program::table.members[s.first];
    definition<Program::table.nodes[id].op>::type::run(site<Program, T, id>{m});
  }
}
}  // namespace detail

/// Runs all steps of `Program` in elements of type T. The outputs must not overlap anything else.
template <class Program, class T>
constexpr void run(const memory<T>& m) {
  in_chunks<static_cast<int>(Program::table.sizes.steps)>(
      [&]<int Step> { detail::run_step<Program, T, Step>(m); });
}

}  // namespace hello_dl

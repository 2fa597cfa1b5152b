#pragma once
/// A frozen program as code: one statement for each step of its schedule.

#include <hello_dl/core/chunks.hpp>
#include <hello_dl/runtime/fused_loop.hpp>
#include <hello_dl/runtime/tile_sink.hpp>

namespace hello_dl {

namespace detail {
template <class Program, class T, int Step, class Memory>
constexpr void run_step(const Memory& m) {
  constexpr step s = Program::table.steps[Step];
  if constexpr (s.fused) {
    fused_loop<Program, T, Step>::run(m);
  } else {
    constexpr int id = Program::table.members[s.first];
    definition<Program::table.nodes[id].op>::type::run(site<Program, T, id, Memory>{m});
  }
  if constexpr (requires { m.check; })
    if (m.check) [[unlikely]] m.check->after(Step, m.arena, m.outputs);
}
}  // namespace detail

namespace detail {
template <class Program, class T, int Step>
constexpr extent scratch_elements() {
  constexpr step s = Program::table.steps[Step];
  constexpr int id = Program::table.members[s.first];
  using kernel_site = site<Program, T, id>;
  if constexpr (s.fused) return 0;
  else if constexpr (requires { definition<kernel_site::self.op>::type::template scratch<kernel_site>(); })
    return definition<kernel_site::self.op>::type::template scratch<kernel_site>();
  else return 0;
}
template <class Program, class T>
constexpr extent largest_scratch() {
  extent largest = 0;
  in_chunks<static_cast<int>(Program::table.sizes.steps)>([&]<int Step> {
    constexpr extent wanted = scratch_elements<Program, T, Step>();
    largest = wanted > largest ? wanted : largest;
  });
  return largest;
}
}  // namespace detail

/// The memory that a run needs beside its inputs and outputs, in elements: the planned values, then
/// the largest scratch space that any kernel asks for.
template <class Program, class T>
inline constexpr extent arena_elements = Program::table.arena_size + detail::largest_scratch<Program, T>();

/// Runs all steps of `Program` in elements of type T, on memory<T> or what is derived from it. The outputs must
/// not overlap anything else.
template <class Program, class T, class Memory = memory<T>>
constexpr void run(const Memory& m) {
  in_chunks<static_cast<int>(Program::table.sizes.steps)>(
      [&]<int Step> { detail::run_step<Program, T, Step>(m); });
}

}  // namespace hello_dl

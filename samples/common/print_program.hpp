#pragma once
/// A program that is being made, as lines of text: its steps, and where their values lie.

#include <hello_dl/hello_dl.hpp>

#include <iostream>

namespace samples {

/// The names of `hello_dl::space`, in its order.
constexpr const char* spaces[] = {"register", "constant", "table", "input", "parameter", "output", "arena"};

/// "step 0, one kernel:  matmul -> register  tanh -> arena 128"
inline void print_step(const hello_dl::program_draft& program, int number) {
  const hello_dl::step& step = program.order.steps[number];
  std::cout << "step " << number << (step.fused ? ", one loop:" : ", one kernel:");
  for (int member = 0; member < step.count; ++member) {
    const int id = program.order.members[step.first + member];
    const hello_dl::location& at = program.memory.locations[id];
    std::cout << "  " << program.list.nodes[id].op->name << " -> " << spaces[static_cast<int>(at.where)];
    if (at.where == hello_dl::space::arena) std::cout << " " << at.offset;
  }
  std::cout << '\n';
}

/// All steps, and the size of the arena.
inline void print_steps(const hello_dl::program_draft& program) {
  for (int step = 0; step < program.order.steps.size(); ++step) print_step(program, step);
  std::cout << "arena: " << program.memory.arena_size << " elements\n";
}

}  // namespace samples

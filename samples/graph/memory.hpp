#pragma once
#include <hello_dl/hello_dl.hpp>

#include <string>

namespace samples {

/// The values of a program that stand in its arena, as a table: where, from which step to which, and what they are.
std::string memory_table(const hello_dl::program_draft& program);

/// The same as an SVG drawing: steps to the right, memory upwards, a rectangle for each value.
std::string memory_drawing(const hello_dl::program_draft& program);

}  // namespace samples

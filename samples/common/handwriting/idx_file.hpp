#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace samples::handwriting {

/// Writes a gzipped IDX file of bytes; `dimensions` outermost first, their product is the number of
/// values. Throws std::runtime_error, "cannot write FILE: <reason>".
void write_idx(const std::string& file, const std::vector<std::uint32_t>& dimensions,
               const std::vector<std::uint8_t>& values);

}  // namespace samples::handwriting

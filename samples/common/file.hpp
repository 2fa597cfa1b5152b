#pragma once
#include <string>
#include <string_view>

namespace samples {

/// Writes a file whole or not at all: writes beside it (file.tmp), then renames.
/// Throws std::runtime_error, "cannot write FILE: <reason>".
void write_file(const std::string& file, std::string_view content);

}  // namespace samples

#pragma once
#include <span>
#include <string>
#include <string_view>

namespace hello_dl {

/// Writes a file whole or not at all, even if the program is killed or the power fails meanwhile: writes beside it
/// (file.tmp), has the disk confirm that, then renames. When this returns, the new file is on the disk.
/// Throws std::runtime_error, "cannot write FILE: <reason>"; the file is then as it was before.
void write_file(const std::string& file, std::string_view content);

/// The same, of several pieces one after the other.
void write_file(const std::string& file, std::span<const std::string_view> pieces);

}  // namespace hello_dl

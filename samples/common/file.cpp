#include "file.hpp"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <system_error>

namespace samples {
namespace {

/// Whether all of it arrived; if not, errno tells why.
bool write_all(const std::string& file, std::string_view content) {
  std::ofstream stream{file, std::ios::binary};
  stream.write(content.data(), static_cast<std::streamsize>(content.size()));
  stream.close();
  return !stream.fail();
}

}  // namespace

void write_file(const std::string& file, std::string_view content) {
  const std::string beside = file + ".tmp";
  errno = 0;
  if (write_all(beside, content) && std::rename(beside.c_str(), file.c_str()) == 0) return;
  const std::string reason = std::generic_category().message(errno);
  std::error_code ignored;
  std::filesystem::remove(beside, ignored);
  throw std::runtime_error{"cannot write " + file + ": " + reason};
}

}  // namespace samples

#include "idx_file.hpp"

#include <zlib.h>

#include <cerrno>
#include <stdexcept>
#include <system_error>

namespace samples::handwriting {
namespace {

using bytes = std::vector<std::uint8_t>;

/// Two zero bytes, the type code of unsigned bytes, the rank, then each extent in big endian.
bytes header(const std::vector<std::uint32_t>& dimensions) {
  bytes result{0, 0, 8, std::uint8_t(dimensions.size())};
  for (const std::uint32_t extent : dimensions) {
    for (const int shift : {24, 16, 8, 0}) result.push_back(std::uint8_t(extent >> shift));
  }
  return result;
}

bool write(gzFile file, const bytes& values) {
  return gzwrite(file, values.data(), unsigned(values.size())) > 0;
}

}  // namespace

void write_idx(const std::string& file, const std::vector<std::uint32_t>& dimensions,
               const bytes& values) {
  errno = 0;
  const gzFile out = gzopen(file.c_str(), "wb");
  const bool written = out && write(out, header(dimensions)) && write(out, values);
  const bool closed = out && gzclose(out) == Z_OK;
  if (written && closed) return;
  throw std::runtime_error("cannot write " + file + ": " + std::generic_category().message(errno));
}

}  // namespace samples::handwriting

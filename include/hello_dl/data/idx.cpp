#include <hello_dl/data/byte_source.hpp>
#include <hello_dl/data/idx.hpp>

#include <array>
#include <limits>
#include <new>

namespace hello_dl {

namespace {

using bytes = std::span<std::uint8_t>;

constexpr std::uint8_t unsigned_bytes = 0x08;

std::string hex(bytes values) {
  constexpr char digits[] = "0123456789abcdef";
  std::string text;
  for (const std::uint8_t value : values) {
    if (!text.empty()) text += ' ';
    text += {digits[value / 16], digits[value % 16]};
  }
  return text;
}

std::string text_of(const std::vector<std::size_t>& extents) {
  std::string text;
  for (const std::size_t extent : extents)
    text += (text.empty() ? "" : " x ") + std::to_string(extent);
  return text;
}

void read_header_bytes(detail::byte_source& source, const std::string& file, bytes out) {
  const std::size_t found = source.read(out);
  if (found < out.size()) throw data_error{file, "an IDX header", "that the file ends within it"};
}

/// Reads the header and returns the extents.
std::vector<std::size_t> read_header(detail::byte_source& source, const std::string& file,
                                     int rank) {
  std::array<std::uint8_t, 4> word;
  read_header_bytes(source, file, word);
  std::array<std::uint8_t, 4> wanted{0, 0, unsigned_bytes, static_cast<std::uint8_t>(rank)};
  if (word != wanted)
    throw data_error{file,
                     "an IDX file of unsigned bytes and rank " + std::to_string(rank) +
                         " (first bytes " + hex(wanted) + ")",
                     "first bytes " + hex(word)};
  std::vector<std::size_t> extents;
  for (int axis = 0; axis < rank; ++axis) {
    read_header_bytes(source, file, word);
    extents.push_back(std::size_t{word[0]} << 24 | std::size_t{word[1]} << 16 |
                      std::size_t{word[2]} << 8 | word[3]);
    if (extents.back() == 0) throw data_error{file, "extents of at least 1 in its header", "0"};
  }
  return extents;
}

/// The bytes that the header announces; the largest number if the product does not fit.
std::size_t product(const std::vector<std::size_t>& extents) {
  std::size_t result = 1;
  for (const std::size_t extent : extents)
    if (__builtin_mul_overflow(result, extent, &result))
      return std::numeric_limits<std::size_t>::max();
  return result;
}

/// The first pass: throws unless what follows the header is as long as announced, and intact.
void require_announced_size(detail::byte_source& source, const std::string& file,
                            const std::vector<std::size_t>& extents) {
  std::array<std::uint8_t, 1 << 16> buffer;
  const std::size_t announced = product(extents);
  const std::string expected = text_of(extents) + " bytes after its header";
  std::size_t found = 0, piece = 0;
  do {
    piece = source.read(buffer);
    found += piece;
    if (found > announced) throw data_error{file, expected, "more"};
  } while (piece == buffer.size());
  if (found < announced) throw data_error{file, expected, std::to_string(found)};
}

std::vector<std::uint8_t> allocate(const std::string& file, std::size_t size) try {
  return std::vector<std::uint8_t>(size);
} catch (const std::bad_alloc&) {
  throw data_error{file, "memory for its " + std::to_string(size) + " bytes", "too little"};
}

}  // namespace

idx_array read_idx(const std::string& file, int rank) {
  detail::byte_source first_pass{file};
  idx_array array{read_header(first_pass, file, rank), {}};
  require_announced_size(first_pass, file, array.extents);

  detail::byte_source second_pass{file};
  const bool same_header = read_header(second_pass, file, rank) == array.extents;
  array.values = allocate(file, product(array.extents));
  if (!same_header || second_pass.read(array.values) != array.values.size())
    throw data_error{file, "a file at rest", "that it changed while it was read"};
  return array;
}

}  // namespace hello_dl

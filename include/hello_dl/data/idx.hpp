#pragma once
/// The IDX format, in which MNIST and EMNIST are published: http://yann.lecun.com/exdb/mnist
/// A header (two zero bytes, the type, the rank, one big-endian 32-bit extent per dimension), then
/// the values in row-major order.

#include <hello_dl/data/error.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace hello_dl {

/// An array of bytes: labels have rank 1 (count), images rank 3 (count, rows, columns).
struct idx_array {
  std::vector<std::size_t> extents;
  std::vector<std::uint8_t> values;
};

/// Reads an IDX file of unsigned bytes and the given rank (1 to 3), plain or gzipped.
///
/// Throws data_error unless the file is intact and holds exactly what its header announces. The
/// header is not trusted: the content is counted and its checksum compared before memory is
/// allocated for it, so a lie costs no more than a fixed buffer; a good file is decompressed twice.
idx_array read_idx(const std::string& file, int rank);

}  // namespace hello_dl

#pragma once
/// The bytes of a file, gunzipped on the way if it is gzipped. Boost.Iostreams stays behind this.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace hello_dl::detail {

/// Throws data_error for anything else: to open it could wait for ever (a pipe) or never end (a device).
void require_regular_file(const std::string& file);

class byte_source {
 public:
  /// Opens a regular file. That it is gzipped shows in its first two bytes, 1f 8b, not in its name.
  explicit byte_source(const std::string& file);
  ~byte_source();

  /// Fills `bytes` and returns how many were read: fewer than asked for only at the end.
  /// A gzip stream that is cut, damaged or fails its checksum is a data_error.
  std::size_t read(std::span<std::uint8_t> bytes);

 private:
  struct stream;
  std::string file_;
  std::unique_ptr<stream> stream_;
};

}  // namespace hello_dl::detail

#pragma once
/// Small files, good and hostile, for the tests of the data readers.

#include <hello_dl/data/error.hpp>

#include <zlib.h>
#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace test {

using bytes = std::vector<std::uint8_t>;

/// A new folder under the system's temporary one, removed at the end.
class temporary_folder {
 public:
  temporary_folder() {
    std::string pattern = std::filesystem::temp_directory_path() / "hello-dl-XXXXXX";
    BOOST_REQUIRE(mkdtemp(pattern.data()));
    path_ = pattern;
  }
  ~temporary_folder() { std::filesystem::remove_all(path_); }
  temporary_folder(const temporary_folder&) = delete;
  temporary_folder& operator=(const temporary_folder&) = delete;

  const std::string& path() const { return path_; }
  std::string operator/(const std::string& name) const { return path_ + '/' + name; }

 private:
  std::string path_;
};

inline std::string write(const std::string& file, const bytes& content) {
  std::ofstream stream{file, std::ios::binary};
  stream.write(reinterpret_cast<const char*>(content.data()),
               static_cast<std::streamsize>(content.size()));
  BOOST_REQUIRE(stream.flush());
  return file;
}

inline std::string content_of(const std::string& file) {
  std::ifstream stream{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{stream}, {}};
}

inline bytes bytes_of(const std::string& text) { return {text.begin(), text.end()}; }

inline bytes join(bytes first, const bytes& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

/// One gzip member.
inline bytes gzip(bytes content) {
  z_stream stream{};
  BOOST_REQUIRE(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  bytes result(deflateBound(&stream, content.size()));
  stream.next_in = content.data();
  stream.avail_in = static_cast<uInt>(content.size());
  stream.next_out = result.data();
  stream.avail_out = static_cast<uInt>(result.size());
  BOOST_REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  result.resize(stream.total_out);
  deflateEnd(&stream);
  return result;
}

/// An IDX file of unsigned bytes whose header announces `extents`, whatever `values` holds.
inline bytes idx(const std::vector<std::uint32_t>& extents, const bytes& values) {
  bytes file{0, 0, 8, static_cast<std::uint8_t>(extents.size())};
  for (const std::uint32_t extent : extents)
    for (const int shift : {24, 16, 8, 0})
      file.push_back(static_cast<std::uint8_t>(extent >> shift));
  return join(file, values);
}

/// 0, 1, 2, ... modulo 251, so that no period hides a shift.
inline bytes ramp(std::size_t count) {
  bytes values(count);
  for (std::size_t i = 0; i < count; ++i) values[i] = static_cast<std::uint8_t>(i % 251);
  return values;
}

/// What the data_error says that `action` throws; empty if it throws none.
template <class Action>
std::string error_of(Action action) {
  try {
    action();
    return {};
  } catch (const hello_dl::data_error& error) {
    return error.what();
  }
}

inline bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace test

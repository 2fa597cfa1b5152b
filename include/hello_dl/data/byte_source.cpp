#include <hello_dl/data/byte_source.hpp>
#include <hello_dl/data/error.hpp>

#include <boost/iostreams/device/file.hpp>
#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filtering_streambuf.hpp>

#include <filesystem>
#include <fstream>

namespace hello_dl::detail {

namespace io = boost::iostreams;

namespace {

constexpr int buffer_size = 1 << 16;

bool is_gzipped(const std::string& file) {
  std::ifstream stream{file, std::ios::binary};
  return stream.get() == 0x1f && stream.get() == 0x8b;
}

std::string damage(const io::gzip_error& error) {
  switch (error.error()) {
    case io::gzip::bad_crc:
      return "that its checksum does not match its content";
    case io::gzip::bad_header:
      return "a broken gzip header, or other bytes after the end";
    case io::gzip::bad_footer:
      return "that it is cut short";
    default:
      return error.zlib_error_code() == io::zlib::buf_error ? "that it is cut short"
                                                            : "damaged compressed data";
  }
}

}  // namespace

void require_regular_file(const std::string& file) {
  std::error_code ignored;
  const std::filesystem::file_status status = std::filesystem::status(file, ignored);
  if (!std::filesystem::exists(status)) throw data_error{file, "a file", "none"};
  if (!std::filesystem::is_regular_file(status))
    throw data_error{file, "a file", "something that is not a regular file"};
  if (!std::ifstream{file}) throw data_error{file, "a readable file", "that it cannot be opened"};
}

struct byte_source::stream : io::filtering_istreambuf {};

byte_source::byte_source(const std::string& file)
    : file_{file}, stream_{std::make_unique<stream>()} {
  require_regular_file(file);
  if (is_gzipped(file))
    stream_->push(io::gzip_decompressor{io::zlib::default_window_bits, buffer_size}, buffer_size);
  stream_->push(io::file_source{file, std::ios::binary}, buffer_size);
}

byte_source::~byte_source() = default;

std::size_t byte_source::read(std::span<std::uint8_t> bytes) try {
  const auto size = static_cast<std::streamsize>(bytes.size());
  return static_cast<std::size_t>(stream_->sgetn(reinterpret_cast<char*>(bytes.data()), size));
} catch (const io::gzip_error& error) {
  throw data_error{file_, "an intact gzip file", damage(error)};
} catch (const std::ios_base::failure& error) {
  throw data_error{file_, "a readable file", error.what()};
}

}  // namespace hello_dl::detail

#pragma once
/// Hands what the fuzzer made up to a reader of files.

#include <hello_dl/data/error.hpp>

#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <string>

namespace fuzz {

/// A file in memory. Its name begins with a slash, as files' names in sentences do.
class input_file {
 public:
  input_file(const std::uint8_t* data, std::size_t size) : descriptor_{memfd_create("fuzz", MFD_CLOEXEC)} {
    if (descriptor_ < 0 || write(descriptor_, data, size) != static_cast<ssize_t>(size)) std::abort();
    name_ = "/proc/self/fd/" + std::to_string(descriptor_);
  }
  ~input_file() { close(descriptor_); }
  input_file(const input_file&) = delete;
  input_file& operator=(const input_file&) = delete;

  const std::string& name() const { return name_; }

 private:
  int descriptor_;
  std::string name_;
};

/// Calls read(name of a file with these bytes). It may refuse the file with one sentence that begins with the name; all else
/// that it throws, or does, is a bug.
template <class Read>
int try_to_read(const std::uint8_t* data, std::size_t size, Read&& read) {
  const input_file file{data, size};
  try {
    read(file.name());
  } catch (const hello_dl::data_error& error) {
    const std::string sentence = error.what();
    if (!sentence.starts_with(file.name() + ": expected ") || sentence.find('\n') != std::string::npos) std::abort();
  }
  return 0;
}

}  // namespace fuzz

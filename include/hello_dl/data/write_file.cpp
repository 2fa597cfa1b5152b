#include <hello_dl/data/write_file.hpp>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <stdexcept>
#include <system_error>

namespace hello_dl {
namespace {

/// An open file or folder. The functions return whether they succeeded; if not, errno tells why.
class descriptor {
 public:
  descriptor(const std::string& path, int flags) : number_{open(path.c_str(), flags | O_CLOEXEC, 0666)} {}
  ~descriptor() {
    if (number_ >= 0) close(number_);
  }
  descriptor(const descriptor&) = delete;
  descriptor& operator=(const descriptor&) = delete;

  bool is_open() const { return number_ >= 0; }
  bool write_all(std::string_view content) const {
    while (!content.empty()) {
      const ssize_t written = write(number_, content.data(), content.size());
      if (written < 0 && errno != EINTR) return false;
      if (written > 0) content.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
  }
  /// Waits until it is on the disk.
  bool sync() const { return fsync(number_) == 0; }

 private:
  int number_;
};

bool write_and_sync(const std::string& file, std::span<const std::string_view> pieces) {
  const descriptor out{file, O_WRONLY | O_CREAT | O_TRUNC};
  if (!out.is_open()) return false;
  for (const std::string_view piece : pieces)
    if (!out.write_all(piece)) return false;
  return out.sync();
}

/// The new name is on the disk when the folder is. Some file systems cannot say so (EINVAL).
bool sync_folder_of(const std::string& file) {
  const std::filesystem::path folder = std::filesystem::path{file}.parent_path();
  const descriptor opened{folder.empty() ? "." : folder.string(), O_RDONLY | O_DIRECTORY};
  return opened.is_open() && (opened.sync() || errno == EINVAL);
}

}  // namespace

void write_file(const std::string& file, std::string_view content) { write_file(file, std::span{&content, 1}); }

void write_file(const std::string& file, std::span<const std::string_view> pieces) {
  const std::string beside = file + ".tmp";
  if (write_and_sync(beside, pieces) && std::rename(beside.c_str(), file.c_str()) == 0 && sync_folder_of(file)) return;
  const std::string reason = std::generic_category().message(errno);
  std::error_code ignored;
  std::filesystem::remove(beside, ignored);
  throw std::runtime_error{"cannot write " + file + ": " + reason};
}

}  // namespace hello_dl

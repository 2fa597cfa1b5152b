#include "handwriting.hpp"

#include <hello_dl/data/write_file.hpp>
#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

#include "canvas.hpp"
#include "idx_file.hpp"
#include "labelled.hpp"

namespace samples {
namespace fs = std::filesystem;

namespace handwriting {
namespace {

/// Raise it with every change to the images, so that cached ones are made anew.
constexpr int version = 1;

/// A new folder that goes away at the end, unless it was renamed before.
struct scratch_folder {
  explicit scratch_folder(fs::path where) : path(std::move(where)) { fs::create_directories(path); }
  scratch_folder(const scratch_folder&) = delete;
  ~scratch_folder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }

  const fs::path path;
};

void write_part(const fs::path& folder, const split& wanted, part which) {
  const bool train = which == part::train;
  const int per_class = train ? wanted.train_per_class : wanted.test_per_class;
  const labelled_images drawn = draw_part(wanted, which, per_class);
  const auto count = std::uint32_t(drawn.labels.size());
  const std::string stem = folder / ("emnist-" + wanted.name + (train ? "-train" : "-test"));
  write_idx(stem + "-images-idx3-ubyte.gz", {count, image_side, image_side}, drawn.pixels);
  write_idx(stem + "-labels-idx1-ubyte.gz", {count}, drawn.labels);
}

bool is_running(pid_t process) { return kill(process, 0) == 0 || errno != ESRCH; }

/// Removes the scratch folders (PREFIX and a process id) of processes that were killed.
void remove_leftovers(const std::string& prefix) {
  std::error_code ignored;
  for (const fs::path& entry : fs::directory_iterator(fs::path(prefix).parent_path(), ignored)) {
    const std::string name = entry;
    if (!name.starts_with(prefix)) continue;
    if (!is_running(std::atoi(name.c_str() + prefix.size()))) fs::remove_all(entry, ignored);
  }
}

/// Two processes may do this at a time: the first to rename wins, the other one drops its set.
void make(const fs::path& folder, const split& wanted) {
  const std::string prefix = folder.string() + ".tmp";
  remove_leftovers(prefix);
  const scratch_folder scratch(prefix + std::to_string(getpid()));
  write_part(scratch.path, wanted, part::train);
  write_part(scratch.path, wanted, part::test);
  hello_dl::write_file(scratch.path / ("emnist-" + wanted.name + "-mapping.txt"), mapping(wanted));
  std::error_code failed;
  fs::rename(scratch.path, folder, failed);
  if (failed && !fs::is_directory(folder)) throw fs::filesystem_error("rename", folder, failed);
}

}  // namespace

handwriting_set ensure(const fs::path& cache, const split& wanted) try {
  const fs::path folder = cache / ("handwriting-" + wanted.name + "-v" + std::to_string(version));
  if (fs::is_directory(folder)) return {folder, false};
  make(folder, wanted);
  return {folder, true};
} catch (const fs::filesystem_error& error) {
  throw std::runtime_error("cannot make handwriting in " + cache.string() + ": " +
                           error.code().message());
}

}  // namespace handwriting

handwriting_set ensure_handwriting(const fs::path& cache, const std::string& split) {
  return handwriting::ensure(cache, handwriting::find_split(split));
}

}  // namespace samples

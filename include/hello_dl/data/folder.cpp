#include <hello_dl/data/folder.hpp>

#include <cstdlib>
#include <filesystem>

namespace hello_dl {

namespace {

/// Empty if the variable is unset.
std::string environment(const char* name) {
  const char* const value = std::getenv(name);
  return value ? value : "";
}

std::string cache_folder() {
  const std::string cache = environment("XDG_CACHE_HOME"), home = environment("HOME");
  if (!cache.empty()) return cache;
  return home.empty() ? "" : home + "/.cache";
}

}  // namespace

std::string default_data_folder() {
  if (const std::string named = environment("HELLO_DL_DATA"); !named.empty()) return named;
  const std::string cache = cache_folder();
  if (cache.empty()) return "";
  const std::string fetched = cache + "/hello-dl/emnist";
  std::error_code ignored;
  return std::filesystem::is_directory(fetched + "/gzip", ignored) ? fetched : "";
}

}  // namespace hello_dl

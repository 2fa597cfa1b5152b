#include <hello_dl/data/error.hpp>
#include <hello_dl/data/splits.hpp>

#include <filesystem>
#include <optional>
#include <vector>

namespace hello_dl::detail {

namespace {

/// The two capitals and small letters that look alike (C c, O o, ...) are one class.
constexpr std::string_view merged_classes = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabdefghnqrt";

constexpr split_info splits[] = {
    {"byclass", 0, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"},
    {"bymerge", 0, merged_classes},
    {"balanced", 0, merged_classes},
    {"letters", 1, "abcdefghijklmnopqrstuvwxyz"},
    {"digits", 0, "0123456789"},
    {"mnist", 0, "0123456789"},
};

/// One of the ways in which the four files are called.
struct naming {
  std::string train, test;
  char separator;
  bool transposed;

  std::string images(const std::string& part) const {
    return part + "-images" + separator + "idx3-ubyte";
  }
  std::string labels(const std::string& part) const {
    return part + "-labels" + separator + "idx1-ubyte";
  }
};

std::string emnist_name(const split_info& split) { return "emnist-" + std::string{split.name}; }

std::vector<naming> namings_of(const split_info& split) {
  const std::string emnist = emnist_name(split);
  std::vector<naming> namings{{emnist + "-train", emnist + "-test", '-', true}};
  if (split.name == "mnist") {
    namings.push_back({"train", "t10k", '-', false});
    namings.push_back({"train", "t10k", '.', false});
  }
  return namings;
}

bool exists(const std::string& file) {
  std::error_code ignored;
  return std::filesystem::exists(file, ignored);
}

/// The path of `name` or `name`.gz in `folder`, if one is there.
std::optional<std::string> find_file(const std::string& folder, const std::string& name) {
  for (const char* suffix : {".gz", ""})
    if (const std::string file = folder + '/' + name + suffix; exists(file)) return file;
  return {};
}

std::string require_file(const std::string& folder, const std::string& name) {
  if (const auto file = find_file(folder, name)) return *file;
  throw data_error{folder, name + ".gz beside the other files of its split", "none"};
}

part_files require_part(const std::string& folder, const naming& names, const std::string& part) {
  return {require_file(folder, names.images(part)), require_file(folder, names.labels(part))};
}

struct location {
  std::string folder;
  naming names;
};

/// A split is where its training images are.
std::optional<location> locate(const std::string& folder, const split_info& split) {
  for (const naming& names : namings_of(split))
    for (const std::string& place : {folder, folder + "/gzip"})
      if (find_file(place, names.images(names.train))) return location{place, names};
  return {};
}

template <class Condition>
std::string list_splits(Condition condition) {
  std::string list;
  for (const split_info& split : splits)
    if (condition(split)) list += (list.empty() ? "" : ", ") + std::string{split.name};
  return list;
}

[[noreturn]] void report_missing(const std::string& folder, const split_info& split) {
  const std::string wanted = namings_of(split).front().train + "-images-idx3-ubyte.gz";
  const std::string there =
      list_splits([&](const split_info& other) { return locate(folder, other).has_value(); });
  throw data_error{folder, "the split \"" + std::string{split.name} + "\" (" + wanted + ", ...)",
                   !exists(folder) ? "no such folder"
                   : there.empty() ? "no split in it"
                                   : "only " + there};
}

}  // namespace

const split_info& split_named(std::string_view name) {
  for (const split_info& split : splits)
    if (split.name == name) return split;
  const std::string known = list_splits([](const split_info&) { return true; });
  throw data_error{"split", "one of " + known, '"' + std::string{name} + '"'};
}

split_files find_split(const std::string& folder, const split_info& split) {
  const auto found = locate(folder, split);
  if (!found) report_missing(folder, split);
  const auto& [place, names] = *found;
  const std::string mapping = place + '/' + emnist_name(split) + "-mapping.txt";
  return {require_part(place, names, names.train), require_part(place, names, names.test),
          exists(mapping) ? mapping : "", names.transposed};
}

}  // namespace hello_dl::detail

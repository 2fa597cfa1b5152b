#include <hello_dl/data/byte_source.hpp>
#include <hello_dl/data/error.hpp>
#include <hello_dl/data/mapping.hpp>

#include <array>
#include <map>
#include <optional>
#include <sstream>

namespace hello_dl::detail {

namespace {

/// The longest real one has 62 lines of at most nine characters.
constexpr std::size_t most_bytes = 4096;

std::string read_text(const std::string& file) {
  std::array<std::uint8_t, most_bytes + 1> buffer;
  const std::size_t size = byte_source{file}.read(buffer);
  if (size > most_bytes) throw data_error{file, "a mapping of at most 4096 bytes", "more"};
  return {buffer.begin(), buffer.begin() + static_cast<std::ptrdiff_t>(size)};
}

std::vector<std::string> built_in_names(const split_info& split) {
  std::vector<std::string> names;
  for (const char name : split.classes) names.emplace_back(1, name);
  return names;
}

/// All numbers of the line; nothing if it has anything else.
std::vector<int> numbers_in(const std::string& line) {
  std::istringstream stream{line};
  std::vector<int> numbers;
  while (!(stream >> std::ws).eof()) {
    if (int number = 0; stream >> number) numbers.push_back(number);
    else return {};
  }
  return numbers;
}

bool is_label(int number) { return number >= 0 && number <= 255; }

bool is_printable(int code) { return code > ' ' && code <= '~'; }

struct named_label {
  int label;
  std::string name;
};

/// What the line says; nothing if it is not a label and a printable name.
std::optional<named_label> read_line(const std::string& line) {
  const std::vector<int> numbers = numbers_in(line);
  if (numbers.size() < 2 || !is_label(numbers.front()) || !is_printable(numbers.back())) return {};
  return named_label{numbers.front(), std::string(1, static_cast<char>(numbers.back()))};
}

/// Sets the name that the line gives; false if the line gives none, or one for a class that has
/// one.
bool set_name(const std::string& line, const split_info& split, std::vector<std::string>& names) {
  const auto read = read_line(line);
  if (!read) return false;
  const std::ptrdiff_t index = std::ptrdiff_t{read->label} - split.first_label;
  if (index < 0 || index >= std::ssize(names)) return false;
  std::string& name = names[static_cast<std::size_t>(index)];
  if (!name.empty()) return false;
  name = read->name;
  return true;
}

[[noreturn]] void refuse_line(const std::string& file, std::size_t number) {
  throw data_error{file, "one line per class: a label and the codes of its characters",
                   "something else in line " + std::to_string(number)};
}

}  // namespace

class_list read_mapping(const std::string& file) {
  std::istringstream text{read_text(file)};
  std::map<int, std::string> names;
  for (std::string line; std::getline(text, line);) {
    const auto read = read_line(line);
    if (!read || !names.emplace(read->label, read->name).second) refuse_line(file, names.size() + 1);
  }
  if (names.empty()) throw data_error{file, "at least one class", "none"};
  class_list classes{names.begin()->first, {}};
  for (const auto& [label, name] : names) {
    const int wanted = classes.first_label + static_cast<int>(classes.names.size());
    if (label != wanted)
      throw data_error{file, "labels that follow one another", "no " + std::to_string(wanted) + " before " + std::to_string(label)};
    classes.names.push_back(name);
  }
  return classes;
}

std::vector<std::string> read_mapping(const std::string& file, const split_info& split) {
  if (file.empty()) return built_in_names(split);
  std::istringstream text{read_text(file)};
  std::vector<std::string> names(split.classes.size());
  std::size_t lines = 0;
  for (std::string line; std::getline(text, line);) {
    ++lines;
    if (!set_name(line, split, names)) refuse_line(file, lines);
  }
  if (lines != names.size())
    throw data_error{file, std::to_string(names.size()) + " classes", std::to_string(lines)};
  return names;
}

}  // namespace hello_dl::detail

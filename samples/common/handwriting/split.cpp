#include "split.hpp"

#include <stdexcept>

namespace samples::handwriting {
namespace {

using classes = std::vector<std::string>;

constexpr const char* alphabet = "abcdefghijklmnopqrstuvwxyz";

classes one_each(const std::string& characters) {
  classes result;
  for (const char c : characters) result.emplace_back(1, c);
  return result;
}

/// The capitals; those whose small letters are in `merged` share a class with them.
classes capitals(const std::string& merged) {
  classes result;
  for (const char small : std::string(alphabet)) {
    result.emplace_back(1, char(small - 'a' + 'A'));
    if (merged.find(small) != std::string::npos) result.back() += small;
  }
  return result;
}

classes join(classes digits, const classes& capitals, const classes& small_letters) {
  digits.insert(digits.end(), capitals.begin(), capitals.end());
  digits.insert(digits.end(), small_letters.begin(), small_letters.end());
  return digits;
}

}  // namespace

split find_split(const std::string& name) {
  const classes digits = one_each("0123456789");
  if (name == "letters") return {name, 1, capitals(alphabet), 1000, 200};
  if (name == "digits" || name == "mnist") return {name, 0, digits, 2400, 400};
  if (name == "byclass") {
    return {name, 0, join(digits, capitals(""), one_each(alphabet)), 400, 80};
  }
  if (name == "bymerge" || name == "balanced") {
    const classes merged = capitals("cijklmopsuvwxyz"), apart = one_each("abdefghnqrt");
    return {name, 0, join(digits, merged, apart), 500, 100};
  }
  throw std::invalid_argument("there is no split \"" + name +
                              "\": expected byclass, bymerge, balanced, letters, digits or mnist");
}

std::string mapping(const split& wanted) {
  const bool name_all = wanted.name == "letters";
  std::string lines;
  int label = wanted.first_label;
  for (const std::string& characters : wanted.classes) {
    lines += std::to_string(label++);
    for (const char c : characters.substr(0, name_all ? 2 : 1)) lines += ' ' + std::to_string(c);
    lines += '\n';
  }
  return lines;
}

}  // namespace samples::handwriting

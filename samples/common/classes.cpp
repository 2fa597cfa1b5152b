#include "classes.hpp"

#include <algorithm>
#include <stdexcept>

namespace samples {

int class_named(const hello_dl::dataset& data, const std::string& name, const std::string& option) {
  const auto found = std::ranges::find(data.class_names, name);
  if (found != data.class_names.end()) return static_cast<int>(found - data.class_names.begin());
  std::string known;
  for (const std::string& other : data.class_names) known += " " + other;
  throw std::runtime_error{"--" + option + ": expected one of" + known + ", found '" + name + "'"};
}

}  // namespace samples

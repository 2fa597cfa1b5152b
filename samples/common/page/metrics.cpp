#include "metrics.hpp"

#include <string_view>

namespace samples {

reach reach_of(char character) {
  const auto is_one_of = [&](std::string_view characters) { return characters.find(character) != characters.npos; };
  if (is_one_of("acemnorsuvwxz")) return {0.62, 0};
  if (is_one_of("gpqy")) return {0.62, -0.38};
  if (character == 'j') return {0.95, -0.38};
  if (character == 't') return {0.88, 0};
  return {1, 0};
}

}  // namespace samples

#include "memory.hpp"

#include <algorithm>
#include <iomanip>
#include <sstream>
#include <vector>

namespace samples {
namespace {

namespace dl = hello_dl;

/// A value in the arena: elements [offset, offset + size), from the step that makes it to the last that reads it.
struct stored_value {
  dl::extent offset, size;
  int first_step, last_step;
  std::string name;  ///< the operation and the shape of its result
};

std::string name_of(const dl::node& n) {
  dl::text_builder name;
  name << n.op->name << ' ' << n.shape;
  return std::string{name.view()};
}

/// All of them, by their place.
std::vector<stored_value> stored_values(const dl::program_draft& program) {
  const dl::vector<int> last = dl::detail::memory_planner{program.list, program.order}.last_uses();
  std::vector<stored_value> values;
  for (int id = 0; id < program.list.nodes.size(); ++id) {
    const dl::location& at = program.memory.locations[id];
    const int made = program.order.places[id].step;
    if (at.where == dl::space::arena)
      values.push_back({at.offset, stored_size(program.list.nodes[id]), made, std::max(made, last[id]), name_of(program.list.nodes[id])});
  }
  std::ranges::stable_sort(values, {}, &stored_value::offset);
  return values;
}

}  // namespace

std::string memory_table(const dl::program_draft& program) {
  std::ostringstream table;
  table << "  offset     size  steps     value\n";
  dl::extent all = 0;
  for (const stored_value& v : stored_values(program)) {
    table << std::setw(8) << v.offset << std::setw(9) << v.size << std::setw(5) << v.first_step << " - " << std::left << std::setw(7)
          << v.last_step << std::right << v.name << '\n';
    all += v.size;
  }
  table << "arena: " << program.memory.arena_size << " elements, for values of " << all << '\n';
  return table.str();
}

std::string memory_drawing(const dl::program_draft& program) {
  constexpr double width = 960, height = 540;
  const double per_step = width / static_cast<double>(program.order.steps.size());
  const double per_element = height / static_cast<double>(std::max<dl::extent>(program.memory.arena_size, 1));
  std::ostringstream svg;
  svg << "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 " << width << ' ' << height
      << "' font-family='sans-serif' font-size='9'>\n<rect width='100%' height='100%' fill='#ececf0'/>\n";
  for (const stored_value& v : stored_values(program)) {
    const double left = v.first_step * per_step, wide = (v.last_step - v.first_step + 1) * per_step;
    const double tall = static_cast<double>(v.size) * per_element, top = height - static_cast<double>(v.offset) * per_element - tall;
    svg << "<rect x='" << left << "' y='" << top << "' width='" << wide << "' height='"
        << tall << "' fill='#d6e6ff' stroke='#5b7aa8'><title>" << v.name << "</title></rect>\n";
    const bool has_room = tall >= 10 && wide >= 5.0 * static_cast<double>(v.name.size());
    if (has_room) svg << "<text x='" << left + 2 << "' y='" << top + 9 << "'>" << v.name << "</text>\n";
  }
  svg << "</svg>\n";
  return svg.str();
}

}  // namespace samples

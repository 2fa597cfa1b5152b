#pragma once
#include <string>
#include <string_view>

namespace samples {

/// Draws a graph with Graphviz, which must be installed: writes FILE.dot and from that FILE.svg.
/// Throws std::runtime_error with one sentence if it is not, or cannot.
void draw_with_graphviz(std::string_view graph, const std::string& file);

}  // namespace samples

#include "graphviz.hpp"

#include <hello_dl/data/write_file.hpp>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>

namespace samples {

void draw_with_graphviz(std::string_view graph, const std::string& file) {
  std::string dot = "dot", format = "-Tsvg", to = "-o" + file + ".svg", from = file + ".dot";
  hello_dl::write_file(from, graph);
  char* const command[] = {dot.data(), format.data(), to.data(), from.data(), nullptr};
  pid_t process = 0;
  if (posix_spawnp(&process, "dot", nullptr, nullptr, command, environ) != 0)
    throw std::runtime_error{"--as svg needs Graphviz (package graphviz); what it would draw is in " + from};
  int status = 0;
  if (waitpid(process, &status, 0) != process || status != 0) throw std::runtime_error{"Graphviz could not draw " + from};
}

}  // namespace samples

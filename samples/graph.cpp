// graph: what the compiler makes of a network: its graph, gradient, steps and memory, as text or drawn
#include <hello_dl/data/write_file.hpp>

#include <filesystem>

#include "common/print_program.hpp"
#include "common/run_main.hpp"
#include "digits/network.hpp"
#include "graph/graphviz.hpp"
#include "graph/memory.hpp"
#include "letters/network.hpp"

namespace samples {
namespace {

/// A step of training on a chunk of images, traced and planned by the functions that the compiler runs, but while this program runs.
template <class Model, class Objective>
struct training_step : dl::detail::traced_objective<Model, Objective, image_chunk, label_chunk> {
  dl::term answer() const { return std::get<1>(this->results).term; }

  dl::vector<dl::term> gradients() {
    return vector_jacobian_product(this->loss(), dl::constant(this->g, 1), dl::detail::tensors_of(this->model, false));
  }

  dl::program_draft program() { return with_memory(draft_program(this->g, this->outputs(), {}, this->records)); }
};

/// The file for a drawing in the folder of --out, without its extension.
std::string drawing(const train_options& options) {
  return (std::filesystem::path{options.out} / (options.model + "-" + options.part)).string();
}

void tell_where(const std::string& drawing) { std::cout << "drawn: " << drawing << ".svg\n"; }

/// A graph as formulas or as a drawing; what only gradients need is drawn in a colour of its own.
void show_graph(const train_options& options, const dl::graph& g, const dl::vector<dl::term>& results,
                const dl::vector<dl::term>& gradients = {}) {
  const auto& formulas = gradients.empty() ? results : gradients;
  if (options.form == "text") std::cout << view(to_text(g, formulas)) << '\n';
  else if (options.form == "latex") std::cout << view(to_latex(g, formulas)) << '\n';
  else if (options.form == "dot") std::cout << view(to_dot(g, results, gradients));
  else {
    draw_with_graphviz(view(to_dot(g, results, gradients)), drawing(options));
    tell_where(drawing(options));
  }
}

void show_steps(const train_options& options, const dl::program_draft& program) {
  if (options.form != "text") throw usage_error{"--of schedule: expected --as text, found '" + options.form + "'"};
  print_steps(program);
}

void show_memory(const train_options& options, const dl::program_draft& program) {
  if (options.form == "text") {
    std::cout << memory_table(program);
  } else if (options.form == "svg") {
    dl::write_file(drawing(options) + ".svg", memory_drawing(program));
    tell_where(drawing(options));
  } else {
    throw usage_error{"--of memory: expected --as text or svg, found '" + options.form + "'"};
  }
}

dl::vector<dl::term> one(dl::term result) { return dl::vector<dl::term>(1, result); }

template <class Model, class Objective>
void show(const train_options& options) {
  training_step<Model, Objective> step;
  if (options.part == "graph") show_graph(options, step.g, one(step.answer()));
  else if (options.part == "gradient") show_graph(options, step.g, one(step.loss()), step.gradients());
  else if (options.part == "schedule") show_steps(options, step.program());
  else show_memory(options, step.program());
}

void run(const train_options& options) {
  if (options.model == "digits") show<digits_network, classification<>>(options);
  else show<letters_network<26>, letters_objective>(options);
}

const sample_description description{
    .name = "graph",
    .purpose = "Shows what the compiler makes of a network: the graph of its formula; the\n"
               "gradient of its loss, a result for each parameter; the steps of training, in\n"
               "which operations are fused; where their results lie in memory. svg is written to\n"
               "a file, all else to standard output.",
    .models = {"digits", "letters"},
    .parts = {"graph", "gradient", "schedule", "memory"},
    .forms = {"text", "latex", "dot", "svg"},
    .options = {"model", "of", "as", "out"}};

}  // namespace
}  // namespace samples

int main(int argc, char** argv) {
  return samples::run_main(argc, argv, samples::description, samples::run);
}

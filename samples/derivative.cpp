// derivative: a formula, its derivatives as text and LaTeX, their values and a plot
#include <hello_dl/data/write_file.hpp>
#include <hello_dl/hello_dl.hpp>

#include <filesystem>
#include <iomanip>
#include <iostream>

#include "common/plot.hpp"
#include "common/run_main.hpp"

namespace dl = hello_dl;

//[formula
// Change this formula, run again: the compiler derives what you write.
constexpr auto f = [](auto x) { return exp(-x / 4) * sin(2 * x); };

constexpr auto slope = dl::derivative(f);
constexpr auto curvature = dl::derivative(slope);
//]

//[checked
// The compiler has checked this before the program starts.
static_assert(slope(0.0) == 2);
//]

namespace {

void print_formulas() {
  std::cout << "f(x)   = " << dl::text(f) << "\nf'(x)  = " << dl::text(slope)
            << "\n\nin LaTeX:\nf(x)   = " << dl::latex(f) << "\nf'(x)  = " << dl::latex(slope) << "\n\n"
            << "the programs have " << dl::node_count(f) << ", " << dl::node_count(slope) << " and "
            << dl::node_count(curvature) << " nodes for f, f' and f''\n\n";
}

void print_values() {
  std::cout << "      x       f(x)      f'(x)     f''(x)\n" << std::fixed << std::setprecision(4);
  for (double x = 0; x <= 8; ++x)
    std::cout << std::setw(7) << std::setprecision(1) << x << std::setprecision(4) << std::setw(11)
              << dl::evaluate(f, x) << std::setw(11) << slope(x) << std::setw(11) << curvature(x) << '\n';
}

void run(const samples::train_options& options) {
  print_formulas();
  print_values();
  const samples::plot figure{.title = "f and its derivatives",
                             .from = 0,
                             .to = 8,
                             .curves = {{"f(x)", [](double x) { return dl::evaluate(f, x); }},
                                        {"f'(x)", [](double x) { return slope(x); }},
                                        {"f''(x)", [](double x) { return curvature(x); }}}};
  std::cout << '\n' << to_text(figure, samples::standard_output());
  const std::string file = (std::filesystem::path{options.out} / "derivative.svg").string();
  hello_dl::write_file(file, to_svg(figure));
  std::cout << "\nthe same plot as a picture: " << file << '\n';
}

const samples::train_options defaults{};

const samples::sample_description description{
    .name = "derivative",
    .purpose = "Prints a formula and its derivatives, which the compiler found: as text, as\n"
               "LaTeX, as values and as a plot. The formula stands at the top of\n"
               "samples/derivative.cpp.",
    .defaults = defaults,
    .options = {"out"}};

}  // namespace

int main(int argc, char** argv) { return samples::run_main(argc, argv, description, run); }

// docs/tutorial/2-a-derivative-is-an-expression.md: from a graph to the steps of a program
#include <common/print_program.hpp>

namespace dl = hello_dl;

int main() {
  //[draft
  dl::graph g;
  const dl::expr<dl::shape<32, 8>> x{dl::input(g, 0, dl::dims{32, 8}, dl::element::real, "x")};
  const dl::expr<dl::shape<8, 4>> w{dl::input(g, 1, dl::dims{8, 4}, dl::element::real, "w")};
  const auto loss = mean(exp(tanh(matmul(x, w))));
  const auto gradient = vector_jacobian_product(loss.term, dl::constant(g, 1), dl::vector<dl::term>(1, w.term));

  dl::vector<dl::output> wanted(1, dl::output{loss.term, 0, 0});
  wanted.push_back({gradient[0], 1, 0});
  const dl::program_draft program = with_memory(dl::draft_program(g, wanted, {}, {}));
  samples::print_steps(program);
  //]
}

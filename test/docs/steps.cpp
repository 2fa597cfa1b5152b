// docs/tutorial/2-a-derivative-is-an-expression.md: from a graph to the steps of a program
#include <hello_dl/hello_dl.hpp>

#include <iostream>

namespace dl = hello_dl;

namespace {

//[names
/// The names of `dl::space`, in its order.
constexpr const char* spaces[] = {"register", "constant", "table", "input", "parameter", "output", "arena"};
//]

//[print
void print(const dl::program_draft& program, int number) {
  const dl::step& step = program.order.steps[number];
  std::cout << "step " << number << (step.fused ? ", one loop:" : ", one kernel:");
  for (int member = 0; member < step.count; ++member) {
    const int id = program.order.members[step.first + member];
    const dl::location& at = program.memory.locations[id];
    std::cout << "  " << program.list.nodes[id].op->name << " -> " << spaces[static_cast<int>(at.where)];
    if (at.where == dl::space::arena) std::cout << " " << at.offset;
  }
  std::cout << '\n';
}
//]

}  // namespace

int main() {
  //[draft
  dl::graph g;
  const dl::expr<dl::shape<32, 8>> x{dl::input(g, 0, dl::dims{32, 8}, dl::element::real, "x")};
  const dl::expr<dl::shape<8, 4>> w{dl::input(g, 1, dl::dims{8, 4}, dl::element::real, "w")};
  const auto loss = mean(exp(tanh(matmul(x, w))));
  const auto gradient = vector_jacobian_product(loss.term, dl::constant(g, 1), dl::vector<dl::term>(1, w.term));

  dl::vector<dl::output> wanted(1, dl::output{loss.term, 0, 0});
  wanted.push_back({gradient[0], 1, 0});
  const dl::program_draft program = dl::draft_program(g, wanted, {}, {});
  for (int step = 0; step < program.order.steps.size(); ++step) print(program, step);
  std::cout << "arena: " << program.memory.arena_size << " elements\n";
  //]
}

// docs/tutorial/2-a-derivative-is-an-expression.md: a formula as a table of nodes
#include <hello_dl/hello_dl.hpp>

#include <iostream>

namespace dl = hello_dl;

namespace {

//[print
void print(const dl::graph& g) {
  for (int id = 0; id < g.size(); ++id) {
    std::cout << id << ": " << g[id].op->name;
    for (int k = 0; k < g[id].operand_count; ++k) std::cout << ' ' << g[id].operands[k];
    std::cout << '\n';
  }
}
//]

}  // namespace

int main() {
  //[build
  dl::graph g;
  const dl::expr<dl::shape<>> x{dl::input(g, 0, dl::dims{}, dl::element::real, "x")};
  const auto y = x * sin(x);
  const auto the_same = sin(x) * x;
  print(g);
  //]
  std::cout << "the same node: " << (y.term == the_same.term) << '\n';
  //[derive
  const dl::vector<dl::term> slope =
      vector_jacobian_product(y.term, dl::constant(g, 1), dl::vector<dl::term>(1, x.term));
  print(g);
  std::cout << "the derivative is node " << slope[0].id << '\n';
  //]
}

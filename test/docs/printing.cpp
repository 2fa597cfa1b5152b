// docs/printing.md: a graph built and printed at run time
#include <hello_dl/hello_dl.hpp>

#include <iostream>

namespace dl = hello_dl;

int main() {
  //[graph
  dl::graph g;
  dl::expr<dl::shape<>> x{dl::input(g, 0, dl::dims{}, dl::element::real, "x")};
  for (int step = 0; step < 6; ++step) x = x * x + x;

  std::cout << dl::view(dl::to_text(g, x.term)) << '\n';
  //]
}

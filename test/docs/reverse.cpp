// docs/tutorial/3-reverse-mode-is-a-graph.md: the walk back through a table, and what is left of it
#include <hello_dl/hello_dl.hpp>

#include <iostream>

namespace dl = hello_dl;

namespace {

void print(const dl::graph& g, const dl::node& n) {
  std::cout << n.op->name;
  if (n.op == &dl::record_of<dl::input_operation>) std::cout << ' ' << g.name(n);
  if (is_constant(n)) std::cout << ' ' << n.value;
  for (int k = 0; k < n.operand_count; ++k) std::cout << ' ' << n.operands[k];
  std::cout << '\n';
}

}  // namespace

int main() {
  //[walk
  dl::graph g;
  using number = dl::expr<dl::shape<>>;
  const number w{dl::input(g, 0, dl::dims{}, dl::element::real, "w")};
  const number x{dl::input(g, 1, dl::dims{}, dl::element::real, "x")};
  const number b{dl::input(g, 2, dl::dims{}, dl::element::real, "b")};
  const number error = w * x + b, square = error * error, size = w * w;
  const number loss = square + size;
  const int formula = g.size();

  dl::vector<dl::term> sources;
  for (const number source : {w, x, b}) sources.push_back(source.term);
  const dl::vector<dl::term> gradients = vector_jacobian_product(loss.term, dl::constant(g, 1), sources);
  for (int id = 0; id < g.size(); ++id) {
    if (id == formula) std::cout << "--- the walk back adds\n";
    std::cout << id << ": ";
    print(g, g[id]);
  }
  for (int i = 0; i < 3; ++i) std::cout << "d" << g.name(g[sources[i].id]) << " is row " << gradients[i].id << '\n';
  //]

  dl::vector<dl::output> wanted;
  for (int i = 0; i < 3; ++i) wanted.push_back({gradients[i], i, 0});
  const dl::node_list left = dl::prune(g, wanted);
  std::cout << "--- needed for dw, dx and db\n";
  for (int id = 0; id < left.nodes.size(); ++id) {
    std::cout << id << ": ";
    print(g, left.nodes[id]);
  }
}

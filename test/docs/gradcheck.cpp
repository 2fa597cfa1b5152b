#include <hello_dl/hello_dl.hpp>
#include <iostream>

namespace dl = hello_dl;

constexpr auto f = [](auto x) { return sum(exp(-x) * sin(x * x)); };
static_assert(dl::gradcheck(f, dl::tensor<double, 3>{-1, 0.5, 2}));

/// detach hides one x of x * x from the derivative.
constexpr auto wrong = [](auto x) { return x * detach(x); };

int main() {
  constexpr dl::gradcheck_options far{.eps = 1.0 / 1024};
  if (const auto found = dl::gradcheck<far>(wrong, 2.0); !found) std::cout << found.message() << '\n';
}

#include <hello_dl/hello_dl.hpp>
#include <iostream>

namespace dl = hello_dl;

constexpr auto f = [](auto x) { return exp(-x) * sin(x * x); };
constexpr auto slope = dl::derivative(f);
static_assert(slope(0.0) == 0);  // checked before the program exists

int main() {
  std::cout << "f(x)  = " << dl::text(f) << "\nf'(x) = " << dl::text(slope) << "\nf'(2) = " << slope(2.0) << '\n';
}

#include <hello_dl/hello_dl.hpp>
#include <iostream>

namespace dl = hello_dl;

constexpr auto f = [](auto x) { return x * sin(x); };

int main() { std::cout << dl::dot(f, dl::derivative(f)); }

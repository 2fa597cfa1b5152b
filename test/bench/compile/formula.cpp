/// A formula of about NODES nodes, its value and its gradient: what compiling it costs.
#include <hello_dl/ops/ops.hpp>
#include <hello_dl/runtime/inspect.hpp>

namespace dl = hello_dl;

/// a = a b + sin a, again and again: three nodes for each link, all shared.
struct chain {
  constexpr auto operator()(auto a, auto b) const {
    for (int i = 0; i < NODES / 3; ++i) a = a * b + sin(a);
    return a;
  }
};

constexpr auto value_and_gradient = [](auto a, auto b) {
  return std::tuple_cat(std::tuple{chain{}(a, b)}, dl::gradient(chain{})(a, b));
};

auto evaluate(double a, double b) { return dl::evaluate(value_and_gradient, a, b); }

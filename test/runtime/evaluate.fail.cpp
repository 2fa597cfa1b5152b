// A function with a state cannot become a program: one sentence.
#include <hello_dl/ops/ops.hpp>
#include <hello_dl/runtime/evaluate.hpp>

namespace {

namespace dl = hello_dl;

// error captures: evaluate: the function must not capture anything; pass what it needs as an argument
#ifdef captures
double scaled(double x, double factor) {
  return dl::evaluate([factor](auto value) { return value * factor; }, x);
}
#endif

// error derivative_captures: evaluate: the function must not capture anything; pass what it needs as an argument
#ifdef derivative_captures
double slope(double x, double factor) {
  return dl::derivative([factor](auto value) { return value * factor; })(x);
}
#endif

static_assert(dl::evaluate([](auto value, auto factor) { return value * factor; }, 2, 3) == 6);
static_assert(dl::derivative([](auto value, auto factor) { return value * factor; })(2, 3) == 3);

}  // namespace

// Functions that cannot be printed are one sentence.
#include <hello_dl/hello_dl.hpp>

namespace {

namespace dl = hello_dl;

// error captures: function: it must not hold or capture anything; pass what it needs as an argument
#ifdef captures
std::string_view of_power(int n) {
  return dl::text([n](auto x) { return pow(x, n); });
}
#endif

// error gradient_captures: function: it must not hold or capture anything; pass what it needs as an argument
#ifdef gradient_captures
std::string_view beside_a_power(int n) {
  return dl::dot([](auto x) { return pow(x, 2); }, [n](auto x) { return n * x; });
}
#endif

// error holds_a_value: function: it must not hold or capture anything; pass what it needs as an argument
#ifdef holds_a_value
class power {
 public:
  constexpr explicit power(int n = 2) : n_{n} {}
  template <dl::expression X>
  constexpr auto operator()(const X& x) const {
    return pow(x, n_);
  }

 private:
  int n_;
};
constexpr std::string_view cube = dl::latex(power{3});
#endif

// error too_many_arguments: function: it must take one to six scalars, or the shapes of its arguments must be named
#ifdef too_many_arguments
constexpr std::string_view sum_of_seven =
    dl::text([](auto a, auto b, auto c, auto d, auto e, auto f, auto g) { return a + b + c + d + e + f + g; });
#endif

static_assert(dl::text([](auto x) { return pow(x, 2); }) == "x^2");

}  // namespace

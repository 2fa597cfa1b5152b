#include <hello_dl/graph/text.hpp>

#include "terms.hpp"

namespace {

namespace dl = hello_dl;
using dl::term;
using terms::three_inputs;

template <class Write>
constexpr bool writes(Write write, std::string_view text) {
  three_inputs in;
  const dl::vector<char> written = dl::to_text(in.g, write(in));
  return dl::view(written) == text;
}

// What is shared is repeated if it has up to eight nodes, and gets a line if it has more.
static_assert(writes(
    [](three_inputs& in) {
      const term shared = dl::sin(dl::cos(dl::exp(in.y + in.x * in.z)));
      return shared * shared;
    },
    "sin(cos(exp(y + x * z))) * sin(cos(exp(y + x * z)))"));
static_assert(writes(
    [](three_inputs& in) {
      const term shared = dl::sin(dl::sin(dl::cos(dl::exp(in.y + in.x * in.z))));
      return shared * shared;
    },
    "a = sin(sin(cos(exp(y + x * z))))\na * a"));

// What is used once stays where it is used, however large.
static_assert(writes(
    [](three_inputs& in) {
      term y = in.x;
      for (int i = 0; i < 12; ++i) y = dl::sin(y);
      return y;
    },
    "sin(sin(sin(sin(sin(sin(sin(sin(sin(sin(sin(sin(x))))))))))))"));

constexpr term large(term x) { return dl::sin(dl::sin(dl::sin(dl::sin(dl::sin(dl::sin(dl::sin(dl::sin(x)))))))); }

// Lines stand in the order in which they are needed; a result that is shared is named in its place.
constexpr bool results_may_be_shared() {
  three_inputs in;
  const term first = large(in.x), second = large(first * first);
  dl::vector<term> roots(1, first);
  roots.push_back(second * second);
  roots.push_back(in.y);
  const dl::vector<char> written = dl::to_text(in.g, roots);
  return dl::view(written) ==
         "a = sin(sin(sin(sin(sin(sin(sin(sin(x))))))))\n"
         "b = sin(sin(sin(sin(sin(sin(sin(sin(a * a))))))))\n"
         "a\n"
         "b * b\n"
         "y";
}
static_assert(results_may_be_shared());

// No line takes the name of an input.
constexpr bool names_are_not_taken_twice() {
  dl::graph g;
  const term a = dl::input(g, 0, {}, dl::element::real, "a"), c = dl::input(g, 1, {}, dl::element::real, "c");
  const term first = large(a + c), second = large(first * first);
  const dl::vector<char> written = dl::to_text(g, second * second);
  return dl::view(written) ==
         "b = sin(sin(sin(sin(sin(sin(sin(sin(a + c))))))))\n"
         "d = sin(sin(sin(sin(sin(sin(sin(sin(b * b))))))))\n"
         "d * d";
}
static_assert(names_are_not_taken_twice());

static_assert(dl::detail::line_name(0).view() == "a" && dl::detail::line_name(14).view() == "t");
static_assert(dl::detail::line_name(15).view() == "a1" && dl::detail::line_name(30).view() == "a2");

// What no root needs is not written.
static_assert(writes(
    [](three_inputs& in) {
      const term unused = large(in.x);
      static_cast<void>(unused * unused);
      return in.y;
    },
    "y"));

}  // namespace

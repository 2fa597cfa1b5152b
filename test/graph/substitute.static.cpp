// Substitution: inputs replaced everywhere at once, what does not contain them left alone.
#include <hello_dl/graph/substitute.hpp>

#include <graph/terms.hpp>

namespace {

using namespace terms;

/// `formula` with x and y replaced by what `image` makes of (x, y, z).
template <class Formula, class First, class Second>
constexpr term replaced(three_inputs& in, Formula formula, First first, Second second) {
  dl::vector<term> from, to;
  from.push_back(in.x);
  from.push_back(in.y);
  to.push_back(first(in.x, in.y, in.z));
  to.push_back(second(in.x, in.y, in.z));
  return substitute(dl::vector<term>(1, formula(in.x, in.y, in.z)), from, to)[0];
}

/// Whether the replaced formula is the node that `expected` writes.
template <class Formula, class First, class Second, class Expected>
constexpr bool gives(Formula formula, First first, Second second, Expected expected) {
  three_inputs in;
  return replaced(in, formula, first, second) == expected(in.x, in.y, in.z);
}

constexpr auto x = [](auto a, auto, auto) { return a; };
constexpr auto y = [](auto, auto b, auto) { return b; };
constexpr auto z = [](auto, auto, auto c) { return c; };
constexpr auto formula = [](auto a, auto b, auto c) { return sin(a * b) + c; };

static_assert(gives(formula, z, z, [](auto, auto, auto c) { return sin(c * c) + c; }));
static_assert(gives(formula, x, y, formula));

// All at once: exchanged inputs are exchanged, not made equal.
static_assert(gives([](auto a, auto b, auto) { return a - b; }, y, x, [](auto a, auto b, auto) { return b - a; }));

// With numbers the rules apply again.
static_assert(gives(formula, [](auto a, auto, auto) { return number(a, 0); }, y, z));
static_assert(gives(x, [](auto a, auto, auto) { return number(a, 5); }, y, [](auto a, auto, auto) { return number(a, 5); }));

// What stays is not written again.
constexpr int nodes_added = [] {
  three_inputs in;
  const term kept = exp(in.z), changed = in.x * kept;
  const int before = in.g.size();
  replaced(in, [&](auto, auto, auto) { return changed; }, y, y);
  return in.g.size() - before;
}();
static_assert(nodes_added == 1);

}  // namespace

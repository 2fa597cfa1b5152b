// Handles are values: they may be kept, returned, copied and moved, and a graph may grow meanwhile.
// What goes wrong here shows under the address sanitizer.
#include <hello_dl/expr/expr.hpp>

#include <hello_dl/ops/ops.hpp>
#include <hello_dl/runtime/evaluate.hpp>

#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <vector>

namespace {

namespace dl = hello_dl;
using row = dl::expr<dl::shape<3>>;

auto returned_through(const row& x) {
  auto temporary = sin(x * 2) + 1;
  auto moved = std::move(temporary);
  return moved;
}

/// Hundreds of handles in containers, while the graph's tables move in memory again and again.
row sum_of_kept(const row& x) {
  std::vector<row> kept{x};
  std::map<int, std::optional<row>> by_number;
  for (int i = 1; i < 300; ++i) {
    kept.push_back(kept.back() * x + i);
    by_number[-i] = returned_through(kept.back());
  }
  row sum = kept.front();
  for (const auto& [number, handle] : by_number) sum = sum + *handle;
  for (const row& handle : kept) sum = sum + handle;
  return sum;
}

BOOST_AUTO_TEST_CASE(handles_outlive_what_made_them) {
  dl::graph g;
  const row x{dl::input(g, 0, dl::dims{3}, dl::element::real, "x")};
  const auto first = returned_through(x);
  const row all = sum_of_kept(x);
  BOOST_TEST(g.size() > 1000);
  BOOST_TEST((returned_through(x).term == first.term));
  BOOST_TEST((sum_of_kept(x).term == all.term));
}

BOOST_AUTO_TEST_CASE(passes_run_at_run_time_as_in_the_compiler) {
  dl::graph g;
  const row x{dl::input(g, 0, dl::dims{3}, dl::element::real, "x")};
  const auto loss = sum(sum_of_kept(x));
  const auto gradients =
      vector_jacobian_product(loss.term, dl::constant(g, 1), dl::vector<dl::term>(1, x.term));
  dl::vector<dl::output> wanted(1, dl::output{loss.term, 0, 0});
  wanted.push_back({gradients[0], 1, 0});
  const dl::program_draft draft = dl::draft_program(g, wanted, {}, {});
  BOOST_TEST(draft.list.nodes.size() > 2000);
  BOOST_TEST(draft.list.nodes.size() <= g.size() + 2);
}

/// x + x^2 + ... + x^8 by way of everything that holds a handle.
struct powers {
  constexpr auto operator()(auto x) const {
    std::array<decltype(x), 8> kept{};
    for (auto& handle : kept) handle = &handle == kept.data() ? x : x * (&handle)[-1];
    std::optional<decltype(x)> sum;
    for (auto handle : kept) sum = sum ? *sum + handle : handle;
    const auto tuple = std::tuple{*sum, kept[0]};
    return std::get<0>(tuple);
  }
};
static_assert(dl::evaluate(powers{}, 2) == 510);
static_assert(dl::derivative(powers{})(1) == 36);

BOOST_AUTO_TEST_CASE(a_function_may_keep_its_handles_anywhere) {
  const double x = 0.5;
  BOOST_TEST(dl::evaluate(powers{}, x) == x * (1 - std::pow(x, 8)) / (1 - x));
  BOOST_TEST(dl::evaluate(powers{}, 2.0f) == 510.0f);
}

}  // namespace

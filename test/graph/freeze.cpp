// The passes are ordinary functions: at run time they make as many nodes and hold the same promises. (The
// order of nodes may differ, where the compiler evaluates operands in another order then.)
#include <hello_dl/graph/freeze.hpp>

#include <graph/liveness.hpp>
#include <graph/models.hpp>

namespace {

namespace dl = hello_dl;

/// Room for every draft here.
constexpr dl::table_sizes roomy{400, 400, 400, 400, 4, 20, 400, 400};

template <class Table>
void check_draft(const dl::program_draft& draft, const Table& compiled) {
  BOOST_TEST_REQUIRE(draft.list.nodes.size() == Table::sizes.nodes);
  BOOST_TEST_REQUIRE(Table::sizes.nodes <= roomy.nodes);
  const auto table = dl::detail::to_table<roomy>(draft);
  BOOST_TEST(table.flops == compiled.flops);
  BOOST_TEST(table.parameter_count == compiled.parameter_count);
  BOOST_TEST(liveness::operands_come_first(table));
  BOOST_TEST(liveness::nothing_live_overlaps(table));
}

template <class Model, class... Inputs>
using draft_of = dl::detail::training_draft<Model, models::classify, Inputs...>;

BOOST_AUTO_TEST_CASE(training_steps) {
  check_draft(draft_of<models::perceptron, dl::real_input<4, 6>, dl::index_input<4>>::draft(), models::perceptron_table);
  check_draft(draft_of<models::convolutional, dl::real_input<2, 1, 7, 7>, dl::index_input<2>>::draft(),
              models::convolutional_table);
}

BOOST_AUTO_TEST_CASE(functions) {
  check_draft(dl::detail::function_draft<models::curvature, dl::real_input<3>>::draft(), models::curvature_table);
}

}  // namespace

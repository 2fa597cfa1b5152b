#include <common/plot_scale.hpp>

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <limits>
#include <stdexcept>

using namespace samples;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

std::vector<std::string> labels(double from, double to, int at_most) {
  std::vector<std::string> result;
  for (const tick& t : ticks({from, to}, at_most)) result.push_back(t.label);
  return result;
}

plot of(std::function<double(double)> function, double from = 0, double to = 1) {
  return {.from = from, .to = to, .curves = {{"f", std::move(function)}}};
}

}  // namespace

BOOST_AUTO_TEST_CASE(ticks_stand_at_round_numbers) {
  using list = std::vector<std::string>;
  BOOST_TEST(labels(0, 1, 5) == (list{"0.0", "0.2", "0.4", "0.6", "0.8", "1.0"}),
             boost::test_tools::per_element());
  BOOST_TEST(labels(-1.1, 1.1, 5) == (list{"-1.0", "-0.5", "0.0", "0.5", "1.0"}),
             boost::test_tools::per_element());
  BOOST_TEST(labels(-7, 7, 8) == (list{"-6", "-4", "-2", "0", "2", "4", "6"}),
             boost::test_tools::per_element());
  BOOST_TEST(labels(0, 2e7, 4) == (list{"0", "5000000", "10000000", "15000000", "20000000"}),
             boost::test_tools::per_element());
  BOOST_TEST(labels(0, 2e-9, 2) == (list{"0", "1e-09", "2e-09"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(ticks_lie_in_the_range_and_are_few_and_short) {
  for (const double length : {1e-12, 1e-3, 0.7, 1., 3.3, 49., 1e6, 1e50})
    for (const double from : {-length / 3, 0., length, 1e3 * length})
      for (const int at_most : {1, 2, 5, 9}) {
        const auto found = ticks({from, from + length}, at_most);
        BOOST_TEST(found.size() <= static_cast<std::size_t>(at_most) + 1);
        for (const tick& t : found) {
          BOOST_TEST(t.value >= from - 1e-9 * length);
          BOOST_TEST(t.value <= from + length * (1 + 1e-9));
          BOOST_TEST(t.label.size() <= static_cast<std::size_t>(longest_label), t.label);
        }
      }
}

BOOST_AUTO_TEST_CASE(curves_are_sampled_from_end_to_end) {
  const auto sampled = sample_curves(of([](double x) { return 2 * x; }, -1, 3), 5);
  BOOST_TEST(sampled.values[0] == (std::vector<double>{-2, 0, 2, 4, 6}),
             boost::test_tools::per_element());
  BOOST_TEST(sampled.range.from < -2);
  BOOST_TEST(sampled.range.to > 6);
  BOOST_TEST(sampled.range.length() < 9);
}

BOOST_AUTO_TEST_CASE(the_range_is_never_empty_and_ignores_what_is_not_finite) {
  for (const double y : {0., 5., -1e-30, infinity, -infinity, std::nan(""), 1e300}) {
    const interval range = sample_curves(of([y](double) { return y; }), 3).range;
    BOOST_TEST(range.length() > 0);
    BOOST_TEST(std::isfinite(range.length()));
    if (is_plottable(y)) BOOST_TEST((range.share(y) >= 0 && range.share(y) <= 1));
  }
  const interval range = sample_curves(of([](double x) { return 1 / x; }), 3).range;
  BOOST_TEST(range.to < 3);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_plotted_is_refused) {
  const auto one = [](double) { return 1.; };
  for (const auto& [from, to] : {std::pair{1., 1.}, {1., 0.}, {std::nan(""), 1.}, {0., infinity}})
    BOOST_CHECK_THROW(sample_curves(of(one, from, to), 3), std::invalid_argument);
  plot figure;
  BOOST_CHECK_THROW(sample_curves(figure, 3), std::invalid_argument);
  figure.curves.assign(max_curves + 1, {"f", one});
  BOOST_CHECK_THROW(sample_curves(figure, 3), std::invalid_argument);
}

#include <common/handwriting/curve.hpp>

#include <boost/test/unit_test.hpp>

#include <cmath>

using namespace samples::handwriting;

namespace {

polyline flattened(const char* path) { return flatten(parse_strokes(path)[0]); }

}  // namespace

BOOST_AUTO_TEST_CASE(points_of_a_circle_give_the_circle) {
  for (const point p : flattened("50,0 ~ 0,50 ~ 50,100 ~ 100,50 ~ 50,0")) {
    BOOST_TEST(std::hypot(p.x - 0.5, p.y - 0.5) == 0.5, boost::test_tools::tolerance(0.001));
  }
}

BOOST_AUTO_TEST_CASE(a_line_stays_straight) {
  const polyline line = flattened("10,20 - 90,60");
  BOOST_TEST(line.size() > 2u);
  for (const point p : line) BOOST_TEST(std::abs(p.y - 0.2 - (p.x - 0.1) / 2) < 1e-12);
}

BOOST_AUTO_TEST_CASE(a_curve_of_two_points_is_straight) {
  for (const point p : flattened("0,0 ~ 100,100")) BOOST_TEST(std::abs(p.x - p.y) < 1e-6);
}

BOOST_AUTO_TEST_CASE(a_curve_leaves_a_line_in_its_direction) {
  const polyline line = flattened("0,0 - 0,50 ~ 50,100");
  const point first_step = line[9] - line[8];
  BOOST_TEST(std::abs(first_step.x) < 0.2 * first_step.y);
}

BOOST_AUTO_TEST_CASE(after_a_corner_a_curve_goes_its_own_way) {
  const polyline line = flattened("0,0 - 0,50! ~ 50,100");
  const point first_step = line[9] - line[8];
  BOOST_TEST(first_step.x == first_step.y, boost::test_tools::tolerance(1e-6));
}

BOOST_AUTO_TEST_CASE(every_knot_is_on_the_way) {
  const stroke knots = parse_strokes("10,10 ~ 80,30 - 20,60! ~ 50,90 ~ 0,0")[0];
  const polyline line = flatten(knots);
  for (const knot& k : knots) {
    double nearest = 1;
    for (const point p : line) nearest = std::min(nearest, std::hypot(p.x - k.at.x, p.y - k.at.y));
    BOOST_TEST(nearest < 1e-9);
  }
}

#include <common/handwriting/stroke.hpp>

#include <boost/test/unit_test.hpp>

#include <stdexcept>
#include <string>

using namespace samples::handwriting;

namespace {

std::string error_of(const std::string& path) {
  try {
    parse_strokes(path);
    return {};
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
}

}  // namespace

BOOST_AUTO_TEST_CASE(points_are_in_units_of_the_box) {
  const skeleton strokes = parse_strokes("5,100-0,7");
  BOOST_REQUIRE(strokes.size() == 1u);
  BOOST_REQUIRE(strokes[0].size() == 2u);
  BOOST_TEST(strokes[0][0].at.x == 0.05);
  BOOST_TEST(strokes[0][0].at.y == 1.0);
  BOOST_TEST(strokes[0][1].at.x == 0.0);
  BOOST_TEST(strokes[0][1].at.y == 0.07);
}

BOOST_AUTO_TEST_CASE(lines_curves_and_corners) {
  const stroke knots = parse_strokes("0,0 - 10,10 ~ 20,20! ~ 30,30")[0];
  BOOST_REQUIRE(knots.size() == 4u);
  BOOST_TEST(knots[1].straight);
  BOOST_TEST(!knots[2].straight);
  BOOST_TEST(!knots[1].corner);
  BOOST_TEST(knots[2].corner);
}

BOOST_AUTO_TEST_CASE(a_semicolon_lifts_the_pen) {
  const skeleton strokes = parse_strokes("0,0 - 1,1; 2,2 ~ 3,3 ~ 4,4 ;5,5-6,6");
  BOOST_REQUIRE(strokes.size() == 3u);
  BOOST_TEST(strokes[1].size() == 3u);
}

BOOST_AUTO_TEST_CASE(errors_are_sentences) {
  const auto says = [](const std::string& path, const std::string& expected) {
    BOOST_TEST(error_of(path) == "handwriting path \"" + path + "\": expected " + expected);
  };
  says("", "a number from 0 to 100 at column 1, found the end");
  says("1,2 - ", "a number from 0 to 100 at column 7, found the end");
  says("1,2 - x,3", "a number from 0 to 100 at column 7, found \"x,3\"");
  says("1,2 - 101,3", "a number from 0 to 100 at column 7, found \"101,3\"");
  says("1,2 - -1,3", "a number from 0 to 100 at column 7, found \"-1,3\"");
  says("1,2 - 99999999999,3", "a number from 0 to 100 at column 7, found \"99999999\"");
  says("1 2 - 3,4", "',' at column 3, found \"2 - 3,4\"");
  says("1,2", "'-' or '~', as a stroke needs two points at column 4, found the end");
  says("1,2 - 3,4;", "a number from 0 to 100 at column 11, found the end");
  says("1,2 - 3,4 5,6", "'-', '~', '!', ';' or the end at column 11, found \"5,6\"");
}

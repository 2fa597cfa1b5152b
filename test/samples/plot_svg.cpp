#include <common/plot.hpp>

#include <boost/property_tree/ptree.hpp>
#include <boost/property_tree/xml_parser.hpp>
#include <boost/test/unit_test.hpp>

#include <cmath>
#include <sstream>
#include <stdexcept>

using namespace samples;

namespace {

using boost::property_tree::ptree;

/// The picture's root element; fails if it is not well-formed XML.
ptree parsed(const plot& figure) {
  std::istringstream stream{to_svg(figure)};
  ptree document;
  BOOST_REQUIRE_NO_THROW(read_xml(stream, document));
  return document.get_child("svg");
}

std::vector<ptree> elements(const ptree& svg, const std::string& name) {
  std::vector<ptree> found;
  for (const auto& [element, content] : svg)
    if (element == name) found.push_back(content);
  return found;
}

std::vector<std::string> texts(const ptree& svg) {
  std::vector<std::string> found;
  for (const ptree& text : elements(svg, "text")) found.push_back(text.data());
  return found;
}

std::vector<std::string> paths(const plot& figure) {
  std::vector<std::string> found;
  for (const ptree& path : elements(parsed(figure), "path"))
    found.push_back(path.get<std::string>("<xmlattr>.d"));
  return found;
}

plot square_and_slope() {
  return {.title = "a < b & c",
          .from = -2,
          .to = 2,
          .curves = {{"x > 0", [](double x) { return x * x; }},
                     {"2x", [](double x) { return 2 * x; }}}};
}

}  // namespace

BOOST_AUTO_TEST_CASE(title_ticks_and_legend_are_there) {
  const auto found = texts(parsed(square_and_slope()));
  for (const char* text :
       {"a < b & c", "x > 0", "2x", "-2.0", "-1.0", "0.0", "1.0", "2.0", "-4", "4"})
    BOOST_TEST((std::ranges::find(found, text) != found.end()), text << " is missing");
}

BOOST_AUTO_TEST_CASE(each_curve_is_a_path_of_its_own_colour) {
  const auto curves = elements(parsed(square_and_slope()), "path");
  BOOST_REQUIRE(curves.size() == 2u);
  BOOST_TEST(curves[0].get<std::string>("<xmlattr>.stroke") !=
             curves[1].get<std::string>("<xmlattr>.stroke"));
}

BOOST_AUTO_TEST_CASE(a_path_runs_from_end_to_end_within_the_axes) {
  const std::string slope = paths(square_and_slope())[1];
  double x = 0, y = 0, before = 0, first = 0;
  std::istringstream stream{slope};
  for (char step; stream >> step >> x >> y; before = x) {
    BOOST_TEST((step == 'M' || step == 'L'));
    if (step == 'M') first = x;
    BOOST_REQUIRE(x > before);
    BOOST_REQUIRE((y >= 50 && y <= 420));
  }
  BOOST_TEST(first == 70);
  BOOST_TEST(x == 780);
}

BOOST_AUTO_TEST_CASE(a_path_is_interrupted_where_a_function_is_not_finite) {
  const plot pole{.from = -1,
                  .to = 1,
                  .curves = {{"1/x", [](double x) { return 1 / x; }},
                             {"nan", [](double) { return std::nan(""); }}}};
  const auto found = paths(pole);
  BOOST_TEST(std::ranges::count(found[0], 'M') == 2);
  BOOST_TEST(found[1] == "");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_plotted_is_refused) {
  BOOST_CHECK_THROW(to_svg({}), std::invalid_argument);
}

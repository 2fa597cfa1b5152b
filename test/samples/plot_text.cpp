#include <common/plot.hpp>
#include <samples/columns.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <stdexcept>

using namespace samples;

namespace {

plot sine_and_cosine() {
  return {.title = "sine and cosine",
          .from = -3,
          .to = 3,
          .curves = {{"sin(x)", [](double x) { return std::sin(x); }},
                     {"cos(x)", [](double x) { return std::cos(x); }}}};
}

const screen ascii{}, braille{.unicode = true};
const screen colours{.unicode = true, .colours = colour_depth::rgb};

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_plot_fits_the_width) {
  for (screen output : {ascii, braille, colours})
    for (const auto& [columns, expected] : {std::pair{20, 30}, {30, 30}, {80, 80}, {200, 100}}) {
      output.columns = columns;
      BOOST_TEST(test::width(to_text(sine_and_cosine(), output)) == expected);
    }
}

BOOST_AUTO_TEST_CASE(a_long_name_is_cut) {
  plot figure = sine_and_cosine();
  figure.title = figure.curves[0].name = std::string(500, 'x');
  for (const screen& output : {ascii, braille, colours})
    BOOST_TEST(test::width(to_text(figure, output)) == 80);
}

BOOST_AUTO_TEST_CASE(a_straight_line_in_ascii_is_a_diagonal) {
  const plot line{.title = "", .from = 0, .to = 1, .curves = {{"x", [](double x) { return x; }}}};
  const auto lines = test::lines_of(to_text(line, ascii));
  std::size_t before = 1000;
  for (std::size_t row = 2; row < 17; ++row) {
    const std::size_t column = lines[row].find('*');
    BOOST_REQUIRE(column != std::string::npos);
    BOOST_TEST(column < before);
    before = column;
  }
  BOOST_TEST(before < 20u);
}

BOOST_AUTO_TEST_CASE(axes_have_labels_and_curves_a_legend) {
  const std::string text = to_text(sine_and_cosine(), ascii);
  for (const char* part :
       {"sine and cosine\n", "     0.5+", "    -1.0+", " -2 ", " 2 ", "* sin(x)\n", "+ cos(x)\n"})
    BOOST_TEST(contains(text, part), part << " is missing in:\n" << text);
  BOOST_TEST(contains(to_text(sine_and_cosine(), braille), "── sin(x)\n"));
  BOOST_TEST(contains(to_text(sine_and_cosine(), braille), "     0.5┤"));
}

BOOST_AUTO_TEST_CASE(without_colours_no_escapes_and_without_unicode_only_ascii) {
  BOOST_TEST(test::is_ascii(to_text(sine_and_cosine(), ascii)));
  BOOST_TEST(!contains(to_text(sine_and_cosine(), braille), "\033"));
  BOOST_TEST(contains(to_text(sine_and_cosine(), colours), "\033[36m"));
}

BOOST_AUTO_TEST_CASE(a_gap_is_left_where_a_function_is_not_finite) {
  const plot root{.from = -1, .to = 1, .curves = {{"f", [](double x) { return std::sqrt(x); }}}};
  for (const std::string& line : test::lines_of(to_text(root, ascii))) {
    const std::size_t mark = line.find('*');
    if (mark != std::string::npos && !line.ends_with("* f")) BOOST_TEST(mark >= 43u);
  }
  const plot nothing{.curves = {{"f", [](double) { return std::nan(""); }}}};
  BOOST_TEST(contains(to_text(nothing, ascii), "* f"));
}

BOOST_AUTO_TEST_CASE(a_steep_part_is_filled_up_but_not_across_a_gap) {
  const auto rows_with_marks = [](double in_the_middle) {
    const auto jump = [=](double x) {
      return std::abs(x) < 0.1 ? in_the_middle : x < 0 ? -1. : 1.;
    };
    const plot figure{.from = -1, .to = 1, .curves = {{"f", jump}}};
    const auto lines = test::lines_of(to_text(figure, ascii));
    return std::ranges::count_if(lines, [](const auto& line) { return contains(line, "*"); });
  };
  constexpr int both_ends_and_the_legend = 3;
  BOOST_TEST(rows_with_marks(std::nan("")) == both_ends_and_the_legend);
  BOOST_TEST(rows_with_marks(1) > 10);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_plotted_is_refused) {
  BOOST_CHECK_THROW(to_text({}, ascii), std::invalid_argument);
}

#include <common/progress_text.hpp>
#include <samples/columns.hpp>

#include <boost/test/unit_test.hpp>

#include <limits>

using namespace samples;

namespace {

const progress_figures usual{.epoch = 3,
                             .epochs = 10,
                             .done = 0.64,
                             .loss = 0.12345,
                             .accuracy = 0.93121,
                             .samples_per_second = 12345,
                             .seconds_left = 83};

bool contains(const std::string& text, const char* part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_log_line_tells_everything) {
  BOOST_TEST(progress_line(usual) ==
             "epoch 3/10   64%  loss 0.1235  accuracy 0.9312  12.3k samples/s  ETA 1:23");
}

BOOST_AUTO_TEST_CASE(an_epochs_line_fits_80_columns) {
  const std::string line = epoch_line(usual, 0.9);
  BOOST_TEST(line ==
             "epoch 3/10  loss 0.1235  accuracy 0.9312  validation 0.9000  12.3k samples/s");
  BOOST_TEST(test::columns(line) < 80);
}

BOOST_AUTO_TEST_CASE(a_bar_never_fills_the_last_column) {
  for (const bool unicode : {false, true})
    for (const auto colours : {colour_depth::none, colour_depth::rgb})
      for (int columns = 0; columns <= 300; ++columns) {
        const screen output{.columns = columns, .unicode = unicode, .colours = colours};
        BOOST_TEST(test::columns(progress_bar(usual, output)) <= std::max(columns - 1, 0));
      }
}

BOOST_AUTO_TEST_CASE(at_80_columns_all_figures_and_a_bar_are_shown) {
  const std::string line = progress_bar(usual, {.columns = 80});
  for (const char* part : {"###", "...", "epoch 3/10", " 64%", "loss 0.1235", "acc 0.9312",
                           "12.3k samples/s", "ETA 1:23"})
    BOOST_TEST(contains(line, part), part << " is missing in: " << line);
}

BOOST_AUTO_TEST_CASE(the_narrower_the_fewer_figures) {
  const std::string at_20 = progress_bar(usual, {.columns = 20});
  BOOST_TEST(at_20 == "epoch 3/10   64%");
  const std::string at_40 = progress_bar(usual, {.columns = 40});
  BOOST_TEST(contains(at_40, "loss"));
  BOOST_TEST(contains(at_40, "ETA"));
  BOOST_TEST(!contains(at_40, "samples/s"));
}

BOOST_AUTO_TEST_CASE(a_bar_grows_with_what_is_done) {
  const auto filled = [](double done) {
    progress_figures figures = usual;
    figures.done = done;
    const std::string bar = progress_bar(figures, {.columns = 200});
    return std::ranges::count(bar, '#');
  };
  BOOST_TEST(filled(0) == 0);
  BOOST_TEST(filled(0.5) == 20);
  BOOST_TEST(filled(1) == 40);
}

BOOST_AUTO_TEST_CASE(colours_and_unicode_only_where_they_can_be_shown) {
  BOOST_TEST(test::is_ascii(progress_bar(usual, {.columns = 100})));
  BOOST_TEST(contains(progress_bar(usual, {.columns = 100, .unicode = true}), "█"));
  BOOST_TEST(
      contains(progress_bar(usual, {.columns = 100, .colours = colour_depth::rgb}), "\033[36m"));
}

BOOST_AUTO_TEST_CASE(strange_figures_are_shown_as_they_are) {
  progress_figures figures = usual;
  figures.loss = std::numeric_limits<double>::quiet_NaN();
  figures.seconds_left = std::numeric_limits<double>::infinity();
  figures.samples_per_second = 7;
  const std::string line = progress_line(figures);
  for (const char* part : {"loss nan", "ETA ?", " 7 samples/s"})
    BOOST_TEST(contains(line, part), part << " is missing in: " << line);
  figures.seconds_left = 2 * 3600 + 5 * 60 + 9;
  figures.samples_per_second = 2.5e6;
  BOOST_TEST(contains(progress_line(figures), "2.5M samples/s  ETA 2:05:09"));
}

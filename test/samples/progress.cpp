#include <common/progress.hpp>
#include <samples/columns.hpp>

#include <boost/test/unit_test.hpp>

#include <sstream>

using namespace samples;

namespace {

/// Steps of ten samples on a clock that the test moves.
struct training {
  explicit training(screen where) : shown{where} {}

  void step(double seconds_later) {
    now += seconds_later;
    bar.step(10, 0.5, 8);
  }
  std::string taken() {
    const std::string text = stream.str();
    stream.str("");
    return text;
  }

  screen shown;
  double now = 1000;
  std::ostringstream stream;
  progress bar{2, 100, {stream, [this] { return shown; }, [this] { return now; }}};
};

const screen a_terminal{.columns = 80, .interactive = true};
const screen a_file{};

}  // namespace

BOOST_AUTO_TEST_CASE(a_file_gets_plain_lines_every_ten_seconds_and_at_the_end_of_an_epoch) {
  training t{a_file};
  t.step(1);
  BOOST_TEST(t.taken() == "");
  t.step(9);
  BOOST_TEST(t.taken() == "epoch 1/2   20%  loss 0.5000  accuracy 0.8000  2 samples/s  ETA 1:30\n");
  t.step(5);
  BOOST_TEST(t.taken() == "");
  t.bar.end_epoch(0.75);
  BOOST_TEST(t.taken() ==
             "epoch 1/2  loss 0.5000  accuracy 0.8000  validation 0.7500  2 samples/s\n");
}

BOOST_AUTO_TEST_CASE(a_terminal_gets_one_line_redrawn_ten_times_a_second) {
  training t{a_terminal};
  t.step(0.125);
  BOOST_TEST(t.taken().starts_with("\r\033[J"));
  t.step(0.05);
  BOOST_TEST(t.taken() == "");
  t.step(0.06);
  const std::string redrawn = t.taken();
  BOOST_TEST(redrawn.starts_with("\r\033[J"));
  BOOST_TEST(redrawn.ends_with("\r"));
  BOOST_TEST(redrawn.find('\n') == std::string::npos);
  t.bar.end_epoch(0.75);
  BOOST_TEST(t.taken().starts_with("\r\033[Jepoch 1/2  loss"));
}

BOOST_AUTO_TEST_CASE(the_bar_follows_the_width_of_the_window) {
  training t{a_terminal};
  for (const int columns : {200, 80, 20}) {
    t.shown.columns = columns;
    t.step(1);
    const std::string text = test::without_escapes(t.taken());
    BOOST_TEST(test::columns(text.substr(1, text.size() - 2)) < columns);
  }
}

BOOST_AUTO_TEST_CASE(nothing_is_left_of_a_bar_that_an_exception_ends) {
  std::ostringstream stream;
  {
    double now = 0;
    progress bar{1, 100, {stream, [] { return a_terminal; }, [&] { return now; }}};
    now = 1;
    bar.step(10, 1, 1);
    stream.str("");
  }
  BOOST_TEST(stream.str() == "\r\033[J");
}

BOOST_AUTO_TEST_CASE(means_are_weighted_by_the_size_of_the_batch_and_start_anew_each_epoch) {
  training t{a_file};
  t.now += 1;
  t.bar.step(30, 1.0, 30);
  t.bar.step(10, 3.0, 0);
  t.bar.end_epoch(0.5);
  BOOST_TEST(t.taken().starts_with("epoch 1/2  loss 1.5000  accuracy 0.7500  validation 0.5000"));
  t.step(1);
  t.bar.end_epoch(0.5);
  BOOST_TEST(t.taken().starts_with("epoch 2/2  loss 0.5000  accuracy 0.8000"));
}

BOOST_AUTO_TEST_CASE(validation_counts_for_the_time_left_but_not_for_the_speed) {
  training t{a_file};
  for (int i = 0; i < 10; ++i) t.step(1);
  t.taken();
  t.now += 10;
  t.bar.end_epoch(0.5);
  BOOST_TEST(test::lines_of(t.taken())[0].ends_with("10 samples/s"));
  for (int i = 0; i < 5; ++i) t.step(2);
  BOOST_TEST(t.taken().ends_with("5 samples/s  ETA 0:10\n"));
}

BOOST_AUTO_TEST_CASE(an_epoch_without_steps_is_no_division_by_zero) {
  training t{a_file};
  t.bar.end_epoch(0);
  BOOST_TEST(t.taken() ==
             "epoch 1/2  loss 0.0000  accuracy 0.0000  validation 0.0000  0 samples/s\n");
}

BOOST_AUTO_TEST_CASE(a_training_that_goes_on_counts_what_was_done_before) {
  training t{a_file};
  t.bar.skip(1, 50);
  t.step(5);
  t.step(5);
  BOOST_TEST(t.taken() == "epoch 2/2   70%  loss 0.5000  accuracy 0.8000  2 samples/s  ETA 0:15\n");
}

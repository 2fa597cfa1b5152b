#include <common/report.hpp>

#include <boost/test/unit_test.hpp>

#include <stdexcept>

using namespace samples;

namespace {

void add(confusion_matrix& confusion, int truth, int guess, int times) {
  for (int i = 0; i < times; ++i) confusion.add(truth, guess);
}

/// 151 images of three classes, 123 of them recognised.
confusion_matrix example() {
  confusion_matrix confusion{3};
  add(confusion, 0, 0, 93);
  add(confusion, 0, 1, 7);
  add(confusion, 1, 1, 30);
  add(confusion, 1, 2, 20);
  add(confusion, 2, 0, 1);
  return confusion;
}

const std::vector<std::string> names{"a", "b", "c"};

}  // namespace

BOOST_AUTO_TEST_CASE(counts_are_kept_per_truth_and_guess) {
  const confusion_matrix confusion = example();
  BOOST_TEST(confusion.classes() == 3);
  BOOST_TEST(confusion.count(1, 2) == 20u);
  BOOST_TEST(confusion.count(2, 1) == 0u);
  BOOST_TEST(confusion.total() == 151u);
  BOOST_TEST(confusion.accuracy() == 123. / 151);
}

BOOST_AUTO_TEST_CASE(the_accuracy_is_told_in_one_line) {
  BOOST_TEST(accuracy_line(example()) == "test accuracy: 0.8146 (151 images)");
  BOOST_TEST(accuracy_line(example(), "linear baseline") == "linear baseline: 0.8146 (151 images)");
  BOOST_TEST(accuracy_line(confusion_matrix{2}) == "test accuracy: 0.0000 (0 images)");
}

BOOST_AUTO_TEST_CASE(mistakes_come_by_their_count_with_their_share_of_the_truth) {
  const auto mistakes = example().worst_mistakes(2);
  BOOST_REQUIRE(mistakes.size() == 2u);
  BOOST_TEST(mistakes[0].truth == 1);
  BOOST_TEST(mistakes[0].guess == 2);
  BOOST_TEST(mistakes[0].count == 20u);
  BOOST_TEST(mistakes[0].share == 20. / 50);
  BOOST_TEST(mistakes[1].truth == 0);
  BOOST_TEST(mistakes[1].share == 7. / 100);
  BOOST_TEST(example().worst_mistakes(10).size() == 3u);
}

BOOST_AUTO_TEST_CASE(equal_counts_come_in_the_order_of_the_classes) {
  confusion_matrix confusion{3};
  for (const auto& [truth, guess] : {std::pair{2, 0}, {1, 0}, {0, 2}, {0, 1}})
    confusion.add(truth, guess);
  const auto mistakes = confusion.worst_mistakes(4);
  BOOST_TEST(mistakes[0].guess == 1);
  BOOST_TEST(mistakes[1].guess == 2);
  BOOST_TEST(mistakes[2].truth == 1);
  BOOST_TEST(mistakes[3].truth == 2);
}

BOOST_AUTO_TEST_CASE(the_table_names_the_classes) {
  BOOST_TEST(mistakes_table(example(), names, 2) ==
             "truth -> guess   count   share of the truth's images\n"
             "    b -> c           20    40.0%\n"
             "    a -> b            7     7.0%\n");
  BOOST_TEST(mistakes_table(confusion_matrix{3}, names) == "no mistakes\n");
}

BOOST_AUTO_TEST_CASE(what_is_no_class_is_refused) {
  confusion_matrix confusion{3};
  for (const auto& [truth, guess] : {std::pair{-1, 0}, {0, -1}, {3, 0}, {0, 3}})
    BOOST_CHECK_THROW(confusion.add(truth, guess), std::out_of_range);
  BOOST_CHECK_EXCEPTION(confusion.add(3, 1), std::out_of_range, [](const auto& error) {
    return std::string{error.what()} == "expected classes from 0 to 2, found truth 3 and guess 1";
  });
  BOOST_TEST(confusion.total() == 0u);
}

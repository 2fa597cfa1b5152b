#include <common/writing/draw_next.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <limits>

using samples::dice, samples::draw_next, samples::probabilities;

namespace {

/// Of the probabilities 1/2, 1/4, 1/4.
const std::array logits{std::log(2.0f) + 100, 100.0f, 100.0f};

}  // namespace

BOOST_AUTO_TEST_CASE(probabilities_are_those_of_softmax) {
  const auto close = boost::test_tools::tolerance(1e-6);
  BOOST_TEST(probabilities(logits)[0] == 0.5, close);
  BOOST_TEST(probabilities(logits, 0.5)[0] == 2.0 / 3, close);
  BOOST_TEST(probabilities(logits, 1e-9)[0] == 1, close);
}

BOOST_AUTO_TEST_CASE(each_character_has_its_share_of_the_random_numbers) {
  BOOST_TEST(draw_next(logits, 1, 0) == 0);
  BOOST_TEST(draw_next(logits, 1, 0.49) == 0);
  BOOST_TEST(draw_next(logits, 1, 0.51) == 1);
  BOOST_TEST(draw_next(logits, 1, 0.74) == 1);
  BOOST_TEST(draw_next(logits, 1, 0.76) == 2);
  BOOST_TEST(draw_next(logits, 1, 1 - std::numeric_limits<double>::epsilon()) == 2);
}

BOOST_AUTO_TEST_CASE(at_temperature_0_it_is_the_likeliest) {
  for (const double random : {0.0, 0.5, 0.999}) BOOST_TEST(draw_next(std::array{1.0f, 3.0f, 2.0f}, 0, random) == 1);
}

BOOST_AUTO_TEST_CASE(the_same_seed_throws_the_same_dice) {
  dice first{7}, again{7}, other_seed{8}, other_text{7, 1};
  const double thrown = first();
  BOOST_TEST(thrown == again());
  BOOST_TEST(first() == again());
  BOOST_TEST(thrown != other_seed());
  BOOST_TEST(thrown != other_text());
  BOOST_TEST((thrown >= 0 && thrown < 1));
}

#include <common/writing/ngram.hpp>

#include <boost/test/unit_test.hpp>

#include <cmath>

using samples::character_numbers, samples::ngram;

namespace {

constexpr int characters = 5;

/// 4 is never there, and what comes next is rarely the same.
character_numbers some_text() {
  character_numbers text;
  for (int i = 0; i < 200; ++i) text.push_back(i * i / 7 % 4);
  return text;
}

double sum_of_probabilities(const ngram& model, const character_numbers& before) {
  double sum = 0;
  for (int next = 0; next < characters; ++next) {
    const double p = model.probability(before, next);
    BOOST_TEST(p > 0);
    sum += p;
  }
  return sum;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_probabilities_of_what_comes_next_add_up_to_1) {
  const std::vector texts{some_text(), character_numbers{1, 2, 3}};
  for (int order = 1; order <= 6; ++order) {
    const ngram model{texts, order, characters};
    for (const character_numbers& before : {character_numbers{}, {0}, {4}, {1, 2}, {3, 3, 3, 0}, {0, 4, 1, 2, 0, 1, 2}, some_text()})
      BOOST_TEST(sum_of_probabilities(model, before) == 1, boost::test_tools::tolerance(1e-12));
  }
}

/// After 0 came 1 twice and 2 once, so D = 1 / (1 + 2). Each came after one character: D = 1 there, and all is left to the alphabet.
BOOST_AUTO_TEST_CASE(a_tiny_text_gives_what_one_computes_by_hand) {
  const std::vector<character_numbers> texts{{0, 1}, {0, 1}, {0, 2}};
  const ngram model{texts, 2, 3};
  const auto close = boost::test_tools::tolerance(1e-12);
  const character_numbers zero{0};
  BOOST_TEST(model.probability(zero, 1) == 17.0 / 27, close);
  BOOST_TEST(model.probability(zero, 2) == 8.0 / 27, close);
  BOOST_TEST(model.probability(zero, 0) == 2.0 / 27, close);
  BOOST_TEST(model.bits_per_character(texts) == -(2 * std::log2(17.0 / 27) + std::log2(8.0 / 27)) / 3, close);
}

/// 1 follows more often than 2, but only after 0; 2 comes after three characters. After one that is new, 2 is the better guess.
BOOST_AUTO_TEST_CASE(what_comes_after_many_characters_is_expected_after_a_new_one) {
  const std::vector<character_numbers> texts{{0, 1}, {0, 1}, {0, 1}, {0, 1}, {0, 2}, {1, 2}, {2, 2}, {0, 3}, {0, 3}};
  const ngram model{texts, 2, characters};
  BOOST_TEST(model.probability(character_numbers{4}, 2) > model.probability(character_numbers{4}, 1));
  BOOST_TEST(model.probability(character_numbers{0}, 2) < model.probability(character_numbers{0}, 1));
}

BOOST_AUTO_TEST_CASE(a_text_that_repeats_itself_takes_few_bits_if_enough_is_looked_at) {
  character_numbers text;
  for (int i = 0; i < 400; ++i) text.push_back("0012"[i % 4] - '0');
  const std::vector<character_numbers> texts{text};
  const std::vector<double> bits = samples::ngram_bits(texts, texts, 3, characters);
  BOOST_TEST(bits[0] == 1.5, boost::test_tools::tolerance(0.01));
  BOOST_TEST(bits[1] == 0.5, boost::test_tools::tolerance(0.05));
  BOOST_TEST(bits[2] < 0.05);
  BOOST_TEST(samples::ngram_line(std::vector{1.5, 0.25}) == "n-grams of 1, 2 characters: 1.500 0.250 bits per character");
}

#include <common/page/letter_classes.hpp>
#include <common/page/likelihood.hpp>
#include <common/page/results.hpp>

#include "page.hpp"

using namespace samples;

namespace {

std::size_t class_of(char character) { return letter_classes.find(character); }

std::vector<float> sure_of(char character, float share = 0.97f) {
  std::vector<float> shares(letter_classes.size(), (1 - share) / static_cast<float>(letter_classes.size() - 1));
  shares[class_of(character)] = share;
  return shares;
}

/// As sure of the one as of the other.
std::vector<float> torn_between(char one, char other) {
  std::vector<float> shares = sure_of(one, 0.48f);
  shares[class_of(other)] = 0.48f;
  return shares;
}

char likeliest(const seen_letter& letter, const line_scale& scale) {
  const std::vector<likely_character> all = likelihoods(letter, scale);
  return std::ranges::max_element(all, {}, &likely_character::likelihood)->character;
}

/// A page with letters of these sizes, each standing `below` under the line.
struct drawn_letter {
  int height, below = 0, gap = 10, width = 20;
  bool thin_in_the_middle = false;
};

found_page page_of(const std::vector<drawn_letter>& letters) {
  grey_image photo{60 + 50 * static_cast<int>(letters.size()), 160, 230};
  int x = 30;
  for (const auto& [height, below, gap, width, thin] : letters) {
    x += gap;
    test::draw_box(photo, {x, 100 + below - height, x + width, 100 + below}, 50);
    if (thin) test::draw_box(photo, {x + width / 2 - 2, 100 - height, x + width / 2 + 2, 96}, 230);
    x += width;
  }
  return find_letters(photo);
}

/// What a network says that gives these answers, in this order.
letter_network saying(std::vector<std::vector<float>> answers) {
  return [answers, next = std::size_t{0}](std::span<const letter_image> images) mutable {
    std::vector<float> all;
    for (std::size_t i = 0; i < images.size(); ++i, ++next) all.insert(all.end(), answers.at(next).begin(), answers.at(next).end());
    return all;
  };
}

std::string read(const std::vector<drawn_letter>& letters, const std::vector<std::vector<float>>& answers) {
  std::string text;
  for (const read_line& line : read_page(page_of(letters), saying(answers))) text += text_of(line) + '\n';
  return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(size_and_place_tell_small_letters_from_capitals) {
  const line_scale scale{50, 100};
  BOOST_TEST(likeliest({torn_between('c', 'C'), 50, 100}, scale) == 'C');
  BOOST_TEST(likeliest({torn_between('c', 'C'), 31, 100}, scale) == 'c');
  BOOST_TEST(likeliest({torn_between('p', 'P'), 50, 100}, scale) == 'P');
  BOOST_TEST(likeliest({torn_between('p', 'P'), 50, 119}, scale) == 'p');
  BOOST_TEST(likeliest({sure_of('a'), 50, 100}, scale) == 'a');
}

BOOST_AUTO_TEST_CASE(letters_whose_size_is_known_tell_how_large_a_line_is) {
  const line_scale scale = scale_of({{sure_of('a'), 31, 100}, {sure_of('B'), 50, 100}, {sure_of('g'), 50, 119}, {sure_of('o'), 500, 90}}, 7);
  BOOST_TEST(std::abs(scale.capital - 50) < 1);
  BOOST_TEST(std::abs(scale.foot - 100) < 1);
  BOOST_TEST(scale_of({{sure_of('o'), 30, 90}}, 41).capital == 41);
}

BOOST_AUTO_TEST_CASE(words_are_numbers_or_letters) {
  const std::vector<drawn_letter> three{{50}, {50}, {50}};
  BOOST_TEST(read(three, {sure_of('1'), torn_between('o', '0'), sure_of('4')}) == "104\n");
  BOOST_TEST(read({{50}, {31}, {50}}, {sure_of('h'), torn_between('o', '0'), sure_of('t')}) == "hot\n");
  BOOST_TEST(read({{50}, {31}, {50}}, {torn_between('8', 'B'), sure_of('a'), sure_of('d')}) == "Bad\n");
}

BOOST_AUTO_TEST_CASE(a_wide_gap_divides_words) {
  BOOST_TEST(read({{50}, {31}, {50, 0, 50}, {31}, {31}}, {sure_of('h'), sure_of('a'), sure_of('b'), sure_of('e'), sure_of('n')}) == "ha ben\n");
}

BOOST_AUTO_TEST_CASE(a_wide_letter_is_two_if_those_are_easier_to_read) {
  const std::vector<drawn_letter> letters{{50}, {50, 0, 10, 45, true}, {50}};
  BOOST_TEST(read(letters, {sure_of('h'), sure_of('w', 0.3f), sure_of('b'), sure_of('d'), sure_of('d')}) == "hddb\n");
  BOOST_TEST(read(letters, {sure_of('h'), sure_of('w', 0.3f), sure_of('b'), sure_of('d', 0.3f), sure_of('d')}).size() == 4u);
  BOOST_TEST(read(letters, {sure_of('H'), sure_of('W'), sure_of('A')}) == "HWA\n");
}

BOOST_AUTO_TEST_CASE(characters_that_were_read_are_counted) {
  BOOST_TEST(share_right("letters", "letters") == 1);
  BOOST_TEST(share_right("letters", "lettrs") == 1 - 1.0 / 7);
  BOOST_TEST(share_right("abcd", "xabcd") == 0.75);
  BOOST_TEST(share_right("abcd", "abxd") == 0.75);
  BOOST_TEST((share_right("abcd", "") == 0 && share_right("a", "bcdefgh") == 0 && share_right("", "") == 1));
}

BOOST_AUTO_TEST_CASE(what_was_read_is_drawn_and_listed) {
  const std::vector<read_line> lines{{{{{10, 30, 20, 50}, 'a', 1}, {{30, 30, 40, 50}, 'b', 0.25}}}};
  BOOST_TEST(confidence(lines[0]) == 0.625);
  BOOST_TEST(letters_table(lines) == "line,word,character,confidence,left,top,right,bottom\n1,1,a,1.000,10,30,20,50\n1,1,b,0.250,30,30,40,50\n");
  const image drawn = annotated(grey_image{60, 60, 200}, lines);
  BOOST_TEST((drawn.at(0, 0) == rgb{200, 200, 200}));
  BOOST_TEST((drawn.at(10, 40).green > drawn.at(10, 40).red && drawn.at(30, 40).green < drawn.at(30, 40).red));
}

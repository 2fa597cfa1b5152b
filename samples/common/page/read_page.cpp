#include "read_page.hpp"

#include <cmath>

#include "ask_letters.hpp"
#include "likelihood.hpp"

namespace samples {
namespace {

std::vector<seen_letter> seen(const std::vector<asked_word>& words, double slope) {
  std::vector<seen_letter> letters;
  for (const asked_word& word : words)
    for (const asked_letter& letter : word) {
      const box& place = letter.found.ink.place;
      letters.push_back({letter.probabilities, static_cast<double>(place.height()), place.bottom - slope * place.centre_x()});
    }
  return letters;
}

using word_kind = bool (*)(std::size_t number, char character);

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

//[kinds
/// What words look like, and how much likelier than others it is that one looks so.
constexpr std::pair<word_kind, double> kinds[] = {{[](std::size_t, char c) { return is_digit(c); }, 1},
                                                  {[](std::size_t, char c) { return is_small(c); }, 1},
                                                  {[](std::size_t i, char c) { return i == 0 ? is_capital(c) : is_small(c); }, 0.5},
                                                  {[](std::size_t, char c) { return is_capital(c); }, 0.2},
                                                  {[](std::size_t, char) { return true; }, 0.01}};
//]

/// The likeliest character that may stand at a place of such a word.
const likely_character& best(const std::vector<likely_character>& characters, std::size_t number, word_kind kind) {
  const auto likelihood = [&](const likely_character& c) { return kind(number, c.character) ? c.likelihood : -1; };
  return *std::ranges::max_element(characters, {}, likelihood);
}

read_word read(const std::vector<std::vector<likely_character>>& letters, const asked_word& word) {
  word_kind likeliest = nullptr;
  double largest = -1e300;
  for (const auto& [kind, prior] : kinds) {
    double sum = std::log(prior);
    for (std::size_t i = 0; i < letters.size(); ++i) sum += std::log(best(letters[i], i, kind).likelihood);
    if (sum > largest) largest = sum, likeliest = kind;
  }
  read_word result;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const likely_character& chosen = best(letters[i], i, likeliest);
    double all = 0;
    for (const likely_character& other : letters[i]) all += other.likelihood;
    result.push_back({word[i].found.ink.place, chosen.character, chosen.likelihood / all});
  }
  return result;
}

read_line read(const std::vector<asked_word>& words, const found_page& page) {
  read_line line;
  const std::vector<seen_letter> letters = seen(words, page.slope);
  const line_scale scale = scale_of(letters, page.letter_height);
  std::size_t next = 0;
  for (const asked_word& word : words) {
    std::vector<std::vector<likely_character>> likely;
    for (std::size_t i = 0; i < word.size(); ++i) likely.push_back(likelihoods(letters[next++], scale));
    line.push_back(read(likely, word));
  }
  return line;
}

}  // namespace

std::vector<read_line> read_page(found_page page, const letter_network& network) {
  std::vector<read_line> lines;
  for (found_line& found : page.lines) {
    std::vector<asked_word> words;
    for (found_word& word : found) words.push_back(ask_letters(std::move(word), page, network));
    lines.push_back(read(words, page));
  }
  return lines;
}

std::string text_of(const read_line& line) {
  std::string text;
  for (const read_word& word : line) {
    if (!text.empty()) text += ' ';
    for (const read_letter& letter : word) text += letter.character;
  }
  return text;
}

}  // namespace samples

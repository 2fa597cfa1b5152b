#include "ask_letters.hpp"

#include "letter_classes.hpp"

namespace samples {
namespace {

/// How sure the network is of what it finds likeliest, capital or small: those are told apart later.
float surest(const asked_letter& letter) {
  const std::size_t capital = letter_classes.find('A'), small = letter_classes.find('a');
  float largest = *std::ranges::max_element(letter.probabilities);
  for (std::size_t i = 0; i < 26; ++i) largest = std::max(largest, letter.probabilities[capital + i] + letter.probabilities[small + i]);
  return largest;
}

asked_word ask(found_word letters, const letter_network& network) {
  constexpr std::size_t classes = letter_classes.size();
  std::vector<letter_image> images;
  for (const found_letter& letter : letters) images.push_back(letter.image);
  const std::vector<float> all = network(images);
  asked_word word;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const auto begin = all.begin() + static_cast<std::ptrdiff_t>(i * classes);
    word.push_back({std::move(letters[i]), {begin, begin + static_cast<std::ptrdiff_t>(classes)}});
  }
  return word;
}

//[together
/// A letter that was written in two strokes, such as y or K.
asked_word together(asked_word word, const found_page& page, const letter_network& network) {
  asked_word letters;
  for (asked_letter& letter : word) {
    if (!letters.empty()) {
      const box &before = letters.back().found.ink.place, &now = letter.found.ink.place;
      if (shared_columns(before, now) >= 0.35 * std::min(before.width(), now.width())) {
        const asked_word one = ask({as_one(page, letters.back().found, letter.found)}, network);
        if (surest(one[0]) > 0.7f) {
          letters.back() = one[0];
          continue;
        }
      }
    }
    letters.push_back(std::move(letter));
  }
  return letters;
}
//]

//[apart
/// The letter, or the two that it is more likely to be; those may touch others in turn.
asked_word apart(const asked_letter& letter, const found_page& page, const letter_network& network) {
  if (letter.found.ink.place.width() < 0.8 * page.letter_height || surest(letter) > 0.8f) return {letter};
  auto parts = in_two(page, letter.found);
  if (!parts) return {letter};
  const asked_word two = ask({std::move(parts->first), std::move(parts->second)}, network);
  if (std::min(surest(two[0]), surest(two[1])) < surest(letter) + 0.1f) return {letter};
  asked_word letters;
  for (const asked_letter& part : two)
    for (asked_letter& one : apart(part, page, network)) letters.push_back(std::move(one));
  return letters;
}
//]

}  // namespace

asked_word ask_letters(found_word word, const found_page& page, const letter_network& network) {
  asked_word letters;
  for (const asked_letter& letter : together(ask(std::move(word), network), page, network))
    for (asked_letter& part : apart(letter, page, network)) letters.push_back(std::move(part));
  return letters;
}

}  // namespace samples

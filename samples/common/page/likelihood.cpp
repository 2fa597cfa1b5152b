#include "likelihood.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "letter_classes.hpp"
#include "median.hpp"
#include "metrics.hpp"

namespace samples {
namespace {

/// Whether the capital and the small letter look alike, so that the form does not tell how high the letter is.
bool has_two_sizes(char character) { return std::string_view{"CJOPSUVWXZcjopsuvwxz0"}.find(character) != std::string_view::npos; }

/// The normal distribution without its constant factor.
double bell(double distance, double spread) { return std::exp(-distance * distance / (2 * spread * spread)); }

}  // namespace

line_scale scale_of(const std::vector<seen_letter>& letters, double otherwise) {
  std::vector<double> capitals, feet, bottoms;
  for (const seen_letter& letter : letters) {
    bottoms.push_back(letter.bottom);
    const auto likeliest = std::ranges::max_element(letter.probabilities) - letter.probabilities.begin();
    const char name = letter_classes[static_cast<std::size_t>(likeliest)];
    if (has_two_sizes(name)) continue;
    const double capital = letter.height / reach_of(name).height();
    capitals.push_back(capital);
    feet.push_back(letter.bottom + reach_of(name).bottom * capital);
  }
  return {median(capitals, otherwise), median(feet, median(bottoms, 0))};
}

//[likelihoods
std::vector<likely_character> likelihoods(const seen_letter& letter, const line_scale& scale) {
  constexpr double height_spread = 0.14, place_spread = 0.12, least = 1e-6;  // hands differ, and so does the same hand
  std::vector<likely_character> result;
  for (std::size_t number = 0; number < letter_classes.size(); ++number) {
    const reach usual = reach_of(letter_classes[number]);
    const double size = bell(letter.height / scale.capital - usual.height(), height_spread);
    const double place = bell((scale.foot - letter.bottom) / scale.capital - usual.bottom, place_spread);
    const double form = static_cast<double>(letter.probabilities[number]);
    result.push_back({letter_classes[number], (form + least) * (size + 0.01) * (place + 0.01)});
  }
  return result;
}
//]

}  // namespace samples

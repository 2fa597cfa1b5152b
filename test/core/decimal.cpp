#include <hello_dl/core/decimal.hpp>
#include <hello_dl/core/random.hpp>

#include <charconv>
#include <cmath>
#include <limits>
#include <string>

namespace {

namespace dl = hello_dl;

/// As std::to_chars writes scientific notation: 1.25e-05.
std::string scientific(const dl::decimal& d) {
  std::string text(1, d.digits[0]);
  if (d.count > 1) text.append(".").append(d.digits + 1, static_cast<std::size_t>(d.count - 1));
  const int exponent = d.exponent - 1, size = std::abs(exponent);
  return text + (exponent < 0 ? "e-" : "e+") + (size < 10 ? "0" : "") + std::to_string(size);
}

std::string by_the_standard_library(double x) {
  char text[64];
  return {text, std::to_chars(text, text + sizeof(text), x, std::chars_format::scientific).ptr};
}

bool is_right(double x) { return scientific(dl::shortest_decimal(x)) == by_the_standard_library(x); }

BOOST_AUTO_TEST_CASE(powers_of_two_and_their_neighbours) {
  for (int exponent = -1074; exponent < 1024; ++exponent) {
    const double power = std::ldexp(1.0, exponent);
    BOOST_TEST(is_right(power));
    BOOST_TEST(is_right(std::nextafter(power, 2 * power)));
    if (exponent > -1074) BOOST_TEST(is_right(std::nextafter(power, 0)));
  }
}

BOOST_AUTO_TEST_CASE(the_smallest_and_the_largest) {
  using limits = std::numeric_limits<double>;
  for (const double x : {limits::denorm_min(), limits::min(), limits::max(), limits::epsilon()}) BOOST_TEST(is_right(x));
}

BOOST_AUTO_TEST_CASE(short_decimals) {
  for (int i = 1; i < 2000; ++i)
    for (const double divisor : {1.0, 3.0, 10.0, 1000.0, 1e7}) BOOST_TEST(is_right(i / divisor));
}

BOOST_AUTO_TEST_CASE(doubles_of_all_magnitudes) {
  for (std::uint64_t i = 0; i < 20'000; ++i) {
    const auto x = std::bit_cast<double>(dl::random_bits(1, 2, i) >> 1);
    if (std::isfinite(x) && x > 0) BOOST_TEST(is_right(x));
  }
}

}  // namespace

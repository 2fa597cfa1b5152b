#include <hello_dl/core/random.hpp>

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <set>

namespace dl = hello_dl;

namespace {

constexpr int draws = 100'000;

/// The mean of f(number) over `draws` numbers of stream 7.
template <class Draw, class F>
double mean_of(Draw draw, F f) {
  double sum = 0;
  for (std::uint64_t i = 0; i < draws; ++i) sum += f(static_cast<double>(draw(11, 7, i)));
  return sum / draws;
}

double itself(double x) { return x; }
double square(double x) { return x * x; }
double fourth(double x) { return x * x * x * x; }

}  // namespace

BOOST_AUTO_TEST_CASE(seed_stream_and_counter_each_change_the_bits) {
  std::set<std::uint64_t> seen;
  for (std::uint64_t i = 0; i < 64; ++i)
    for (const auto bits :
         {dl::random_bits(i, 100, 200), dl::random_bits(100, i, 200), dl::random_bits(200, 100, i)})
      seen.insert(bits);
  BOOST_TEST(seen.size() == 3u * 64);
}

// Tolerances are five standard errors of the mean over `draws` independent numbers.
BOOST_AUTO_TEST_CASE(uniform_has_the_moments_of_the_unit_interval) {
  for (auto draw : {+[](std::uint64_t s, std::uint64_t t, std::uint64_t i) {
                      return static_cast<double>(dl::uniform<float>(s, t, i));
                    },
                    &dl::uniform<double>}) {
    BOOST_TEST(std::abs(mean_of(draw, itself) - 1. / 2) < 5 * std::sqrt(1. / 12 / draws));
    BOOST_TEST(std::abs(mean_of(draw, square) - 1. / 3) < 5 * std::sqrt(4. / 45 / draws));
  }
}

BOOST_AUTO_TEST_CASE(normal_has_the_moments_of_the_normal_distribution) {
  const auto draw = dl::normal<double>;
  BOOST_TEST(std::abs(mean_of(draw, itself)) < 5 * std::sqrt(1. / draws));
  BOOST_TEST(std::abs(mean_of(draw, square) - 1) < 5 * std::sqrt(2. / draws));
  BOOST_TEST(std::abs(mean_of(draw, fourth) - 3) < 5 * std::sqrt(96. / draws));
}

BOOST_AUTO_TEST_CASE(normal_is_always_finite) {
  for (std::uint64_t i = 0; i < draws; ++i)
    BOOST_REQUIRE(std::isfinite(dl::normal<float>(0, 0, i)));
}

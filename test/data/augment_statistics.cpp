// How the strengths of data/augment.hpp are spread over pictures and epochs.
#include <hello_dl/data/augment.hpp>

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <numeric>

namespace dl = hello_dl;

namespace {

using pixels = std::vector<std::uint8_t>;
using levels = std::vector<float>;

/// Of 33 x 33 pixels.
levels changed(const dl::augmentation& how, const pixels& p, std::uint64_t epoch, std::uint64_t index) {
  levels result(p.size());
  dl::augmenter{how, 1, 33, 33}(p, epoch, index, result);
  return result;
}

/// Where the ink is, on average, and how much there is.
struct ink {
  double x = 0, y = 0, sum = 0;
};
ink ink_of(const levels& picture, int columns) {
  ink found;
  for (std::size_t i = 0; i < picture.size(); ++i) {
    const double level = static_cast<double>(picture[i]);
    found.sum += level;
    found.x += level * static_cast<double>(i % static_cast<std::size_t>(columns));
    found.y += level * static_cast<double>(i / static_cast<std::size_t>(columns));
  }
  return {found.x / found.sum, found.y / found.sum, found.sum};
}

/// Mean and standard deviation.
struct moments {
  double mean = 0, deviation = 0, largest = 0;
};
moments moments_of(const std::vector<double>& numbers) {
  moments m;
  const double count = static_cast<double>(numbers.size());
  m.mean = std::accumulate(numbers.begin(), numbers.end(), 0.0) / count;
  for (const double x : numbers) {
    m.deviation += (x - m.mean) * (x - m.mean) / count;
    m.largest = std::max(m.largest, std::abs(x));
  }
  m.deviation = std::sqrt(m.deviation);
  return m;
}

/// A dot at (x, y) from the centre of a square of 33 pixels.
pixels dot(int x, int y) {
  pixels p(33 * 33);
  p[static_cast<std::size_t>((16 + y) * 33 + 16 + x)] = 255;
  return p;
}

/// What 2,000 pictures make of the dot, in coordinates from the centre.
template <class Measure>
moments over_pictures(const dl::augmentation& how, const pixels& p, Measure measure) {
  std::vector<double> found;
  for (std::uint64_t index = 0; index < 2000; ++index) {
    const ink at = ink_of(changed(how, p, 3, index), 33);
    found.push_back(measure(at.x - 16, at.y - 16));
  }
  return moments_of(found);
}

/// Whether the numbers are spread evenly between -most and most.
void check_even(const moments& m, double most) {
  BOOST_TEST(std::abs(m.mean) < 0.06 * most);
  BOOST_TEST(std::abs(m.deviation - most / std::sqrt(3.0)) < 0.04 * most);
  BOOST_TEST(m.largest < 1.05 * most);
  BOOST_TEST(m.largest > 0.95 * most);
}

}  // namespace

BOOST_AUTO_TEST_CASE(shift_is_even_in_both_directions) {
  check_even(over_pictures({.shift = 3}, dot(0, 0), [](double x, double) { return x; }), 3);
  check_even(over_pictures({.shift = 3}, dot(0, 0), [](double, double y) { return y; }), 3);
}

/// Each number with that of the next epoch, that of the next picture, and the other direction of the same picture.
BOOST_AUTO_TEST_CASE(epochs_pictures_and_directions_are_independent) {
  const auto place = [](std::uint64_t epoch, std::uint64_t index) {
    return ink_of(changed({.shift = 3}, dot(0, 0), epoch, index), 33);
  };
  double over_epochs = 0, over_pictures = 0, over_directions = 0;
  constexpr int count = 2000;
  for (std::uint64_t index = 0; index < count; ++index) {
    const ink here = place(0, index);
    over_epochs += (here.x - 16) * (place(1, index).x - 16) / count;
    over_pictures += (here.x - 16) * (place(0, index + 1).x - 16) / count;
    over_directions += (here.x - 16) * (here.y - 16) / count;
  }
  for (const double covariance : {over_epochs, over_pictures, over_directions})
    BOOST_TEST(std::abs(covariance) < 5 * 3 / std::sqrt(static_cast<double>(count)));  // variance 3, five standard deviations
}

/// Seen from the centre: a dot at the right moves on a circle.
BOOST_AUTO_TEST_CASE(rotation_is_even_around_the_centre) {
  const auto degrees = [](double x, double y) { return std::atan2(y, x) * 180 / std::numbers::pi; };
  check_even(over_pictures({.rotation = 30}, dot(12, 0), degrees), 30);
  const moments radius = over_pictures({.rotation = 30}, dot(12, 0), [](double x, double y) { return std::hypot(x, y); });
  BOOST_TEST(std::abs(radius.mean - 12) < 0.05);
  BOOST_TEST(radius.deviation < 0.1);
}

BOOST_AUTO_TEST_CASE(scale_and_shear_are_even) {
  check_even(over_pictures({.scale = 0.25}, dot(12, 0), [](double x, double) { return x / 12 - 1; }), 0.25);
  check_even(over_pictures({.shear = 0.5}, dot(0, 12), [](double x, double) { return x / 12; }), 0.5);
}

BOOST_AUTO_TEST_CASE(elastic_deformation_has_its_deviation) {
  const moments x = over_pictures({.elastic = 1.5}, dot(3, -2), [](double right, double) { return right - 3; });
  BOOST_TEST(std::abs(x.mean) < 0.15);
  BOOST_TEST(std::abs(x.deviation - 1.5) < 0.2);
}

BOOST_AUTO_TEST_CASE(noise_has_its_deviation_and_is_new_for_each_picture) {
  const pixels grey(33 * 33, 127);
  std::vector<double> noise, product, neighbours;
  for (std::uint64_t index = 0; index < 50; ++index) {
    const levels one = changed({.noise = 0.1}, grey, 0, index), next = changed({.noise = 0.1}, grey, 1, index);
    for (std::size_t i = 0; i < one.size(); ++i) {
      noise.push_back(static_cast<double>(one[i]) - 127.0 / 255);
      if (i > 0) neighbours.push_back(noise.back() * noise[noise.size() - 2]);
      product.push_back(noise.back() * (static_cast<double>(next[i]) - 127.0 / 255));
    }
  }
  BOOST_TEST(std::abs(moments_of(noise).mean) < 0.002);
  BOOST_TEST(std::abs(moments_of(noise).deviation - 0.1) < 0.002);
  for (const std::vector<double>& products : {product, neighbours})
    BOOST_TEST(std::abs(moments_of(products).mean) < 5 * 0.01 / std::sqrt(static_cast<double>(products.size())));
}

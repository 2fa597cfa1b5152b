#include <hello_dl/data/warp.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace detail = hello_dl::detail;

namespace {
constexpr std::uint8_t picture[] = {0, 51, 102, 153, 204, 255};  // 2 rows of 3

/// What stands there in the picture.
float at(float x, float y) {
  detail::readable_picture p{2, 3};
  p.set(picture);
  float ink;
  p.read({&x, 1}, {&y, 1}, &ink);
  return ink;
}

/// A picture of 33 rows and 31 columns, each pixel another, as the map moves it.
constexpr int rows = 33, columns = 31;
std::uint8_t level(int x, int y) {
  return x >= 0 && x < columns && y >= 0 && y < rows ? static_cast<std::uint8_t>((37 * x + 101 * y) % 256) : std::uint8_t{0};
}
std::vector<float> moved(const detail::affine& map) {
  std::vector<std::uint8_t> levels;
  for (int i = 0; i < rows * columns; ++i) levels.push_back(level(i % columns, i / columns));
  detail::readable_picture source{rows, columns};
  source.set(levels);
  std::vector<float> x(columns), y(columns), result(rows * columns);
  for (int r = 0; r < rows; ++r) {
    detail::places_along_row(map.inverse(), rows, r, x, y);
    source.read(x, y, result.data() + r * columns);
  }
  return result;
}

/// Four pixels, weighed by how near they are.
double between_pixels(double x, double y) {
  double sum = 0;
  for (int column = -1; column <= columns; ++column)
    for (int row = -1; row <= rows; ++row)
      sum += std::max(0.0, 1 - std::abs(x - column)) * std::max(0.0, 1 - std::abs(y - row)) * level(column, row) / 255;
  return sum;
}

bool near(double a, double b) { return std::abs(a - b) < 1e-6; }
}  // namespace

BOOST_AUTO_TEST_CASE(pixels_are_read_where_they_are) {
  for (int i = 0; i < 6; ++i)
    BOOST_TEST(at(static_cast<float>(i % 3), static_cast<float>(i / 3)) == static_cast<float>(picture[i]) / 255);
}

BOOST_AUTO_TEST_CASE(between_pixels_it_is_linear) {
  BOOST_TEST(near(at(0.5f, 0), 0.1));
  BOOST_TEST(near(at(1.25f, 0.5f), (0.25 + 0.85) / 2));
}

BOOST_AUTO_TEST_CASE(outside_is_paper) {
  for (const float far : {-1.f, -2.f, -1e9f, 3.f, 1e9f}) {
    BOOST_TEST(at(far, 1) == 0);
    BOOST_TEST(at(1, far) == 0);
  }
  BOOST_TEST(near(at(2.5f, 1), 0.5));
  BOOST_TEST(near(at(2, 1.75f), 0.25));
  BOOST_TEST(near(at(0, -0.5f), 0));
  BOOST_TEST(near(at(2, -0.5f), 0.2));
}

BOOST_AUTO_TEST_CASE(a_map_and_its_inverse_lead_back) {
  const detail::affine map{1.5, 0.25, -0.5, 0.75, 3, -2}, back = map.inverse();
  const double x = 2, y = 5;
  const double to_x = map.xx * x + map.xy * y + map.x0, to_y = map.yx * x + map.yy * y + map.y0;
  BOOST_TEST(near(back.xx * to_x + back.xy * to_y + back.x0, x));
  BOOST_TEST(near(back.yx * to_x + back.yy * to_y + back.y0, y));
}

BOOST_AUTO_TEST_CASE(a_shift_by_whole_pixels_is_exact) {
  for (const auto& [right, down] : {std::pair{0, 0}, {2, -1}, {-3, 4}, {40, 0}}) {
    const std::vector<float> result = moved({.x0 = static_cast<double>(right), .y0 = static_cast<double>(down)});
    for (int i = 0; i < rows * columns; ++i)
      BOOST_TEST(result[static_cast<std::size_t>(i)] == static_cast<float>(level(i % columns - right, i / columns - down)) / 255);
  }
}

/// Where a pixel comes from is found by turning it back by the angle.
BOOST_AUTO_TEST_CASE(a_rotation_turns_around_the_centre) {
  for (const double degrees : {10.0, -30.0, 90.0, 137.0}) {
    const double angle = degrees * std::numbers::pi / 180, c = std::cos(angle), s = std::sin(angle);
    const std::vector<float> result = moved({.xx = c, .xy = -s, .yx = s, .yy = c});
    double worst = 0;
    for (int i = 0; i < rows * columns; ++i) {
      const double radius = std::hypot(i % columns - 15, i / columns - 16), at = std::atan2(i / columns - 16, i % columns - 15) - angle;
      const double expected = between_pixels(15 + radius * std::cos(at), 16 + radius * std::sin(at));
      worst = std::max(worst, std::abs(static_cast<double>(result[static_cast<std::size_t>(i)]) - expected));
    }
    BOOST_TEST(worst < 1e-5);
  }
}

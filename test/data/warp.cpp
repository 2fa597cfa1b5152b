#include <hello_dl/data/warp.hpp>

#include <boost/test/unit_test.hpp>

#include <cmath>

namespace detail = hello_dl::detail;

namespace {
constexpr std::uint8_t picture[] = {0, 51, 102, 153, 204, 255};  // 2 rows of 3

detail::readable_picture readable() {
  detail::readable_picture p{2, 3};
  p.set(picture);
  return p;
}
bool near(double a, double b) { return std::abs(a - b) < 1e-6; }
}  // namespace

BOOST_AUTO_TEST_CASE(pixels_are_read_where_they_are) {
  const detail::readable_picture p = readable();
  for (int i = 0; i < 6; ++i)
    BOOST_TEST(p.at(static_cast<float>(i % 3), static_cast<float>(i / 3)) == static_cast<float>(picture[i]) / 255);
}

BOOST_AUTO_TEST_CASE(between_pixels_it_is_linear) {
  const detail::readable_picture p = readable();
  BOOST_TEST(near(p.at(0.5f, 0), 0.1));
  BOOST_TEST(near(p.at(1.25f, 0.5f), (0.25 + 0.85) / 2));
}

BOOST_AUTO_TEST_CASE(outside_is_paper) {
  const detail::readable_picture p = readable();
  for (const float far : {-1.f, -2.f, -1e9f, 3.f, 1e9f}) {
    BOOST_TEST(p.at(far, 1) == 0);
    BOOST_TEST(p.at(1, far) == 0);
  }
  BOOST_TEST(near(p.at(2.5f, 1), 0.5));
  BOOST_TEST(near(p.at(2, 1.75f), 0.25));
  BOOST_TEST(near(p.at(0, -0.5f), 0));
  BOOST_TEST(near(p.at(2, -0.5f), 0.2));
}

BOOST_AUTO_TEST_CASE(a_map_and_its_inverse_lead_back) {
  const detail::affine map{1.5, 0.25, -0.5, 0.75, 3, -2}, back = map.inverse();
  const double x = 2, y = 5;
  const double to_x = map.xx * x + map.xy * y + map.x0, to_y = map.yx * x + map.yy * y + map.y0;
  BOOST_TEST(near(back.xx * to_x + back.xy * to_y + back.x0, x));
  BOOST_TEST(near(back.yx * to_x + back.yy * to_y + back.y0, y));
}

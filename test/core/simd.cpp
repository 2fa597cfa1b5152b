#include <hello_dl/core/simd.hpp>

#include <boost/mpl/list.hpp>
#include <boost/test/unit_test.hpp>

#include <cstring>
#include <limits>

namespace dl = hello_dl;

namespace {

using vectors = boost::mpl::list<dl::simd<float, 2>, dl::simd<float, 4>, dl::simd<float, 8>,
                                 dl::simd<float, 16>, dl::simd<double, 2>, dl::simd<double, 4>,
                                 dl::simd<double, 8>, dl::simd<std::int32_t, 4>>;

template <class V>
constexpr int count = dl::detail::lanes_of<V>::count;

/// first, first + step, ...: one element more than V has lanes, and data() is not aligned for V.
template <class V>
struct row {
  using T = dl::lane_type<V>;
  T elements[count<V> + 1];

  row(T first, T step) {
    for (int i = 0; i <= count<V>; ++i) elements[i] = first + static_cast<T>(i) * step;
  }
  const T* data() const { return elements + 1; }
  T operator[](int lane) const { return data()[lane]; }
};

template <class V, class Expected>
void check_lanes(V actual, Expected expected) {
  for (int lane = 0; lane < count<V>; ++lane)
    BOOST_TEST(actual[lane] == expected(lane), "lane " << lane << ": " << actual[lane]);
}

}  // namespace

BOOST_AUTO_TEST_CASE(native_lanes_fill_a_register) {
  BOOST_TEST(dl::native_lanes<float> * sizeof(float) == dl::native_vector_bytes);
  BOOST_TEST(dl::native_lanes<double> * 2 == dl::native_lanes<float>);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(load_and_store_take_any_address, V, vectors) {
  using T = dl::lane_type<V>;
  const row<V> a(T(3), T(2));
  T out[count<V> + 2] = {};
  dl::store(out + 1, dl::load<V>(a.data()));
  BOOST_TEST(out[0] == T(0));
  BOOST_TEST(out[count<V> + 1] == T(0));
  BOOST_TEST(std::memcmp(out + 1, a.data(), sizeof(V)) == 0);
  check_lanes(dl::splat<V>(T(7)), [](int) { return T(7); });
}

BOOST_AUTO_TEST_CASE_TEMPLATE(arithmetic_goes_lane_by_lane, V, vectors) {
  using T = dl::lane_type<V>;
  const row<V> x(T(8), T(6)), y(T(2), T(1));
  const V a = dl::load<V>(x.data()), b = dl::load<V>(y.data());
  check_lanes(a + b, [&](int i) { return x[i] + y[i]; });
  check_lanes(a - b, [&](int i) { return x[i] - y[i]; });
  check_lanes(a * b, [&](int i) { return x[i] * y[i]; });
  check_lanes(a / b, [&](int i) { return x[i] / y[i]; });
  check_lanes(-a, [&](int i) { return -x[i]; });
  V c = a;
  c += b;
  c *= b;
  c -= a;
  c /= b;
  check_lanes(c, [&](int i) { return ((x[i] + y[i]) * y[i] - x[i]) / y[i]; });
}

BOOST_AUTO_TEST_CASE_TEMPLATE(comparisons_select_lanes, V, vectors) {
  using T = dl::lane_type<V>;
  const row<V> x(T(0), T(1)), y(T(2), T(0));
  const V a = dl::load<V>(x.data()), b = dl::load<V>(y.data()), one(T(1)), zero(T(0));
  const auto chosen = [&](auto mask) { return select(mask, one, zero); };
  check_lanes(chosen(a == b), [&](int i) { return T(x[i] == y[i]); });
  check_lanes(chosen(a != b), [&](int i) { return T(x[i] != y[i]); });
  check_lanes(chosen(a < b), [&](int i) { return T(x[i] < y[i]); });
  check_lanes(chosen(a <= b), [&](int i) { return T(x[i] <= y[i]); });
  check_lanes(chosen(a > b), [&](int i) { return T(x[i] > y[i]); });
  check_lanes(chosen(a >= b), [&](int i) { return T(x[i] >= y[i]); });
  check_lanes(chosen(a >= b && a != b), [&](int i) { return T(x[i] > y[i]); });
  check_lanes(chosen(a < b || a == b), [&](int i) { return T(x[i] <= y[i]); });
  check_lanes(chosen(!(a < b)), [&](int i) { return T(x[i] >= y[i]); });
}

BOOST_AUTO_TEST_CASE_TEMPLATE(reductions_see_every_lane, V, vectors) {
  using T = dl::lane_type<V>;
  for (int lane = 0; lane < count<V>; ++lane) {
    V v(T(1));
    v.value[lane] = T(100);
    BOOST_TEST(dl::reduce_add(v) == T(99 + count<V>));
    BOOST_TEST(dl::reduce_max(v) == T(100));
    BOOST_TEST(dl::reduce_max(-v) == T(-1));
    BOOST_TEST(dl::any(v == V(T(100))));
    BOOST_TEST(!dl::any(v == V(T(2))));
  }
}

BOOST_AUTO_TEST_CASE(sums_go_over_a_tree) {
  // ((1e8 + -1e8) + (1 + 1)): from left to right, or in another tree, the ones would be lost.
  const float elements[] = {1e8f, 1, -1e8f, 1};
  BOOST_TEST(dl::reduce_add(dl::load<dl::simd<float, 4>>(elements)) == 2);
}

BOOST_AUTO_TEST_CASE(largest_lane_is_nan_if_there_is_one) {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  for (int lane = 0; lane < 8; ++lane) {
    dl::simd<float, 8> v(2);
    v.value[lane] = nan;
    const float largest = dl::reduce_max(v);
    BOOST_TEST((largest != largest), "lane " << lane);
    BOOST_TEST(dl::any(v != v));
  }
}

BOOST_AUTO_TEST_CASE_TEMPLATE(fma_gives_the_same_in_lanes_and_scalars, V, vectors) {
  using T = dl::lane_type<V>;
  if constexpr (dl::floating_lanes<V>) {
    volatile T three = 3;  // what the compiler knows, it calculates itself, and without fusing
    const row<V> x(T(1) / three, T(1) / 7), y(T(-2) / three, T(3) / 11);
    const V a = dl::load<V>(x.data()), b = dl::load<V>(y.data());
    check_lanes(dl::fma(a, b, -a), [&](int i) { return dl::fma(x[i], y[i], -x[i]); });
  }
}

BOOST_AUTO_TEST_CASE(scalars_have_the_same_functions) {
  double element = 0;
  dl::store(&element, dl::splat<double>(2.5));
  BOOST_TEST(dl::load<double>(&element) == 2.5);
  BOOST_TEST(dl::select(true, 1.f, 2.f) == 1);
  BOOST_TEST(dl::select(false, 1.f, 2.f) == 2);
  BOOST_TEST(dl::reduce_add(2.5) == 2.5);
  BOOST_TEST(dl::reduce_max(2.5) == 2.5);
  BOOST_TEST(dl::any(true));
  BOOST_TEST(!dl::any(false));
  static_assert(dl::fma(2.0, 3.0, 4.0) == 10 && dl::select(true, 1, 2) == 1);
}

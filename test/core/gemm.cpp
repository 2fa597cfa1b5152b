#include <hello_dl/core/gemm.hpp>

#include <boost/test/unit_test.hpp>

#include "integers.hpp"

namespace dl = hello_dl;

namespace {

template <class T, dl::gemm_shape S>
std::vector<T> by_plain_loops(const std::vector<T>& a, const std::vector<T>& b) {
  std::vector<T> sum(static_cast<std::size_t>(S.m * S.n));
  const auto at = [](const std::vector<T>& matrix, dl::extent index) {
    return matrix[static_cast<std::size_t>(index)];
  };
  for (dl::extent i = 0; i < S.m; ++i)
    for (dl::extent j = 0; j < S.n; ++j)
      for (dl::extent p = 0; p < S.k; ++p)
        sum[static_cast<std::size_t>(i * S.n + j)] +=
            at(a, S.transpose_a ? p * S.m + i : i * S.k + p) *
            at(b, S.transpose_b ? j * S.k + p : p * S.n + j);
  return sum;
}

constexpr int not_handed_over = 1 << 20;

/// The product as a sink sees it. An element that was handed over twice counts double.
template <class T, dl::gemm_shape S>
std::vector<T> product(const std::vector<T>& a, const std::vector<T>& b) {
  std::vector<T> c(static_cast<std::size_t>(S.m * S.n), T{not_handed_over});
  std::vector<T> scratch(static_cast<std::size_t>(dl::gemm_scratch<T, S>()),
                         std::numeric_limits<T>::quiet_NaN());
  dl::gemm<T, S>(a.data(), b.data(), scratch.data(),
                 [&]<class V>(V value, dl::extent row, dl::extent column) {
                   T* const at = c.data() + row * S.n + column;
                   dl::store(at, dl::load<V>(at) + value - V(T{not_handed_over}));
                 });
  return c;
}

template <class T, dl::gemm_shape S>
void check_one() {
  const auto a = integers<T>(S.m * S.k, 0), b = integers<T>(S.k * S.n, 1);
  BOOST_TEST((product<T, S>(a, b) == by_plain_loops<T, S>(a, b)),
             S.m << ' ' << S.n << ' ' << S.k << ' ' << S.transpose_a << ' ' << S.transpose_b);
}

template <class T, dl::extent M, dl::extent N, dl::extent K>
void check() {
  check_one<T, dl::gemm_shape{M, N, K, false, false}>();
  check_one<T, dl::gemm_shape{M, N, K, false, true}>();
  check_one<T, dl::gemm_shape{M, N, K, true, false}>();
  check_one<T, dl::gemm_shape{M, N, K, true, true}>();
}

}  // namespace

BOOST_AUTO_TEST_CASE(multiplies_like_plain_loops) {
  check<float, 17, 31, 33>();
  check<float, 33, 1, 31>();
  check<float, 1, 33, 31>();
  check<double, 31, 33, 17>();
  check<double, 1, 17, 3>();
  check_one<double, dl::gemm_shape{3, 17, 40, true, true}>();
}

BOOST_AUTO_TEST_CASE(several_blocks_of_the_depth) {
  check<float, 5, 67, 700>();
  check<float, 67, 35, 1100>();
  check<double, 33, 31, 900>();
}

BOOST_AUTO_TEST_CASE(so_many_rows_that_a_panel_is_copied) {
  check_one<float, dl::gemm_shape{515, 33, 17}>();
  check_one<float, dl::gemm_shape{515, 48, 31, true}>();
}

BOOST_AUTO_TEST_CASE(few_rows_are_inner_products) {
  check_one<float, dl::gemm_shape{1, 33, 131, false, true}>();
  check_one<float, dl::gemm_shape{2, 17, 129, false, true}>();
  check_one<float, dl::gemm_shape{3, 31, 127, false, true}>();
  check_one<float, dl::gemm_shape{7, 3, 33, false, true}>();
  check_one<double, dl::gemm_shape{3, 7, 65, false, true}>();
}

BOOST_AUTO_TEST_CASE(sizes_of_one_and_of_whole_vectors) {
  check_one<float, dl::gemm_shape{1, 1, 1}>();
  check_one<float, dl::gemm_shape{1, 1, 33, true, true}>();
  check_one<float, dl::gemm_shape{1, 17, 3}>();
  check_one<float, dl::gemm_shape{17, 33, 1}>();
  check_one<float, dl::gemm_shape{3, 3, 1, true, true}>();
  check_one<float, dl::gemm_shape{64, 128, 20, false, true}>();
  check_one<float, dl::gemm_shape{16, 64, 48, false, true}>();
  check_one<float, dl::gemm_shape{29, 145, 9}>();  // several panels, the last of one column
}

BOOST_AUTO_TEST_CASE(a_column_is_handed_over_in_vectors_of_rows) {
  constexpr dl::gemm_shape shape{48, 1, 40};
  const auto a = integers<float>(shape.m * shape.k, 0), b = integers<float>(shape.k, 1);
  dl::extent calls = 0;
  std::vector<float> scratch(static_cast<std::size_t>(dl::gemm_scratch<float, shape>()));
  dl::gemm<float, shape>(a.data(), b.data(), scratch.data(),
                         [&](auto, dl::extent, dl::extent column) {
                           ++calls;
                           BOOST_TEST(column == 0);
                         });
  BOOST_TEST(calls == shape.m / dl::native_lanes<float>);
}

BOOST_AUTO_TEST_CASE(a_nan_reaches_every_element_that_it_is_a_factor_of_and_no_other) {
  constexpr dl::gemm_shape shape{5, 19, 3};
  auto a = integers<float>(shape.m * shape.k, 0);
  a[2 * shape.k] = std::numeric_limits<float>::quiet_NaN();
  const auto c = product<float, shape>(a, integers<float>(shape.k * shape.n, 1));
  for (std::size_t i = 0; i < c.size(); ++i) BOOST_TEST((c[i] != c[i]) == (i / shape.n == 2));
}

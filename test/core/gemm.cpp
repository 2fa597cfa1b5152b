#include <hello_dl/core/gemm.hpp>

#include <boost/test/unit_test.hpp>

#include "integers.hpp"

namespace dl = hello_dl;

namespace {

template <class T, dl::gemm_shape S>
std::vector<T> by_plain_loops(const std::vector<T>& a, const std::vector<T>& b,
                              std::vector<T> sum) {
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

template <class T, dl::gemm_shape S>
void check_one() {
  const auto a = integers<T>(S.m * S.k, 0), b = integers<T>(S.k * S.n, 1);
  const auto before = integers<T>(S.m * S.n, 2);
  const std::vector<T> zero(before.size());
  auto c = before;
  dl::gemm<T, S, true>(a.data(), b.data(), c.data());
  BOOST_TEST((c == by_plain_loops<T, S>(a, b, before)),
             "adding: " << S.m << ' ' << S.n << ' ' << S.k);
  dl::gemm<T, S>(a.data(), b.data(), c.data());
  BOOST_TEST((c == by_plain_loops<T, S>(a, b, zero)),
             "writing: " << S.m << ' ' << S.n << ' ' << S.k);
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
  check<float, 5, 67, 700>();  // several blocks of the depth
  check<double, 31, 33, 17>();
  check_one<double, dl::gemm_shape{3, 17, 40, true, true}>();
}

BOOST_AUTO_TEST_CASE(sizes_of_one_and_of_whole_vectors) {
  check_one<float, dl::gemm_shape{1, 1, 1}>();
  check_one<float, dl::gemm_shape{1, 17, 3}>();
  check_one<float, dl::gemm_shape{3, 3, 1, true, true}>();
  check_one<float, dl::gemm_shape{64, 128, 20, false, true}>();
  check_one<float, dl::gemm_shape{29, 145, 9}>();  // several panels, the last of one column
}

BOOST_AUTO_TEST_CASE(a_nan_reaches_every_element_that_it_is_a_factor_of_and_no_other) {
  constexpr dl::gemm_shape shape{5, 19, 3};
  auto a = integers<float>(shape.m * shape.k, 0);
  const auto b = integers<float>(shape.k * shape.n, 1);
  std::vector<float> c(static_cast<std::size_t>(shape.m * shape.n));
  a[2 * shape.k] = std::numeric_limits<float>::quiet_NaN();
  dl::gemm<float, shape>(a.data(), b.data(), c.data());
  for (std::size_t i = 0; i < c.size(); ++i) BOOST_TEST((c[i] != c[i]) == (i / shape.n == 2));
}

#include <hello_dl/core/gemm.hpp>

namespace {

namespace dl = hello_dl;

struct matrix {
  double elements[4];
  friend constexpr bool operator==(const matrix&, const matrix&) = default;
};

constexpr double a[] = {1, 2, 3, 4, 5, 6};   // 2 x 3, or the transpose of 3 x 2
constexpr double b[] = {1, 0, 2, -1, 3, 1};  // 3 x 2, or the transpose of 2 x 3

template <bool TransposeA, bool TransposeB>
constexpr matrix product() {
  matrix c{100, 100, 100, 100};
  dl::gemm<double, dl::gemm_shape{2, 2, 3, TransposeA, TransposeB}>(
      a, b, nullptr, [&](auto value, dl::extent row, dl::extent column) {
        dl::store(c.elements + 2 * row + column, value);
      });
  return c;
}

static_assert(product<false, false>() == matrix{14, 1, 32, 1});
static_assert(product<false, true>() == matrix{7, 8, 16, 17});
static_assert(product<true, false>() == matrix{22, 2, 28, 2});
static_assert(product<true, true>() == matrix{11, 13, 14, 16});

}  // namespace

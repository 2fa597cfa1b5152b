// docs/tutorial/7-why-is-it-fast.md: every step from the definition to the library's kernel gives the same product.
#include "matmul_steps.hpp"

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <vector>

namespace {

constexpr steps::extent m = 12, n = 128, k = 37;

BOOST_AUTO_TEST_CASE(all_steps_give_the_same_product) {
  std::vector<float> a(m * k), b(k * n), expected(m * n);
  for (std::size_t i = 0; i < a.size(); ++i) a[i] = static_cast<float>(i * 7 % 11) - 5;
  for (std::size_t i = 0; i < b.size(); ++i) b[i] = static_cast<float>(i * 5 % 13) - 6;
  steps::definition<m, n, k>(a.data(), b.data(), expected.data());
  using step = void (*)(const float*, const float*, float*);
  for (const step next : {steps::along_rows<m, n, k>, steps::in_registers<m, n, k>, steps::in_tiles<m, n, k>, steps::library<m, n, k>}) {
    std::vector<float> c(m * n, NAN);
    next(a.data(), b.data(), c.data());
    BOOST_TEST((c == expected));  // whole numbers: exact in any order
  }
}

}  // namespace

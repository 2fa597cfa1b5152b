#include <hello_dl/ops/embedding.hpp>

#include <golden/ops/embedding.hpp>
#include <support/check_operation.hpp>

namespace {

namespace dl = hello_dl;

constexpr auto f = [](auto index, auto weight) { return embedding(index, weight); };
constexpr auto square = [](auto index, auto weight) {
  const auto row = embedding(index, weight * weight);
  return row * row;
};

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  check::check_constant<golden::embedding_rows>(f);
  check::check_operation<golden::embedding_rows>(f);
  check::check_operation<golden::embedding_batch>(f);
  check::check_values<golden::embedding_one>(f);
  check::check_values<golden::embedding_scalar>(f);
  check::check_operation<golden::embedding_square>(square);
}

BOOST_AUTO_TEST_CASE(an_index_outside_gives_nan_and_no_gradient) {
  constexpr dl::tensor<double, 2, 3> weight{1, 2, 3, 4, 5, 6};
  constexpr dl::tensor<std::int32_t, 3> indices{-1, 1, 2};
  const auto rows = dl::evaluate(f, indices, weight);
  for (const int i : {0, 1, 2}) {
    BOOST_TEST(std::isnan(rows[i]));
    BOOST_TEST(rows[3 + i] == 4 + i);
    BOOST_TEST(std::isnan(rows[6 + i]));
  }
  constexpr dl::tensor<double, 3, 3> upstream{1, 1, 1, 2, 2, 2, 4, 4, 4};
  BOOST_CHECK((std::get<1>(dl::vjp(f)(indices, weight, upstream)) == dl::tensor<double, 2, 3>{0, 0, 0, 2, 2, 2}));
}

}  // namespace

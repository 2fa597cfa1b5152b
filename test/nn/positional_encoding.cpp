#include <hello_dl/nn/positional_encoding.hpp>
#include <hello_dl/runtime/evaluate.hpp>

#include <golden/nn/positional_encoding.hpp>
#include <support/difference.hpp>

#include <boost/test/unit_test.hpp>

namespace {

namespace dl = hello_dl;

template <class Table, class Golden>
void check(const Table& table, const Golden& golden) {
  const std::string found = check::difference("sinusoids", table, golden, 1e-13);
  BOOST_TEST(found.empty(), found);
}

BOOST_AUTO_TEST_CASE(the_waves_are_those_of_pytorchs_tutorial) {
  constexpr auto one = dl::sinusoids<1, 1>();
  check(one, golden::sinusoids_one);
  check(dl::sinusoids<17, 6>(), golden::sinusoids);
  check(dl::sinusoids<31, 3>(), golden::sinusoids_odd);
}

BOOST_AUTO_TEST_CASE(the_layer_adds_them_to_every_sequence) {
  constexpr dl::tensor<double, 2, 3, 2> x{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
  constexpr auto encoded = dl::evaluate([](auto values) { return dl::nn::positional_encoding{}(values); }, x);
  constexpr auto waves = dl::sinusoids<3, 2>();
  for (dl::extent i = 0; i < x.size(); ++i) BOOST_TEST(encoded[i] == x[i] + waves[i % waves.size()]);
}

}  // namespace

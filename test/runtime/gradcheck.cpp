// gradcheck believes right derivatives and tells where wrong ones are, in the compiler too.
#include <hello_dl/hello_dl.hpp>

#include <boost/test/unit_test.hpp>

#include <limits>
#include <string>

namespace wrong {

namespace dl = hello_dl;

/// x^2 with the derivative 3 x where x is greater than 1.
struct square_operation {
  static constexpr std::string_view name = "square";
  static constexpr int arity = 1;
  template <class V>
  static constexpr V apply(V x) {
    return x * x;
  }
  static constexpr dl::term derivative(const dl::application& at, int, dl::term gradient) {
    const dl::term x = at.operand(0);
    return gradient * x * (greater(x, dl::constant(*x.graph, 1)) + 2.0);
  }
};

}  // namespace wrong

template <>
struct hello_dl::definition<&hello_dl::record_of<wrong::square_operation>> {
  using type = wrong::square_operation;
};

namespace {

namespace dl = hello_dl;
using dl::tensor;

constexpr auto square = [](auto x) { return dl::element_wise<wrong::square_operation>(x); };

// Right derivatives: of numbers, of tensors of odd sizes, of several arguments; float and whole numbers are taken as double.
static_assert(dl::gradcheck([](auto x) { return exp(-x) * sin(x * x); }, 0.75));
static_assert(dl::gradcheck([](auto x, auto y) { return x * y + y; }, 2.0f, 3));
static_assert(dl::gradcheck([](auto a, auto b) { return matmul(a, b); }, tensor<float, 1, 3>{1, 2, 3}, tensor<double, 3, 1>{4, 5, 6}));
static_assert(dl::gradcheck(square, tensor<double, 3>{-2, 0.5, 0}));
static_assert(dl::gradcheck(square, 0.5).message().empty());

// A derivative that the library does not know: finite differences see it.
constexpr auto half = [](auto x) { return x * detach(x); };
static_assert(!dl::gradcheck(half, 2.0));
static_assert(dl::gradcheck<dl::gradcheck_options{.atol = 2.5}>(half, 2.0));
static_assert(dl::gradcheck<dl::gradcheck_options{.rtol = 0.51}>(half, 2.0));

constexpr tensor<double, 17> steps = [] {
  tensor<double, 17> result{};
  for (int i = 0; i < 17; ++i) result[i] = (i - 8) / 4.0;
  return result;
}();

BOOST_AUTO_TEST_CASE(right_derivatives) {
  BOOST_TEST(bool(dl::gradcheck([](auto x) { return softmax(tanh(x)); }, steps)));
  BOOST_TEST(bool(dl::gradcheck([](auto logits, auto labels) { return dl::cross_entropy(logits, labels); },
                                tensor<double, 3, 5>{0.5, -1, 2, 0, 1, 1, 3, -2, 0.25, 0, -1, 0, 2, 0, -3},
                                tensor<std::int32_t, 3>{4, 0, 2})));
}

/// A sentence with numbers in the places of '#'.
void check_says(const dl::gradcheck_result& found, const std::string& begin, double slope) {
  const std::string_view message = found.message();
  BOOST_TEST_REQUIRE(!found);
  BOOST_TEST_REQUIRE(message.size() > begin.size());
  BOOST_TEST(message.substr(0, begin.size()) == begin);
  BOOST_TEST(std::stod(std::string(message.substr(begin.size()))) == slope, boost::test_tools::tolerance(1e-6));
}

BOOST_AUTO_TEST_CASE(a_wrong_derivative_is_told_in_a_sentence) {
  check_says(dl::gradcheck(square, 2.0),
             "gradcheck: the derivative of element 0 of the result with respect to element 0 of argument 0 is 6, "
             "but finite differences give ", 4);
  check_says(dl::gradcheck([](auto a, auto x) { return a * square(x); }, tensor<double, 2, 3>{1, 1, 1, 1, 1, 2},
                           tensor<double, 3>{0.5, -3, 1.5}),
             "gradcheck: the derivative of element 2 of the result with respect to element 2 of argument 1 is 4.5, "
             "but finite differences give ", 3);
}

BOOST_AUTO_TEST_CASE(what_is_no_number_is_not_right) {
  BOOST_TEST(!dl::gradcheck([](auto x) { return sqrt(x); }, -1.0));
  BOOST_TEST(!dl::gradcheck([](auto x) { return x * x; }, std::numeric_limits<double>::infinity()));
}

}  // namespace

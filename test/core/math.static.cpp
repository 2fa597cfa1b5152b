// The elementary functions in constant expressions. Expected values are those of a calculation with
// 50 digits, rounded; a result may be the neighbouring number.
#include <hello_dl/core/math.hpp>

namespace {

namespace math = hello_dl::math;

template <class T>
constexpr T infinity = std::numeric_limits<T>::infinity();
template <class T>
constexpr T nan = std::numeric_limits<T>::quiet_NaN();
constexpr double largest = std::numeric_limits<double>::max();
constexpr double smallest = std::numeric_limits<double>::denorm_min();

constexpr bool is_nan(double x) { return x != x; }
constexpr bool is_minus_zero(double x) { return std::bit_cast<std::uint64_t>(x) == 1ull << 63; }

template <class T>
constexpr bool is_near(T x, T expected) {
  using word = hello_dl::detail::unsigned_word<sizeof(T)>;
  return std::bit_cast<word>(x) - std::bit_cast<word>(expected) + 1 <= 2;
}
static_assert(is_near(1.0, 1.0 + 0x1p-52) && !is_near(1.0, 1.0 + 0x1p-51) && !is_near(1.f, -1.f));

static_assert(is_near(math::exp(1.0), 0x1.5bf0a8b145769p+1));
static_assert(is_near(math::exp(1.0f), 0x1.5bf0a8p+1f));
static_assert(is_near(math::exp(-20.25), 0x1.b93de1e27ca3bp-30));
static_assert(is_near(math::exp(-20.25f), 0x1.b93de2p-30f));
static_assert(is_near(math::log(2.0), 0x1.62e42fefa39efp-1));
static_assert(is_near(math::log(2.0f), 0x1.62e43p-1f));
static_assert(is_near(math::log(1e-30), -0x1.144f69ff9ffc4p+6));
static_assert(is_near(math::log(1e-30f), -0x1.144f6ap+6f));
static_assert(is_near(math::expm1_of_negative(-0.125), -0x1.e14aed893eef4p-4));
static_assert(is_near(math::expm1_of_negative(-0.125f), -0x1.e14aeep-4f));
static_assert(is_near(math::expm1_of_negative(-3.5), -0x1.f089f7f38d805p-1));
static_assert(is_near(math::expm1_of_negative(-3.5f), -0x1.f089f8p-1f));
static_assert(is_near(math::log1p_of_positive(0.0009765625), 0x1.ffc00aa8ab110p-11));
static_assert(is_near(math::log1p_of_positive(0.0009765625f), 0x1.ffc00ap-11f));
static_assert(is_near(math::log1p_of_positive(0.75), 0x1.1e85f5e7040d0p-1));
static_assert(is_near(math::log1p_of_positive(0.75f), 0x1.1e85f6p-1f));
static_assert(is_near(math::sqrt(2.0), 0x1.6a09e667f3bcdp+0));
static_assert(is_near(math::sqrt(2.0f), 0x1.6a09e6p+0f));
static_assert(is_near(math::sqrt(1e-40), 1e-20) && is_near(math::sqrt(1e-36f), 1e-18f));
static_assert(is_near(math::sin(1.0), 0x1.aed548f090ceep-1));
static_assert(is_near(math::sin(1.0f), 0x1.aed548p-1f));
static_assert(is_near(math::sin(100.0), -0x1.03425b78c4db8p-1));
static_assert(is_near(math::sin(100.0f), -0x1.03425cp-1f));
static_assert(is_near(math::cos(2.0), -0x1.aa22657537205p-2));
static_assert(is_near(math::cos(2.0f), -0x1.aa2266p-2f));
static_assert(is_near(math::cos(-31415.0), 0x1.3382cc3cae1d5p-1));
static_assert(is_near(math::cos(-31415.0f), 0x1.3382ccp-1f));
static_assert(is_near(math::tanh(0.125), 0x1.fd5992bc4b835p-4));
static_assert(is_near(math::tanh(0.125f), 0x1.fd5992p-4f));
static_assert(is_near(math::tanh(1.5), 0x1.cf6f9786df577p-1));
static_assert(is_near(math::tanh(1.5f), 0x1.cf6f98p-1f));
static_assert(is_near(math::sigmoid(0.5), 0x1.3eb2fd4d34391p-1));
static_assert(is_near(math::sigmoid(0.5f), 0x1.3eb2fep-1f));
static_assert(is_near(math::sigmoid(-3.0), 0x1.848343c905445p-5));
static_assert(is_near(math::sigmoid(-3.0f), 0x1.848344p-5f));
static_assert(is_near(math::erf(0.5), 0x1.0a7ef5c18edd2p-1));
static_assert(is_near(math::erf(0.5f), 0x1.0a7ef6p-1f));
static_assert(is_near(math::erf(-1.75), -0x1.f92d077f8d56dp-1));
static_assert(is_near(math::erf(-1.75f), -0x1.f92d08p-1f));
static_assert(is_near(math::sin(1e9), 0x1.1778cae83c69bp-1));
static_assert(is_near(math::pow(1.5, 2.5), 0x1.60b9fd68a4554p+1));
static_assert(is_near(math::pow(0.75f, -30.5f), 0x1.941efep+12f));

static_assert(math::exp(0.0) == 1 && math::exp(-0.0) == 1);
static_assert(math::exp(infinity<double>) == infinity<double> &&
              math::exp(1000.0) == infinity<double>);
static_assert(math::exp(709.79) == infinity<double> && math::exp(88.73f) == infinity<float>);
static_assert(math::exp(-infinity<double>) == 0 && math::exp(-1000.0) == 0);
static_assert(math::exp(-745.0) == smallest && is_nan(math::exp(nan<double>)));

static_assert(math::log(1.0) == 0 && math::log(infinity<double>) == infinity<double>);
static_assert(math::log(0.0) == -infinity<double> && math::log(-0.0) == -infinity<double>);
static_assert(is_nan(math::log(-1.0)) && is_nan(math::log(-infinity<double>)));
static_assert(is_nan(math::log(nan<double>)));

static_assert(math::expm1_of_negative(-1000.0) == -1 && math::expm1_of_negative(-infinity<float>) == -1);
static_assert(math::expm1_of_negative(0.0) == 0 && math::expm1_of_negative(-smallest) == -smallest);
static_assert(math::log1p_of_positive(0.0) == 0 && math::log1p_of_positive(smallest) == smallest);
static_assert(is_nan(math::expm1_of_negative(nan<double>)) && is_nan(math::log1p_of_positive(nan<double>)));

static_assert(math::sqrt(0.0) == 0 && is_minus_zero(math::sqrt(-0.0)) && math::sqrt(9.0) == 3);
static_assert(math::sqrt(infinity<double>) == infinity<double> && is_nan(math::sqrt(-1.0)));
static_assert(is_near(math::sqrt(largest), 0x1p512) && is_nan(math::sqrt(nan<double>)));

static_assert(math::sigmoid(0.0) == 0.5 && math::sigmoid(40.0) == 1 && math::sigmoid(-1000.0) == 0);
static_assert(math::sigmoid(infinity<double>) == 1 && math::sigmoid(-infinity<double>) == 0);
static_assert(math::tanh(infinity<double>) == 1 && math::tanh(-50.0) == -1);
static_assert(is_minus_zero(math::tanh(-0.0)) && math::tanh(smallest) == smallest);
static_assert(math::erf(infinity<double>) == 1 && math::erf(-7.0) == -1);
static_assert(is_minus_zero(math::erf(-0.0)) && is_nan(math::erf(nan<double>)));
static_assert(is_minus_zero(math::sin(-0.0)) && math::cos(0.0) == 1);

static_assert(math::abs(-2.5) == 2.5 && math::abs(-infinity<float>) == infinity<float>);
static_assert(math::floor(-0.5) == -1 && math::floor(2.9f) == 2 && math::floor(0x1p60) == 0x1p60);
static_assert(is_minus_zero(math::floor(-0.0)) && is_nan(math::floor(nan<double>)));
static_assert(math::maximum(1.0, 2.0) == 2 && math::minimum(1.0, 2.0) == 1);
static_assert(is_nan(math::maximum(nan<double>, 2.0)) && is_nan(math::maximum(2.0, nan<double>)));
static_assert(is_nan(math::minimum(nan<double>, 2.0)) && is_nan(math::minimum(2.0, nan<double>)));

static_assert(math::pow(2.0, 10.0) == 1024 && math::pow(-2.0, 3.0) == -8 &&
              math::pow(3.f, 2.f) == 9);
static_assert(math::pow(0.0, 0.0) == 1 && math::pow(nan<double>, 0.0) == 1);
static_assert(math::pow(0.0, 2.0) == 0 && math::pow(0.0, -2.0) == infinity<double>);
static_assert(is_nan(math::pow(-2.0, 0.5)) && is_nan(math::pow(2.0, nan<double>)));
static_assert(math::pow(2.0, 1024.0) == infinity<double> &&
              math::pow(2.f, 128.f) == infinity<float>);
static_assert(math::pow(2.0, -1074.0) == smallest && math::pow(largest, 1.0) == largest);
static_assert(math::pow(10.0, 1e300) == infinity<double> && math::pow(10.0, -1e300) == 0);

}  // namespace

#include <hello_dl/graph/text_builder.hpp>

namespace {

namespace dl = hello_dl;

template <class T>
constexpr bool writes(const T& value, std::string_view text) {
  dl::text_builder builder;
  builder << value;
  return builder.view() == text;
}

static_assert(writes('x', "x") && writes("two words", "two words") && writes("", ""));
static_assert(writes(0, "0") && writes(-17, "-17") && writes(dl::extent{9'000'000'000}, "9000000000"));
static_assert(writes(dl::dims{}, "[]") && writes(dl::dims{64, 1, 28, 28}, "[64, 1, 28, 28]"));

static_assert(writes(0.0, "0") && writes(2.0, "2") && writes(-2.5, "-2.5") && writes(0.1, "0.1"));
static_assert(writes(1.0 / 3, "0.3333333333333333") && writes(2.0 / 3, "0.6666666666666666"));
static_assert(writes(0.1 + 0.2, "0.30000000000000004") && writes(0.0001, "0.0001") && writes(0.00001, "1e-05"));
static_assert(writes(100.0, "100") && writes(1024.5, "1024.5") && writes(1e15, "1000000000000000"));
static_assert(writes(123456789012345680.0, "1.2345678901234568e+17") && writes(1e16, "1e+16") && writes(1e-300, "1e-300"));
static_assert(writes(std::numeric_limits<double>::max(), "1.7976931348623157e+308"));
static_assert(writes(std::numeric_limits<double>::denorm_min(), "5e-324"));
static_assert(writes(std::numeric_limits<double>::infinity(), "inf"));
static_assert(writes(-std::numeric_limits<double>::infinity(), "-inf"));
static_assert(writes(std::numeric_limits<double>::quiet_NaN(), "nan"));

}  // namespace

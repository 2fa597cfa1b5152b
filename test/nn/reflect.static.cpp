// The members of plain structs: how many, which, and their names.
#include <hello_dl/nn/reflect.hpp>

#include <array>

namespace {

using hello_dl::detail::member_count;
using hello_dl::detail::member_name;
using hello_dl::detail::members;

struct nothing {};
struct one {
  int only;
};
struct inner {
  one a;
  double b;
};
struct nested {
  std::array<inner, 3> array;
  inner in_the_middle;
  nothing empty;
  int last_1;
};
struct sixteen {
  int a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p;
};

static_assert(member_count<nothing> == 0 && member_count<one> == 1 && member_count<inner> == 2);
static_assert(member_count<nested> == 4 && member_count<sixteen> == 16);

static_assert(member_name<one, 0>() == "only");
static_assert(member_name<nested, 0>() == "array" && member_name<nested, 1>() == "in_the_middle");
static_assert(member_name<nested, 2>() == "empty" && member_name<nested, 3>() == "last_1");
static_assert(member_name<sixteen, 0>() == "a" && member_name<sixteen, 15>() == "p");

constexpr bool members_are_references() {
  sixteen numbers{};
  std::get<15>(members(numbers)) = 7;
  return numbers.p == 7 && numbers.o == 0;
}
static_assert(members_are_references());

}  // namespace

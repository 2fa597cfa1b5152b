// Wrong operands of element-wise operations are one sentence.
#include <hello_dl/ops/ops.hpp>

namespace {

namespace dl = hello_dl;

template <dl::extent... Extents>
constexpr dl::expr<dl::shape<Extents...>> input{};

// error wrong_shapes: element-wise operation: the shapes of the operands must broadcast: counted from the last dimension, two extents are equal or one of them is 1
#ifdef wrong_shapes
constexpr auto sum = input<2, 3> + input<2>;
#endif

// error three_wrong_shapes: element-wise operation: the shapes of the operands must broadcast
#ifdef three_wrong_shapes
constexpr auto chosen = where(input<3> < 1, input<3>, input<2>);
#endif

// error wrong_table: element-wise operation: the shapes of the operands must broadcast
#ifdef wrong_table
constexpr auto product = input<3> * dl::tensor<double, 2>{1, 2};
#endif

struct stranger {};

// error a_stranger: element-wise operation: every operand must be an expression, a number or a tensor
#ifdef a_stranger
constexpr auto difference = input<3> - stranger{};
#endif

// error a_pointer: element-wise operation: every operand must be an expression, a number or a tensor
#ifdef a_pointer
constexpr auto quotient = "one" / input<3>;
#endif

static_assert(sizeof(input<2, 3> + input<3>) != 0);
static_assert(sizeof(where(input<3> < 1, input<3>, input<2, 1>)) != 0);
static_assert(sizeof(input<3> * dl::tensor<double, 3>{1, 2, 3}) != 0);
static_assert(sizeof(1 / input<3>) != 0);

}  // namespace

// Evaluation in constant expressions: kinds of arguments, and in which type the result comes.
#include <hello_dl/runtime/evaluate.hpp>

#include <hello_dl/ops/ops.hpp>

namespace {

namespace dl = hello_dl;
using dl::evaluate, dl::tensor;

constexpr auto affine = [](auto x, auto y) { return 2 * x + y; };

// Numbers: float only if all are; whole numbers are double.
static_assert(evaluate(affine, 3, 4) == 10 && evaluate(affine, 3.5, 4) == 11);
static_assert(std::is_same_v<decltype(evaluate(affine, 3.0f, 4.0f)), float>);
static_assert(std::is_same_v<decltype(evaluate(affine, 3.0, 4.0)), double>);
static_assert(std::is_same_v<decltype(evaluate(affine, 3, 4)), double>);

// Tensors, broadcast; a result without dimensions is a number.
constexpr tensor<double, 2, 3> matrix{1, 2, 3, 4, 5, 6};
static_assert(evaluate(affine, matrix, tensor<double, 3>{10, 20, 30}) == tensor<double, 2, 3>{12, 24, 36, 18, 30, 42});
static_assert(evaluate(affine, matrix, 1) == tensor<double, 2, 3>{3, 5, 7, 9, 11, 13});
static_assert(evaluate([](auto x) { return sum(x); }, matrix) == 21);
static_assert(evaluate([](auto x) { return sum(x); }, tensor<float, 2>{1, 2}) == 3.0f);

// Indices stay whole, and do not decide about float or double.
constexpr auto chosen = [](auto x, auto index) { return pick(x, index); };
static_assert(evaluate(chosen, matrix, tensor<std::int32_t, 2>{2, 0}) == tensor<double, 2>{3, 4});
static_assert(evaluate(chosen, tensor<float, 1, 2>{5, 6}, tensor<std::int32_t, 1>{1}) == tensor<float, 1>{6});

// Several results: a tuple. Results may be arguments, constants, one another.
constexpr auto several = [](auto x) { return std::tuple{x, x + 1, x + 1, 0 * x, sum(x)}; };
static_assert(evaluate(several, tensor<double, 2>{1, 2}) ==
              std::tuple{tensor<double, 2>{1, 2}, tensor<double, 2>{2, 3}, tensor<double, 2>{2, 3}, tensor<double, 2>{0, 0}, 3.0});

// More arguments than there are letters for.
static_assert(evaluate([](auto... x) { return (x + ...); }, 1, 2, 3, 4, 5, 6, 7, 8) == 36);

}  // namespace

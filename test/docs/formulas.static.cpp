// docs/tutorial/2-a-derivative-is-an-expression.md: what the compiler knows about formulas
#include <hello_dl/hello_dl.hpp>

namespace {

namespace dl = hello_dl;

//[formula
constexpr auto f = [](auto x) { return x * sin(x); };
static_assert(dl::text(f) == "x * sin(x)");
static_assert(dl::evaluate(f, 0.0) == 0);
//]

//[derivative
constexpr auto slope = dl::derivative(f);
static_assert(dl::text(slope) == "sin(x) + x * cos(x)");
static_assert(dl::latex(slope) == R"(\sin x + x \, \cos x)");
//]

//[value
constexpr auto cube = [](auto x) { return x * x * x; };
static_assert(dl::derivative(cube)(2) == 12);
static_assert(dl::derivative(dl::derivative(cube))(2) == 12);
static_assert(dl::derivative(dl::derivative(dl::derivative(cube)))(2) == 6);
static_assert(dl::derivative(dl::derivative(dl::derivative(dl::derivative(cube))))(2) == 0);
//]

//[count
static_assert(dl::node_count(f) == 3);
static_assert(dl::node_count(slope) == 5);
//]

//[sharing
constexpr auto shared = [](auto x) {
  for (int i = 0; i < 40; ++i) x = x * x + x;
  return x;
};
static_assert(dl::node_count(shared) == 81);
static_assert(dl::node_count(dl::derivative(shared)) < 300);
//]

//[tensor
/// Least squares: how far the predictions of the weights x, for the inputs y, are from the targets z.
constexpr auto loss = [](auto x, auto y, auto z) { return dl::mse_loss(matmul(y, x), z); };
using weights = dl::shape<3, 1>;
using inputs = dl::shape<4, 3>;
using targets = dl::shape<4, 1>;
static_assert(dl::text<weights, inputs, targets>(dl::derivative(loss)) == "transpose(y) @ (0.5 * (y @ x - z))");
//]

//[hessian
constexpr auto bowl = [](auto x) { return sum(x * x * x); };
constexpr dl::tensor<double, 3> at{1, 2, -3};
static_assert(dl::gradient(bowl)(at) == dl::tensor<double, 3>{3, 12, 27});
static_assert(dl::gradient(dl::gradient(bowl))(at) == dl::tensor<double, 3, 3>{6, 0, 0, 0, 12, 0, 0, 0, -18});
//]

//[forward
constexpr auto h = [](auto x) { return x * sum(x); };
using three = dl::shape<3>;
static_assert(dl::text<three, three>(dl::jvp(h)) == "broadcast_to(sum(y, keepdim=true), [3]) * x + y * sum(x)");
static_assert(dl::text<three, three>(dl::vjp(h)) == "y * sum(x) + broadcast_to(sum(y * x, keepdim=true), [3])");
static_assert(dl::jvp(h)(dl::tensor<double, 3>{1, 2, 3}, dl::tensor<double, 3>{1, 0, 0}) ==
              dl::tensor<double, 3>{7, 2, 3});
//]

}  // namespace

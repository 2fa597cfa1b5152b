// docs/printing.md: what formulas look like
#include <hello_dl/hello_dl.hpp>

namespace {

namespace dl = hello_dl;

//[functions
constexpr auto f = [](auto x) { return x * sin(x); };

static_assert(dl::text(f) == "x * sin(x)");
static_assert(dl::text(dl::derivative(f)) == "sin(x) + x * cos(x)");
static_assert(dl::latex(dl::derivative(f)) == R"(\sin x + x \, \cos x)");
static_assert(dl::dot(f).starts_with("digraph {"));
//]

//[tensors
constexpr auto layer = [](auto x, auto weight) { return relu(matmul(x, transpose(weight))); };
static_assert(dl::text<dl::shape<64, 784>, dl::shape<10, 784>>(layer) == "relu(x @ transpose(y))");

constexpr auto loss = [](auto scores, auto labels) { return cross_entropy(scores, labels); };
using labels = dl::expr<dl::shape<4>, dl::element::index>;
static_assert(dl::text<dl::shape<4, 10>, labels>(loss) == "0.25 * sum(cross_entropy_rows(x, y))");
//]

//[model
struct classifier {
  dl::nn::linear<784, 128> hidden;
  dl::nn::linear<128, 10> out;

  template <dl::expression X>
  constexpr auto operator()(const X& x) const {
    return out(relu(hidden(x)));
  }
};
static_assert(dl::text<dl::shape<64, 784>>(classifier{}) ==
              "relu(x @ transpose(hidden.weight) + hidden.bias) @ transpose(out.weight) + out.bias");
//]

//[shared
constexpr auto g = [](auto x) {
  const auto wave = exp(-x * x) * sin(3 * x);
  return std::tuple{wave * wave, 1 - wave};
};
static_assert(dl::text(g) ==
              "a = exp(-x * x) * sin(3 * x)\n"
              "a * a\n"
              "1 - a");
static_assert(dl::latex(g) == R"(\begin{aligned}
a &= e^{-x \, x} \, \sin \left(3 \, x\right) \\
&a \, a \\
&1 - a
\end{aligned})");
//]

//[counts
static_assert(dl::node_count(f) == 3);                                          // x, sin, *
static_assert(dl::flops(dl::derivative(f)) == 4);                               // sin, cos, *, +
static_assert(dl::flops<dl::shape<64, 784>, dl::shape<10, 784>>(layer) == 64 * 10 * (2 * 784 + 1));
constexpr auto probabilities = [](auto x) { return softmax(2 * x); };
static_assert(dl::arena_bytes<float, dl::shape<64, 10>>(probabilities) == 64 * 10 * sizeof(float));  // 2 * x
//]

}  // namespace

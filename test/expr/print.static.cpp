#include <hello_dl/hello_dl.hpp>

namespace {

namespace dl = hello_dl;

constexpr auto f = [](auto x) { return x * sin(x); };
static_assert(dl::text(f) == "x * sin(x)");
static_assert(dl::text(dl::derivative(f)) == "sin(x) + x * cos(x)");
static_assert(dl::text(dl::derivative(dl::derivative(f))) == "2 * cos(x) - x * sin(x)");
static_assert(dl::latex(dl::derivative(f)) == R"(\sin x + x \, \cos x)");

// Derivatives as people write them.
static_assert(dl::text(dl::derivative([](auto x) { return x * x + 3 * x; })) == "3 + 2 * x");
static_assert(dl::text(dl::derivative([](auto x) { return pow(x, 3); })) == "3 * x^2");
static_assert(dl::text(dl::derivative([](auto x) { return x * x * x; })) == "3 * x * x");
static_assert(dl::text(dl::derivative([](auto x) { return exp(-x * x / 2); })) == "-exp(-x * x / 2) * x");
static_assert(dl::text(dl::derivative([](auto x) { return cos(2 * x); })) == "-2 * sin(2 * x)");
static_assert(dl::text(dl::derivative([](auto x) { return 1 / x; })) == "-1 / x / x");
static_assert(dl::text(dl::derivative([](auto x) { return log(x); })) == "1 / x");
static_assert(dl::text(dl::derivative([](auto x) { return sqrt(x); })) == "0.5 / sqrt(x)");
static_assert(dl::text(dl::derivative([](auto x) { return sigmoid(x); })) == "sigmoid(x) * (1 - sigmoid(x))");
static_assert(dl::text(dl::derivative([](auto x) { return tanh(x); })) == "1 - tanh(x) * tanh(x)");
static_assert(dl::text(dl::derivative([](auto x) { return relu(x); })) == "where(relu(x) > 0, 1, 0)");
static_assert(dl::text(dl::derivative([](auto x) { return pow(2, x); })) == "0.6931471805599453 * 2^x");
static_assert(dl::text(dl::derivative([](auto x) { return 0 * x + 5; })) == "0");

// As many arguments as the function takes.
static_assert(dl::text([](auto x, auto y) { return x - y; }) == "x - y");
static_assert(dl::text([](auto x, auto y, auto z) { return x * y * z; }) == "x * y * z");
static_assert(dl::text([](auto x, auto y, auto z, auto u, auto v, auto w) { return x + y + z + u + v + w; }) ==
              "x + y + z + u + v + w");
using scalar = dl::shape<>;
static_assert(dl::text<scalar, scalar, scalar, scalar, scalar, scalar, scalar>(
                  [](auto, auto, auto, auto, auto, auto w, auto last) { return w * last; }) == "w * x6");

// One line for each result.
constexpr auto h = [](auto x, auto y) { return x * y + exp(y); };
static_assert(dl::text(dl::gradient(h)) == "y\nexp(y) + x");
static_assert(dl::text(dl::derivative<1>(h)) == "exp(y) + x");
static_assert(dl::text(dl::gradient(dl::gradient(h))) == "0\n1\n1\nexp(y)");
static_assert(dl::text([](auto x) { return std::tuple{x, -x}; }) == "x\n-x");
static_assert(dl::latex(dl::gradient(h)) == "\\begin{aligned}\n&y \\\\\n&e^{y} + x\n\\end{aligned}");
static_assert(dl::text(dl::vjp(h)) == "z * y\nz * exp(y) + z * x");
static_assert(dl::text(dl::jvp(f)) == "y * cos(x) * x + y * sin(x)");

// Tensors: the shapes are named, or the handle types, as for labels.
constexpr auto layer = [](auto x, auto weight) { return relu(matmul(x, transpose(weight))); };
static_assert(dl::text<dl::shape<2, 3>, dl::shape<4, 3>>(layer) == "relu(x @ transpose(y))");
constexpr auto loss = [](auto logits, auto labels) { return cross_entropy(logits, labels); };
using labels = dl::expr<dl::shape<4>, dl::element::index>;
static_assert(dl::text<dl::shape<4, 10>, labels>(loss) == "0.25 * sum(cross_entropy_rows(x, y))");
static_assert(dl::text<dl::expr<dl::shape<4, 10>>, labels>(loss) == dl::text<dl::shape<4, 10>, labels>(loss));
static_assert(dl::text<dl::shape<2, 3>>(dl::gradient([](auto x) { return sum(x * x); })) == "2 * x");

// Models: their parameters under their names.
struct classifier {
  dl::nn::linear<3, 4> hidden;
  dl::nn::linear<4, 2> out;
  template <dl::expression X>
  constexpr auto operator()(const X& x) const {
    return out(relu(hidden(x)));
  }
};
static_assert(dl::text<dl::shape<8, 3>>(classifier{}) ==
              "relu(x @ transpose(hidden.weight) + hidden.bias) @ transpose(out.weight) + out.bias");

// Drawings: of a function, and with its gradient in a second colour.
static_assert(dl::dot(f).starts_with("digraph {") && dl::dot(f).ends_with("}\n"));
static_assert(dl::dot(f).find("#ffd6cc") == std::string_view::npos);
static_assert(dl::dot(f, dl::derivative(f)).find("label=\"cos\", shape=ellipse, fillcolor=\"#ffd6cc\"") !=
              std::string_view::npos);
static_assert(dl::dot<dl::shape<2, 3>, dl::shape<4, 3>>(layer).find("[4, 3]") != std::string_view::npos);

// A graph of a thousand nodes is within the limits of constant evaluation; shared parts keep it short.
constexpr auto deep = [](auto x) {
  for (int i = 0; i < 500; ++i) x = x * x + x;
  return x;
};
static_assert(dl::text(deep).size() < 500 * 40);

}  // namespace

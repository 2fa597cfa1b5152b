#include <hello_dl/graph/differentiate.hpp>

#include "formulas.hpp"

namespace {

namespace dl = hello_dl;
using dl::term;

template <int I>
struct scalar_formula {
  static constexpr auto& f = formulas::of_scalars[I];
  static_assert(dl::view(formulas::as_text(f, {})) == f.text);
};
template <int I>
struct matrix_formula {
  static constexpr auto& f = formulas::of_matrices[I];
  static_assert(dl::view(formulas::as_text(f, dl::dims{2, 3})) == f.text);
};

static_assert(formulas::all_instantiated<scalar_formula>(formulas::of_scalars));
static_assert(formulas::all_instantiated<matrix_formula>(formulas::of_matrices));

// Images: options that differ from the default are named.
struct images {
  dl::graph g{};
  dl::expr<dl::shape<2, 3, 8, 8>> x{dl::input(g, 0, dl::dims{2, 3, 8, 8}, dl::element::real, "x")};
  dl::expr<dl::shape<4, 3, 3, 3>> w{dl::input(g, 1, dl::dims{4, 3, 3, 3}, dl::element::real, "conv1.weight")};
};
template <class Write>
constexpr bool writes(Write write, std::string_view text) {
  images in;
  const dl::vector<char> written = dl::to_text(in.g, write(in).term);
  return dl::view(written) == text;
}
static_assert(writes([](const images& in) { return dl::conv2d(in.x, in.w); }, "conv2d(x, conv1.weight)"));
static_assert(writes([](const images& in) { return dl::conv2d<dl::conv2d_options{2, 1}>(in.x, in.w); },
                     "conv2d(x, conv1.weight, stride=2, padding=1)"));
static_assert(writes([](const images& in) { return dl::max_pool2d<2>(in.x); }, "max_pool2d(x, kernel=2)"));
static_assert(writes([](const images& in) { return dl::avg_pool2d<3, dl::pool2d_options{2, true}>(in.x); },
                     "avg_pool2d(x, kernel=3, stride=2, ceil_mode=true)"));

// Derivatives of the same.
constexpr bool writes_gradients() {
  images in;
  const term y = dl::conv2d<dl::conv2d_options{1, 1}>(in.x, in.w).term;
  dl::vector<term> sources(1, in.x.term);
  sources.push_back(in.w.term);
  const term seed = dl::input(in.g, 2, y.shape(), dl::element::real, "u");
  const dl::vector<char> written = dl::to_text(in.g, dl::vector_jacobian_product(y, seed, sources));
  return dl::view(written) == "conv2d_input_gradient(u, conv1.weight, [2, 3, 8, 8], padding=1)\n"
                              "conv2d_weight_gradient(x, u, [4, 3, 3, 3], padding=1)";
}
static_assert(writes_gradients());

}  // namespace

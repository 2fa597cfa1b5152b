// Layers without parameters are the operations of the same name.
#include <hello_dl/nn/modules.hpp>

namespace {

namespace dl = hello_dl;

using images = dl::expr<dl::shape<2, 3, 5, 5>>;

/// Whether both write the same node with the same shape.
template <class Layer, class Operation>
constexpr bool same(Layer layer, Operation operation) {
  dl::graph g;
  const images x{dl::input(g, 0, images::shape_value, dl::element::real, "x")};
  return layer(x).term == operation(x).term && std::is_same_v<decltype(layer(x)), decltype(operation(x))>;
}

static_assert(same(dl::nn::relu{}, [](auto x) { return relu(x); }));
static_assert(same(dl::nn::gelu{}, [](auto x) { return gelu(x); }));
static_assert(same(dl::nn::silu{}, [](auto x) { return silu(x); }));
static_assert(same(dl::nn::leaky_relu{}, [](auto x) { return leaky_relu(x, 0.01); }));
static_assert(same(dl::nn::elu{}, [](auto x) { return elu(x, 1); }));
static_assert(same(dl::nn::softplus{}, [](auto x) { return softplus(x, 1, 20); }));
static_assert(same(dl::nn::tanh{}, [](auto x) { return tanh(x); }));
static_assert(same(dl::nn::sigmoid{}, [](auto x) { return sigmoid(x); }));
static_assert(same(dl::nn::flatten{}, [](auto x) { return dl::reshape<2, 75>(x); }));
static_assert(same(dl::nn::max_pool2d<2>{}, [](auto x) { return dl::max_pool2d<2>(x); }));
static_assert(same(dl::nn::avg_pool2d<3, dl::pool2d_options{.stride = 1}>{},
                   [](auto x) { return dl::avg_pool2d<3, dl::pool2d_options{.stride = 1}>(x); }));

}  // namespace

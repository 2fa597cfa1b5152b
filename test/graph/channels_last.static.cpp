// Channels last: what a program computes in which form, and what it moves.
#include <hello_dl/graph/channels_last.hpp>

#include <graph/models.hpp>
#include <graph/terms.hpp>

namespace {

namespace dl = hello_dl;
using dl::dims;
using dl::term;

/// A program after the pass.
struct rewritten {
  dl::graph from{}, to{};
  dl::node_list list{};

  template <class Formula>
  constexpr rewritten(Formula formula, const dims& images) {
    const term x = dl::input(from, 0, images, dl::element::real, "x");
    list = dl::prune(to, dl::channels_last(from, dl::vector<dl::output>(1, dl::output{formula(x)}), to));
  }
  template <class Op>
  constexpr int count() const {
    int found = 0;
    for (const dl::node& n : list.nodes) found += n.op == &dl::record_of<Op>;
    return found;
  }
  constexpr const dl::node& result() const { return list.nodes[list.outputs[0].node]; }
};

constexpr term filter(term x, int out) { return dl::constant(*x.graph, 1, dims{out, x.shape()[1], 3, 3}); }
constexpr term convolved(term x, int out) { return dl::conv2d(x, filter(x, out), {{1, 0}}); }
constexpr term bias(term x) { return dl::constant(*x.graph, 1, dims{x.shape()[1], 1, 1}); }

template <class Formula>
constexpr int moves(Formula formula, const dims& images) {
  return rewritten{formula, images}.template count<dl::permute_operation>();
}

// One channel lies the same way in both forms; several have to be moved, there and back.
static_assert(moves([](term x) { return convolved(x, 1); }, dims{2, 1, 7, 7}) == 0);
static_assert(moves([](term x) { return convolved(x, 4); }, dims{2, 1, 7, 7}) == 1);
static_assert(moves([](term x) { return convolved(x, 4); }, dims{2, 3, 7, 7}) == 2);
static_assert(moves([](term x) { return convolved(x, 4); }, dims{2, 3, 3, 3}) == 1);  // to one pixel
static_assert(rewritten{[](term x) { return convolved(x, 4); }, dims{2, 3, 7, 7}}.result().shape == dims{2, 4, 5, 5});

// What stands between two convolutions takes their form: broadcasting, constants, reductions, pooling.
static_assert(moves([](term x) {
  const term y = relu(convolved(x, 4) + bias(convolved(x, 4)));
  return convolved(y * dl::constant(*x.graph, 2, y.shape()) - sum(y, 0b1101u, true), 1);
}, dims{2, 1, 9, 9}) == 0);
static_assert(moves([](term x) {
  const term y = broadcast_to(sum(convolved(x, 4), 0b1101u, true), dims{2, 4, 7, 7});
  return convolved(dl::max_pool2d(convolved(x, 4) + y, {{2, 2}}), 1);
}, dims{2, 1, 9, 9}) == 0);

// Not what needs the axes in their order: a matrix of pixels, a part of the channels, a sum over some axes only.
static_assert(moves([](term x) { return matmul(convolved(x, 4), convolved(x, 4), false, true); }, dims{2, 1, 9, 9}) == 1);
static_assert(moves([](term x) { return slice(convolved(x, 4), 1, 0, 2); }, dims{2, 1, 9, 9}) == 1);
static_assert(moves([](term x) { return sum(convolved(x, 4), 0b0001u, false); }, dims{2, 1, 9, 9}) == 1);

// A program without images stays as it is.
static_assert(!dl::has_images(terms::three_inputs{dims{2, 2, 2, 2}}.g));

/// How often an operation is in a frozen program.
template <class Op>
constexpr int count_in(const auto& t) {
  int found = 0;
  for (int id = 0; id < t.sizes.nodes; ++id) found += t.nodes[id].op == &dl::record_of<Op>;
  return found;
}

// A training step moves the images once, where the linear layer begins, and their gradient back. The maxima are remembered
// as bytes, which the kernel of the pooling writes.
constexpr auto& training = models::convolutional_table;
static_assert(count_in<dl::permute_operation>(training) == 2);
static_assert(count_in<dl::max_pool2d_argmax_operation>(training) == 1 && count_in<dl::max_pool2d_place_operation>(training) == 1);
static_assert(count_in<dl::max_pool2d_scatter_operation>(training) == 0);

// A window too large for numbers in bytes is searched again.
constexpr auto& large_window = dl::detail::function_program<
    decltype([](auto x) { return dl::gradient([](auto y) { return sum(dl::max_pool2d<9>(y)); })(x); }), dl::real_input<1, 1, 9, 9>>::table;
static_assert(count_in<dl::max_pool2d_scatter_operation>(large_window) == 1);

}  // namespace

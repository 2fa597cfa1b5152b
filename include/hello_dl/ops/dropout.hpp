#pragma once
/// dropout: in training, each element is left out with a given probability (Srivastava et al. 2014, "Dropout: A Simple Way
/// to Prevent Neural Networks from Overfitting"); the mask that does it is an operation of its own.

#include <hello_dl/core/random.hpp>
#include <hello_dl/ops/multiply.hpp>
#include <hello_dl/ops/reshape.hpp>

namespace hello_dl {

/// 1 with the probability that the operand, a constant, says, else 0 (PyTorch: torch.bernoulli). Attributes: the shape, and
/// behind it a number that tells such nodes apart. Each step of a trainer draws anew; nothing is remembered, since the bits
/// are a function of seed, step, chunk, node and element.
struct bernoulli_operation {
  static constexpr std::string_view name = "bernoulli";
  static constexpr bool interned = false;
  static constexpr dims shape(const attributes& a, const dims*) { return detail::shape_in(a); }
  static constexpr extent flops(const node& n, const dims*) { return n.shape.size(); }
  static constexpr void spell(const graph&, const node& n, spelling& s) { s.add("", n.shape); }

  template <class Site>
  static constexpr void run(Site at) {
    using T = typename Site::value_type;
    constexpr double probability = Site::table.nodes[Site::self.operands[0]].value;
    constexpr auto below = static_cast<std::uint64_t>(probability * 0x1p32);
    constexpr auto number = static_cast<std::uint64_t>(Site::self.attributes[max_rank + 1]) + 1;
    const auto& from = at.m.random;
    const std::uint64_t stream = number << 40 | from.step;
    for (extent i = 0; i < Site::shape.size(); i += 4) {
      const auto block = random_bits128(from.seed, stream, from.chunk << 32 | static_cast<std::uint64_t>(i));
      for (extent k = 0; k < 4 && i + k < Site::shape.size(); ++k)
        at.out()[i + k] = static_cast<T>(block[static_cast<std::size_t>(k)] < below);
    }
  }
};
template <> struct definition<&record_of<bernoulli_operation>> { using type = bernoulli_operation; };

constexpr term bernoulli(graph& g, double probability, const dims& shape) {
  attributes a = detail::shape_attributes(shape);
  a[max_rank + 1] = g.size();
  return apply<bernoulli_operation>(a, constant(g, probability));
}

/// `p` is the probability of an element to be left out.
struct dropout_options {
  double p = 0.5;
};

/// In a training step, each element is 0 with probability p, else multiplied by 1 / (1 - p), so that its mean stays; the
/// elements decide independently, and anew in each step. In evaluation: x itself (PyTorch: functional.dropout).
template <dropout_options Options = dropout_options{}, expression X>
constexpr auto dropout(const X& x) {
  constexpr double p = Options.p;
  static_assert(p >= 0 && p <= 1, "dropout: p must be a probability, from 0 to 1");
  using result = expr<typename X::shape_type>;
  graph& g = *x.term.graph;
  if (!g.training || p == 0) return result{x.term};
  if constexpr (p == 1) return result{constant(g, 0, X::shape_value)};
  else return result{x.term * bernoulli(g, 1 - p, X::shape_value) * constant(g, 1 / (1 - p))};
}

}  // namespace hello_dl

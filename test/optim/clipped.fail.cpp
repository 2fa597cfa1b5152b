// An optimiser clips once, and only a trainer with one that does knows the norm of the gradient: one sentence each.
#include <hello_dl/hello_dl.hpp>

namespace {

namespace dl = hello_dl;

// error clipped_twice: clipped: this optimiser clips its gradient already
#ifdef clipped_twice
constexpr dl::clipped twice{dl::clipped{dl::sgd{}, 1.0}, 2.0};
#endif

struct model {
  dl::nn::linear<3, 1> layer;
};
struct objective {
  constexpr auto operator()(const model& m, const auto& x) const { return mean(m.layer(x)); }
};
template <class Optimiser>
double norm_after(const Optimiser& optimiser) {
  const dl::trainer<model, objective, dl::chunk<dl::real_input<1, 3>>, Optimiser> trainer{0, optimiser, 1};
  return trainer.gradient_norm();
}

// error norm_without_clipping: trainer: only with a clipped optimiser does a trainer know the norm of the gradient
#ifdef norm_without_clipping
const double unknown = norm_after(dl::sgd{});
#endif

[[maybe_unused]] const double known = norm_after(dl::clipped{dl::sgd{}, 1.0});

}  // namespace

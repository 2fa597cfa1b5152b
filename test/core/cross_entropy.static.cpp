#include <hello_dl/core/cross_entropy.hpp>

namespace {

namespace dl = hello_dl;

/// One row, (0, ln 3): its probabilities are 1/4 and 3/4.
template <class T>
struct row {
  T loss[1] = {}, gradient[2] = {};

  constexpr row() {
    const T logits[] = {0, T(1.0986122886681098)}, upstream[] = {2};
    const std::int32_t label[] = {1};
    dl::cross_entropy_rows<T, 1, 2>(logits, label, loss);
    dl::cross_entropy_gradient<T, 1, 2>(logits, label, upstream, gradient);
  }
};

constexpr bool close(double a, double b) { return a - b < 1e-6 && b - a < 1e-6; }

static_assert(close(row<float>{}.loss[0], 0.28768207245178096) && close(row<double>{}.loss[0], 0.28768207245178096));
static_assert(close(row<float>{}.gradient[0], 0.5) && close(row<double>{}.gradient[1], -0.5));

}  // namespace

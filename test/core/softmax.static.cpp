#include <hello_dl/core/softmax.hpp>

namespace {

namespace dl = hello_dl;

/// Two rows along the middle axis of [1, 2, 2]: (0, ln 3) and (5, 5).
template <class T>
struct rows {
  T soft[4] = {}, log_soft[4] = {};

  constexpr rows() {
    const T x[] = {0, 5, T(1.0986122886681098), 5};
    dl::softmax<T, 1, 2, 2>(x, soft);
    dl::log_softmax<T, 1, 2, 2>(x, log_soft);
  }
};

constexpr bool close(double a, double b) { return a - b < 1e-6 && b - a < 1e-6; }

static_assert(close(rows<float>{}.soft[0], 0.25) && close(rows<float>{}.soft[2], 0.75));
static_assert(close(rows<double>{}.soft[1], 0.5) && close(rows<double>{}.soft[3], 0.5));
static_assert(close(rows<double>{}.log_soft[0], -1.3862943611198906));
static_assert(close(rows<float>{}.log_soft[1], -0.6931471805599453));

}  // namespace

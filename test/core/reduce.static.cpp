#include <hello_dl/core/reduce.hpp>

namespace {

namespace dl = hello_dl;

template <class T, unsigned Mask, int Count>
struct reduced {
  T sum[Count] = {}, most[Count] = {};

  /// Of 0, 1, ..., 23 as [2, 3, 4].
  constexpr reduced() {
    T x[24] = {};
    for (int i = 0; i < 24; ++i) x[i] = static_cast<T>(i);
    dl::reduce_sum<T, dl::dims{2, 3, 4}, Mask>(x, sum);
    dl::reduce_max<T, dl::dims{2, 3, 4}, Mask>(x, most);
  }
};

static_assert(reduced<float, 0b111, 1>{}.sum[0] == 276);
static_assert(reduced<float, 0b111, 1>{}.most[0] == 23);
static_assert(reduced<double, 0b101, 3>{}.sum[1] == 4 + 5 + 6 + 7 + 16 + 17 + 18 + 19);
static_assert(reduced<double, 0b101, 3>{}.most[1] == 19);
static_assert(reduced<float, 0b010, 8>{}.sum[7] == 15 + 19 + 23);
static_assert(reduced<float, 0b010, 8>{}.most[0] == 8);
static_assert(reduced<float, 0, 24>{}.sum[17] == 17);

// Axes that lie side by side in memory become one loop.
constexpr dl::detail::axis_loops kept =
    dl::detail::loops_over(dl::dims{2, 3, 1, 4, 5}, 0b01000, false);
static_assert(kept.count == 2 && kept.extents[0] == 6 && kept.strides[0] == 20);
static_assert(kept.extents[1] == 5 && kept.strides[1] == 1);

}  // namespace

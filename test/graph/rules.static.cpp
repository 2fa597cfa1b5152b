// Simplification while a formula is written: the local rules of the operations.
#include <graph/terms.hpp>

namespace {

using namespace terms;

constexpr auto x_itself = [](auto x, auto, auto) { return x; };
constexpr auto minus_x = [](auto x, auto, auto) { return -x; };

/// A constant of this value in the shape of x.
template <class Formula>
constexpr bool gives(Formula formula, double value, const dims& shape = {}) {
  three_inputs in{shape};
  const term result = formula(in.x, in.y, in.z);
  return is_constant(result, value) && result.shape() == shape;
}

// Sums.
static_assert(same([](auto x, auto, auto) { return x + 0; }, x_itself));
static_assert(same([](auto x, auto, auto) { return number(x, 0) + x; }, x_itself));
static_assert(same([](auto x, auto, auto) { return x + x; }, [](auto x, auto, auto) { return 2 * x; }));
static_assert(same([](auto x, auto y, auto) { return x + y + y; }, [](auto x, auto y, auto) { return x + 2 * y; }));
static_assert(same([](auto x, auto y, auto) { return x + -y; }, [](auto x, auto y, auto) { return x - y; }));
static_assert(same([](auto x, auto y, auto) { return -x + y; }, [](auto x, auto y, auto) { return y - x; }));
static_assert(same([](auto x, auto, auto) { return x - number(x, 0); }, x_itself));
static_assert(same([](auto x, auto, auto) { return 0 - x; }, minus_x));
static_assert(same([](auto x, auto y, auto) { return x - -y; }, [](auto x, auto y, auto) { return x + y; }));
static_assert(gives([](auto x, auto, auto) { return x - x; }, 0));
static_assert(same([](auto x, auto, auto) { return -(-x); }, x_itself));

// Products: signs and numbers move to the front, and meet there.
static_assert(same([](auto x, auto, auto) { return 1 * x; }, x_itself));
static_assert(same([](auto x, auto, auto) { return x * number(x, 1); }, x_itself));
static_assert(same([](auto x, auto, auto) { return -1 * x; }, minus_x));
static_assert(gives([](auto x, auto, auto) { return 0 * x; }, 0, dims{3}));
static_assert(same([](auto x, auto, auto) { return x * number(x, 2); }, [](auto x, auto, auto) { return 2 * x; }));
static_assert(same([](auto x, auto, auto) { return 2 * (3 * x); }, [](auto x, auto, auto) { return 6 * x; }));
static_assert(same([](auto x, auto y, auto) { return x * (3 * y); }, [](auto x, auto y, auto) { return 3 * (x * y); }));
static_assert(same([](auto x, auto y, auto) { return -x * y; }, [](auto x, auto y, auto) { return -(x * y); }));
static_assert(same([](auto x, auto y, auto) { return -x * -y; }, [](auto x, auto y, auto) { return x * y; }));

// Quotients and powers.
static_assert(same([](auto x, auto, auto) { return x / number(x, 1); }, x_itself));
static_assert(same([](auto x, auto y, auto) { return -x / y; }, [](auto x, auto y, auto) { return -(x / y); }));
static_assert(gives([](auto x, auto, auto) { return 0 / x; }, 0));
static_assert(gives([](auto x, auto, auto) { return pow(x, number(x, 0)); }, 1, dims{3}));
static_assert(same([](auto x, auto, auto) { return pow(x, number(x, 1)); }, x_itself));
static_assert(same([](auto x, auto, auto) { return pow(x, number(x, 0.5)); }, [](auto x, auto, auto) { return sqrt(x); }));

// Choices.
static_assert(same([](auto x, auto y, auto) { return where(number(x, 1), x, y); }, x_itself));
static_assert(same([](auto x, auto y, auto) { return where(number(x, 0), y, x); }, x_itself));
static_assert(same([](auto x, auto y, auto) { return where(greater(x, y), x, x); }, x_itself));

// Shapes.
constexpr auto transposed = [](auto x, auto, auto) { return permute(x, dl::detail::swapped_last_axes(2)); };
static_assert(same([](auto x, auto, auto) { return reshape(x, dims{2, 3}); }, x_itself, dims{2, 3}));
static_assert(same([](auto x, auto, auto) { return reshape(reshape(x, dims{6}), dims{3, 2}); },
                   [](auto x, auto, auto) { return reshape(x, dims{3, 2}); }, dims{2, 3}));
static_assert(same([](auto x, auto y, auto z) { return transposed(transposed(x, y, z), y, z); }, x_itself, dims{2, 3}));
static_assert(same([](auto x, auto, auto) { return broadcast_to(x, dims{2, 3}); }, x_itself, dims{2, 3}));
static_assert(same([](auto x, auto, auto) { return sum(x, 2u, true); }, x_itself, dims{3, 1}));

// The gradient of a pooling moves its terms to other pixels. Sums over all pixels do not see it, others do.
constexpr dims images{2, 3, 4, 4};
constexpr auto sum_of_moved = [](auto moved) {
  return [moved](auto x, auto, auto) { return sum(moved(x, avg_pool2d(x, {{2, 2}})), 0b1101, false); };
};
constexpr auto sum_of_pooled = [](auto x, auto, auto) { return sum(avg_pool2d(x, {{2, 2}}), 0b1101, false); };
constexpr auto to_maxima = [](auto x, auto pooled) { return max_pool2d_scatter(x, pooled, {{2, 2}}); };
constexpr auto to_windows = [](auto x, auto pooled) { return avg_pool2d_scatter(pooled, {{2, 2}}, x.shape()); };
static_assert(same(sum_of_moved(to_maxima), sum_of_pooled, images));
static_assert(same(sum_of_moved(to_windows), sum_of_pooled, images));
static_assert(nodes_of([](auto x, auto, auto) { return sum(to_maxima(x, avg_pool2d(x, {{2, 2}})), 0b0101, false); }, images) == 3);
static_assert(same(
    [](auto x, auto, auto) {
      const auto last = dl::detail::with_channels_last({{2, 2}});
      return sum(max_pool2d_scatter(x, avg_pool2d(x, last), last), 0b0110, true);
    },
    [](auto x, auto, auto) { return sum(avg_pool2d(x, dl::detail::with_channels_last({{2, 2}})), 0b0110, true); }, dims{2, 4, 4, 3}));
static_assert(same([](auto x, auto, auto) { return slice(x, 0, 0, 3); }, x_itself, dims{3}));
static_assert(same([](auto x, auto, auto) { return pad(x, 0, 0, 0); }, x_itself, dims{3}));
static_assert(same([](auto x, auto y, auto z) { return matmul(transposed(x, y, z), y, false, false); },
                   [](auto x, auto y, auto) { return matmul(x, y, true, false); }, dims{3, 3}));

// A neutral number stays where it stretches the other operand.
static_assert(shape_of([](auto x, auto, auto) { return x + dl::constant(*x.graph, 0, dims{2, 3}); }, dims{3}) == dims{2, 3});
static_assert(shape_of([](auto x, auto, auto) { return x * dl::constant(*x.graph, 1, dims{2, 1}); }, dims{3}) == dims{2, 3});
static_assert(shape_of([](auto x, auto, auto) { return where(dl::constant(*x.graph, 1, dims{2, 1}), x, x); }, dims{3}) == dims{2, 3});

}  // namespace

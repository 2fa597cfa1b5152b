// The choice of tiles, for whatever processor this is compiled for.
#include <hello_dl/core/gemm_plan.hpp>

namespace {

using namespace hello_dl::detail;
using hello_dl::extent;

/// What must hold for the tiles of every product.
constexpr bool is_sound(const tile_grid& grid, extent rows, extent columns, extent depth) {
  const auto covers = [](const even_cut& cut, extent count) {
    return cut.larger * cut.size + (cut.parts - cut.larger) * (cut.size - 1) == count;
  };
  const bool fits = grid.rows.size <= tallest_tile(static_cast<int>(grid.vectors.size));
  return fits && covers(grid.rows, rows) && covers(grid.vectors, (columns + grid.lanes - 1) / grid.lanes) && grid.block_depth >= 1 &&
         grid.block_depth <= depth;
}

template <class T>
constexpr bool all_are_sound() {
  for (const extent rows : {1, 3, 17, 31, 33, 128, 512})
    for (const extent columns : {1, 3, 17, 31, 33, 784, 800})
      for (const extent depth : {1, 3, 64, 800})
        if (!is_sound(cheapest_grid<T>(rows, columns, depth), rows, columns, depth)) return false;
  return true;
}
static_assert(all_are_sound<float>() && all_are_sound<double>());

// Where there are many rows and columns, a tile is not wider than tall, and its sums keep two units busy for four cycles.
constexpr bool is_good(const tile_grid& grid) {
  return grid.vectors.size <= grid.rows.size && grid.vectors.size * grid.rows.size >= 8;
}
static_assert(is_good(cheapest_grid<float>(128, 784, 64)) && is_good(cheapest_grid<float>(128, 800, 64)));
static_assert(is_good(cheapest_grid<float>(512, 512, 512)) && is_good(cheapest_grid<double>(512, 512, 512)));

}  // namespace

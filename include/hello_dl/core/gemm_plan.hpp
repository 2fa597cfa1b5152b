#pragma once
/// The cost model of matrix multiplication: from the shape and the registers of the target to the
/// form of the computation and the size of its tiles.

#include <hello_dl/core/gemm_tile.hpp>

namespace hello_dl {

/// C[m, n] = op(A)[m, k] op(B)[k, n], all row-major and dense. A is stored as [m, k], or as [k, m]
/// when `transpose_a`; B is stored as [k, n], or as [n, k] when `transpose_b`.
struct gemm_shape {
  extent m, n, k;
  bool transpose_a = false, transpose_b = false;
};

namespace detail {

// All costs are in quarters of a cycle of a core with two units for multiply-add of whole vectors,
// two for loads, and results that arrive after four cycles: today's x86 and large ARM cores.

/// A step of the sum in a tile: `products` multiply-adds of vectors and `loads`. Where the units
/// for multiply-add are the limit, fewer loads are better still.
constexpr extent step_cost(extent products, extent loads) {
  return 2 * larger(larger(products, loads), 8) + loads / 8;
}

/// What a step of a tile loads: elements of A, and vectors of a row of B. Where a tile is wider than
/// tall, g++ does not keep that row in registers but reads it again for each row of the tile.
constexpr extent tile_loads(extent height, extent width) {
  return height + width * (width > height ? height : 1);
}

/// To clear a tile or read it, to wait for its last sums, and to write them.
constexpr extent tile_overhead(extent vectors) { return 60 + 4 * vectors; }

/// To transpose 16 elements while copying them, and to write 16 elements, read them back in squares
/// and hand them over.
inline constexpr extent copy_cost = 10, result_cost = 16;

/// What a block of a panel of B may occupy of the first cache.
inline constexpr extent block_bytes = 32 * 1024;

/// The depth in blocks of equal size, a multiple of 16 so that blocks start with a cache line.
template <class T>
constexpr extent block_depth_for(extent depth, extent columns) {
  const extent most = larger(16, block_bytes / (columns * static_cast<extent>(sizeof(T))));
  return smaller(depth, (even_part(depth, most) + 15) / 16 * 16);
}

/// How the results [rows, columns] of a product are cut into tiles.
struct tile_grid {
  int lanes;
  even_cut vectors, rows;
  extent block_depth;
  extent cost;
};

constexpr extent grid_cost(const even_cut& rows, const even_cut& vectors, extent depth,
                           extent blocks) {
  const auto tiles = [&](extent height, extent width) {
    return height == 0 || width == 0 ? 0
                                     : depth * step_cost(height * width, tile_loads(height, width)) +
                                           blocks * tile_overhead(height * width);
  };
  const auto column_of_tiles = [&](extent width) {
    return rows.larger * tiles(rows.size, width) +
           (rows.parts - rows.larger) * tiles(rows.size - 1, width);
  };
  return vectors.larger * column_of_tiles(vectors.size) +
         (vectors.parts - vectors.larger) * column_of_tiles(vectors.size - 1);
}

/// How many sizes the parts have. Each size of a tile is compiled anew, which must be worth 1 %.
constexpr extent kinds(const even_cut& cut) { return cut.larger < cut.parts ? 2 : 1; }

/// The cheapest of the tiles that fit into the registers beside a row of B and an element of A.
template <class T>
constexpr tile_grid cheapest_grid(extent rows, extent columns, extent depth) {
  const int lanes = covering_lanes<T>(columns);
  tile_grid best{};
  for (int width = (vector_registers - 1) / 2; width >= 1; --width) {
    const even_cut vectors = cut_evenly((columns + lanes - 1) / lanes, width);
    const even_cut heights = cut_evenly(rows, tallest_tile(static_cast<int>(vectors.size)));
    const extent block =
        heights.parts == 1 ? depth : block_depth_for<T>(depth, vectors.size * lanes);
    const extent steps = grid_cost(heights, vectors, depth, (depth + block - 1) / block);
    const extent cost = steps + steps / 100 * kinds(heights) * kinds(vectors);
    if (best.cost == 0 || cost < best.cost) best = {lanes, vectors, heights, block, cost};
  }
  return best;
}

/// Tiles of inner products: `rows` rows of A times `columns` rows of B^T are as many sums as a
/// vector has lanes.
struct dot_tile {
  extent rows, columns;
};

template <class T>
constexpr dot_tile dot_tile_for(extent rows) {
  extent height = 1;
  while (height * 2 <= rows && height * height * 4 <= native_lanes<T>) height *= 2;
  return {height, native_lanes<T> / height};
}

template <class T>
constexpr extent dot_cost(const gemm_shape& s) {
  constexpr extent lanes = native_lanes<T>;
  const auto [rows, columns] = dot_tile_for<T>(s.m);
  const extent tiles = (s.m + rows - 1) / rows * ((s.n + columns - 1) / columns);
  const extent steps = (s.k + lanes - 1) / lanes;
  return tiles * (steps * step_cost(lanes, rows + columns) + tile_overhead(1) + 8 * lanes);
}

/// In which way a product is computed.
enum class gemm_form {
  direct,      ///< vectors along the rows of C; a transposed B is transposed in panels
  transposed,  ///< C^T = B^T A^T, so that A rather than B is transposed, and then the result
  dot          ///< both operands are read along k, and the lanes of the sums added at the end
};

/// Which is cheapest; vectors can only be read along k where both operands lie that way.
template <class T>
constexpr gemm_form cheapest_form(const gemm_shape& s) {
  if (!s.transpose_b) return gemm_form::direct;
  const extent direct = cheapest_grid<T>(s.m, s.n, s.k).cost + s.n * s.k * copy_cost / 16;
  const extent transposed = cheapest_grid<T>(s.n, s.m, s.k).cost + s.m * s.n * result_cost / 16 +
                            (s.transpose_a ? 0 : s.m * s.k * copy_cost / 16);
  const extent dot = s.transpose_a ? direct : dot_cost<T>(s);
  if (dot < smaller(direct, transposed)) return gemm_form::dot;
  return transposed < direct ? gemm_form::transposed : gemm_form::direct;
}

}  // namespace detail
}  // namespace hello_dl

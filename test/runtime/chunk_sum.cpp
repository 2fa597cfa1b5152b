// The chunks of a batch are added along one tree, whatever the width of the vectors.
#include <hello_dl/runtime/chunk_sum.hpp>

#include <runtime/batches.hpp>

namespace {

namespace dl = hello_dl;

/// The tree as one would draw it: neighbours, then pairs of them, and so on, in place.
float sum_in_passes(std::vector<float> blocks) {
  for (std::size_t step = 1; step < blocks.size(); step *= 2)
    for (std::size_t first = 0; first + step < blocks.size(); first += 2 * step) blocks[first] += blocks[first + step];
  return blocks[0];
}

BOOST_AUTO_TEST_CASE(every_count_gives_the_bits_of_the_tree) {
  constexpr dl::extent stride = 19;
  using V = dl::simd<float, 4>;
  const std::vector<float> values = batches::reals<float>(100 * stride);
  for (dl::extent count = 1; count <= 100; ++count) {
    const V lanes = dl::detail::sum_of_blocks<V>(values.data(), stride, count);
    for (int lane = 0; lane < 4; ++lane) {
      std::vector<float> blocks;
      for (dl::extent i = 0; i < count; ++i) blocks.push_back(values[static_cast<std::size_t>(i * stride + lane)]);
      const float expected = sum_in_passes(blocks);
      BOOST_TEST(lanes[lane] == expected, count << " blocks");
      BOOST_TEST(dl::detail::sum_of_blocks<float>(values.data() + lane, stride, count) == expected);
    }
  }
}

}  // namespace

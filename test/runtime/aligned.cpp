#include <hello_dl/runtime/aligned.hpp>

#include <algorithm>
#include <cstdint>

namespace {

namespace dl = hello_dl;

BOOST_AUTO_TEST_CASE(blocks_start_on_a_cache_line_and_with_zeros) {
  for (const dl::extent count : {0, 1, 17, 1000}) {
    const dl::aligned_block<double> block{count};
    BOOST_TEST(block.size() == static_cast<std::size_t>(count));
    BOOST_TEST(reinterpret_cast<std::uintptr_t>(block.data()) % 64 == 0);
    BOOST_TEST(std::count(block.span().begin(), block.span().end(), 0.0) == count);
  }
}

BOOST_AUTO_TEST_CASE(the_last_line_is_there_to_its_end) {
  static_assert(dl::aligned_block<float>::padded(1) == 16 && dl::aligned_block<float>::padded(32) == 32);
  const dl::aligned_block<float> block{17};
  BOOST_TEST(block.span().size() == 17u);
  BOOST_TEST(std::count(block.data(), block.data() + 32, 0.0f) == 32);
}

BOOST_AUTO_TEST_CASE(moving_hands_the_memory_over) {
  dl::aligned_block<int> block{3};
  block.data()[2] = 7;
  const int* const data = block.data();
  const dl::aligned_block<int> moved = std::move(block);
  BOOST_TEST(moved.data() == data);
  BOOST_TEST(moved.span().back() == 7);
}

BOOST_AUTO_TEST_CASE(an_empty_block_has_no_elements) { BOOST_TEST(dl::aligned_block<float>{}.span().empty()); }

}  // namespace

// What reading allocates: counted by this program's own operator new.
#include <hello_dl/data/idx.hpp>

#include "files.hpp"

#include <malloc.h>

#include <algorithm>
#include <atomic>
#include <new>

namespace {

std::atomic<std::size_t> in_use = 0, most_in_use = 0;

void* allocate(std::size_t size) {
  void* const memory = std::malloc(size);
  if (!memory) throw std::bad_alloc{};
  in_use += malloc_usable_size(memory);
  most_in_use = std::max(most_in_use.load(), in_use.load());
  return memory;
}

void release(void* memory) {
  in_use -= malloc_usable_size(memory);
  std::free(memory);
}

}  // namespace

void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
void operator delete(void* memory) noexcept { release(memory); }
void operator delete[](void* memory) noexcept { release(memory); }
void operator delete(void* memory, std::size_t) noexcept { release(memory); }
void operator delete[](void* memory, std::size_t) noexcept { release(memory); }

namespace {

constexpr std::size_t constant = 1 << 20;

/// The most memory in use at a time while the file is read; `accepted` says how that must end.
std::size_t peak_of_reading(const test::bytes& content, int rank, bool accepted) {
  const test::temporary_folder folder;
  const std::string file = test::write(folder / "x", content);
  const std::size_t before = in_use;
  most_in_use = before;
  const std::string error = test::error_of([&] { hello_dl::read_idx(file, rank); });
  const std::size_t peak = most_in_use - before;
  BOOST_TEST(error.empty() == accepted, error);
  return peak;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_good_file_takes_its_content_and_a_constant) {
  const test::bytes content = test::idx({8 << 20}, test::ramp(8 << 20));
  for (const test::bytes& packed : {content, test::gzip(content)}) {
    const std::size_t peak = peak_of_reading(packed, 1, true);
    BOOST_TEST(peak >= content.size());
    BOOST_TEST(peak < content.size() + constant);
  }
}

BOOST_AUTO_TEST_CASE(a_header_that_announces_too_much_takes_a_constant) {
  for (const test::bytes& lie :
       {test::idx({~0u}, test::ramp(100)), test::idx({~0u - 8}, test::ramp(8 << 20))})
    for (const test::bytes& packed : {lie, test::gzip(lie)})
      BOOST_TEST(peak_of_reading(packed, 1, false) < constant);
  BOOST_TEST(peak_of_reading(test::idx({~0u, ~0u, ~0u}, {}), 3, false) < constant);
}

BOOST_AUTO_TEST_CASE(a_gzip_bomb_takes_a_constant) {
  const test::bytes bomb = test::gzip(test::idx({10}, test::bytes(32 << 20)));
  BOOST_TEST(bomb.size() < 100'000u);
  BOOST_TEST(peak_of_reading(bomb, 1, false) < constant);
}

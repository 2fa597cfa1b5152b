#pragma once
/// Counts calls of operator new. Included by programs that count, once: it replaces operator new and delete.

#include <atomic>
#include <cstdlib>
#include <new>

namespace check {

inline std::atomic<long> allocations = 0;

inline void* counted(std::size_t size, std::size_t alignment) {
  ++allocations;
  void* const memory = std::aligned_alloc(alignment, (size + alignment - 1) / alignment * alignment);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

template <class Work>
long allocations_in(Work work) {
  const long before = allocations;
  work();
  return allocations - before;
}

}  // namespace check

// All other forms of new and delete call these. Not inlined: g++ would see delete free what new has given.
[[gnu::noinline]] void* operator new(std::size_t size) { return check::counted(size, __STDCPP_DEFAULT_NEW_ALIGNMENT__); }
[[gnu::noinline]] void* operator new(std::size_t size, std::align_val_t alignment) {
  return check::counted(size, static_cast<std::size_t>(alignment));
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }

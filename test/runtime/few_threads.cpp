// A system that gives no more threads: the pool makes do with those that it has, or with none.
#include <hello_dl/runtime/thread_pool.hpp>

#include <samples/child.hpp>

#include <sys/resource.h>

#include <fstream>

namespace {

namespace dl = hello_dl;

/// Bytes of this process's address space.
std::size_t address_space() {
  std::size_t pages = 0;
  std::ifstream{"/proc/self/statm"} >> pages;
  return pages * 4096;
}

/// In a process whose address space has room for that many more bytes: whether 64 tasks run on a pool of at most `most` of 64
/// workers.
bool works_with(std::size_t room, int most) {
  return test::exit_of([=] {
           const rlim_t limit = address_space() + room;
           const rlimit limits{limit, limit};
           if (setrlimit(RLIMIT_AS, &limits) != 0) return 2;
           dl::thread_pool pool{64};
           std::atomic<int> done = 0;
           pool.run(64, [&](int, int) { ++done; });
           return done == 64 && pool.size() <= most ? 0 : 1;
         }) == 0;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_pool_works_with_as_many_threads_as_there_are) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  constexpr bool sanitized = true;  // their own memory would not fit
#elif defined(__has_feature)
  constexpr bool sanitized = __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
  constexpr bool sanitized = false;
#endif
  BOOST_TEST((sanitized || works_with(100 << 20, 63)));
  BOOST_TEST((sanitized || works_with(0, 1)));
}

#pragma once
/// Times of two ways to compute the same, for machines that others use as well: processor time, in
/// short groups that take turns, and of each the best.

#include <algorithm>
#include <ctime>

namespace bench {

inline double processor_seconds() {
  timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
}

/// Seconds of one call, in a group of `calls`. The compiler takes all memory as changed in between.
template <class F>
double seconds_of(F& f, int calls) {
  const double start = processor_seconds();
  for (int i = 0; i < calls; ++i) {
    f();
    asm volatile("" ::: "memory");
  }
  return (processor_seconds() - start) / calls;
}

struct two_times {
  double first, second;
};

/// The best seconds of one call of each, in `groups` groups of about two milliseconds.
template <class First, class Second>
two_times compare(First first, Second second, int groups = 40) {
  const double once = std::max(seconds_of(first, 1), seconds_of(second, 1));
  const int calls = std::max(1, static_cast<int>(2e-3 / once));
  two_times best{1e9, 1e9};
  for (int i = 0; i < groups; ++i) {
    best.first = std::min(best.first, seconds_of(first, calls));
    best.second = std::min(best.second, seconds_of(second, calls));
  }
  return best;
}

}  // namespace bench

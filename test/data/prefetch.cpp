// labels: threads
#include <hello_dl/data/prefetch.hpp>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

namespace dl = hello_dl;
using numbers = std::vector<int>;

void pause(bool slow) {
  if (slow) std::this_thread::sleep_for(std::chrono::microseconds{300});
}

/// Loads {0, 1}, {1, 2}, ... and `count` of them.
auto counting(int count, bool slow = false) {
  return [count, slow, number = 0](numbers& into) mutable {
    pause(slow);
    if (number == count) return false;
    into = {number, number + 1};
    ++number;
    return true;
  };
}

std::vector<numbers> everything(dl::prefetcher<numbers>& source, bool slow = false) {
  std::vector<numbers> result;
  while (const numbers* next = source.next()) {
    pause(slow);
    result.push_back(*next);
  }
  return result;
}

BOOST_AUTO_TEST_CASE(all_batches_come_in_order_however_fast_each_side_is) {
  for (const int count : {0, 1, 2, 3, 20})
    for (const bool slow_loader : {false, true})
      for (const bool slow_user : {false, true}) {
        std::vector<numbers> expected;
        for (int i = 0; i < count; ++i) expected.push_back({i, i + 1});
        dl::prefetcher<numbers> source{counting(count, slow_loader)};
        BOOST_TEST((everything(source, slow_user) == expected));
        BOOST_TEST(source.next() == nullptr);  // and stays at the end
      }
}

BOOST_AUTO_TEST_CASE(a_batch_stays_while_it_is_used_and_two_buffers_are_all) {
  std::atomic<int> loaded = 0;
  dl::prefetcher<numbers> source{[&](numbers& into) {
    into.assign(100, loaded++);
    return true;
  }};
  for (int i = 0; i < 20; ++i) {
    const numbers* const batch = source.next();
    BOOST_TEST_REQUIRE(batch != nullptr);
    pause(true);
    BOOST_TEST(*batch == numbers(100, i), boost::test_tools::per_element());
    BOOST_TEST(loaded <= i + 2);
  }
}

BOOST_AUTO_TEST_CASE(buffers_begin_as_told_and_are_used_again) {
  int calls = 0;
  dl::prefetcher<numbers> source{[&calls](numbers& into) {
                                   into.push_back(calls);
                                   return ++calls < 5;
                                 },
                                 numbers{-1}};
  BOOST_TEST((everything(source) == std::vector<numbers>{{-1, 0}, {-1, 1}, {-1, 0, 2}, {-1, 1, 3}}));
}

BOOST_AUTO_TEST_CASE(whoever_stops_early_waits_for_nothing) {
  for (const int used : {0, 1, 2, 5})
    for (int repetition = 0; repetition < 20; ++repetition) {
      dl::prefetcher<numbers> source{counting(1'000'000'000)};
      for (int i = 0; i < used; ++i) BOOST_TEST(source.next()->front() == i);
    }
}

BOOST_AUTO_TEST_CASE(an_exception_of_the_loader_comes_after_what_was_loaded) {
  for (const int good : {0, 1, 5}) {
    dl::prefetcher<numbers> source{[good, number = 0](numbers& into) mutable {
      if (number == good) throw std::runtime_error{"disk"};
      into = {number++};
      return true;
    }};
    for (int i = 0; i < good; ++i) BOOST_TEST(source.next()->front() == i);
    BOOST_CHECK_EXCEPTION(source.next(), std::runtime_error, [](const auto& e) { return e.what() == std::string{"disk"}; });
    BOOST_TEST(source.next() == nullptr);
  }
}

BOOST_AUTO_TEST_CASE(an_exception_that_nobody_asks_for_is_no_trouble) {
  const dl::prefetcher<numbers> source{[](numbers&) -> bool { throw std::runtime_error{"disk"}; }};
}

}  // namespace

// labels: threads
#include <hello_dl/runtime/thread_pool.hpp>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

namespace dl = hello_dl;

/// How often each task ran, and how many each worker did. A worker does one at a time, as these
/// counts, which are not atomic, tell the thread sanitizer.
struct record {
  std::vector<int> runs, per_worker;
  record(dl::thread_pool& pool, int count)
      : runs(static_cast<std::size_t>(count)), per_worker(static_cast<std::size_t>(pool.size())) {
    pool.run(count, [&](int number, int worker) {
      ++runs[static_cast<std::size_t>(number)];
      ++per_worker.at(static_cast<std::size_t>(worker));
    });
  }
  bool complete() const {
    int sum = 0;
    for (const int count : per_worker) sum += count;
    return runs == std::vector<int>(runs.size(), 1) && sum == static_cast<int>(runs.size());
  }
};

BOOST_AUTO_TEST_CASE(every_task_runs_once) {
  for (const int size : {1, 2, 3, 8}) {
    dl::thread_pool pool{size};
    BOOST_TEST(pool.size() == size);
    for (const int count : {0, 1, 2, 7, 100})  // fewer and more tasks than threads
      BOOST_TEST(record(pool, count).complete(), count << " tasks, " << size << " workers");
  }
}

BOOST_AUTO_TEST_CASE(there_is_always_a_worker) {
  for (const int size : {0, -1}) {
    dl::thread_pool pool{size};
    BOOST_TEST(pool.size() == 1);
    BOOST_TEST(record(pool, 3).complete());
  }
}

BOOST_AUTO_TEST_CASE(all_workers_work_at_once) {
  dl::thread_pool pool{3};
  std::atomic<int> arrived = 0;
  pool.run(3, [&](int, int) {
    ++arrived;
    while (arrived < 3) std::this_thread::yield();
  });
  BOOST_TEST(arrived == 3);
}

BOOST_AUTO_TEST_CASE(thousands_of_tiny_rounds) {
  for (const int size : {2, 3, 8}) {
    dl::thread_pool pool{size};
    std::vector<long> sums(5);  // each element belongs to whoever has the task of that number
    for (int round = 0; round < 3000; ++round)
      pool.run(5, [&](int number, int) { sums[static_cast<std::size_t>(number)] += round; });
    BOOST_TEST(sums == std::vector<long>(5, 3000L * 2999 / 2), boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(work_after_a_pause_wakes_who_sleeps) {
  for (const int size : {2, 5}) {
    dl::thread_pool pool{size};
    for (int round = 0; round < 5; ++round) {
      std::this_thread::sleep_for(std::chrono::milliseconds{3});
      BOOST_TEST(record(pool, 20).complete());
    }
  }
}

BOOST_AUTO_TEST_CASE(a_long_task_has_the_caller_sleep_too) {
  dl::thread_pool pool{2};
  const auto caller = std::this_thread::get_id();
  std::atomic<int> slow = 0;
  pool.run(2, [&](int, int) {
    if (std::this_thread::get_id() != caller) {
      std::this_thread::sleep_for(std::chrono::milliseconds{5});
      ++slow;
    } else {
      while (slow == 0) std::this_thread::yield();  // until the other has had its task
    }
  });
  BOOST_TEST(slow == 1);
}

/// Runs 8 tasks of which one throws; how many of the others ran.
int run_with_failure(dl::thread_pool& pool, int failing) {
  std::atomic<int> done = 0;
  pool.run(8, [&](int number, int) {
    if (number == failing) throw std::runtime_error("task " + std::to_string(number));
    ++done;
  });
  return done;
}

BOOST_AUTO_TEST_CASE(an_exception_comes_through_from_any_task) {
  for (const int size : {1, 3}) {
    dl::thread_pool pool{size};
    for (const int failing : {0, 1, 2, 7}) {
      const auto names_task = [&](const std::runtime_error& e) { return e.what() == "task " + std::to_string(failing); };
      BOOST_CHECK_EXCEPTION(run_with_failure(pool, failing), std::runtime_error, names_task);
      BOOST_TEST(run_with_failure(pool, -1) == 8);  // and the pool works on
    }
  }
}

BOOST_AUTO_TEST_CASE(of_several_exceptions_one_comes_through) {
  dl::thread_pool pool{4};
  BOOST_CHECK_THROW(pool.run(8, [](int, int) { throw std::runtime_error("all"); }), std::runtime_error);
}

BOOST_AUTO_TEST_CASE(a_pool_may_go_without_having_worked_or_asleep) {
  for (int i = 0; i < 50; ++i) dl::thread_pool pool{4};
  dl::thread_pool pool{4};
  record(pool, 4);
  std::this_thread::sleep_for(std::chrono::milliseconds{2});
}

}  // namespace

// labels: threads
#include <hello_dl/runtime/thread_pool.hpp>

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

namespace dl = hello_dl;

/// How often each task ran, and on which worker.
struct record {
  std::vector<int> runs, workers;
  record(dl::thread_pool& pool, int count)
      : runs(static_cast<std::size_t>(count)), workers(static_cast<std::size_t>(count), -1) {
    pool.run(count, [&](int number, int worker) {
      ++runs[static_cast<std::size_t>(number)];
      workers[static_cast<std::size_t>(number)] = worker;
    });
  }
};

BOOST_AUTO_TEST_CASE(every_task_runs_once_on_its_worker) {
  for (const int size : {1, 2, 3, 8}) {
    dl::thread_pool pool{size};
    BOOST_TEST(pool.size() == size);
    for (const int count : {0, 1, 2, 7, 100}) {  // fewer and more tasks than threads
      const record r{pool, count};
      for (int number = 0; number < count; ++number) {
        BOOST_TEST(r.runs[static_cast<std::size_t>(number)] == 1);
        BOOST_TEST(r.workers[static_cast<std::size_t>(number)] == number % size);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(there_is_always_a_worker) {
  for (const int size : {0, -1}) {
    dl::thread_pool pool{size};
    BOOST_TEST(pool.size() == 1);
    BOOST_TEST(record(pool, 3).runs == std::vector<int>(3, 1), boost::test_tools::per_element());
  }
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

BOOST_AUTO_TEST_CASE(an_exception_comes_through_from_any_worker) {
  dl::thread_pool pool{3};
  for (const int failing : {0, 1, 2, 7}) {
    const auto names_task = [&](const std::runtime_error& e) { return e.what() == "task " + std::to_string(failing); };
    BOOST_CHECK_EXCEPTION(run_with_failure(pool, failing), std::runtime_error, names_task);
    BOOST_TEST(run_with_failure(pool, -1) == 8);  // and the pool works on
  }
}

BOOST_AUTO_TEST_CASE(of_several_exceptions_one_comes_through) {
  dl::thread_pool pool{4};
  BOOST_CHECK_THROW(pool.run(8, [](int, int) { throw std::runtime_error("all"); }), std::runtime_error);
}

BOOST_AUTO_TEST_CASE(a_pool_may_go_without_having_worked) {
  for (int i = 0; i < 50; ++i) dl::thread_pool pool{4};
}

}  // namespace

#pragma once
/// Threads that wait for work. Between the rounds of a training step they spin, so that they start
/// within a microsecond; when nothing comes they sleep. Handing out work allocates nothing.

#include <hello_dl/runtime/flush_denormals.hpp>

#include <atomic>
#include <chrono>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace hello_dl {

namespace detail {

/// Tells the processor that this is a loop that waits.
inline void relax() {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  asm volatile("yield");
#endif
}

/// Waits until `value` is no longer `old`: spins for a time, then sleeps until it is notified.
inline void wait_for_change(const std::atomic<int>& value, int old, std::chrono::nanoseconds spinning) {
  using clock = std::chrono::steady_clock;
  if (spinning.count() > 0)
    for (const clock::time_point end = clock::now() + spinning; clock::now() < end; relax())
      if (value.load(std::memory_order_relaxed) != old) return;
  value.wait(old);
}

}  // namespace detail

class thread_pool {
 public:
  /// `size` workers (at least 1): the calling thread is the first of them. Fewer if the system gives no more threads.
  explicit thread_pool(int size) : spinning_{size <= static_cast<int>(std::thread::hardware_concurrency()) ? 50 : 0} {
    threads_.reserve(static_cast<std::size_t>(size < 1 ? 0 : size - 1));
    try {
      while (this->size() < size) threads_.emplace_back([this, worker = this->size()] { serve(worker); });
    } catch (const std::system_error&) {
    }
  }
  thread_pool(const thread_pool&) = delete;
  thread_pool& operator=(const thread_pool&) = delete;
  ~thread_pool() {
    if (size() > 1) announce(stopping);
    for (std::thread& thread : threads_) thread.join();
  }

  int size() const { return 1 + static_cast<int>(threads_.size()); }

  /// Calls task(number, worker) for every number below `count` and waits until all are done. Whoever
  /// is free takes the next number; a worker does one at a time. If tasks throw, one of their
  /// exceptions is thrown on when no task runs any more; those not yet begun may be left out.
  template <class Task>
  void run(int count, const Task& task) {
    if (size() == 1 || count <= 1) {
      for (int number = 0; number < count; ++number) task(number, 0);
    } else {
      task_ = &task;
      function_ = [](const void* t, int number, int worker) { (*static_cast<const Task*>(t))(number, worker); };
      run_shared(count);
    }
  }

 private:
  static constexpr int idle = 0, stopping = -1;  // what left_ says when it is no number of tasks

  void run_shared(int count) {
    count_ = count;
    unfinished_.store(count, std::memory_order_relaxed);
    announce(count);
    work(0);
    for (int unfinished; (unfinished = unfinished_.load(std::memory_order_acquire)) != 0;)
      detail::wait_for_change(unfinished_, unfinished, spinning_);
    if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
  }

  /// Also hands over task_, function_ and count_: they are read after left_.
  void announce(int left) {
    left_.store(left);
    left_.notify_all();
  }

  void serve(int worker) {
    const flush_denormals flush;
    for (int left; (left = left_.load()) != stopping;) {
      if (left == idle) detail::wait_for_change(left_, idle, spinning_);
      else work(worker);
    }
  }

  /// Takes tasks while there are any. A round cannot end, and task_ not change, before a task that
  /// was taken is done.
  void work(int worker) {
    for (int left = left_.load(); left > 0; left = left_.load())
      if (left_.compare_exchange_strong(left, left - 1)) call(count_ - left, worker);
  }

  void call(int number, int worker) {
    try {
      function_(task_, number, worker);
    } catch (...) {
      const std::lock_guard lock{failure_mutex_};
      failure_ = std::current_exception();
    }
    if (unfinished_.fetch_sub(1, std::memory_order_acq_rel) == 1) unfinished_.notify_one();
  }

  /// Long enough for the pauses inside and between training steps. With fewer cores than workers
  /// spinning would take the core from one that works.
  const std::chrono::microseconds spinning_;
  const void* task_ = nullptr;
  void (*function_)(const void* task, int number, int worker) = nullptr;
  int count_ = 0;
  alignas(64) std::atomic<int> left_ = idle;      // tasks that nobody has taken yet
  alignas(64) std::atomic<int> unfinished_ = 0;   // tasks that are not done yet
  std::mutex failure_mutex_;
  std::exception_ptr failure_;
  std::vector<std::thread> threads_;  // the last member: they use the others
};

}  // namespace hello_dl

#pragma once
/// Threads that wait for work. Tasks are numbered; task t goes to worker t mod size, so the division
/// of work is fixed. Handing out work allocates nothing.

#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace hello_dl {

class thread_pool {
 public:
  /// `size` workers (at least 1): the calling thread is the first of them.
  explicit thread_pool(int size) : size_{size < 1 ? 1 : size} {
    for (int worker = 1; worker < size_; ++worker)
      threads_.emplace_back([this, worker] { serve(worker); });
  }
  thread_pool(const thread_pool&) = delete;
  thread_pool& operator=(const thread_pool&) = delete;
  ~thread_pool() {
    {
      const std::lock_guard lock{mutex_};
      stopping_ = true;
    }
    start_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }

  int size() const { return size_; }

  /// Calls task(number, worker) for every number below `count` and waits until all are done. If
  /// tasks throw, one of their exceptions is thrown on, after the others are done.
  template <class Task>
  void run(int count, const Task& task) {
    begin(count, &task, [](const void* t, int number, int worker) { (*static_cast<const Task*>(t))(number, worker); });
    work(0);
    finish();
  }

 private:
  using call = void (*)(const void* task, int number, int worker);

  void begin(int count, const void* task, call function) {
    const std::lock_guard lock{mutex_};
    count_ = count;
    task_ = task;
    function_ = function;
    busy_ = size_ - 1;
    failure_ = nullptr;
    ++round_;
    start_.notify_all();
  }

  void work(int worker) {
    try {
      for (int number = worker; number < count_; number += size_) function_(task_, number, worker);
    } catch (...) {
      const std::lock_guard lock{mutex_};
      failure_ = std::current_exception();
    }
  }

  void finish() {
    std::unique_lock lock{mutex_};
    done_.wait(lock, [this] { return busy_ == 0; });
    if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
  }

  void serve(int worker) {
    for (long seen = 0;;) {
      {
        std::unique_lock lock{mutex_};
        start_.wait(lock, [&] { return stopping_ || round_ != seen; });
        if (stopping_) return;
        seen = round_;
      }
      work(worker);
      const std::lock_guard lock{mutex_};
      if (--busy_ == 0) done_.notify_one();
    }
  }

  const int size_;
  std::vector<std::thread> threads_;
  std::mutex mutex_;
  std::condition_variable start_, done_;
  int count_ = 0;
  const void* task_ = nullptr;
  call function_ = nullptr;
  int busy_ = 0;
  long round_ = 0;
  bool stopping_ = false;
  std::exception_ptr failure_;
};

}  // namespace hello_dl

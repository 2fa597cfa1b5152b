#pragma once
/// Batches are prepared in a thread of their own while the last one is trained with:
///
///     dl::prefetcher<batch> batches{[&, number = 0](batch& next) mutable { return fill(next, number++); }};
///     while (const batch* b = batches.next()) train(*b);

#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>

namespace hello_dl {

/// Two buffers: while one is used, the other is filled. What comes out, and in which order, does not
/// depend on how fast either side is.
template <class Buffer>
class prefetcher {
 public:
  /// Fills a buffer, which is `initial` or what it last held, and returns whether there was
  /// something to fill it with. It is called in one thread, again and again until it returns false.
  using loader = std::function<bool(Buffer&)>;

  explicit prefetcher(loader load, const Buffer& initial = {})
      : load_{std::move(load)}, buffers_{initial, initial}, thread_{[this] { fill(); }} {}
  prefetcher(const prefetcher&) = delete;
  prefetcher& operator=(const prefetcher&) = delete;

  /// At most one more buffer is filled, whether or not all were used.
  ~prefetcher() {
    change([this] { stopping_ = true; });
    thread_.join();
  }

  /// The next filled buffer, nullptr after the last one. It may be used until next() is called
  /// again. If the loader threw, its exception comes here, after what it had filled before.
  const Buffer* next() {
    if (in_use_) give_back();
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [this] { return filled_ > 0 || finished_; });
    if (filled_ == 0) {
      if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
      return nullptr;
    }
    in_use_ = true;
    return &buffers_[first_];
  }

 private:
  void give_back() {
    in_use_ = false;
    first_ = 1 - first_;
    change([this] { --filled_; });
  }

  template <class Change>
  void change(const Change& what) {
    {
      const std::lock_guard lock{mutex_};
      what();
    }
    changed_.notify_all();
  }

  void fill() {
    try {
      for (int target = 0; wait_for_room() && load_(buffers_[target]); target = 1 - target)
        change([this] { ++filled_; });
    } catch (...) {
      change([&] { failure_ = std::current_exception(); });
    }
    change([this] { finished_ = true; });
  }

  bool wait_for_room() {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [this] { return filled_ < 2 || stopping_; });
    return !stopping_;
  }

  const loader load_;
  Buffer buffers_[2];
  std::mutex mutex_;
  std::condition_variable changed_;
  int first_ = 0;  // the buffer that is in use, or else the next one to be
  bool in_use_ = false;
  int filled_ = 0;  // buffers, with the one in use
  bool finished_ = false, stopping_ = false;
  std::exception_ptr failure_;
  std::thread thread_;  // the last member: it uses the others
};

}  // namespace hello_dl

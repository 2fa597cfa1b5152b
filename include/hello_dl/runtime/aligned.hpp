#pragma once
/// A block of elements that fills whole cache lines.

#include <hello_dl/core/shape.hpp>

#include <memory>
#include <new>
#include <span>

namespace hello_dl {

/// `count` elements, all 0, aligned to 64 bytes. The last line is there to its end, so that a loop
/// over whole vectors may run beyond the last element. Movable, not copyable.
template <class T>
class aligned_block {
 public:
  aligned_block() = default;
  explicit aligned_block(extent count)
      : size_{static_cast<std::size_t>(count)},
        data_{static_cast<T*>(::operator new(static_cast<std::size_t>(padded(count)) * sizeof(T), line))} {
    std::uninitialized_value_construct_n(data_.get(), padded(count));
  }

  /// `count` rounded up to whole lines.
  static constexpr extent padded(extent count) { return (count + per_line - 1) / per_line * per_line; }

  T* data() const { return data_.get(); }
  std::size_t size() const { return size_; }
  std::span<T> span() const { return {data_.get(), size_}; }

 private:
  static constexpr std::align_val_t line{64};
  static constexpr extent per_line = 64 / sizeof(T);
  struct release {
    void operator()(T* data) const { ::operator delete(data, line); }
  };
  std::size_t size_ = 0;
  std::unique_ptr<T, release> data_;
};

}  // namespace hello_dl

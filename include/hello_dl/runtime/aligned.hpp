#pragma once
/// A block of elements that starts on a cache line.

#include <hello_dl/core/shape.hpp>

#include <memory>
#include <new>
#include <span>

namespace hello_dl {

/// `count` elements, all 0, aligned to 64 bytes. Movable, not copyable.
template <class T>
class aligned_block {
 public:
  aligned_block() = default;
  explicit aligned_block(extent count)
      : size_{static_cast<std::size_t>(count)},
        data_{static_cast<T*>(::operator new(size_ * sizeof(T), alignment))} {
    std::uninitialized_value_construct_n(data_.get(), size_);
  }

  T* data() const { return data_.get(); }
  std::size_t size() const { return size_; }
  std::span<T> span() const { return {data_.get(), size_}; }

 private:
  static constexpr std::align_val_t alignment{64};
  struct release {
    void operator()(T* data) const { ::operator delete(data, alignment); }
  };
  std::size_t size_ = 0;
  std::unique_ptr<T, release> data_;
};

}  // namespace hello_dl

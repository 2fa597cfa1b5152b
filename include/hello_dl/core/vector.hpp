#pragma once
/// A growing array for constant evaluation. std::vector would do the same, but its header costs more
/// time to include than everything else that a graph needs.

#include <hello_dl/core/shape.hpp>

namespace hello_dl {

template <class T>
class vector {
 public:
  constexpr vector() = default;
  constexpr explicit vector(extent count, const T& value = T{}) {
    for (extent i = 0; i < count; ++i) push_back(value);
  }
  constexpr vector(const vector& other) {
    for (const T& value : other) push_back(value);
  }
  constexpr vector(vector&& other) noexcept { swap(other); }
  constexpr vector& operator=(vector other) noexcept {
    swap(other);
    return *this;
  }
  constexpr ~vector() { delete[] data_; }

  constexpr void push_back(T value) {
    if (size_ == capacity_) grow();
    data_[size_++] = value;
  }
  constexpr void pop_back() { --size_; }
  constexpr void clear() { size_ = 0; }

  constexpr extent size() const { return size_; }
  constexpr bool empty() const { return size_ == 0; }
  constexpr T& operator[](extent i) { return data_[i]; }
  constexpr const T& operator[](extent i) const { return data_[i]; }
  constexpr T& back() { return data_[size_ - 1]; }
  constexpr T* begin() { return data_; }
  constexpr T* end() { return data_ + size_; }
  constexpr const T* begin() const { return data_; }
  constexpr const T* end() const { return data_ + size_; }

  constexpr bool contains(const T& value) const {
    for (const T& element : *this)
      if (element == value) return true;
    return false;
  }

 private:
  constexpr void swap(vector& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
  }
  constexpr void grow() {
    capacity_ = capacity_ == 0 ? 8 : 2 * capacity_;
    T* const larger = new T[static_cast<std::size_t>(capacity_)]{};
    for (extent i = 0; i < size_; ++i) larger[i] = data_[i];
    delete[] data_;
    data_ = larger;
  }

  T* data_ = nullptr;
  extent size_ = 0;
  extent capacity_ = 0;
};

}  // namespace hello_dl

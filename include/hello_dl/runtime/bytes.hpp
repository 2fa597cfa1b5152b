#pragma once
/// Bytes in memory that is made of reals, four bytes to a real.

#include <hello_dl/core/shape.hpp>

#include <bit>
#include <cstdint>
#include <type_traits>

namespace hello_dl {

/// `count` bytes at `memory`. Constant expressions cannot see reals as bytes: there this is a copy, written
/// back at the end. Bytes are below 64, so that no four of them are a NaN.
template <class T>
class bytes {
 public:
  constexpr bytes(T* memory, extent count, bool written_before) : memory_{memory}, count_{count} {
    if (!std::is_constant_evaluated()) return;
    copy_ = new std::uint8_t[static_cast<std::size_t>(count)]{};
    for (extent i = 0; written_before && i < count; ++i)
      copy_[i] = static_cast<std::uint8_t>(std::bit_cast<word>(memory[i / 4]) >> (i % 4 * 8));
  }
  bytes(const bytes&) = delete;
  bytes& operator=(const bytes&) = delete;
  constexpr ~bytes() {
    if (!std::is_constant_evaluated()) return;
    for (extent i = 0; i < count_; i += 4) memory_[i / 4] = std::bit_cast<T>(word_from(i));
    delete[] copy_;
  }

  constexpr std::uint8_t* data() const {
    if (std::is_constant_evaluated()) return copy_;
    return reinterpret_cast<std::uint8_t*>(memory_);
  }

 private:
  using word = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;

  constexpr word word_from(extent first) const {
    word result = 0;
    for (extent i = first; i < first + 4 && i < count_; ++i) result |= static_cast<word>(copy_[i]) << (i % 4 * 8);
    return result;
  }

  T* memory_;
  extent count_;
  std::uint8_t* copy_ = nullptr;
};

}  // namespace hello_dl

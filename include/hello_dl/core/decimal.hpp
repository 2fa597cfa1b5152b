#pragma once
/// The shortest decimal number that reads back as the same double, in constant expressions too
/// (std::to_chars for double is not constexpr in C++20).

#include <bit>
#include <cstdint>

namespace hello_dl {

/// 0.d1d2d3... * 10^exponent with `count` digits, as characters; the first one is not 0.
struct decimal {
  char digits[17] = {};
  int count = 0;
  int exponent = 0;
};

namespace detail {

/// A natural number below 2^1152, which is enough for every double times 2^1075 or 10^324.
class natural {
 public:
  constexpr explicit natural(std::uint64_t value) {
    for (; value != 0; value >>= 32) limbs_[size_++] = static_cast<std::uint32_t>(value);
  }

  constexpr void multiply(std::uint32_t factor) {
    std::uint64_t carry = 0;
    for (int i = 0; i < size_; ++i) {
      carry += std::uint64_t{limbs_[i]} * factor;
      limbs_[i] = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
    if (carry != 0) limbs_[size_++] = static_cast<std::uint32_t>(carry);
  }
  constexpr void shift_left(int bits) {
    for (; bits >= 31; bits -= 31) multiply(1u << 31);
    multiply(1u << bits);
  }
  constexpr void add(const natural& other) {
    std::uint64_t carry = 0;
    for (int i = 0; i < size_ || i < other.size_ || carry != 0; ++i) {
      carry += std::uint64_t{limbs_[i]} + other.limbs_[i];
      limbs_[i] = static_cast<std::uint32_t>(carry);
      carry >>= 32;
      if (i >= size_) size_ = i + 1;
    }
  }
  /// `other` is not larger.
  constexpr void subtract(const natural& other) {
    std::int64_t borrow = 0;
    for (int i = 0; i < size_; ++i) {
      borrow += std::int64_t{limbs_[i]} - other.limbs_[i];
      limbs_[i] = static_cast<std::uint32_t>(borrow);
      borrow >>= 32;
    }
    while (size_ > 0 && limbs_[size_ - 1] == 0) --size_;
  }
  /// Negative, 0 or positive as this is less than, equal to or greater than `other`.
  constexpr int compare(const natural& other) const {
    if (size_ != other.size_) return size_ - other.size_;
    for (int i = size_ - 1; i >= 0; --i)
      if (limbs_[i] != other.limbs_[i]) return limbs_[i] < other.limbs_[i] ? -1 : 1;
    return 0;
  }

 private:
  std::uint32_t limbs_[36] = {};  // the lowest first
  int size_ = 0;
};

/// Free-format printing (Burger and Dybvig 1996, "Printing Floating-Point Numbers Quickly and
/// Accurately"): the number is value / unit; whatever lies within `below` and `above` of it, in the
/// same units, reads back as the same double.
class digit_generator {
 public:
  constexpr explicit digit_generator(double positive) {
    constexpr std::uint64_t hidden_bit = std::uint64_t{1} << 52;
    const auto bits = std::bit_cast<std::uint64_t>(positive);
    const std::uint64_t fraction = bits % hidden_bit;
    const int biased = static_cast<int>(bits >> 52);
    const bool narrow_below = fraction == 0 && biased > 1;  // a power of two
    value_ = natural{biased == 0 ? fraction : fraction + hidden_bit};
    inclusive_ = fraction % 2 == 0;
    set_up((biased == 0 ? 1 : biased) - 1075, narrow_below ? 1 : 0);
  }

  constexpr decimal generate() {
    decimal result;
    result.exponent = scale();
    for (;;) {
      multiply_by_ten();
      int digit = 0;
      for (; value_.compare(unit_) >= 0; ++digit) value_.subtract(unit_);
      const bool low = value_.compare(below_) < (inclusive_ ? 1 : 0), high = reaches_unit();
      if (high && (!low || rounds_up(digit))) ++digit;
      result.digits[result.count++] = static_cast<char>('0' + digit);
      if (low || high) return result;
    }
  }

 private:
  constexpr void set_up(int exponent, int narrow) {
    value_.shift_left(1 + narrow + (exponent > 0 ? exponent : 0));
    unit_.shift_left(1 + narrow + (exponent < 0 ? -exponent : 0));
    above_.shift_left(narrow + (exponent > 0 ? exponent : 0));
    below_.shift_left(exponent > 0 ? exponent : 0);
  }
  /// Brings the number to 0.1 up to 1 and tells by how many powers of ten.
  constexpr int scale() {
    int exponent = 0;
    for (; reaches_unit(); ++exponent) unit_.multiply(10);
    for (;; --exponent) {
      const digit_generator before = *this;
      multiply_by_ten();
      if (!reaches_unit()) continue;
      *this = before;
      return exponent;
    }
  }
  constexpr void multiply_by_ten() {
    value_.multiply(10);
    above_.multiply(10);
    below_.multiply(10);
  }
  /// Whether rounding up to one unit would still read back as the same number.
  constexpr bool reaches_unit() const {
    natural sum = value_;
    sum.add(above_);
    return sum.compare(unit_) >= (inclusive_ ? 0 : 1);
  }
  /// Whether the rest is nearer to the next digit than to this one; halfway the even digit wins.
  constexpr bool rounds_up(int digit) const {
    natural twice = value_;
    twice.multiply(2);
    return twice.compare(unit_) >= (digit % 2 == 0 ? 1 : 0);
  }

  natural value_{0}, unit_{1}, below_{1}, above_{1};
  bool inclusive_ = false;
};

}  // namespace detail

/// The digits of a finite number above 0.
constexpr decimal shortest_decimal(double positive) {
  return detail::digit_generator{positive}.generate();
}

}  // namespace hello_dl

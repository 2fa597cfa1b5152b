#pragma once
/// Text that grows, in constant expressions too.

#include <hello_dl/core/decimal.hpp>
#include <hello_dl/core/vector.hpp>

#include <limits>
#include <string_view>

namespace hello_dl {

constexpr std::string_view view(const vector<char>& letters) {
  return {letters.begin(), static_cast<std::size_t>(letters.size())};
}

class text_builder {
 public:
  constexpr text_builder& operator<<(char letter) {
    letters_.push_back(letter);
    return *this;
  }
  constexpr text_builder& operator<<(std::string_view text) {
    for (const char letter : text) letters_.push_back(letter);
    return *this;
  }
  constexpr text_builder& operator<<(extent number) {
    if (number < 0) return *this << '-' << -number;
    char digits[20];
    int begin = sizeof(digits);
    do digits[--begin] = static_cast<char>('0' + number % 10);
    while ((number /= 10) > 0);
    return *this << std::string_view{digits + begin, sizeof(digits) - static_cast<std::size_t>(begin)};
  }
  constexpr text_builder& operator<<(int number) { return *this << extent{number}; }
  /// A shape: [2, 3].
  constexpr text_builder& operator<<(const dims& shape) {
    *this << '[';
    for (int axis = 0; axis < shape.rank; ++axis) *this << (axis > 0 ? ", " : "") << shape[axis];
    return *this << ']';
  }
  /// The shortest text that reads back as the same number, as Python writes it: 2, 0.5, 1e-05.
  constexpr text_builder& operator<<(double number) {
    constexpr double largest = std::numeric_limits<double>::max();
    if (number != number) return *this << "nan";
    if (number < 0) return *this << '-' << -number;
    if (number == 0) return *this << '0';
    if (number > largest) return *this << "inf";
    const decimal d = shortest_decimal(number);
    return d.exponent > -4 && d.exponent <= 16 ? write_plain(d) : write_scientific(d);
  }

  constexpr bool empty() const { return letters_.empty(); }
  constexpr std::string_view view() const { return hello_dl::view(letters_); }
  constexpr const vector<char>& letters() const { return letters_; }

 private:
  constexpr text_builder& write_plain(const decimal& d) {
    if (d.exponent <= 0) *this << "0.";
    for (int zero = d.exponent; zero < 0; ++zero) *this << '0';
    for (int i = 0; i < d.count || i < d.exponent; ++i) {
      if (i == d.exponent && i > 0) *this << '.';
      *this << (i < d.count ? d.digits[i] : '0');
    }
    return *this;
  }
  constexpr text_builder& write_scientific(const decimal& d) {
    const int exponent = d.exponent - 1, size = exponent < 0 ? -exponent : exponent;
    *this << d.digits[0] << (d.count > 1 ? "." : "");
    for (int i = 1; i < d.count; ++i) *this << d.digits[i];
    return *this << (exponent < 0 ? "e-" : "e+") << (size < 10 ? "0" : "") << size;
  }

  vector<char> letters_;
};

}  // namespace hello_dl

#include "stroke.hpp"

#include <stdexcept>
#include <string>

namespace samples::handwriting {
namespace {

class path_reader {
 public:
  explicit path_reader(std::string_view path) : path_(path) {}

  skeleton read() {
    skeleton strokes;
    do {
      strokes.push_back(read_stroke());
    } while (accept(';'));
    if (next() != '\0') fail("'-', '~', '!', ';' or the end");
    return strokes;
  }

 private:
  stroke read_stroke() {
    stroke knots{read_knot()};
    for (;;) {
      const bool straight = accept('-');
      if (!straight && !accept('~')) break;
      knots.push_back(read_knot());
      knots.back().straight = straight;
    }
    if (knots.size() < 2) fail("'-' or '~', as a stroke needs two points");
    return knots;
  }

  knot read_knot() {
    knot result;
    result.at.x = read_number();
    if (!accept(',')) fail("','");
    result.at.y = read_number();
    result.corner = accept('!');
    return result;
  }

  double read_number() {
    next();
    const std::size_t start = column_;
    int value = 0;
    while (value <= 100 && is_digit(peek())) value = 10 * value + (path_[column_++] - '0');
    if (column_ > start && value <= 100) return value / 100.0;
    column_ = start;
    fail("a number from 0 to 100");
  }

  bool accept(char wanted) {
    if (next() != wanted) return false;
    ++column_;
    return true;
  }

  char next() {
    while (peek() == ' ') ++column_;
    return peek();
  }

  char peek() const { return column_ < path_.size() ? path_[column_] : '\0'; }
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  [[noreturn]] void fail(const char* expected) const {
    const std::string rest(path_.substr(column_, 8));
    throw std::invalid_argument("handwriting path \"" + std::string(path_) + "\": expected " +
                                expected + " at column " + std::to_string(column_ + 1) +
                                ", found " + (rest.empty() ? "the end" : '"' + rest + '"'));
  }

  std::string_view path_;
  std::size_t column_ = 0;
};

}  // namespace

skeleton parse_strokes(std::string_view path) { return path_reader(path).read(); }

}  // namespace samples::handwriting

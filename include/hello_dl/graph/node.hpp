#pragma once
/// A node: one application of an operation, as data.

#include <hello_dl/graph/operation.hpp>

namespace hello_dl {

/// What the elements of a node are. `real` is float or double, chosen when a program is made;
/// `boolean` is stored as the reals 0 and 1; `index` is a 32-bit integer such as a class label; `byte` is
/// a small whole number that one kernel leaves for another.
enum class element : unsigned char { real, boolean, index, byte };

struct node {
  const operation* op = nullptr;
  dims shape;
  element type = element::real;
  int operand_count = 0;
  int operands[max_operands] = {-1, -1, -1, -1, -1};
  hello_dl::attributes attributes;
  double value = 0;       ///< of a constant
  int name_begin = 0;     ///< of an input or a parameter: where its name starts in the graph's names
  int name_length = 0;

  friend constexpr bool operator==(const node&, const node&) = default;
};

}  // namespace hello_dl

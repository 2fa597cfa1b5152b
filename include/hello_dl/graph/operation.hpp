#pragma once
/// What the graph knows about an operation: one `operation` record each, built from the type in
/// ops/ that defines it. Nodes point to these records, so passes stay ordinary functions.

#include <hello_dl/core/shape.hpp>

#include <cstdint>
#include <string_view>

namespace hello_dl {

class graph;
class image_layouts;
struct node;
struct application;
struct spelling;

/// A node of a graph under construction: a value that is copied freely. Derivative rules compute
/// with terms as with numbers (ops/ defines the operators).
struct term {
  hello_dl::graph* graph = nullptr;
  int id = -1;

  constexpr explicit operator bool() const { return id >= 0; }
  constexpr dims shape() const;
  friend constexpr bool operator==(term, term) = default;
};

/// The small integers which an operation is made with: axes, strides, a permutation.
struct attributes {
  static constexpr int capacity = 8;
  int values[capacity] = {};

  constexpr int operator[](int i) const { return values[i]; }
  constexpr int& operator[](int i) { return values[i]; }
  friend constexpr bool operator==(const attributes&, const attributes&) = default;
};

/// How tightly a formula binds an operation to its operands, the loosest first. `application`: sin x
/// without parentheses, and a fraction; `atom`: what never needs parentheses, such as f(x).
enum class binding : unsigned char { comparison, sum, sign, product, application, power, atom };

inline constexpr int max_operands = 5;

struct operation {
  std::string_view name;
  std::uint64_t hash;                 ///< of the name, for interning
  bool element_wise;                  ///< result[i] depends on the operands' [i] alone (with broadcasting)
  bool commutative;
  bool interned;                      ///< two nodes alike are one node; false for inputs and parameters
  bool costly;                        ///< of the element-wise ones: a function of many instructions
  bool alias;                         ///< the result is the operand's memory under another shape
  bool reduces;                       ///< over the axes whose bits attribute 0 has; they stay, as 1, if attribute 1 says so
  bool companion;                     ///< a second result of its operand's kernel, in bytes; has no kernel of its own
  bool tiled;                         ///< the kernel hands its result over in tiles: element-wise nodes can follow in registers

  /// The vector-Jacobian product: from the gradient with respect to the result, the gradient with
  /// respect to operand k (an empty term: none flows). Null: not differentiable.
  term (*derivative)(const application& at, int k, term gradient);
  /// An equal but simpler term, or an empty one; called before a node is added. May be null.
  term (*simplify)(graph& g, const node& candidate);
  /// An operand whose sum over these axes (a bit each) is that of the node, or an empty term. May be null.
  term (*same_sum)(graph& g, const node& n, unsigned axes);
  /// The value for constant operands, element by element; null unless element-wise.
  double (*fold)(const double* operands, const attributes& a);
  /// Floating-point operations to compute the node.
  extent (*flops)(const node& n, const dims* operand_shapes);

  /// How a program computes node `id` on images with their channels last (graph/channels_last.hpp). Null:
  /// element by element, or in the plain form.
  void (*channels_last)(image_layouts& images, int id);

  std::string_view text;              ///< how formulas write it: a pattern (graph/spelling.hpp); empty: as a call
  binding precedence;                 ///< of that pattern
  std::string_view latex;             ///< the same for LaTeX; unless given, as `text`
  binding latex_precedence;
  /// What depends on the node: axes, strides, transpositions. May be null.
  void (*spell)(const graph& g, const node& n, spelling& s);
};

}  // namespace hello_dl

#pragma once
/// Channels last: formulas speak of images as [n, channels, height, width], kernels want them in memory as
/// [n, height, width, channels], so that vectors run along the channels of a pixel. This pass rewrites a
/// program: convolutions, poolings, and what is computed element by element between them, work on the second
/// form; only where something else needs the first form are elements moved.

#include <hello_dl/graph/prune.hpp>

namespace hello_dl {

// The two operations that the pass itself needs; ops/permute.hpp and ops/reshape.hpp define them.
constexpr term permute(term x, const attributes& order);
constexpr term reshape(term x, const dims& shape);

namespace detail {

/// Attributes of permute: which axis becomes which.
inline constexpr attributes to_channels_last{{4, 0, 2, 3, 1}}, from_channels_last{{4, 0, 3, 1, 2}};

constexpr dims reordered(const dims& shape, const attributes& order) {
  dims result;
  for (int axis = 0; axis < order[0]; ++axis) result.push_back(shape[order[axis + 1]]);
  return result;
}

/// Ones in front, as broadcasting sees the shape.
constexpr dims with_four_axes(const dims& shape) {
  dims result;
  for (int axis = 0; axis < 4; ++axis) result.push_back(axis < 4 - shape.rank ? 1 : shape[axis - (4 - shape.rank)]);
  return result;
}

/// Whether reordering moves no element: with one channel, or with one pixel.
constexpr bool moves_nothing(const dims& shape, const attributes& order) {
  const extent channels = shape[order == to_channels_last ? 1 : 3];
  return channels == 1 || channels * shape[0] == shape.size();
}

constexpr term reorder(term x, const attributes& order) {
  const dims shape = with_four_axes(x.shape());
  if (moves_nothing(shape, order)) return reshape(x, reordered(shape, order));
  return permute(reshape(x, shape), order);
}

}  // namespace detail

/// A program while it is rewritten: for each of its nodes the new terms that hold its value, in one form or in both.
class image_layouts {
 public:
  constexpr image_layouts(const graph& from, graph& to)
      : from_{from}, to_{to}, plain_(from.size()), last_(from.size()), made_last_(from.size(), 0) {}

  /// The node as it was.
  constexpr const node& operator[](int id) const { return from_[id]; }

  /// The value of a node with its axes as they were.
  constexpr term plain(int id) {
    if (!plain_[id]) plain_[id] = detail::reorder(last_[id], detail::from_channels_last);
    return plain_[id];
  }
  /// The value of a node as [n, height, width, channels]; a number stays a number.
  constexpr term last(int id) {
    if (!last_[id]) last_[id] = can_be_computed_last(id) ? element_wise_last(id) : reordered_plain(id);
    return last_[id];
  }
  constexpr void set_plain(int id, term value) { plain_[id] = value; }
  constexpr void set_last(int id, term value) {
    last_[id] = value;
    made_last_[id] = 1;
  }

  /// The same node on operands in their plain form.
  constexpr void keep(int id) {
    node n = from_[id];
    for (int k = 0; k < n.operand_count; ++k) n.operands[k] = plain(n.operands[k]).id;
    set_plain(id, to_.intern(n));
  }

  constexpr void rewrite(int id) {
    if (from_[id].op->channels_last != nullptr) from_[id].op->channels_last(*this, id);
    else if (follows_last(id)) set_last(id, element_wise_last(id));
    else if (reduces_last(id)) set_last(id, reduction_of_last(id));
    else keep(id);
  }

 private:
  /// Element by element, in the form of an operand.
  constexpr bool follows_last(int id) const {
    const node& n = from_[id];
    for (int k = 0; n.op->element_wise && n.shape.rank == 4 && k < n.operand_count; ++k)
      if (made_last_[n.operands[k]] && from_[n.operands[k]].shape == n.shape) return true;
    return false;
  }
  /// A reduction that leaves axes of extent 1, and no more than images and channels.
  constexpr bool reduces_last(int id) const {
    const node& n = from_[id];
    return n.op->reduces && n.attributes[1] != 0 && made_last_[n.operands[0]] && n.shape[2] == 1 && n.shape[3] == 1;
  }
  constexpr term reduction_of_last(int id) {
    node n = from_[id];
    const int axes = n.attributes[0];
    n.attributes[0] = 0;
    for (int axis = 0; axis < 4; ++axis)
      n.attributes[0] |= (axes >> detail::to_channels_last[axis + 1] & 1) << axis;
    n.operands[0] = last(n.operands[0]).id;
    n.shape = detail::reordered(n.shape, detail::to_channels_last);
    return to_.intern(n);
  }
  /// What is only stretched, or has its operands in that form, is computed again rather than moved.
  constexpr bool can_be_computed_last(int id) const {
    const node& n = from_[id];
    bool can = n.op->element_wise && n.shape.rank == 4;
    for (int k = 0; k < n.operand_count; ++k)
      can = can && (last_[n.operands[k]] || from_[n.operands[k]].shape.size() < n.shape.size());
    return can;
  }
  constexpr term element_wise_last(int id) {
    node n = from_[id];
    for (int k = 0; k < n.operand_count; ++k) n.operands[k] = last(n.operands[k]).id;
    n.shape = detail::reordered(n.shape, detail::to_channels_last);
    return to_.intern(n);
  }
  constexpr term reordered_plain(int id) {
    return from_[id].shape.size() == 1 ? plain_[id] : detail::reorder(plain_[id], detail::to_channels_last);
  }

  const graph& from_;
  graph& to_;
  vector<term> plain_, last_;
  vector<char> made_last_;  // whether channels last is the form in which a node is computed
};

/// Whether there is anything that the pass is for.
constexpr bool has_images(const graph& g) {
  for (int id = 0; id < g.size(); ++id)
    if (g[id].op->channels_last != nullptr) return true;
  return false;
}

/// Writes the program that computes `outputs` into the empty graph `to`; gives the outputs there. Names and
/// values of constants stay where they are.
constexpr vector<output> channels_last(const graph& from, const vector<output>& outputs, graph& to) {
  image_layouts images{from, to};
  const vector<char> live = detail::reachable(from, outputs);
  for (int id = 0; id < from.size(); ++id)
    if (live[id]) images.rewrite(id);
  vector<output> result;
  for (const output& wanted : outputs) result.push_back({images.plain(wanted.value.id), wanted.slot, wanted.offset});
  return result;
}

}  // namespace hello_dl

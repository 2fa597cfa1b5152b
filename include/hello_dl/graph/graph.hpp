#pragma once
/// The graph under construction: a growing table of nodes in which every operand stands before the
/// node that uses it. Adding a node that is already there gives the old one back ("hash-consing"),
/// so common subexpressions are found while the graph is written.

#include <hello_dl/core/vector.hpp>
#include <hello_dl/graph/node.hpp>

#include <bit>

namespace hello_dl {

class graph {
 public:
  constexpr int size() const { return static_cast<int>(nodes_.size()); }
  constexpr const node& operator[](int id) const { return nodes_[id]; }

  /// The term for `candidate`: simplified, or an equal node that exists, or a new node.
  constexpr term add(const node& candidate) {
    if (candidate.op->simplify != nullptr)
      if (const term simpler = candidate.op->simplify(*this, candidate)) return simpler;
    return intern(candidate);
  }

  /// The same without simplification.
  constexpr term intern(const node& candidate) {
    if (!candidate.op->interned) return append(candidate);
    const std::uint64_t hashed = hash(candidate);
    if (const int found = find(candidate, hashed); found >= 0) return {this, found};
    if (candidate.op->commutative) {
      node swapped = candidate;
      std::swap(swapped.operands[0], swapped.operands[1]);
      if (const int found = find(swapped, hash(swapped)); found >= 0) return {this, found};
    }
    const term added = append(candidate);
    remember(added.id, hashed);
    return added;
  }

  /// Stores a name and writes its place into `n`.
  constexpr void set_name(node& n, std::string_view name) {
    n.name_begin = static_cast<int>(names_.size());
    n.name_length = static_cast<int>(name.size());
    for (const char letter : name) names_.push_back(letter);
  }
  constexpr std::string_view name(const node& n) const {
    return {names_.begin() + n.name_begin, static_cast<std::size_t>(n.name_length)};
  }

  /// Stores the elements of a constant tensor; gives the place of the first one.
  constexpr int add_values(const double* values, extent count) {
    const int begin = static_cast<int>(values_.size());
    for (extent i = 0; i < count; ++i) values_.push_back(values[i]);
    return begin;
  }

  /// Says what a buffer of the model (nn/parameter.hpp) is to hold after the training step.
  constexpr void set_next(term buffer, term value) {
    for (renewal& known : renewals_)
      if (known.buffer == buffer.id) {
        known.value = value.id;
        return;
      }
    renewals_.push_back({buffer.id, value.id});
  }
  /// What was said last; the buffer as it is if nothing was.
  constexpr term next(term buffer) {
    for (const renewal& known : renewals_)
      if (known.buffer == buffer.id) return {this, known.value};
    return buffer;
  }

  constexpr const vector<char>& names() const { return names_; }
  constexpr const vector<double>& values() const { return values_; }

  /// Whether this becomes a training step: some layers compute something else then (PyTorch: Module.training).
  bool training = false;

 private:
  struct renewal {
    int buffer = -1, value = -1;
  };

  constexpr term append(const node& n) {
    nodes_.push_back(n);
    return {this, size() - 1};
  }

  static constexpr std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
    hash = (hash ^ value) * 0x9E3779B97F4A7C15u;
    return hash ^ (hash >> 29);
  }
  static constexpr std::uint64_t hash(const node& n) {
    std::uint64_t h = n.op->hash;
    for (int i = 0; i < n.operand_count; ++i)
      h = mix(h, static_cast<std::uint64_t>(n.operands[i]));
    for (int i = 0; i < n.shape.rank; ++i) h = mix(h, static_cast<std::uint64_t>(n.shape[i]));
    for (const int value : n.attributes.values)
      if (value != 0) h = mix(h, static_cast<std::uint64_t>(value));
    return mix(h, std::bit_cast<std::uint64_t>(n.value));
  }

  struct slot {
    int id = -1;
    std::uint64_t hash = 0;
  };

  // Open addressing with linear probing; the number of slots is a power of two, at most half are full.
  constexpr int find(const node& n, std::uint64_t hashed) const {
    if (slots_.empty()) return -1;
    for (extent i = first_slot(hashed);; i = (i + 1) & (slots_.size() - 1)) {
      const slot& s = slots_[i];
      if (s.id < 0 || (s.hash == hashed && nodes_[s.id] == n)) return s.id;
    }
  }
  constexpr extent first_slot(std::uint64_t hashed) const {
    return static_cast<extent>(hashed >> 8) & (slots_.size() - 1);
  }
  constexpr void remember(int id, std::uint64_t hashed) {
    if (2 * (occupied_ + 1) > slots_.size()) rehash();
    place({id, hashed});
    ++occupied_;
  }
  constexpr void place(const slot& entry) {
    extent i = first_slot(entry.hash);
    while (slots_[i].id >= 0) i = (i + 1) & (slots_.size() - 1);
    slots_[i] = entry;
  }
  constexpr void rehash() {
    const vector<slot> old = slots_;
    slots_ = vector<slot>(old.empty() ? 32 : 4 * old.size());
    for (const slot& entry : old)
      if (entry.id >= 0) place(entry);
  }

  vector<node> nodes_;
  vector<char> names_;
  vector<double> values_;
  vector<slot> slots_;
  vector<renewal> renewals_;
  extent occupied_ = 0;
};

constexpr dims term::shape() const { return (*graph)[id].shape; }

/// A node seen from its derivative rule: its operands and its result as terms.
struct application {
  hello_dl::graph& graph;
  int id;

  constexpr node self() const { return graph[id]; }  // a copy: adding nodes may move the table
  constexpr term result() const { return {&graph, id}; }
  constexpr term operand(int k) const { return {&graph, graph[id].operands[k]}; }
  constexpr int attribute(int i) const { return graph[id].attributes[i]; }
};

}  // namespace hello_dl

#pragma once
/// The numbers that a model has learned: one block, with a name and a shape for each tensor in it.

#include <hello_dl/core/chunks.hpp>
#include <hello_dl/core/tensor_view.hpp>
#include <hello_dl/nn/parameter.hpp>
#include <hello_dl/runtime/aligned.hpp>

#include <algorithm>

namespace hello_dl {

namespace detail {

/// A model without inputs or outputs: only its parameters.
template <class Model>
struct parameters_draft {
  static constexpr program_draft draft() {
    graph g;
    vector<parameter_record> records;
    static_cast<void>(bind<Model>(g, records));
    return draft_program(g, {}, {}, records);
  }
};

/// Without the nodes, which point to all that the compiler knows of their operations: a program that reads
/// this list while it runs would contain the code of every derivative rule.
template <table_sizes Sizes>
constexpr parameter_list<Sizes> without_nodes(const program_table<Sizes>& table) {
  return table;
}
template <class Model>
inline constexpr auto parameters_of = without_nodes(freeze<parameters_draft<Model>>());

}  // namespace detail

/// One tensor of a model: its PyTorch-like path name, its shape, its elements.
template <class T>
struct named_tensor {
  std::string_view name;
  dims shape;
  std::span<T> values;
};

/// All parameters and buffers of `Model` in elements of type T, filled as its layers say. Iterating gives
/// named_tensors in the order of declaration, as a PyTorch state_dict does.
template <class Model, class T = float>
class parameters {
 public:
  static constexpr const auto& table = detail::parameters_of<Model>;
  static constexpr int count = static_cast<int>(table.sizes.parameters);

  /// The same seed gives the same numbers, tensor by tensor.
  explicit parameters(std::uint64_t seed) : block_{table.parameter_count} {
    for (int number = 0; number < count; ++number) {
      const parameter_record& record = table.parameters[number];
      for (extent i = 0; i < record.shape.size(); ++i)
        block_.data()[record.offset + i] = draw<T>(record.initial, seed, static_cast<std::uint64_t>(number),
                                                   static_cast<std::uint64_t>(i));
    }
  }

  /// All of them for saving and loading, "prefix" before their names.
  std::vector<tensor_view> tensors(const std::string& prefix = {}) const { return tensors_in(values(), prefix); }

  /// The same of another block with this layout, or with that of the learned part if it ends there.
  static std::vector<tensor_view> tensors_in(std::span<T> block, const std::string& prefix) {
    std::vector<tensor_view> list;
    for (int number = 0; number < count; ++number) {
      const parameter_record& record = table.parameters[number];
      const auto begin = static_cast<std::size_t>(record.offset), size = static_cast<std::size_t>(record.shape.size());
      if (begin + size > block.size()) continue;
      const extent* const extents = record.shape.extents;
      list.push_back(view_of(prefix + std::string{table.name(record)}, {extents, extents + record.shape.rank}, block.subspan(begin, size)));
    }
    return list;
  }

  T* data() const { return block_.data(); }
  std::span<T> values() const { return block_.span(); }

  named_tensor<T> operator[](int number) const {
    const parameter_record& record = table.parameters[number];
    return {table.name(record), record.shape,
            values().subspan(static_cast<std::size_t>(record.offset), static_cast<std::size_t>(record.shape.size()))};
  }

  class iterator {
   public:
    iterator(const parameters& all, int number) : all_{all}, number_{number} {}
    named_tensor<T> operator*() const { return all_[number_]; }
    iterator& operator++() {
      ++number_;
      return *this;
    }
    bool operator!=(const iterator& other) const { return number_ != other.number_; }

   private:
    const parameters& all_;
    int number_;
  };
  iterator begin() const { return {*this, 0}; }
  iterator end() const { return {*this, count}; }

 private:
  aligned_block<T> block_;
};

}  // namespace hello_dl

#pragma once
/// What goes into a step: for each input of the model the whole batch, cut into chunks.

#include <hello_dl/runtime/training_program.hpp>

#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <tuple>

namespace hello_dl::detail {

/// The samples of each input lie one after the other. `Inputs` are the handle types of one chunk.
template <class T, class... Inputs>
class training_batch {
 public:
  /// Throws std::invalid_argument unless all inputs have the same number of whole chunks, from 1 to max_chunks.
  training_batch(extent max_chunks, std::span<const input_value<Inputs, T>>... inputs)
      : chunks_{static_cast<extent>(std::get<0>(std::tuple{inputs.size()...})) / per_chunk[0]}, inputs_{inputs...} {
    const extent sizes[] = {static_cast<extent>(inputs.size())...};
    bool fits = chunks_ >= 1 && chunks_ <= max_chunks;
    for (std::size_t i = 0; i < sizeof...(Inputs); ++i) fits &= sizes[i] == chunks_ * per_chunk[i];
    if (!fits) [[unlikely]] refuse(sizes, max_chunks);
  }

  extent chunks() const { return chunks_; }

  /// Where each input of a chunk begins; nullptr for those of the other type.
  void find(extent chunk, const T** reals, const std::int32_t** indices) const {
    for_each([&]<class Number>(std::span<const Number> values, std::size_t i) {
      const Number* const begin = values.data() + chunk * per_chunk[i];
      if constexpr (std::is_same_v<Number, T>) reals[i] = begin, indices[i] = nullptr;
      else reals[i] = nullptr, indices[i] = begin;
    });
  }

  /// Calls visit(values, number) for each input.
  template <class Visit>
  void for_each(Visit&& visit) const {
    [&]<std::size_t... I>(std::index_sequence<I...>) { (visit(std::get<I>(inputs_), I), ...); }(std::index_sequence_for<Inputs...>{});
  }

 private:
  static constexpr extent per_chunk[] = {Inputs::shape_value.size()...};

  [[noreturn, gnu::cold, gnu::noinline]] void refuse(const extent* sizes, extent max_chunks) const {
    std::size_t i = 0;
    if (chunks_ >= 1 && chunks_ <= max_chunks)
      while (sizes[i] == chunks_ * per_chunk[i]) ++i;
    throw std::invalid_argument("trainer: input " + std::to_string(i) + " of a batch has " + std::to_string(sizes[i]) +
                                " elements, expected a multiple of " + std::to_string(per_chunk[i]) + " for at most " +
                                std::to_string(max_chunks) + " chunks");
  }

  extent chunks_;
  std::tuple<std::span<const input_value<Inputs, T>>...> inputs_;
};

}  // namespace hello_dl::detail

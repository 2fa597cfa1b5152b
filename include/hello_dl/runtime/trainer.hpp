#pragma once
/// Training, data-parallel and bit for bit the same however many threads there are: a batch is cut
/// into chunks of fixed size, each chunk writes a gradient block of its own, and the blocks are added
/// along a fixed binary tree. Threads only decide who computes which chunk.

#include <hello_dl/optim/lanes.hpp>
#include <hello_dl/runtime/parameters.hpp>
#include <hello_dl/runtime/thread_pool.hpp>
#include <hello_dl/runtime/training_program.hpp>

#include <stdexcept>
#include <string>
#include <vector>

namespace hello_dl {

/// The inputs of one chunk; the first extent of each is the number of samples.
template <class... Inputs>
struct chunk {
  static constexpr extent size = std::get<0>(std::tuple{Inputs::shape_value...})[0];
  static_assert(((Inputs::shape_value.rank >= 1 && Inputs::shape_value[0] == size) && ...),
                "chunk: the first extent of every input must be the same number of samples");
};

template <class Model, class Objective, class Chunk, class Optimiser, class T = float>
class trainer;

/// Trains `Model` to make `Objective` small. All memory is allocated here, none in a step.
template <class Model, class Objective, class... Inputs, class Optimiser, class T>
class trainer<Model, Objective, chunk<Inputs...>, Optimiser, T> {
 public:
  using program = training_program<Model, Objective, Inputs...>;
  static constexpr extent chunk_size = chunk<Inputs...>::size;
  /// The elements of an input: T, or std::int32_t for indices.
  template <class Input>
  using value_type = std::conditional_t<Input::type == element::index, std::int32_t, T>;

  /// Batches have up to `max_batch` samples, a multiple of the chunk size. `seed` fills the parameters.
  trainer(std::uint64_t seed, const Optimiser& with, extent max_batch, int threads = 1)
      : optimiser{with}, parameters_{seed}, pool_{threads}, max_chunks_{whole_chunks(max_batch)} {
    for (int worker = 0; worker < pool_.size(); ++worker)
      arenas_.emplace_back(arena_elements<program, T> + 1);
    for (aligned_block<T>& block : state_) block = aligned_block<T>{program::table.parameter_count};
    gradients_ = aligned_block<T>{max_chunks_ * gradient_stride};
    losses_ = aligned_block<T>{max_chunks_};
    for (int slot = 2; slot < slot_count; ++slot)
      results_[slot - 2] = aligned_block<T>{max_chunks_ * result_size(slot)};
  }

  /// One step: forward, backward, update. Each input holds the whole batch, sample after sample.
  /// Returns the mean loss of the batch before the update.
  T step(std::span<const value_type<Inputs>>... batch) {
    const extent chunks = check_batch(batch...);
    const auto run_chunk = [&](int number, int worker) { compute(number, worker, batch...); };
    pool_.run(static_cast<int>(chunks), run_chunk);
    ++step_count_;
    const auto update_slice = [&](int number, int) { update(number * slice, chunks); };
    pool_.run(static_cast<int>((program::table.parameter_count + slice - 1) / slice), update_slice);
    return mean_loss(chunks);
  }

  /// What the objective returned beside the loss (0: the first), for the last batch: sample after sample.
  std::span<const T> result(int number = 0) const { return results_[number].span(); }

  const parameters<Model, T>& learned() const { return parameters_; }
  parameters<Model, T>& learned() { return parameters_; }

  Optimiser optimiser;  ///< may be changed between steps, for instance its learning rate

 private:
  static constexpr extent slice = 8192;  // parameters that one task updates: fixed, so that bits are
  static constexpr extent gradient_stride = program::table.parameter_count + 16;
  static constexpr int slot_count = [] {
    int count = 0;
    for (extent i = 0; i < program::table.sizes.outputs; ++i)
      count = std::max(count, program::table.outputs[i].slot + 1);
    return count;
  }();
  static constexpr extent result_size(int slot) {
    for (extent i = 0; i < program::table.sizes.outputs; ++i)
      if (program::table.outputs[i].slot == slot) return program::table.nodes[program::table.outputs[i].node].shape.size();
    return 0;
  }

  static extent whole_chunks(extent samples) {
    if (samples < 1 || samples % chunk_size != 0)
      throw std::invalid_argument("trainer: the batch must be a multiple of " + std::to_string(chunk_size) +
                                  " samples, found " + std::to_string(samples));
    return samples / chunk_size;
  }

  template <class... Spans>
  extent check_batch(const Spans&... batch) const {
    const extent sizes[] = {static_cast<extent>(batch.size())...};
    const extent per_chunk[] = {Inputs::shape_value.size()...};
    const extent chunks = sizes[0] / per_chunk[0];
    for (std::size_t i = 0; i < sizeof...(Inputs); ++i)
      if (sizes[i] != chunks * per_chunk[i] || chunks < 1 || chunks > max_chunks_)
        throw std::invalid_argument("trainer: input " + std::to_string(i) + " of a batch has " +
                                    std::to_string(sizes[i]) + " elements, expected a multiple of " +
                                    std::to_string(per_chunk[i]) + " for at most " +
                                    std::to_string(max_chunks_) + " chunks");
    return chunks;
  }

  template <class Input>
  static const T* real_part(std::span<const value_type<Input>> batch, extent number) {
    if constexpr (Input::type == element::index) return nullptr;
    else return batch.data() + number * Input::shape_value.size();
  }
  template <class Input>
  static const std::int32_t* index_part(std::span<const value_type<Input>> batch, extent number) {
    if constexpr (Input::type == element::index) return batch.data() + number * Input::shape_value.size();
    else return nullptr;
  }

  void compute(extent number, int worker, std::span<const value_type<Inputs>>... batch) {
    const T* const inputs[] = {real_part<Inputs>(batch, number)...};
    const std::int32_t* const indices[] = {index_part<Inputs>(batch, number)...};
    T* outputs[slot_count] = {losses_.data() + number, gradients_.data() + number * gradient_stride};
    for (int slot = 2; slot < slot_count; ++slot)
      outputs[slot] = results_[slot - 2].data() + number * result_size(slot);
    run<program, T>({inputs, indices, parameters_.data(), outputs,
                     arenas_[static_cast<std::size_t>(worker)].data()});
  }

  /// Adds the gradient blocks of all chunks along a binary tree, then updates, for one slice.
  void update(extent begin, extent chunks) {
    const extent end = std::min(begin + slice, program::table.parameter_count);
    T* const all = gradients_.data();
    for (extent step = 1; step < chunks; step *= 2)
      for (extent first = 0; first + step < chunks; first += 2 * step)
        add(all + first * gradient_stride, all + (first + step) * gradient_stride, begin, end);
    scale(all, T(1) / static_cast<T>(chunks), begin, end);
    T* state[Optimiser::state_count];
    for (int i = 0; i < Optimiser::state_count; ++i) state[i] = state_[i].data();
    optimiser.update(step_count_, parameters_.data(), all, state, begin, end);
  }

  static void add(T* to, const T* from, extent begin, extent end) {
    for_each_lane<T>(begin, end, [&]<class V>(V, extent i) { store(to + i, load<V>(to + i) + load<V>(from + i)); });
  }
  static void scale(T* values, T factor, extent begin, extent end) {
    for_each_lane<T>(begin, end, [&]<class V>(V, extent i) { store(values + i, load<V>(values + i) * V(factor)); });
  }

  T mean_loss(extent chunks) const {
    T sum = 0;
    for (extent i = 0; i < chunks; ++i) sum += losses_.data()[i];
    return sum / static_cast<T>(chunks);
  }

  parameters<Model, T> parameters_;
  thread_pool pool_;
  extent max_chunks_;
  std::vector<aligned_block<T>> arenas_;
  aligned_block<T> state_[Optimiser::state_count];
  aligned_block<T> gradients_, losses_;
  aligned_block<T> results_[slot_count > 2 ? slot_count - 2 : 1];
  long step_count_ = 0;
};

}  // namespace hello_dl

#pragma once
/// Training, data-parallel and bit for bit the same however many threads there are: a batch is cut
/// into chunks of fixed size, each chunk writes a gradient block of its own, and the blocks are added
/// along a fixed binary tree. Threads only decide who computes which chunk, and which parameters. A batch of
/// one chunk needs no block: most gradients go straight into the parameters, unless the optimiser clips.

#include <hello_dl/optim/clipped.hpp>
#include <hello_dl/optim/lanes.hpp>
#include <hello_dl/runtime/chunk_sum.hpp>
#include <hello_dl/runtime/gradient_norm.hpp>
#include <hello_dl/runtime/parameters.hpp>
#include <hello_dl/runtime/thread_pool.hpp>
#include <hello_dl/runtime/training_batch.hpp>
#include <hello_dl/runtime/training_program.hpp>
#include <hello_dl/runtime/update_in_place.hpp>

#include <array>
#include <cmath>
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
  template <class Input>
  using value_type = detail::input_value<Input, T>;

  /// Batches have up to `max_batch` samples, a multiple of the chunk size. `seed` fills the parameters, and
  /// what is random in a step (such as dropout) is a function of it, the number of the step, and the place in the batch.
  trainer(std::uint64_t seed, const Optimiser& with, extent max_batch, int threads = 1)
      : optimiser{with}, seed_{seed}, parameters_{seed}, pool_{threads}, max_chunks_{whole_chunks(max_batch)} {
    for (int worker = 0; worker < pool_.size(); ++worker)
      arenas_.emplace_back(arena_elements<program, T> + 1);
    for (std::size_t i = 0; i < state_.size(); ++i) {
      state_[i] = block{program::table.learned_count};
      state_data_[i] = state_[i].data();
    }
    gradients_ = block{max_chunks_ * gradient_stride};
    losses_ = block{max_chunks_};
    for (int slot = 2; slot < slot_count; ++slot) results_[slot - 2] = block{max_chunks_ * result_sizes[static_cast<std::size_t>(slot)]};
  }

  /// One step: forward, backward, update. Each input holds the whole batch, sample after sample.
  /// Returns the mean loss of the batch before the update. Denormal numbers count as zero.
  /// Throws not_finite if the loss is infinite or not a number; the step then changes nothing, unless the batch is one chunk.
  T step(std::span<const value_type<Inputs>>... inputs) {
    const flush_denormals flush;
    const batch_type batch{max_chunks_, inputs...};
    const extent chunks = batch.chunks();
    const rule_type rule = optimiser.template rule<T>(++step_count_);
    const bool at_once = !clips && chunks == 1 && !check_every_node;
    pool_.run(static_cast<int>(chunks), [&](int number, int worker) { compute(number, worker, rule, at_once, nullptr, batch); });
    const T loss = mean_loss(chunks);
    if (check_every_node || !std::isfinite(loss)) [[unlikely]] require_finite(loss, batch);
    if constexpr (clips) update_clipped(rule, chunks);
    else if (at_once) update_stored(rule);
    else update_all(rule, chunks);
    renew_buffers(chunks);
    return loss;
  }

  /// What the objective returned beside the loss (0: the first), for the last batch: sample after sample.
  std::span<const T> result(int number = 0) const { return results_[number].span(); }

  /// The Euclidean norm of the last batch's gradient, as it was before a clipped optimiser scaled it.
  double gradient_norm() const {
    static_assert(clips, "trainer: only with a clipped optimiser does a trainer know the norm of the gradient");
    return norm_.last();
  }

  const parameters<Model, T>& learned() const { return parameters_; }
  parameters<Model, T>& learned() { return parameters_; }

  /// All that training goes on from, for saving and loading: the model's tensors ("model.hidden.weight"), what the optimiser
  /// keeps for them ("optimizer.exp_avg.hidden.weight"), how many steps there were ("step"), and the seed ("seed").
  std::vector<tensor_view> tensors() {
    std::vector<tensor_view> all = parameters_.tensors("model.");
    for (std::size_t i = 0; i < state_.size(); ++i)
      for (tensor_view& kept : parameters_.tensors_in(state_[i].span(), std::string{"optimizer."} + Optimiser::state_names[i] + '.'))
        all.push_back(std::move(kept));
    all.push_back(view_of("step", step_count_));
    all.push_back(view_of("seed", seed_));
    return all;
  }

  /// How many steps there were.
  std::int64_t step_count() const { return step_count_; }

  Optimiser optimiser;  ///< may be changed between steps, for instance its learning rate
  /// Whether each step also looks at every node, and throws not_finite before it changes anything if one is not finite. For
  /// finding out what goes wrong: it computes everything once more.
  bool check_every_node = false;

 private:
  using block = aligned_block<T>;
  using batch_type = detail::training_batch<T, Inputs...>;
  using rule_type = decltype(std::declval<const Optimiser&>().template rule<T>(1));
  static constexpr bool clips = clips_gradient<Optimiser>;
  static constexpr extent all_count = program::table.parameter_count, learned_count = program::table.learned_count;
  /// What an update goes over: whole vectors on any target, unless buffers lie behind the last parameter.
  static constexpr extent update_count = all_count == learned_count ? block::padded(learned_count) : learned_count;
  static constexpr extent gradient_stride = block::padded(block::padded(all_count) + 1);  // rarely a multiple of a page
  static constexpr auto stored = detail::stored_gradients(program::table);
  static constexpr int slot_count = [] {
    int count = 0;
    for (extent i = 0; i < program::table.sizes.outputs; ++i)
      count = std::max(count, program::table.outputs[i].slot + 1);
    return count;
  }();
  /// By slot; constants, as is all that a program knows of its nodes.
  static constexpr auto result_sizes = [] {
    std::array<extent, static_cast<std::size_t>(slot_count)> sizes{};
    for (extent i = 0; i < program::table.sizes.outputs; ++i)
      sizes[static_cast<std::size_t>(program::table.outputs[i].slot)] = program::table.nodes[program::table.outputs[i].node].shape.size();
    return sizes;
  }();

  static extent whole_chunks(extent samples) {
    if (samples < 1 || samples % chunk_size != 0)
      throw std::invalid_argument("trainer: the batch must be a multiple of " + std::to_string(chunk_size) +
                                  " samples, found " + std::to_string(samples));
    return samples / chunk_size;
  }

  /// Not inlined: the pool calls it from two places, and it is all of the program.
  [[gnu::noinline]] void compute(extent number, int worker, const rule_type& rule, bool at_once, detail::finite_check<T>* check,
                                 const batch_type& batch) {
    const T* inputs[sizeof...(Inputs)];
    const std::int32_t* indices[sizeof...(Inputs)];
    batch.find(number, inputs, indices);
    T* outputs[slot_count] = {losses_.data() + number, gradients_.data() + number * gradient_stride};
    for (int slot = 2; slot < slot_count; ++slot)
      outputs[slot] = results_[slot - 2].data() + number * result_sizes[static_cast<std::size_t>(slot)];
    T* const arena = arenas_[static_cast<std::size_t>(worker)].data();
    const random_source random{seed_, static_cast<std::uint64_t>(step_count_), static_cast<std::uint64_t>(number)};
    const training_memory<T> m{{inputs, indices, parameters_.data(), outputs, arena, random}, check};
    if constexpr (clips) run<program, T>(m);
    else run<program, T>(updating_memory<T, rule_type>{m, rule, at_once, parameters_.data(), state_data_.data()});
  }

  /// Throws if the loss, or any node of this batch, is not finite.
  [[gnu::cold, gnu::noinline]] void require_finite(T loss, const batch_type& batch) {
    const std::string first = first_not_finite(batch);
    if (first.empty() && std::isfinite(loss)) return;
    const std::int64_t number = step_count_--;
    throw not_finite{"step " + std::to_string(number) + ": the loss is " + (std::isnan(loss) ? "nan" : std::to_string(loss)) +
                     (first.empty() ? "" : "; the first that is not finite: " + first)};
  }

  /// What goes in, then what is computed from it, in its order; empty if all is finite.
  std::string first_not_finite(const batch_type& batch) {
    std::string first = detail::first_not_finite_input(batch);
    for (const named_tensor<T> tensor : parameters_)
      if (first.empty() && !detail::all_finite<T>(tensor.values)) first = "parameter " + std::string{tensor.name};
    for (extent chunk = 0; chunk < batch.chunks() && first.empty(); ++chunk) {
      detail::finite_check<T> check{detail::stored_nodes<program>};
      compute(chunk, 0, optimiser.template rule<T>(step_count_), false, &check, batch);
      if (check.first()) first = detail::name_of(*check.first());
    }
    return first;
  }

  /// A batch of one chunk: only for gradients that were not used at once.
  void update_stored(const rule_type& rule) {
    for (int i = 0; i < stored.count; ++i) update(rule, stored.begin[i], stored.end[i], 1);
  }

  /// First the norm of the whole gradient, then the update.
  void update_clipped(rule_type rule, extent chunks) {
    const double norm = norm_.of_mean(pool_, gradients_.data(), gradient_stride, chunks);
    rule.scale = static_cast<T>(optimiser.scale(norm));
    update_all(rule, 1);
  }

  /// Each worker updates a part of the parameters, or one all of them if they are few.
  void update_all(const rule_type& rule, extent chunks) {
    const int parts = update_count < 8192 ? 1 : pool_.size();
    const extent size = block::padded((update_count + parts - 1) / parts);
    pool_.run(parts, [&](int part, int) { update(rule, part * size, std::min((part + 1) * size, update_count), chunks); });
  }

  /// Buffers take the mean of what the chunks computed for them.
  void renew_buffers(extent chunks) {
    for (extent i = learned_count; i < all_count; ++i)
      parameters_.data()[i] = detail::sum_of_blocks<T>(gradients_.data() + i, gradient_stride, chunks) / static_cast<T>(chunks);
  }

  /// One pass over memory: the mean of the chunks' gradients, then what the optimiser does with it.
  /// All that the loop reads is local, or it would be read again after each store.
  void update(const rule_type rule, extent begin, extent end, const extent chunks) {
    const auto state_data = state_data_;
    T* const* const state = state_data.data();
    T* const learned = parameters_.data();
    const T* const gradients = gradients_.data();
    const T share = T(1) / static_cast<T>(chunks);
    if (chunks == 1)
      for_each_lane<T>(begin, end, [&]<class V>(V, extent i) __attribute__((always_inline)) {
        rule(learned, state, i, load<V>(gradients + i));
      });
    else
      for_each_lane<T>(begin, end, [&]<class V>(V, extent i) __attribute__((always_inline)) {
        const V sum = detail::sum_of_blocks<V>(gradients + i, gradient_stride, chunks);
        rule(learned, state, i, sum * V(share));
      });
  }

  T mean_loss(extent chunks) const {
    T sum = losses_.data()[0];
    if (chunks == 1) return sum;
    for (extent i = 1; i < chunks; ++i) sum += losses_.data()[i];
    return sum / static_cast<T>(chunks);
  }

  std::uint64_t seed_;
  parameters<Model, T> parameters_;
  thread_pool pool_;
  extent max_chunks_;
  std::vector<block> arenas_;
  std::array<block, std::size(Optimiser::state_names)> state_;
  std::array<T*, std::size(Optimiser::state_names)> state_data_{};
  block gradients_, losses_;
  block results_[slot_count > 2 ? slot_count - 2 : 1];
  [[no_unique_address]] std::conditional_t<clips, detail::gradient_norm<T, learned_count>, std::tuple<>> norm_;
  std::int64_t step_count_ = 0;
};

}  // namespace hello_dl

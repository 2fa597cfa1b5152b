#pragma once
/// Inference: what a model answers, without a gradient.

#include <hello_dl/runtime/parameters.hpp>
#include <hello_dl/runtime/thread_pool.hpp>
#include <hello_dl/runtime/training_program.hpp>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

namespace hello_dl {

namespace detail {
template <class Model, class Input>
struct inference_draft {
  static constexpr program_draft draft() {
    graph g;
    vector<parameter_record> records;
    const Model model = bind<Model>(g, records);
    const auto result = model(std::get<0>(make_inputs<Input>(g)));
    return draft_program(g, vector<output>(1, output{result.term}),
                         vector<input_record>(1, input_record{Input::shape_value, Input::type}), records);
  }
};
}  // namespace detail

/// The frozen program of `Model` on one chunk of inputs.
template <class Model, class Input>
struct inference_program {
  static constexpr auto table = freeze<detail::inference_draft<Model, Input>>();
};

/// Runs `Model` over any number of samples, chunk by chunk; `Input` is the handle type of one chunk.
template <class Model, class Input, class T = float>
class inference {
 public:
  using program = inference_program<Model, Input>;
  static constexpr bool takes_indices = Input::type == element::index;
  /// The elements of a sample: T, or std::int32_t for indices.
  using sample_type = detail::input_value<Input, T>;
  static constexpr extent chunk_size = Input::shape_value[0];
  static constexpr extent sample_size = Input::shape_value.size() / chunk_size;
  static constexpr extent result_size = program::table.nodes[program::table.outputs[0].node].shape.size() / chunk_size;

  explicit inference(int threads = 1) : pool_{threads} {
    for (int worker = 0; worker < pool_.size(); ++worker) arenas_.emplace_back(arena_elements<program, T> + 1);
    padded_input_ = aligned_block<sample_type>{Input::shape_value.size()};
    padded_result_ = aligned_block<T>{chunk_size * result_size};
  }

  /// Fills `results` (result_size elements for each sample) from `samples` (sample_size each).
  /// Denormal numbers count as zero.
  void operator()(const parameters<Model, T>& learned, std::span<const sample_type> samples, std::span<T> results) {
    const flush_denormals flush;
    const extent count = static_cast<extent>(samples.size()) / sample_size;
    if (static_cast<extent>(samples.size()) != count * sample_size ||
        static_cast<extent>(results.size()) != count * result_size) [[unlikely]]
      refuse(samples.size(), results.size());
    const auto run_chunk = [&](int number, int worker) {
      run_one(learned, samples.data() + number * chunk_size * sample_size,
              results.data() + number * chunk_size * result_size, worker);
    };
    pool_.run(static_cast<int>(count / chunk_size), run_chunk);
    if (const extent rest = count % chunk_size; rest > 0) run_rest(learned, samples, results, rest);
  }

 private:
  [[noreturn, gnu::cold, gnu::noinline]] static void refuse(std::size_t samples, std::size_t results) {
    throw std::invalid_argument("inference: " + std::to_string(samples) + " input elements and " +
                                std::to_string(results) + " result elements do not fit, expected " +
                                std::to_string(sample_size) + " and " + std::to_string(result_size) +
                                " for each sample");
  }

  /// Not inlined: it is all of the program, and called from several places.
  [[gnu::noinline]] void run_one(const parameters<Model, T>& learned, const sample_type* samples, T* results, int worker) {
    const T* inputs[] = {nullptr};
    const std::int32_t* indices[] = {nullptr};
    if constexpr (takes_indices) indices[0] = samples;
    else inputs[0] = samples;
    T* const outputs[] = {results};
    run<program, T>({inputs, indices, learned.data(), outputs, arenas_[static_cast<std::size_t>(worker)].data()});
  }

  /// The last, incomplete chunk runs on a copy that is filled up with what was there before.
  void run_rest(const parameters<Model, T>& learned, std::span<const sample_type> samples, std::span<T> results,
                extent rest) {
    const auto last = samples.last(static_cast<std::size_t>(rest * sample_size));
    std::copy(last.begin(), last.end(), padded_input_.data());
    run_one(learned, padded_input_.data(), padded_result_.data(), 0);
    std::copy_n(padded_result_.data(), rest * result_size, results.end() - rest * result_size);
  }

  thread_pool pool_;
  std::vector<aligned_block<T>> arenas_;
  aligned_block<sample_type> padded_input_;
  aligned_block<T> padded_result_;
};

}  // namespace hello_dl

// labels: threads
// After 100 steps the weights are the same, bit for bit, for every number of threads.
#include <hello_dl/hello_dl.hpp>

#include <runtime/batches.hpp>

#include <cstring>

namespace {

namespace dl = hello_dl;

struct objective {
  constexpr auto operator()(const auto& model, const auto& x, const auto& labels) const {
    return dl::cross_entropy(model(x), labels);
  }
};

/// 100 steps with batches of `Chunks` chunks.
template <class Trainer, std::size_t Chunks, class Optimiser>
std::vector<float> learned_with(int threads, const Optimiser& optimiser, std::size_t sample_size) {
  constexpr std::size_t samples = Chunks * static_cast<std::size_t>(Trainer::chunk_size);
  const std::vector<float> x = batches::reals<float>(3 * samples * sample_size);
  const std::vector<std::int32_t> labels = batches::labels(3 * samples, 5);
  Trainer trainer{3, optimiser, static_cast<dl::extent>(samples), threads};
  for (std::size_t step = 0; step < 100; ++step)
    trainer.step(std::span(x).subspan(step % 3 * samples * sample_size, samples * sample_size),
                 std::span(labels).subspan(step % 3 * samples, samples));
  return {trainer.learned().values().begin(), trainer.learned().values().end()};
}

template <class Trainer, std::size_t Chunks, class Optimiser>
void check_threads(const Optimiser& optimiser, std::size_t sample_size) {
  const std::vector<float> alone = learned_with<Trainer, Chunks>(1, optimiser, sample_size);
  for (const int threads : {2, 3, 4, 7}) {
    const std::vector<float> together = learned_with<Trainer, Chunks>(threads, optimiser, sample_size);
    BOOST_TEST(std::memcmp(together.data(), alone.data(), alone.size() * sizeof(float)) == 0,
               Chunks << " chunks, " << threads << " threads");
  }
}

/// More than 8192 parameters, so that threads share the update too, and not a multiple of a vector.
struct mlp {
  dl::nn::linear<31, 257> hidden;
  dl::nn::linear<257, 5> output;
  constexpr auto operator()(const auto& x) const { return output(relu(hidden(x))); }
};
static_assert(dl::parameter_count<mlp>() > 8192 && dl::parameter_count<mlp>() % 16 != 0);

BOOST_AUTO_TEST_CASE(of_an_mlp_with_sgd) {
  using trainer = dl::trainer<mlp, objective, dl::chunk<dl::real_input<3, 31>, dl::index_input<3>>, dl::sgd>;
  check_threads<trainer, 1>(dl::sgd{.lr = 0.1}, 31);
  check_threads<trainer, 4>(dl::sgd{.lr = 0.1, .momentum = 0.9, .weight_decay = 0.01}, 31);
  check_threads<trainer, 11>(dl::sgd{.lr = 0.1, .momentum = 0.5}, 31);
}

struct cnn {
  dl::nn::conv2d<1, 3, 3> conv1;
  dl::nn::conv2d_no_bias<3, 17, 2> conv2;
  dl::nn::batch_norm2d<17> norm;
  dl::nn::linear<17, 5> output;
  constexpr auto operator()(const auto& images) const {
    return output(dropout(flatten(relu(norm(conv2(dl::max_pool2d<2>(relu(conv1(images)))))))));
  }
};

/// Its running statistics are the same too.
BOOST_AUTO_TEST_CASE(of_a_cnn_with_adam) {
  using trainer = dl::trainer<cnn, objective, dl::chunk<dl::real_input<2, 1, 7, 7>, dl::index_input<2>>, dl::adam>;
  check_threads<trainer, 5>(dl::adam{.lr = 0.01}, 49);
}

}  // namespace

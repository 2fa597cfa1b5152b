// labels: threads
// Warm-up, cosine, decoupled weight decay, clipping and a moving average, all at once, as PyTorch does them.
#include <hello_dl/hello_dl.hpp>

#include <golden/optim/recipe.hpp>
#include <support/check_training.hpp>

namespace {

namespace dl = hello_dl;

struct mlp {
  dl::nn::linear<6, 7> hidden;
  dl::nn::linear<7, 3> output;
  constexpr auto operator()(const auto& x) const { return output(tanh(hidden(x))); }
};

struct objective {
  constexpr auto operator()(const mlp& model, const auto& x, const auto& labels) const {
    return dl::cross_entropy(model(x), labels);
  }
};

constexpr dl::clipped optimiser{dl::adamw{.lr = 0.05, .weight_decay = 0.1}, 0.5};
constexpr dl::sequential_lr rate{dl::linear_lr{.lr = 0.05, .start_factor = 0.25}, 5,
                                 dl::cosine_annealing_lr{.lr = 0.05, .t_max = 15}};

/// Batches of 6 samples, in chunks of `Chunk`.
template <class T, dl::extent Chunk>
void check_recipe(double tolerance) {
  using inputs = dl::chunk<dl::real_input<Chunk, 6>, dl::index_input<Chunk>>;
  dl::trainer<mlp, objective, inputs, dl::clipped<dl::adamw>, T> trainer{0, optimiser, 6, 2};
  std::copy(golden::recipe.initial.begin(), golden::recipe.initial.end(), trainer.learned().values().begin());
  dl::moving_average average{trainer.learned(), 0.875};
  const std::vector<T> x = check::converted<T>(golden::recipe.inputs);
  std::vector<double> losses, norms;
  for (std::size_t step = 0; step < 20; ++step) {
    const std::size_t first = step * 6 % 24;
    trainer.optimiser.lr = rate(static_cast<long>(step));
    losses.push_back(static_cast<double>(trainer.step(std::span(x).subspan(first * 6, 6 * 6),
                                                      std::span(golden::recipe.labels.values).subspan(first, 6))));
    norms.push_back(trainer.gradient_norm());
    average.update(trainer.learned());
  }
  for (const std::string& found :
       {check::difference("loss", losses, golden::recipe.losses, tolerance),
        check::difference("norm", norms, golden::recipe_norms, tolerance),
        check::difference("weight", trainer.learned().values(), golden::recipe.learned, tolerance),
        check::difference("average", average.learned().values(), golden::recipe_average, tolerance)})
    BOOST_TEST(found.empty(), found);
}

BOOST_AUTO_TEST_CASE(two_chunks) {
  check_recipe<double, 3>(1e-9);
  check_recipe<float, 3>(1e-4);
}

BOOST_AUTO_TEST_CASE(one_chunk) { check_recipe<float, 6>(1e-4); }

}  // namespace

// A training process is killed again and again; whatever file it leaves is whole, and training goes on from it to the same
// bytes as without any interruption.
#include <hello_dl/data/safetensors.hpp>
#include <hello_dl/hello_dl.hpp>

#include "files.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>

namespace {

namespace dl = hello_dl;

struct model {
  dl::nn::linear<8, 32> hidden;
  dl::nn::linear<32, 4> out;
  constexpr auto operator()(const auto& x) const { return out(dl::dropout<dl::dropout_options{.p = 0.2}>(relu(hidden(x)))); }
};
struct objective {
  constexpr auto operator()(const model& m, const auto& x, const auto& labels) const { return cross_entropy(m(x), labels); }
};
using trainer = dl::trainer<model, objective, dl::chunk<dl::real_input<4, 8>, dl::index_input<4>>, dl::adam>;

constexpr dl::extent samples = 16;
constexpr std::int64_t steps = 1000, steps_per_save = 5;

struct batch {
  std::vector<float> inputs = std::vector<float>(samples * 8);
  std::vector<std::int32_t> labels = std::vector<std::int32_t>(samples);
};

/// What a step learns from is a function of its number.
void fill(batch& b, std::int64_t step) {
  for (std::size_t i = 0; i < b.inputs.size(); ++i)
    b.inputs[i] = static_cast<float>(dl::random_bits(9, static_cast<std::uint64_t>(step), i) % 1000) / 500 - 1;
  for (std::size_t i = 0; i < b.labels.size(); ++i) b.labels[i] = b.inputs[8 * i] > 0 ? 1 + (b.inputs[8 * i + 1] > 0) : 3;
}

/// Trains to the end from wherever the file says, and saves every few steps.
void train(const std::string& file, int threads) {
  trainer t{1, dl::adam{.lr = 0.01}, samples, threads};
  if (std::filesystem::exists(file)) dl::safetensors_file{file}.load_all(t.tensors());
  batch b;
  while (t.step_count() < steps) {
    fill(b, t.step_count());
    t.step(b.inputs, b.labels);
    if (t.step_count() % steps_per_save == 0) dl::save_safetensors(file, t.tensors());
  }
}

/// The process trains and is killed after so many microseconds.
void train_and_kill(const std::string& file, int threads, unsigned microseconds) {
  const pid_t child = fork();
  BOOST_REQUIRE(child >= 0);
  if (child == 0) {
    train(file, threads);
    _exit(0);
  }
  usleep(microseconds);
  kill(child, SIGKILL);
  BOOST_REQUIRE(waitpid(child, nullptr, 0) == child);
}

}  // namespace

BOOST_AUTO_TEST_CASE(killed_fifty_times_a_training_ends_in_the_same_bytes) {
  const test::temporary_folder folder;
  const auto begin = std::chrono::steady_clock::now();
  train(folder / "whole", 1);
  const std::chrono::duration<double, std::micro> time = std::chrono::steady_clock::now() - begin;
  const auto few_saves = static_cast<std::uint64_t>(std::max(time.count() / 40, 5000.0));
  const std::string file = folder / "killed";
  int found = 0;
  for (unsigned i = 0; i < 50; ++i) {
    train_and_kill(file, 1 + static_cast<int>(i % 4), static_cast<unsigned>(dl::random_bits(5, 0, i) % few_saves));
    if (!std::filesystem::exists(file)) continue;
    ++found;
    BOOST_TEST(test::error_of([&] { dl::safetensors_file{file}; }) == "", "after " << i << " kills");
  }
  BOOST_TEST(found > 0);
  train(file, 3);
  BOOST_TEST((test::content_of(file) == test::content_of(folder / "whole")));
}

// The listings of docs/checkpoints.md: a training is saved, goes on in another trainer, and its weights are read by another program.
#include <hello_dl/data/safetensors.hpp>
#include <hello_dl/hello_dl.hpp>

#include <cstdio>
#include <filesystem>

namespace dl = hello_dl;

namespace {

//[network
struct network {
  dl::nn::linear<2, 4> hidden;
  dl::nn::linear<4, 1> out;
  constexpr auto operator()(const auto& x) const { return out(tanh(hidden(x))); }
};
struct objective {
  constexpr auto operator()(const network& model, const auto& x, const auto& y) const { return dl::mse_loss(model(x), y); }
};
using trainer = dl::trainer<network, objective, dl::chunk<dl::real_input<4, 2>, dl::real_input<4, 1>>, dl::adam>;
//]

const std::vector<float> x{0, 0, 0, 1, 1, 0, 1, 1}, y{-1, 1, 1, -1};

}  // namespace

int main(int argc, char** argv) {
  const std::filesystem::path folder = argc > 1 ? argv[1] : std::filesystem::temp_directory_path();
  const std::string training_file = folder / "hello-dl-training.safetensors", weights_file = folder / "hello-dl-weights.safetensors";
  //[save
  trainer first{1, dl::adam{.lr = 0.05}, 4};
  for (int step = 0; step < 300; ++step) first.step(x, y);
  dl::save_safetensors(training_file, first.tensors());
  //]
  //[load
  trainer second{2, dl::adam{.lr = 0.05}, 4};  // other weights, until they are loaded
  dl::safetensors_file{training_file}.load_all(second.tensors());
  for (int step = 0; step < 300; ++step) {
    first.step(x, y);
    second.step(x, y);
  }
  //]
  const bool same = std::ranges::equal(first.learned().values(), second.learned().values());
  std::printf("after %ld steps each, the weights are %s\n", static_cast<long>(second.step_count()), same ? "the same" : "others");
  //[weights
  dl::save_safetensors(weights_file, second.learned().tensors(), {{"format", "pt"}});
  for (const dl::stored_tensor& tensor : dl::safetensors_file{weights_file}.tensors())
    std::printf("%s %s\n", tensor.name.c_str(), tensor.type_and_shape().c_str());
  //]
  std::vector<float> answers(4);
  dl::inference<network, dl::real_input<4, 2>>{}(second.learned(), x, answers);
  const int digits = argc > 1 ? 7 : 2;
  for (std::size_t i = 0; i < 4; ++i) std::printf("%g %g -> %.*f\n", x[2 * i], x[2 * i + 1], digits, answers[i]);
}

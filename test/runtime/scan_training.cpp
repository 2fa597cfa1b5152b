// A network that reads five words in a loop, trained as PyTorch trains it.
#include <golden/nn/gru_training.hpp>
#include <golden/nn/lstm_training.hpp>
#include <nn/word_reader.hpp>

namespace {

struct in_a_loop {
  constexpr auto operator()(const auto& cell, const auto& x) const { return scan(cell, x); }
};
template <class T>
using gru_trainer = word_reader::trainer<in_a_loop, hello_dl::nn::gru_cell<3, 5>, T>;
template <class T>
using lstm_trainer = word_reader::trainer<in_a_loop, hello_dl::nn::lstm_cell<3, 5>, T>;

BOOST_AUTO_TEST_CASE(losses_and_weights_are_those_of_pytorch) {
  check::check_training<gru_trainer, double>(golden::gru_training, word_reader::optimiser, 1e-9);
  check::check_training<gru_trainer, float>(golden::gru_training, word_reader::optimiser, 1e-3);
  check::check_training<lstm_trainer, double>(golden::lstm_training, word_reader::optimiser, 1e-9);
}

}  // namespace

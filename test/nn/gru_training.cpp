// A network that reads five words, one after another, trained as PyTorch trains it.
#include <golden/nn/gru_training.hpp>
#include <nn/word_reader.hpp>

namespace {

struct unrolled {
  constexpr auto operator()(const auto& cell, const auto& x) const { return unroll(cell, x); }
};
template <class T>
using trainer = word_reader::trainer<unrolled, hello_dl::nn::gru_cell<3, 5>, T>;

BOOST_AUTO_TEST_CASE(losses_and_weights_are_those_of_pytorch) {
  check::check_training<trainer, double>(golden::gru_training, word_reader::optimiser, 1e-9);
}

}  // namespace

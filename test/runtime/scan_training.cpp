// A network that reads five words in a loop, trained as PyTorch trains it.
#include <nn/word_reader.hpp>

namespace {

struct in_a_loop {
  constexpr auto operator()(const auto& cell, const auto& x) const { return scan(cell, x); }
};
template <class T>
using trainer = word_reader::trainer<in_a_loop, T>;

BOOST_AUTO_TEST_CASE(losses_and_weights_are_those_of_pytorch) {
  check::check_training<trainer, double>(golden::gru_training, word_reader::optimiser, 1e-9);
  check::check_training<trainer, float>(golden::gru_training, word_reader::optimiser, 1e-3);
}

}  // namespace

// The listings of docs/tutorial/9-what-the-network-sees.md.
#include <hello_dl/hello_dl.hpp>

namespace {

namespace dl = hello_dl;

//[neuron
/// A neuron, as in chapter 1, with three pixels.
constexpr auto neuron = [](auto pixels, auto weights) { return sum(weights * pixels); };
constexpr dl::tensor<double, 3> weights{2, 3, -4};

constexpr auto slope = dl::gradient<0>(neuron);  // with respect to argument 0: the pixels
static_assert(slope(dl::tensor<double, 3>{0, 1, 0.5}, weights) == weights);
static_assert(slope(dl::tensor<double, 3>{1, 1, 1}, weights) == weights);
//]

//[network
/// Two hidden neurons with ReLU. The answer is the first of them plus ten times the second.
constexpr auto network = [](auto pixels, auto hidden, auto out) { return sum(out * relu(matmul(hidden, pixels))); };
constexpr dl::tensor<double, 2, 3> hidden{1, -1, 0,  //
                                          0, 1, -1};
constexpr dl::tensor<double, 2, 1> out{1, 10};

constexpr auto looks_at = dl::gradient<0>(network);
using image = dl::tensor<double, 3, 1>;
static_assert(looks_at(image{2, 1, 0}, hidden, out) == image{1, 9, -10});   // both speak
static_assert(looks_at(image{1, 2, 0}, hidden, out) == image{0, 10, -10});  // only the second
static_assert(looks_at(image{2, 0, 1}, hidden, out) == image{1, -1, 0});    // only the first
//]

}  // namespace

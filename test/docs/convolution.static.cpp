// The listings of docs/tutorial/6-reading-letters.md.
#include <hello_dl/hello_dl.hpp>

namespace {

namespace dl = hello_dl;

//[edge
/// One picture with one channel, of 4 x 5 pixels: a vertical stroke.
constexpr dl::tensor<double, 1, 1, 4, 5> stroke{0, 0, 1, 0, 0,  //
                                                0, 0, 1, 0, 0,  //
                                                0, 0, 1, 0, 0,  //
                                                0, 0, 1, 0, 0};
/// One filter of 2 x 2 weights: it asks whether the ink begins here, from left to right.
constexpr dl::tensor<double, 1, 1, 2, 2> begins{-1, 1,  //
                                                -1, 1};

constexpr auto look = [](auto picture, auto filter) { return conv2d(picture, filter); };
static_assert(dl::evaluate(look, stroke, begins) == dl::tensor<double, 1, 1, 3, 4>{0, 2, -2, 0,  //
                                                                                  0, 2, -2, 0,  //
                                                                                  0, 2, -2, 0});
//]

//[moved
constexpr dl::tensor<double, 1, 1, 4, 5> moved{0, 0, 0, 1, 0,  //
                                               0, 0, 0, 1, 0,  //
                                               0, 0, 0, 1, 0,  //
                                               0, 0, 0, 1, 0};
static_assert(dl::evaluate(look, moved, begins) == dl::tensor<double, 1, 1, 3, 4>{0, 0, 2, -2,  //
                                                                                 0, 0, 2, -2,  //
                                                                                 0, 0, 2, -2});
//]

//[pooled
constexpr auto strongest = [](auto picture, auto filter) { return dl::max_pool2d<2>(relu(conv2d(picture, filter))); };
static_assert(dl::evaluate(strongest, stroke, begins) == dl::tensor<double, 1, 1, 1, 2>{2, 0});
static_assert(dl::evaluate(strongest, moved, begins) == dl::tensor<double, 1, 1, 1, 2>{0, 2});
//]

//[weights
static_assert(dl::parameter_count<dl::nn::conv2d_no_bias<1, 24, 3>>() == 24 * 9);
static_assert(dl::parameter_count<dl::nn::linear<28 * 28, 24 * 28 * 28>>() == 14'770'560);
//]

//[normalised
constexpr auto normalise = [](auto x) { return dl::standardize(x, 0); };
static_assert(dl::evaluate(normalise, dl::tensor<double, 4>{8, 16, 16, 24}) == dl::evaluate(normalise, dl::tensor<double, 4>{1, 2, 2, 3}));
//]

}  // namespace

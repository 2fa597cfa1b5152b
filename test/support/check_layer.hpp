#pragma once
/// A layer with PyTorch's weights must compute what PyTorch's layer computes.

#include <hello_dl/runtime/inference.hpp>
#include <support/difference.hpp>
#include <support/golden_training.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <vector>

namespace check {

namespace dl = hello_dl;

/// `Input` is the handle type of the input.
template <class Layer, class Input, class T, class Golden>
void check_layer(const Golden& golden, double tolerance) {
  dl::parameters<Layer, T> learned{0};
  BOOST_TEST_REQUIRE(learned.values().size() == elements(golden.parameters).size());
  std::transform(golden.parameters.begin(), golden.parameters.end(), learned.values().begin(),
                 [](double value) { return static_cast<T>(value); });
  const std::vector<T> input(golden.input.begin(), golden.input.end());
  std::vector<T> result(elements(golden.result).size());
  dl::inference<Layer, Input, T>{}(learned, input, result);
  const std::string found = difference("result", result, golden.result, tolerance);
  BOOST_TEST(found.empty(), found);
}

}  // namespace check

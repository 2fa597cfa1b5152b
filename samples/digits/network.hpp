#pragma once
#include "common/learn.hpp"

namespace samples {

//[network
/// Every pixel is weighed for each of 256 hidden values, those for 128 more, those for the ten
/// digits. Without relu in between, three matrices would be no more than one.
struct digits_network {
  dl::nn::linear<784, 256> hidden1;
  dl::nn::linear<256, 128> hidden2;
  dl::nn::linear<128, 10> out;

  constexpr auto operator()(const auto& images) const {
    return out(relu(hidden2(relu(hidden1(flatten(images))))));
  }
};
//]

}  // namespace samples

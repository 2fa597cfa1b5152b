#pragma once
#include <hello_dl/hello_dl.hpp>

namespace samples {
namespace dl = hello_dl;

//[network
/// 128 hidden values between the pixels and the letters.
struct small_network {
  dl::nn::linear<784, 128> hidden;
  dl::nn::linear<128, 26> out;

  constexpr auto operator()(const auto& images) const { return out(relu(hidden(flatten(images)))); }
};
//]

}  // namespace samples

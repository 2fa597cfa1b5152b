#pragma once
#include <hello_dl/core/tensor_view.hpp>

#include <algorithm>
#include <span>
#include <vector>

namespace samples {

/// Fills a part of a network, or one that holds the same network, with what was learned: tensor by tensor, from the first on.
inline void take_tensors(const std::vector<hello_dl::tensor_view>& part, std::span<const hello_dl::tensor_view> learned) {
  for (std::size_t i = 0; i < part.size(); ++i) std::ranges::copy(learned[i].bytes, part[i].bytes.begin());
}

}  // namespace samples

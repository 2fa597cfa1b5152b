#pragma once
/// A moving average of what a model learns, which often answers better than the last weights do (Polyak and Juditsky 1992,
/// "Acceleration of stochastic approximation by averaging"), in the form of torch.optim.swa_utils.AveragedModel with
/// get_ema_multi_avg_fn and use_buffers.

#include <hello_dl/optim/lanes.hpp>
#include <hello_dl/runtime/flush_denormals.hpp>
#include <hello_dl/runtime/parameters.hpp>

#include <algorithm>

namespace hello_dl {

/// The average of a model's parameters over about the last 1 / (1 - decay) updates. Usable wherever parameters are, for
/// instance in inference.
template <class Model, class T = float>
class moving_average {
 public:
  /// Starts with a copy.
  explicit moving_average(const parameters<Model, T>& learned, double with_decay = 0.999)
      : decay{with_decay}, average_{0} {
    copy(learned);
  }

  /// After a step: average = decay average + (1 - decay) learned. The first update copies.
  void update(const parameters<Model, T>& learned) {
    if (n_averaged_++ == 0) copy(learned);
    else approach(learned);
  }

  const parameters<Model, T>& learned() const { return average_; }

  /// The averages and the number of updates, for saving and loading, "prefix" before their names.
  std::vector<tensor_view> tensors(const std::string& prefix = {}) {
    std::vector<tensor_view> list = average_.tensors(prefix);
    list.push_back(view_of(prefix + "n_averaged", n_averaged_));
    return list;
  }

  double decay;  ///< may be changed between updates

 private:
  void copy(const parameters<Model, T>& learned) {
    std::copy(learned.values().begin(), learned.values().end(), average_.data());
  }

  /// A part of the way. With the factors decay and 1 - decay, which in float do not add up to 1, the average of equal
  /// numbers would be another.
  void approach(const parameters<Model, T>& learned) {
    const flush_denormals flush;
    const T part = static_cast<T>(1 - decay);
    const T* const from = learned.data();
    T* const to = average_.data();
    for_each_lane<T>(0, static_cast<extent>(learned.values().size()), [&]<class V>(V, extent i) {
      const V average = load<V>(to + i);
      store(to + i, average + V(part) * (load<V>(from + i) - average));
    });
  }

  parameters<Model, T> average_;
  std::int64_t n_averaged_ = 0;
};

}  // namespace hello_dl

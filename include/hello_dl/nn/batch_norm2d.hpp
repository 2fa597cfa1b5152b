#pragma once
/// batch_norm2d (PyTorch: nn.BatchNorm2d; Ioffe and Szegedy 2015, "Batch Normalization: Accelerating Deep Network Training by
/// Reducing Internal Covariate Shift", Algorithm 1).

#include <hello_dl/nn/parameter.hpp>
#include <hello_dl/ops/ops.hpp>

namespace hello_dl::nn {

/// `momentum` is the weight of the newest batch in the running statistics, `eps` is added to the variance.
struct batch_norm_options {
  double momentum = 0.1;
  double eps = 1e-5;
};

/// Of images [n, Channels, height, width]: each channel is shifted and scaled to mean 0 and variance 1, then to what the
/// layer learned as bias and weight. In a training step mean and variance are those of the chunk, over all its images and
/// pixels, and the running ones move towards them; else the running ones are used. The running variance is the unbiased
/// one: divided by one less than the number of elements.
///
/// A trainer whose batch has several chunks normalises each by itself, as PyTorch's DataParallel does, and then moves the
/// running statistics by the mean of the chunks.
template <extent Channels, batch_norm_options Options = batch_norm_options{}>
struct batch_norm2d {
  parameter<shape<Channels>, init::ones> weight;
  parameter<shape<Channels>, init::zeros> bias;
  buffer<shape<Channels>, init::zeros> running_mean;
  buffer<shape<Channels>, init::ones> running_var;

  template <expression X>
  constexpr auto operator()(const X& x) const {
    constexpr bool fits = X::shape_value.rank == 4 && X::shape_value[1] == Channels;
    static_assert(fits, "batch_norm2d: the input must have the shape [n, channels, height, width] with the layer's channels");
    if constexpr (fits) {
      if (x.term.graph->training) {
        follow(x);
        return standardize<0, 2, 3>(x, Options.eps) * per_channel(weight) + per_channel(bias);
      }
      const auto scale = weight / sqrt(running_var + Options.eps);
      return x * per_channel(scale) + per_channel(bias - running_mean * scale);
    }
  }

 private:
  static constexpr auto per_channel(const expression auto& x) { return reshape<Channels, 1, 1>(x); }

  template <expression X>
  constexpr void follow(const X& x) const {
    constexpr extent count = X::shape_value.size() / Channels;
    constexpr double unbiased = static_cast<double>(count) / static_cast<double>(count > 1 ? count - 1 : 1);
    const auto of_x = moments_of<0, 2, 3>(x);
    move_towards(running_mean, reshape<Channels>(of_x.mean));
    move_towards(running_var, unbiased * reshape<Channels>(of_x.variance));
  }

  /// From where it stands: a layer that is used twice in one step moves it twice.
  static constexpr void move_towards(const expression auto& running, const expr<shape<Channels>>& now) {
    graph& g = *now.term.graph;
    const expr<shape<Channels>> last{g.next(running.term)};
    g.set_next(running.term, ((1 - Options.momentum) * last + Options.momentum * now).term);
  }
};

}  // namespace hello_dl::nn

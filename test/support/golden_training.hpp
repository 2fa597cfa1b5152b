#pragma once
/// What the golden files of networks, layers and optimisers (test/golden/nn, test/golden/optim) are
/// made of. Tensors of several dimensions are written flat, except a trajectory's.

#include <hello_dl/expr/tensor.hpp>

#include <cstdint>

namespace golden {

using hello_dl::extent;
using hello_dl::tensor;

/// Twenty training steps: batches follow one another through `inputs`, numbers or indices, in a circle.
template <class Element, extent Inputs, extent Samples, extent Parameters, extent Steps>
struct training_case {
  tensor<Element, Inputs> inputs;
  tensor<std::int32_t, Samples> labels;
  tensor<double, Parameters> initial;
  tensor<double, Steps> losses;   ///< of each batch, before its step
  tensor<double, Parameters> learned;
};
template <class E, extent I, extent S, extent P, extent N>
training_case(tensor<E, I>, tensor<std::int32_t, S>, tensor<double, P>, tensor<double, N>, tensor<double, P>)
    -> training_case<E, I, S, P, N>;

/// A layer with these parameters, in the order of declaration, maps `input` to `result`.
template <extent Input, extent Parameters, extent Result>
struct layer_case {
  tensor<double, Input> input;
  tensor<double, Parameters> parameters;
  tensor<double, Result> result;
};
template <extent I, extent P, extent R>
layer_case(tensor<double, I>, tensor<double, P>, tensor<double, R>) -> layer_case<I, P, R>;

/// Parameters that start at `start` and stand at `path` after each step with its gradient.
template <extent Count, extent Steps>
struct trajectory {
  tensor<double, Count> start;
  tensor<double, Steps, Count> gradients;
  tensor<double, Steps, Count> path;
};
template <extent C, extent S>
trajectory(tensor<double, C>, tensor<double, S, C>, tensor<double, S, C>) -> trajectory<C, S>;

}  // namespace golden

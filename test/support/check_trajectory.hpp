#pragma once
/// An optimiser must move parameters as PyTorch's does, in float and double, at run time and in the
/// compiler, also when it works slice by slice.

#include <hello_dl/core/math.hpp>
#include <hello_dl/optim/clipped.hpp>
#include <hello_dl/optim/lanes.hpp>
#include <support/difference.hpp>
#include <support/golden_training.hpp>

#include <boost/test/unit_test.hpp>

namespace check {

namespace dl = hello_dl;

/// What the optimiser does in a step, counted from 0.
template <class T, dl::extent Count, dl::extent Steps, class Optimiser>
constexpr auto rule_of(const golden::trajectory<Count, Steps>& golden, const Optimiser& optimiser, long step) {
  auto rule = optimiser.template rule<T>(step + 1);
  if constexpr (dl::clips_gradient<Optimiser>) {
    double squares = 0;
    for (dl::extent i = 0; i < Count; ++i) squares += golden.gradients[step * Count + i] * golden.gradients[step * Count + i];
    rule.scale = static_cast<T>(optimiser.scale(dl::math::sqrt(squares)));
  }
  return rule;
}

/// The parameters after each step. All are there `copies` times, so that vectors have something to do,
/// and those of `copy` are returned; [0, cut) and [cut, end) are updated one after the other.
inline constexpr dl::extent copies = 7;
template <class T, dl::extent Count, dl::extent Steps, class Optimiser>
constexpr auto follow(const golden::trajectory<Count, Steps>& golden, const Optimiser& optimiser, dl::extent copy,
                      dl::extent cut) {
  constexpr dl::extent all = copies * Count;
  golden::tensor<T, Steps, Count> path{};
  T parameters[all] = {}, gradients[all] = {}, memory[std::size(Optimiser::state_names)][all] = {};
  T* state[std::size(Optimiser::state_names)] = {};
  for (std::size_t i = 0; i < std::size(memory); ++i) state[i] = memory[i];
  for (dl::extent i = 0; i < all; ++i) parameters[i] = static_cast<T>(golden.start[i % Count]);
  for (long step = 0; step < Steps; ++step) {
    for (dl::extent i = 0; i < all; ++i) gradients[i] = static_cast<T>(golden.gradients[step * Count + i % Count]);
    const auto rule = rule_of<T>(golden, optimiser, step);
    const auto update = [&]<class V>(V, dl::extent i) { rule(parameters, state, i, dl::load<V>(gradients + i)); };
    dl::for_each_lane<T>(0, cut, update);
    dl::for_each_lane<T>(cut, all, update);
    for (dl::extent i = 0; i < Count; ++i) path[step * Count + i] = parameters[copy * Count + i];
  }
  return path;
}

/// `Golden` is a trajectory, `With` the optimiser; `in_float` is the tolerance there.
template <const auto& Golden, auto With>
void check_trajectory(double in_float = 1e-6) {
  constexpr auto compiled = follow<double>(Golden, With, 0, 0);
  constexpr auto compiled_in_float = follow<float>(Golden, With, 0, 0);
  const auto check = [](const auto& path, double tolerance) {
    const std::string found = difference("parameters", path, Golden.path, tolerance);
    BOOST_TEST(found.empty(), found);
  };
  check(compiled, 1e-13);
  check(compiled_in_float, in_float);
  for (const dl::extent cut : {0, 1, 4, 5, 17})
    for (dl::extent copy = 0; copy < copies; ++copy) {
      check(follow<double>(Golden, With, copy, cut), 1e-13);
      check(follow<float>(Golden, With, copy, cut), in_float);
    }
}

}  // namespace check

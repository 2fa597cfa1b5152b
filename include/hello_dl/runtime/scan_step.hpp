#pragma once
/// One step of a recurrent cell as a program of its own, and its derivative as another: what scan runs again and again.

#include <hello_dl/nn/parameter.hpp>
#include <hello_dl/runtime/run.hpp>

#include <array>
#include <tuple>

namespace hello_dl::detail {

/// A state as one term [n, features]: the parts of a tuple beside one another.
template <class State>
constexpr term packed(const State& state) {
  if constexpr (expression<State>) return state.term;
  else
    return std::apply(
        [](const auto&... part) {
          vector<term> parts;
          (parts.push_back(part.term), ...);
          return join(parts, 1);
        },
        state);
}

/// The reverse.
template <class State>
constexpr State unpacked(term all) {
  if constexpr (expression<State>) return {all};
  else
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
      extent end = 0;
      const auto next = [&](const dims& shape) {
        end += shape[1];
        return slice(all, 1, end - shape[1], end);
      };
      return State{std::tuple_element_t<I, State>{next(std::tuple_element_t<I, State>::shape_value)}...};
    }(std::make_index_sequence<std::tuple_size_v<State>>{});
}

/// `Cell` on `Rows` sequences, to whose gates the input gives `Gates` numbers. The inputs of the programs: what the input gives,
/// the state, the parameters of the cell, and for the derivative the gradient of the next state.
template <class Cell, extent Rows, extent Gates>
struct scan_step {
  using state_type = decltype(Cell::template zeros<Rows>(std::declval<graph&>()));
  static constexpr dims state_shape = [] {
    graph g;
    return packed(Cell::template zeros<Rows>(g)).shape();
  }();

  struct traced {
    graph g{};
    term gates{input(g, 0, dims{Rows, Gates}, element::real, "gates")};
    term state{input(g, 1, state_shape, element::real, "state")};
    vector<term> parameters{};
    term next{};

    constexpr traced() {
      Cell cell{};
      for_each_parameter(cell, [this]<class P>(P& p, std::string_view name) {
        p.term = input(g, 2 + static_cast<int>(parameters.size()), P::shape_value, element::real, name);
        parameters.push_back(p.term);
      });
      next = packed(cell.step(expr<shape<Rows, Gates>>{gates}, unpacked<state_type>(state)));
    }
  };

  static constexpr std::size_t parameter_tensors = [] {
    const traced step;
    return static_cast<std::size_t>(step.parameters.size());
  }();
  /// Where each parameter starts among those that a step uses, one behind another, and -1 for the others; last, how many numbers
  /// these are.
  static constexpr auto offsets = [] {
    const traced step;
    const vector<char> live = reachable(step.g, vector<output>(1, output{step.next}));
    std::array<extent, parameter_tensors + 1> result{};
    extent size = 0;
    for (std::size_t i = 0; i < parameter_tensors; ++i) {
      const term p = step.parameters[static_cast<extent>(i)];
      result[i] = live[p.id] ? size : -1;
      if (live[p.id]) size += p.shape().size();
    }
    result[parameter_tensors] = size;
    return result;
  }();
  static constexpr extent parameter_size = offsets[parameter_tensors];

  /// Slot 0: the next state.
  struct forward {
    static constexpr program_draft draft() {
      const traced step;
      return draft_program(step.g, vector<output>(1, output{step.next}), {}, {});
    }
  };
  /// Slots: the gradients of what the input gives, of the state, and of the parameters.
  struct backward {
    static constexpr program_draft draft() {
      traced step;
      const term seed = input(step.g, 2 + static_cast<int>(parameter_tensors), state_shape, element::real, "gradient");
      vector<term> sources;
      sources.push_back(step.gates);
      sources.push_back(step.state);
      for (const term p : step.parameters) sources.push_back(p);
      const vector<term> gradients = vector_jacobian_product(step.next, seed, sources);
      vector<output> outputs;
      outputs.push_back({gradients[0], 0, 0});
      outputs.push_back({gradients[1], 1, 0});
      for (std::size_t i = 0; i < parameter_tensors; ++i)
        if (offsets[i] >= 0) outputs.push_back({gradients[static_cast<extent>(i) + 2], 2, offsets[i]});
      return draft_program(step.g, outputs, {}, {});
    }
  };
  struct forward_program { static constexpr auto table = freeze<forward>(); };
  struct backward_program { static constexpr auto table = freeze<backward>(); };

  /// The inputs of a run, by number; `parameters` are those that a step uses.
  template <class T>
  static constexpr std::array<const T*, parameter_tensors + 3> inputs(const T* gates, const T* state, const T* parameters,
                                                                     const T* gradient = nullptr) {
    std::array<const T*, parameter_tensors + 3> all{gates, state};
    for (std::size_t i = 0; i < parameter_tensors; ++i)
      if (offsets[i] >= 0) all[i + 2] = parameters + offsets[i];
    all[parameter_tensors + 2] = gradient;
    return all;
  }
};

}  // namespace hello_dl::detail

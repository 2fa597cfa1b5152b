#pragma once
/// The program of one training step: loss, further results, and the gradient of the loss with respect
/// to every parameter of the model.

#include <hello_dl/core/fixed_string.hpp>
#include <hello_dl/nn/parameter.hpp>
#include <hello_dl/runtime/evaluate.hpp>

namespace hello_dl {

/// Inputs of a program, as handle types: real numbers, and indices such as class labels.
template <extent... Extents>
using real_input = expr<shape<Extents...>>;
template <extent... Extents>
using index_input = expr<shape<Extents...>, element::index>;

namespace detail {

/// The elements of an input: T, or std::int32_t for indices.
template <class Input, class T>
using input_value = std::conditional_t<Input::type == element::index, std::int32_t, T>;

/// The tensors of a model that a gradient changes, or its buffers.
template <class Model>
constexpr vector<term> tensors_of(Model& model, bool buffers) {
  vector<term> result;
  for_each_parameter(model, [&]<class P>(P& p, std::string_view) {
    if (P::is_buffer == buffers) result.push_back(p.term);
  });
  return result;
}

constexpr graph training_graph() {
  graph g;
  g.training = true;
  return g;
}

/// A traced objective: what it computes, from which parameters.
template <class Model, class Objective, class... Inputs>
struct traced_objective {
  graph g{training_graph()};
  vector<parameter_record> records{};
  Model model{bind<Model>(g, records)};
  std::tuple<Inputs...> inputs{make_inputs<Inputs...>(g)};
  decltype(as_tuple(std::declval<Objective>()(std::declval<const Model&>(), std::declval<Inputs>()...))) results{
      std::apply([this](const auto&... x) { return as_tuple(Objective{}(model, x...)); }, inputs)};

  constexpr term loss() const { return std::get<0>(results).term; }

  /// The number of the first parameter that the loss does not depend on; -1 if it needs all.
  constexpr int first_unused() {
    const vector<char> live = reachable(g, vector<output>(1, output{loss()}));
    for (const term parameter : tensors_of(model, false))
      if (!live[parameter.id]) return g[parameter.id].attributes[0];
    return -1;
  }

  /// Slot 0: the loss; slot 1, in the layout of the parameters: the gradient, and what buffers are to hold; from
  /// slot 2 on: what the objective returned beside the loss.
  constexpr vector<output> outputs() {
    const vector<term> learned = tensors_of(model, false);
    const vector<term> gradients = vector_jacobian_product(loss(), constant(g, 1), learned);
    vector<output> wanted(1, output{loss(), 0, 0});
    for (extent i = 0; i < gradients.size(); ++i) wanted.push_back({gradients[i], 1, offset_of(learned[i])});
    for (const term buffer : tensors_of(model, true)) wanted.push_back({g.next(buffer), 1, offset_of(buffer)});
    int slot = 0;
    std::apply([&](const auto&... r) { ((slot > 0 ? wanted.push_back({r.term, slot + 1, 0}) : void(), ++slot), ...); },
               results);
    return wanted;
  }

 private:
  constexpr extent offset_of(term tensor) const { return g[tensor.id].attributes[1]; }
};

template <class Model, class Objective, class... Inputs>
struct training_draft {
  static constexpr program_draft draft() {
    traced_objective<Model, Objective, Inputs...> traced;
    vector<input_record> inputs;
    (inputs.push_back({Inputs::shape_value, Inputs::type}), ...);
    const vector<output> outputs = traced.outputs();
    return draft_program(traced.g, outputs, inputs, traced.records);
  }
  static constexpr int first_unused() {
    traced_objective<Model, Objective, Inputs...> traced;
    return traced.first_unused();
  }
};

template <fixed_string Parameter>
constexpr void check_used() {
  static_assert(Parameter.size() == 0,
                "training: the loss does not use this parameter of the model; use it or remove it");
}

template <class Model, int Number>
constexpr auto parameter_name() {
  constexpr extent length = [] {
    graph g;
    vector<parameter_record> records;
    static_cast<void>(bind<Model>(g, records));
    return records[Number].name_length;
  }();
  fixed_string<static_cast<std::size_t>(length)> name;
  graph g;
  vector<parameter_record> records;
  static_cast<void>(bind<Model>(g, records));
  for (extent i = 0; i < length; ++i) name.letters[i] = g.names()[records[Number].name_begin + i];
  return name;
}

}  // namespace detail

/// The frozen training step of `Model`: `Objective{}(model, inputs...)` gives the loss, or a tuple
/// of the loss and further results.
template <class Model, class Objective, class... Inputs>
struct training_program {
  static constexpr auto table = [] {
    using draft = detail::training_draft<Model, Objective, Inputs...>;
    constexpr int unused = draft::first_unused();
    if constexpr (unused >= 0) detail::check_used<detail::parameter_name<Model, unused>()>();
    return freeze<draft>();
  }();
};

}  // namespace hello_dl

#pragma once
/// Parameters: the tensors that a model learns, and buffers: those that it keeps beside them. A model is a plain
/// struct whose members are parameters, buffers, layers, or std::arrays of layers; its tensors are found, and named by
/// the path of members that leads to them ("conv1.weight", "blocks.0.bias"), as in a PyTorch state_dict.

#include <hello_dl/core/distribution.hpp>
#include <hello_dl/expr/trace.hpp>
#include <hello_dl/graph/freeze.hpp>
#include <hello_dl/nn/initialise.hpp>
#include <hello_dl/nn/reflect.hpp>
#include <hello_dl/ops/ops.hpp>

#include <array>

namespace hello_dl {

/// A learned tensor of the given shape: inside a model's operator() it is a handle like any other.
/// `Initialise` says how it is filled before training (nn/initialise.hpp).
template <class Shape, class Initialise = init::zeros>
struct parameter : expr<Shape> {
  static constexpr distribution initial = Initialise::template of<Shape>();
  static constexpr bool is_buffer = false;
};

/// A tensor that no gradient changes, such as a running mean (PyTorch: Module.register_buffer). In a training step a layer
/// says with graph::set_next what it holds afterwards; if a batch has several chunks, that is the mean of what they say.
template <class Shape, class Initialise = init::zeros>
struct buffer : expr<Shape> {
  static constexpr distribution initial = Initialise::template of<Shape>();
  static constexpr bool is_buffer = true;
};

namespace detail {

template <class T>
concept model_tensor = expression<T> && requires { T::initial; };
template <class T>
inline constexpr bool is_array = false;
template <class T, std::size_t N>
inline constexpr bool is_array<std::array<T, N>> = true;

/// A path of member names, joined by dots.
class path {
 public:
  constexpr path extended(std::string_view name) const {
    path longer = *this;
    if (!letters_.empty()) longer.letters_.push_back('.');
    for (const char letter : name) longer.letters_.push_back(letter);
    return longer;
  }
  constexpr path extended(std::size_t number) const {
    char digits[20];
    std::size_t begin = sizeof(digits);
    do digits[--begin] = static_cast<char>('0' + number % 10);
    while ((number /= 10) > 0);
    return extended({digits + begin, sizeof(digits) - begin});
  }
  constexpr std::string_view text() const {
    return {letters_.begin(), static_cast<std::size_t>(letters_.size())};
  }

 private:
  vector<char> letters_;
};

}  // namespace detail

/// Calls visit(tensor, name) for every parameter and buffer of a module, in the order of declaration.
template <class Module, class Visit>
constexpr void for_each_parameter(Module& module, Visit&& visit, const detail::path& at = {}) {
  if constexpr (detail::model_tensor<Module>) {
    visit(module, at.text());
  } else if constexpr (detail::is_array<std::remove_const_t<Module>>) {
    for (std::size_t i = 0; i < module.size(); ++i) for_each_parameter(module[i], visit, at.extended(i));
  } else {
    static_assert(std::is_aggregate_v<Module>,
                  "module: a model must be a plain struct of parameters, layers and std::arrays of layers");
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      [[maybe_unused]] const auto all = detail::members(module);
      (for_each_parameter(std::get<I>(all), visit,
                          at.extended(detail::member_name<std::remove_const_t<Module>, I>())),
       ...);
    }(std::make_index_sequence<static_cast<std::size_t>(detail::member_count<std::remove_const_t<Module>>)>{});
  }
}

/// How many numbers a model learns; its buffers do not count.
template <class Model>
constexpr extent parameter_count() {
  extent count = 0;
  Model model{};
  for_each_parameter(model, [&]<class P>(P&, std::string_view) { count += P::is_buffer ? 0 : P::shape_value.size(); });
  return count;
}

/// A model whose parameters and buffers are nodes of `g`; fills in their records.
template <class Model>
constexpr Model bind(graph& g, vector<parameter_record>& records) {
  Model model{};
  extent learned = 0, kept = parameter_count<Model>();
  for_each_parameter(model, [&]<class P>(P& p, std::string_view name) {
    node n;
    n.op = &record_of<parameter_operation>;
    n.shape = P::shape_value;
    extent& offset = P::is_buffer ? kept : learned;
    n.attributes[0] = static_cast<int>(records.size());
    n.attributes[1] = static_cast<int>(offset);
    n.attributes[2] = P::is_buffer;
    g.set_name(n, name);
    p.term = g.intern(n);
    records.push_back({n.name_begin, n.name_length, n.shape, offset, P::initial, P::is_buffer});
    offset += n.shape.size();
  });
  return model;
}

/// Where a function may stand, a model may: its parameters become nodes.
template <class Model>
  requires(std::is_aggregate_v<Model> && !std::is_empty_v<Model>)
struct function_in<Model> {
  static constexpr Model make(graph& g) {
    vector<parameter_record> records;
    return bind<Model>(g, records);
  }
};

}  // namespace hello_dl

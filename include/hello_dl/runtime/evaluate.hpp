#pragma once
/// Evaluation: a function of handles becomes a program, and the program runs, in a constant
/// expression or at run time.

#include <hello_dl/expr/trace.hpp>
#include <hello_dl/runtime/run.hpp>

namespace hello_dl {

namespace detail {

template <class F, class... Inputs>
using result_of = decltype(as_tuple(std::declval<F>()(std::declval<Inputs>()...)));

/// Traces F on inputs of the given handle types; each result is an output slot of its own.
template <class F, class... Inputs>
struct function_draft {
  static constexpr program_draft draft() {
    graph g;
    vector<output> outputs;
    for (const term result : trace<F>(g, make_inputs<Inputs...>(g)))
      outputs.push_back({result, static_cast<int>(outputs.size()), 0});
    vector<input_record> inputs;
    (inputs.push_back({Inputs::shape_value, Inputs::type}), ...);
    return draft_program(g, outputs, inputs, {});
  }
};

/// The program of a function.
template <class F, class... Inputs>
struct function_program {
  static constexpr auto table = freeze<function_draft<F, Inputs...>>();
};

template <class T>
struct argument_of {
  using handle = expr<shape<>>;
  using element_type = double;
};
template <>
struct argument_of<float> {
  using handle = expr<shape<>>;
  using element_type = float;
};
template <class T, extent... Extents>
struct argument_of<tensor<T, Extents...>> {
  using handle = expr<shape<Extents...>>;
  using element_type = T;
};
template <extent... Extents>
struct argument_of<tensor<std::int32_t, Extents...>> {
  using handle = expr<shape<Extents...>, element::index>;
  using element_type = float;
};

/// float if every argument is (whole numbers adapt), else double.
template <class... Values>
using common_element = std::common_type_t<typename argument_of<Values>::element_type...>;

template <class T, class Handle>
using value_of = tensor_of<T, typename Handle::shape_type>;

template <class T, class V>
constexpr auto as_storage(const V& value) {
  if constexpr (std::is_arithmetic_v<V>) return tensor<T>{static_cast<T>(value)};
  else return value;
}

template <class T, class V>
constexpr const T* real_data(const V& storage) {
  if constexpr (std::is_same_v<typename V::element_type, T>) return storage.data();
  else return nullptr;
}
template <class V>
constexpr const std::int32_t* index_data(const V& storage) {
  if constexpr (std::is_same_v<typename V::element_type, std::int32_t>) return storage.data();
  else return nullptr;
}

/// A scalar result is a number, not a tensor of one.
template <class V>
constexpr auto unwrap(const V& value) {
  if constexpr (V::shape_type::value.rank == 0) return value[0];
  else return value;
}

/// The arena of one evaluation: on the stack if it is small.
template <class T, extent Size>
struct temporary_arena {
  T* data = new T[static_cast<std::size_t>(Size)];
  constexpr temporary_arena() = default;
  temporary_arena(const temporary_arena&) = delete;
  constexpr ~temporary_arena() { delete[] data; }
};
template <class T, extent Size>
  requires(Size <= 4096)
struct temporary_arena<T, Size> {
  T data[static_cast<std::size_t>(Size) + 1];
};

template <class Program, class T, class... Storage, class... Results>
constexpr void run_on(std::tuple<Results...>& results, const Storage&... storage) {
  const T* const inputs[] = {real_data<T>(storage)...};
  const std::int32_t* const indices[] = {index_data(storage)...};
  std::apply(
      [&](auto&... r) {
        T* const outputs[] = {r.data()...};
        temporary_arena<T, arena_elements<Program, T>> arena;
        run<Program, T>({inputs, indices, nullptr, outputs, arena.data});
      },
      results);
}

template <class T, class F, class... Inputs, class... Storage, class... Handles>
constexpr auto evaluate_as(std::tuple<Handles...>*, const Storage&... storage) {
  std::tuple<value_of<T, Handles>...> results{};
  run_on<function_program<F, Inputs...>, T>(results, storage...);
  if constexpr (sizeof...(Handles) == 1) return unwrap(std::get<0>(results));
  else return std::apply([](const auto&... r) { return std::tuple{unwrap(r)...}; }, results);
}

}  // namespace detail

/// f(values...): numbers (float, double, whole numbers) and tensors (of float, double, or int32 for
/// indices) in, a number or tensor out, or a tuple of them if f gives several results. Computed in
/// float if all arguments are float, else in double.
template <class F, class... Values>
constexpr auto evaluate(const F&, const Values&... values) {
  static_assert(std::is_empty_v<F>,
                "evaluate: the function must not capture anything; pass what it needs as an argument");
  using T = detail::common_element<Values...>;
  using results = detail::result_of<F, typename detail::argument_of<Values>::handle...>;
  return detail::evaluate_as<T, F, typename detail::argument_of<Values>::handle...>(
      static_cast<results*>(nullptr), detail::as_storage<T>(values)...);
}

}  // namespace hello_dl

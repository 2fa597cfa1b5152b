#pragma once
/// summary: a model as a table of its layers, with what they give, learn and cost. All of it is constant: the
/// compiler wrote the text.

#include <hello_dl/expr/print.hpp>
#include <hello_dl/graph/layers.hpp>
#include <hello_dl/runtime/inference.hpp>
#include <hello_dl/runtime/trainer.hpp>

#include <initializer_list>

namespace hello_dl {

namespace detail {

/// 1234567 as 1,234,567.
constexpr text_builder grouped(extent number) {
  text_builder plain, result;
  plain << number;
  const std::string_view digits = plain.view();
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) result << ',';
    result << digits[i];
  }
  return result;
}

/// Five columns as wide as their widest cells; numbers, in columns 2 and 3, stand at their right.
class summary_table {
 public:
  /// The next cell, row after row.
  constexpr void add(const text_builder& text) {
    extent& width = widths_[cells_.size() % columns];
    width = larger(width, text.letters().size());
    cells_.push_back(text);
  }
  constexpr void add(std::string_view text) { add(text_builder{} << text); }

  constexpr void write(text_builder& out) const {
    for (extent i = 0; i < cells_.size(); ++i) {
      const extent column = i % columns, missing = widths_[column] - cells_[i].letters().size();
      const bool number = column == 2 || column == 3, last = column + 1 == columns;
      write_spaces(out, number ? missing : 0);
      out << cells_[i].view();
      write_spaces(out, number || last ? 0 : missing);
      out << (last ? "\n" : "  ");
    }
  }

 private:
  static constexpr extent columns = 5;
  static constexpr void write_spaces(text_builder& out, extent count) {
    for (extent i = 0; i < count; ++i) out << ' ';
  }

  vector<text_builder> cells_;
  extent widths_[columns] = {};
};

constexpr void add_layer(summary_table& table, const layer_record& layer) {
  text_builder operations;
  for (const std::string_view name : layer.operations) operations << (operations.empty() ? "" : ", ") << name;
  table.add(layer.name);
  table.add(text_builder{} << layer.shape);
  table.add(grouped(layer.parameters));
  table.add(grouped(layer.flops));
  table.add(operations);
}

/// The table of one forward run of `Model` on `Input`.
template <class Model, class Input>
constexpr text_builder forward_summary() {
  graph g;
  vector<parameter_record> records;
  const Model model = bind<Model>(g, records);
  const auto result = model(std::get<0>(make_inputs<Input>(g)));
  summary_table table;
  for (const std::string_view title : {"layer", "result", "parameters", "FLOPs", "operations"}) table.add(title);
  extent parameters = 0, flops = 0;
  for (const layer_record& layer : layers_of(g, result.term)) {
    add_layer(table, layer);
    parameters += layer.parameters;
    flops += layer.flops;
  }
  table.add("total");
  table.add("");
  table.add(grouped(parameters));
  table.add(grouped(flops));
  const extent samples = Input::shape_value[0];
  table.add(text_builder{} << "one forward run of " << samples << (samples == 1 ? " sample" : " samples"));
  text_builder out;
  table.write(out);
  return out;
}

template <class Program, class T>
constexpr text_builder& write_cost(text_builder& out, std::string_view what) {
  return out << what << grouped(Program::table.flops).view() << " FLOPs, intermediate results in "
             << grouped(arena_elements<Program, T> * static_cast<extent>(sizeof(T))).view() << " bytes\n";
}

template <class Model, class Input, class T>
struct model_summary {
  static constexpr vector<char> print() {
    text_builder out = forward_summary<Model, Input>();
    return write_cost<inference_program<Model, Input>, T>(out, "inference: ").letters();
  }
};

template <class Trainer>
struct trainer_summary;
template <class Model, class Objective, class Input, class... More, class Optimiser, class T>
struct trainer_summary<trainer<Model, Objective, chunk<Input, More...>, Optimiser, T>> {
  using program = typename trainer<Model, Objective, chunk<Input, More...>, Optimiser, T>::program;

  static constexpr vector<char> print() {
    text_builder out = forward_summary<Model, Input>();
    return write_cost<program, T>(out, "training step: ").letters();
  }
};

}  // namespace detail

/// A table of the layers of `Model` in one forward run on an input of the handle type `Input`: what each gives (the
/// shape of its last result), how many numbers it learns, how many floating-point operations it takes, and
/// which operations. A layer ends where the next one's parameters come in. Then what inference costs in all.
template <class Model, class Input, class T = float>
constexpr std::string_view summary() {
  return detail::printed<detail::model_summary<Model, Input, T>>::letters.text();
}

/// The same for the model of a trainer, on one chunk; then what a training step costs: forward, backward and update.
template <class Trainer>
constexpr std::string_view summary() {
  return detail::printed<detail::trainer_summary<Trainer>>::letters.text();
}

}  // namespace hello_dl

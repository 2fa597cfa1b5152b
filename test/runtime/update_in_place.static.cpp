// Which gradients go straight into the parameters: those that a loop or a tile finishes when nobody needs the parameter any more.
#include <hello_dl/runtime/update_in_place.hpp>

#include <hello_dl/expr/derivative.hpp>

#include <graph/models.hpp>

namespace {

namespace dl = hello_dl;

/// Whether the gradient of parameter `number` does.
constexpr bool in_place(const auto& t, int number) {
  for (int i = 0; i < t.sizes.outputs; ++i)
    if (t.outputs[i].slot == dl::gradient_slot && t.outputs[i].offset == t.parameters[number].offset)
      return dl::detail::may_update_in_place(t, t.outputs[i].node);
  return false;
}

// Weights of linear layers come out of a matrix product; biases out of a sum, which is neither loop nor tile.
static_assert(in_place(models::perceptron_table, 0) && !in_place(models::perceptron_table, 1));
static_assert(in_place(models::perceptron_table, 2) && !in_place(models::perceptron_table, 3));

// The others are two ranges, one for each bias.
constexpr auto biases = dl::detail::stored_gradients(models::perceptron_table);
static_assert(biases.count == 2 && biases.begin[0] == 6 * 7 && biases.end[0] == 6 * 7 + 7);
static_assert(biases.begin[1] == 6 * 7 + 7 + 7 * 3 && biases.end[1] == models::perceptron_table.parameter_count);

struct scale {
  dl::parameter<dl::shape<4, 4>> weight;
  constexpr auto operator()(const auto& x) const { return matmul(x, weight); }
};

template <class Objective>
constexpr auto& table = dl::training_program<scale, Objective, dl::real_input<4, 4>>::table;

// Used twice, the gradient is a sum of two products, and the last of them is where it is finished.
struct used_twice {
  constexpr auto operator()(const scale& m, const auto& x) const { return sum(tanh(m(m(x)))); }
};
static_assert(in_place(table<used_twice>, 0));

// The left operand's gradient is taken first; that of the right one still needs it.
struct two_sides {
  dl::parameter<dl::shape<4, 4>> left, right;
};
struct left_first {
  constexpr auto operator()(const two_sides& m, const auto& x) const { return sum(tanh(matmul(m.left, m.right * x))); }
};
constexpr auto& sides = dl::training_program<two_sides, left_first, dl::real_input<4, 4>>::table;
static_assert(!in_place(sides, 0) && in_place(sides, 1));

// A gradient that a further result needs is stored.
struct gradient_shown {
  constexpr auto operator()(const scale& m, const auto& x) const {
    constexpr auto product = [](auto a, auto w) { return sum(tanh(matmul(a, w))); };
    return std::tuple{product(x, m.weight), dl::sum<1>(std::get<1>(dl::gradient(product)(x, m.weight)))};
  }
};
static_assert(!in_place(table<gradient_shown>, 0));

}  // namespace

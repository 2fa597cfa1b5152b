// A parameter that the loss does not use is one sentence.
#include <hello_dl/runtime/training_program.hpp>

#include <hello_dl/nn/linear.hpp>
#include <hello_dl/nn/losses.hpp>

namespace {

namespace dl = hello_dl;

struct block {
  dl::nn::linear<4, 4> inner;
  dl::parameter<dl::shape<4>> spare;
};

struct model {
  std::array<block, 2> blocks;
  dl::nn::linear<4, 3> output;
};

struct uses_all {
  constexpr auto operator()(const model& m, const auto& x, const auto& labels) const {
    const auto once = m.blocks[0].inner(x) + m.blocks[0].spare;
    return dl::cross_entropy(m.output(m.blocks[1].inner(once) * m.blocks[1].spare), labels);
  }
};

struct leaves_one {
  constexpr auto operator()(const model& m, const auto& x, const auto& labels) const {
    const auto once = m.blocks[0].inner(x) + m.blocks[0].spare;
    return dl::cross_entropy(m.output(m.blocks[1].inner(once)), labels);
  }
};

// Only a result beside the loss needs it.
struct uses_one_elsewhere {
  constexpr auto operator()(const model& m, const auto& x, const auto& labels) const {
    return std::tuple{leaves_one{}(m, x, labels), m.blocks[1].spare * 2};
  }
};

template <class Objective>
using program = dl::training_program<model, Objective, dl::real_input<5, 4>, dl::index_input<5>>;

// error unused_parameter: training: the loss does not use this parameter of the model; use it or remove it
#ifdef unused_parameter
static_assert(program<leaves_one>::table.flops > 0);
#endif

// error unused_by_the_loss: training: the loss does not use this parameter of the model; use it or remove it
#ifdef unused_by_the_loss
static_assert(program<uses_one_elsewhere>::table.flops > 0);
#endif

static_assert(program<uses_all>::table.flops > 0);

}  // namespace

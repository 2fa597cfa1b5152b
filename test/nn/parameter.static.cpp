// The parameters of a model: found in the order of declaration, named by the path that leads to them.
#include <hello_dl/nn/parameter.hpp>

#include <hello_dl/nn/conv2d.hpp>
#include <hello_dl/nn/linear.hpp>
#include <hello_dl/nn/modules.hpp>

namespace {

namespace dl = hello_dl;

struct block {
  dl::nn::linear<4, 4> inner;
  dl::nn::relu activation;
  dl::parameter<dl::shape<>> scale;
};

struct model {
  dl::parameter<dl::shape<5, 2>, dl::init::ones> table_2;
  std::array<block, 11> blocks;
  struct {
    dl::nn::conv2d<1, 3, 5> conv;
  } head;
  std::array<std::array<dl::parameter<dl::shape<2>>, 2>, 2> Grid;
};

/// Whether parameter number `wanted` has this name and shape.
template <class Model>
constexpr bool is(int wanted, std::string_view name, const dl::dims& shape) {
  Model m{};
  int number = 0;
  bool found = false;
  dl::for_each_parameter(m, [&]<class P>(P&, std::string_view path) {
    if (number++ == wanted) found = path == name && P::shape_value == shape;
  });
  return found;
}

static_assert(is<model>(0, "table_2", dl::dims{5, 2}));
static_assert(is<model>(1, "blocks.0.inner.weight", dl::dims{4, 4}));
static_assert(is<model>(2, "blocks.0.inner.bias", dl::dims{4}));
static_assert(is<model>(3, "blocks.0.scale", dl::dims{}));
static_assert(is<model>(31, "blocks.10.inner.weight", dl::dims{4, 4}));
static_assert(is<model>(34, "head.conv.weight", dl::dims{3, 1, 5, 5}));
static_assert(is<model>(35, "head.conv.bias", dl::dims{3}));
static_assert(is<model>(36, "Grid.0.0", dl::dims{2}));
static_assert(is<model>(39, "Grid.1.1", dl::dims{2}));
static_assert(!is<model>(40, "", {}));

static_assert(dl::parameter_count<model>() == 5 * 2 + 11 * (16 + 4 + 1) + (3 * 25 + 3) + 4 * 2);
static_assert(dl::parameter_count<dl::nn::relu>() == 0);

/// The records of a bound model: one block, each tensor behind the one before.
constexpr bool lies_in_one_block() {
  dl::graph g;
  dl::vector<dl::parameter_record> records;
  const model bound = dl::bind<model>(g, records);
  dl::extent offset = 0;
  for (const dl::parameter_record& record : records) {
    if (record.offset != offset) return false;
    offset += record.shape.size();
  }
  return records.size() == 40 && offset == dl::parameter_count<model>() && g.size() == 40 &&
         g.name(g[bound.head.conv.bias.term.id]) == "head.conv.bias";
}
static_assert(lies_in_one_block());

// Buffers are named in their place, do not count as learned, and lie behind all that is.
struct with_buffers {
  dl::buffer<dl::shape<3>> before;
  dl::parameter<dl::shape<2>> weight;
  std::array<dl::buffer<dl::shape<5>, dl::init::ones>, 2> between;
  dl::parameter<dl::shape<>> scale;
};
static_assert(is<with_buffers>(0, "before", dl::dims{3}) && is<with_buffers>(3, "between.1", dl::dims{5}));
static_assert(dl::parameter_count<with_buffers>() == 2 + 1);

constexpr bool buffers_lie_behind() {
  dl::graph g;
  dl::vector<dl::parameter_record> records;
  static_cast<void>(dl::bind<with_buffers>(g, records));
  const dl::extent offsets[] = {3, 0, 6, 11, 2};
  for (int i = 0; i < records.size(); ++i)
    if (records[i].offset != offsets[i] || records[i].is_buffer != (offsets[i] >= 3)) return false;
  return records.size() == 5 && records[3].initial == dl::distribution{dl::distribution::kind::constant, 1};
}
static_assert(buffers_lie_behind());

// A parameter is a handle like any other.
static_assert(dl::expression<dl::parameter<dl::shape<3>>>);
static_assert(std::is_same_v<decltype(dl::parameter<dl::shape<2, 3>>{} * 2), dl::expr<dl::shape<2, 3>>>);

}  // namespace

// What cannot be a model is one sentence.
#include <hello_dl/nn/linear.hpp>
#include <hello_dl/nn/parameter.hpp>

namespace {

namespace dl = hello_dl;

using p = dl::parameter<dl::shape<2>>;

struct sixteen_members {
  p a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, q;
};
struct seventeen_members {
  p a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, q, r;
};

// error too_many: module: a struct may have at most 16 members; group them in structs or std::array
#ifdef too_many
static_assert(dl::parameter_count<seventeen_members>() == 34);
#endif

struct with_constructor {
  constexpr with_constructor() {}
  p weight;
};

// error no_aggregate: module: a model must be a plain struct of parameters, layers and std::arrays of layers
#ifdef no_aggregate
static_assert(dl::parameter_count<with_constructor>() == 2);
#endif

struct with_number {
  p weight;
  int size;
};

// error a_number: module: a model must be a plain struct of parameters, layers and std::arrays of layers
#ifdef a_number
static_assert(dl::parameter_count<with_number>() == 2);
#endif

static_assert(dl::parameter_count<sixteen_members>() == 32);

}  // namespace

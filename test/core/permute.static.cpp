// Copies with the axes in another order, in constant expressions.
#include <hello_dl/core/permute.hpp>

namespace {

namespace dl = hello_dl;
using dl::dims;

/// Whether every element lands where its index says.
template <dims X, dims Order>
constexpr bool permutes() {
  int x[static_cast<std::size_t>(X.size())] = {}, y[static_cast<std::size_t>(X.size())] = {};
  for (dl::extent i = 0; i < X.size(); ++i) x[i] = static_cast<int>(i);
  dl::permute<int, X, Order>(x, y);
  dims result;
  for (int axis = 0; axis < X.rank; ++axis) result.push_back(X[static_cast<int>(Order[axis])]);
  for (dl::extent i = 0; i < X.size(); ++i) {
    dl::extent from = 0;
    for (int axis = 0; axis < X.rank; ++axis)
      from += i / result.stride(axis) % result[axis] * X.stride(static_cast<int>(Order[axis]));
    if (y[i] != x[from]) return false;
  }
  return true;
}

static_assert(permutes<dims{}, dims{}>());
static_assert(permutes<dims{7}, dims{0}>());
static_assert(permutes<dims{3, 5}, dims{1, 0}>());
static_assert(permutes<dims{3, 1, 5}, dims{2, 1, 0}>());
static_assert(permutes<dims{2, 3, 4, 5}, dims{0, 2, 3, 1}>());
static_assert(permutes<dims{2, 3, 4, 5}, dims{0, 3, 1, 2}>());
static_assert(permutes<dims{2, 3, 4, 5}, dims{2, 0, 1, 3}>());
static_assert(permutes<dims{2, 3, 4, 5}, dims{3, 1, 0, 2}>());
static_assert(permutes<dims{2, 3, 1, 2, 3, 2}, dims{5, 3, 1, 4, 2, 0}>());

}  // namespace

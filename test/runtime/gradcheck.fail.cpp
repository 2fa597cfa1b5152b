// What gradcheck cannot check is one sentence.
#include <hello_dl/hello_dl.hpp>

namespace {

namespace dl = hello_dl;

// error several_results: gradcheck: the function must give one number or tensor, not several
#ifdef several_results
static_assert(dl::gradcheck([](auto x) { return std::tuple{x, x * x}; }, 1.0));
#endif

static_assert(dl::gradcheck([](auto x, auto i) { return dl::pick(x, i); }, dl::tensor<double, 2, 3>{1, 2, 3, 4, 5, 6},
                            dl::tensor<std::int32_t, 2>{0, 2}));

}  // namespace

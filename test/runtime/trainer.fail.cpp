// The inputs of a chunk must have the same number of samples: one sentence.
#include <hello_dl/hello_dl.hpp>

namespace {

namespace dl = hello_dl;

// error unequal_samples: chunk: the first extent of every input must be the same number of samples
#ifdef unequal_samples
static_assert(dl::chunk<dl::real_input<5, 4>, dl::index_input<4>>::size == 5);
#endif

// error no_samples: chunk: the first extent of every input must be the same number of samples
#ifdef no_samples
static_assert(dl::chunk<dl::real_input<5, 4>, dl::real_input<>>::size == 5);
#endif

static_assert(dl::chunk<dl::real_input<5, 4>, dl::index_input<5>>::size == 5);

}  // namespace

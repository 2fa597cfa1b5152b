// What functions cost: node counts, floating-point operations and memory, counted by hand.
#include <hello_dl/runtime/inspect.hpp>

#include <hello_dl/ops/ops.hpp>

namespace {

namespace dl = hello_dl;
using dl::shape;

// Two inputs, the number 2, a product and a sum; 15 elements each.
constexpr auto affine = [](auto x, auto y) { return 2 * x + y; };
static_assert(dl::node_count<shape<3, 5>, shape<5>>(affine) == 5);
static_assert(dl::flops<shape<3, 5>, shape<5>>(affine) == 15 + 15);
static_assert(dl::arena_bytes<float, shape<3, 5>, shape<5>>(affine) == 0);

// The derivative of x^2 is 2 x: x, 2 and their product.
static_assert(dl::node_count(dl::derivative([](auto x) { return x * x; })) == 3);

// [4, 6] @ [6, 3]: 12 elements, each of 6 multiplications and 6 additions.
constexpr auto product = [](auto x, auto w) { return matmul(x, w); };
static_assert(dl::flops<shape<4, 6>, shape<6, 3>>(product) == 2 * 4 * 3 * 6);
// Read transposed, it costs the same and no copy.
static_assert(dl::flops<shape<4, 6>, shape<3, 6>>([](auto x, auto w) { return matmul(x, transpose(w)); }) == 144);
// Both gradients of its sum: the matrix of ones beside it is a constant.
static_assert(dl::flops<shape<4, 6>, shape<6, 3>>(dl::gradient([](auto x, auto w) { return sum(matmul(x, w)); })) == 2 * 144);

// [2, 1, 7, 7] with three 3 x 3 kernels: 2 images, 3 channels, 5 x 5 places, 9 taps.
constexpr auto convolved = [](auto x, auto w) { return dl::conv2d(x, w); };
static_assert(dl::flops<shape<2, 1, 7, 7>, shape<3, 1, 3, 3>>(convolved) == 2 * (2 * 3 * 5 * 5 * 9));
// Padded by 1 it has 7 x 7 places, with stride 2 then 4 x 4.
static_assert(dl::flops<shape<2, 1, 7, 7>, shape<3, 1, 3, 3>>([](auto x, auto w) {
                return dl::conv2d<dl::conv2d_options{.stride = 2, .padding = 1}>(x, w);
              }) == 2 * (2 * 3 * 4 * 4 * 9));

// Two neighbours of a chain of sums at a time: 1,024 and 256 elements.
constexpr auto chain = [](auto x) { return sum(sin(dl::sum<0>(sin(dl::sum<0>(sin(dl::sum<0>(sin(x)))))))); };
static_assert(dl::arena_bytes<float, shape<4, 4, 4, 16>>(chain) == (1024 + 256) * 4);
static_assert(dl::arena_bytes<double, shape<4, 4, 4, 16>>(chain) == (1024 + 256) * 8);

}  // namespace

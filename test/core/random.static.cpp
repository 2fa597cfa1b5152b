// The published known answers: Random123 1.14, tests/kat_vectors, lines "philox4x32 10"
// (counter words, key words, result).
#include <hello_dl/core/random.hpp>

namespace {

namespace dl = hello_dl;

static_assert(dl::random_bits128(0, 0, 0) ==
              dl::random_block{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
static_assert(dl::random_bits128(~0ull, ~0ull, ~0ull) ==
              dl::random_block{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
static_assert(dl::random_bits128(0x299f31d0'a4093822, 0x03707344'13198a2e, 0x85a308d3'243f6a88) ==
              dl::random_block{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});

static_assert(dl::random_bits(0, 0, 0) == 0xe169c58d'6627e8d5);

// The top 53 and 24 of those 64 bits.
static_assert(dl::uniform<double>(0, 0, 0) == 0xe169c58d'6627e8d5 / 2048 * 0x1p-53);
static_assert(dl::uniform<float>(0, 0, 0) == 0xe169c5 * 0x1p-24f);

// The largest that can come out is still below 1, in both types.
static_assert(dl::detail::to_unit_interval<float>(~0ull) < 1);
static_assert(dl::detail::to_unit_interval<double>(~0ull) < 1);

}  // namespace

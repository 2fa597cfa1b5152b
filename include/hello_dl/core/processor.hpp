#pragma once
/// What the cost models of the kernels know of the processor.

#include <hello_dl/core/shape.hpp>

namespace hello_dl::detail {

#if defined(__AVX512F__) || defined(__aarch64__)
inline constexpr int vector_registers = 32;
#else
inline constexpr int vector_registers = 16;
#endif

/// Bytes that stay in the first cache while a tile is computed.
inline constexpr extent first_cache = 40 * 1024;

}  // namespace hello_dl::detail

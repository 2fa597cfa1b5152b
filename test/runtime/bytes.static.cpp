// Bytes in memory for reals, in constant expressions.
#include <hello_dl/runtime/bytes.hpp>

namespace {

namespace dl = hello_dl;

/// Whether seven bytes, written in one piece, are read again from the reals they went into.
template <class T>
constexpr bool are_kept() {
  T memory[2] = {};
  {
    const dl::bytes<T> written{memory, 7, false};
    for (int i = 0; i < 7; ++i) written.data()[i] = static_cast<std::uint8_t>(63 - 9 * i);
  }
  const dl::bytes<T> read{memory, 7, true};
  for (int i = 0; i < 7; ++i)
    if (read.data()[i] != 63 - 9 * i) return false;
  return true;
}
static_assert(are_kept<float>() && are_kept<double>());

}  // namespace

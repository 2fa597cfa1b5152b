#pragma once
/// Denormal numbers, below about 1e-38 in float, cost a processor a hundred times as much as others,
/// and Adam's means of a unit that is never active decay into them within a thousand steps.

namespace hello_dl {

namespace detail {

#if defined(__SSE__)
using float_control = unsigned;                       // MXCSR
inline constexpr float_control flush_bits = 0x8040;   // flush results to zero, take operands as zero
inline float_control read_float_control() { return __builtin_ia32_stmxcsr(); }
inline void write_float_control(float_control control) { __builtin_ia32_ldmxcsr(control); }
#elif defined(__aarch64__)
using float_control = unsigned long;                   // FPCR
inline constexpr float_control flush_bits = 1ul << 24;  // FZ: both
inline float_control read_float_control() {
  float_control control;
  asm volatile("mrs %0, fpcr" : "=r"(control));
  return control;
}
inline void write_float_control(float_control control) { asm volatile("msr fpcr, %0" : : "r"(control)); }
#else
using float_control = unsigned;
inline constexpr float_control flush_bits = 0;  // no effect
inline float_control read_float_control() { return 0; }
inline void write_float_control(float_control) {}
#endif

}  // namespace detail

/// While one exists, its thread computes with zero in the place of denormal numbers (on x86 with SSE
/// and on AArch64; elsewhere it does nothing). Afterwards all is as before.
class flush_denormals {
 public:
  flush_denormals() : before_{detail::read_float_control()} {
    detail::write_float_control(before_ | detail::flush_bits);
  }
  ~flush_denormals() { detail::write_float_control(before_); }
  flush_denormals(const flush_denormals&) = delete;
  flush_denormals& operator=(const flush_denormals&) = delete;

 private:
  detail::float_control before_;
};

}  // namespace hello_dl

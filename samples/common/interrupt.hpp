#pragma once
/// Ctrl-C (SIGINT) and SIGTERM while a network learns: stop after the current step and still
/// report.

namespace samples {

/// While one exists, the first signal only sets interrupted(); the second one ends the program.
/// Make one around the training loop, and have the loop end when interrupted().
class interrupt_guard {
 public:
  interrupt_guard();
  ~interrupt_guard();
  interrupt_guard(const interrupt_guard&) = delete;
  interrupt_guard& operator=(const interrupt_guard&) = delete;
};

/// The signal that came while an interrupt_guard existed, 0 if none did.
int interrupt_signal();

inline bool interrupted() { return interrupt_signal() != 0; }

}  // namespace samples

#include "interrupt.hpp"

#include <atomic>
#include <csignal>

namespace samples {
namespace {

std::atomic<int> received = 0;
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler may only use such");

void remember(int signal) { received = signal; }

/// Replaces what a signal does, but leaves it alone if it is ignored, as under nohup.
void on_signal(int signal, void (*handler)(int)) {
  struct sigaction action {};
  sigaction(signal, nullptr, &action);
  if (action.sa_handler == SIG_IGN) return;
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
  sigaction(signal, &action, nullptr);
}

}  // namespace

interrupt_guard::interrupt_guard() {
  on_signal(SIGINT, remember);
  on_signal(SIGTERM, remember);
}

interrupt_guard::~interrupt_guard() {
  on_signal(SIGINT, SIG_DFL);
  on_signal(SIGTERM, SIG_DFL);
}

int interrupt_signal() { return received; }

}  // namespace samples

#pragma once
/// Signals and exit statuses, in a process of their own.

#include <sys/wait.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>

namespace test {

/// How a child process ends that runs `action` and exits with its result: see wait(2).
template <class Action>
int status_of(Action action) {
  const pid_t child = fork();
  BOOST_REQUIRE(child >= 0);
  if (child == 0) _exit(action());
  int status = 0;
  BOOST_REQUIRE(waitpid(child, &status, 0) == child);
  return status;
}

/// The exit status of such a child that was not killed; -1 if it was.
template <class Action>
int exit_of(Action action) {
  const int status = status_of(action);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// The signal that killed such a child; 0 if none did.
template <class Action>
int killer_of(Action action) {
  const int status = status_of(action);
  return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

}  // namespace test

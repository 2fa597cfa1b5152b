#include <common/interrupt.hpp>
#include <samples/child.hpp>

#include <csignal>

using namespace samples;

BOOST_AUTO_TEST_CASE(nothing_is_interrupted_at_first) {
  const interrupt_guard guard;
  BOOST_TEST(!interrupted());
}

BOOST_AUTO_TEST_CASE(the_first_signal_is_remembered) {
  for (const int signal : {SIGINT, SIGTERM})
    BOOST_TEST(test::exit_of([=] {
                 const interrupt_guard guard;
                 raise(signal);
                 return interrupted() ? interrupt_signal() : 0;
               }) == signal);
}

BOOST_AUTO_TEST_CASE(the_second_signal_kills) {
  BOOST_TEST(test::killer_of([] {
               const interrupt_guard guard;
               raise(SIGINT);
               raise(SIGINT);
               return 0;
             }) == SIGINT);
}

BOOST_AUTO_TEST_CASE(after_the_guard_a_signal_kills) {
  BOOST_TEST(test::killer_of([] {
               { const interrupt_guard guard; }
               raise(SIGTERM);
               return 0;
             }) == SIGTERM);
}

BOOST_AUTO_TEST_CASE(a_signal_that_is_ignored_stays_ignored) {
  BOOST_TEST(test::exit_of([] {
               std::signal(SIGINT, SIG_IGN);
               const interrupt_guard guard;
               raise(SIGINT);
               return interrupted() ? 1 : 0;
             }) == 0);
}

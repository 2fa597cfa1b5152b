#include <common/processors.hpp>

#include <boost/test/unit_test.hpp>

using namespace samples;

BOOST_AUTO_TEST_CASE(a_control_group_grants_a_share_of_the_processors) {
  BOOST_TEST(granted_processors("200000 100000", 64) == 2);
  BOOST_TEST(granted_processors("150000 100000", 64) == 2);
  BOOST_TEST(granted_processors("1000 100000", 64) == 1);
  BOOST_TEST(granted_processors("6400000 100000", 4) == 4);
}

BOOST_AUTO_TEST_CASE(without_a_limit_that_can_be_read_there_are_all) {
  for (const char* const text : {"max 100000", "", "nonsense", "200000", "0 100000", "-5 100000", "200000 0", "99999999999999999999 1"})
    BOOST_TEST(granted_processors(text, 8) == 8, text);
}

BOOST_AUTO_TEST_CASE(there_is_at_least_one_processor) { BOOST_TEST(processors_at_hand() >= 1); }

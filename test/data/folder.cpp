#include <hello_dl/data/folder.hpp>

#include "files.hpp"

namespace dl = hello_dl;

BOOST_AUTO_TEST_CASE(the_folder_is_named_by_the_environment_or_is_the_one_that_was_fetched) {
  const test::temporary_folder home;
  unsetenv("HELLO_DL_DATA");
  unsetenv("XDG_CACHE_HOME");
  setenv("HOME", home.path().c_str(), 1);
  BOOST_TEST(dl::default_data_folder() == "");

  std::filesystem::create_directories(home / ".cache/hello-dl/emnist");
  BOOST_TEST(dl::default_data_folder() == "");
  std::filesystem::create_directories(home / ".cache/hello-dl/emnist/gzip");
  BOOST_TEST(dl::default_data_folder() == home / ".cache/hello-dl/emnist");

  setenv("XDG_CACHE_HOME", (home / "other").c_str(), 1);
  BOOST_TEST(dl::default_data_folder() == "");
  std::filesystem::create_directories(home / "other/hello-dl/emnist/gzip");
  BOOST_TEST(dl::default_data_folder() == home / "other/hello-dl/emnist");

  setenv("HELLO_DL_DATA", "/some/where", 1);
  BOOST_TEST(dl::default_data_folder() == "/some/where");

  unsetenv("HELLO_DL_DATA");
  unsetenv("XDG_CACHE_HOME");
  unsetenv("HOME");
  BOOST_TEST(dl::default_data_folder() == "");
}

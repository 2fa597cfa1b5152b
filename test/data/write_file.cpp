#include <hello_dl/data/write_file.hpp>
#include "files.hpp"

#include <stdexcept>
#include <string>

using hello_dl::write_file;
using test::content_of;

namespace {

/// The sentence with which write_file fails; empty if it does not.
std::string failure(const std::string& file, const std::string& content = "new") {
  try {
    write_file(file, content);
    return {};
  } catch (const std::runtime_error& error) {
    return error.what();
  }
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_file_is_written_or_replaced_and_nothing_is_left_beside) {
  const test::temporary_folder folder;
  const std::string binary{"a\0b\r\n\xff", 6};
  for (const std::string& content : {std::string{"first"}, binary, std::string{}}) {
    write_file(folder / "result", content);
    BOOST_TEST(content_of(folder / "result") == content);
  }
  BOOST_TEST(!std::filesystem::exists(folder / "result.tmp"));
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_missing_is_named_with_the_reason) {
  const test::temporary_folder folder;
  const std::string file = folder / "nowhere/result";
  BOOST_TEST(failure(file) == "cannot write " + file + ": No such file or directory");
}

BOOST_AUTO_TEST_CASE(a_failure_leaves_nothing_beside) {
  const test::temporary_folder folder;
  const std::string occupied = folder / "result";
  std::filesystem::create_directory(occupied);
  BOOST_TEST(failure(occupied) == "cannot write " + occupied + ": Is a directory");
  BOOST_TEST(!std::filesystem::exists(occupied + ".tmp"));
}

// A symbolic link beside the file leads the writing to a device that is always full.
BOOST_AUTO_TEST_CASE(a_full_disk_keeps_the_old_file) {
  const test::temporary_folder folder;
  const std::string file = folder / "result";
  write_file(file, "old");
  std::filesystem::create_symlink("/dev/full", file + ".tmp");
  BOOST_TEST(failure(file) == "cannot write " + file + ": No space left on device");
  BOOST_TEST(content_of(file) == "old");
}

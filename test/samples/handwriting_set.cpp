#include <common/handwriting/canvas.hpp>
#include <common/handwriting/handwriting.hpp>
#include <common/handwriting/labelled.hpp>
#include <hello_dl/data/dataset.hpp>

#include <boost/test/unit_test.hpp>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <csignal>
#include <set>

#include "data/files.hpp"

using namespace samples;
using namespace samples::handwriting;
namespace fs = std::filesystem;

namespace {

split small(const std::string& name, int train = 3, int test = 2) {
  split result = find_split(name);
  result.train_per_class = train;
  result.test_per_class = test;
  return result;
}

std::set<image> pictures(const labelled_images& part) {
  std::set<image> result;
  for (auto at = part.pixels.begin(); at != part.pixels.end(); at += 784) {
    image picture;
    std::copy_n(at, picture.size(), picture.begin());
    result.insert(picture);
  }
  return result;
}

/// The sentence of the error; empty if there was none.
std::string error_of(const fs::path& cache, const split& wanted) {
  try {
    ensure(cache, wanted);
    return {};
  } catch (const std::runtime_error& error) {
    return error.what();
  }
}

/// How a process ends that may not write a file of more than 100 bytes.
template <class Action>
int status_of_hindered_process(Action action) {
  const pid_t child = fork();
  if (child == 0) {
    const rlimit limit{100, 100};
    setrlimit(RLIMIT_FSIZE, &limit);
    action();
    _exit(0);
  }
  int status = 0;
  BOOST_REQUIRE(waitpid(child, &status, 0) == child);
  return status;
}

}  // namespace

// Computed by g++ 12 and clang 16, unoptimised, optimised, and with fused multiply-add.
BOOST_AUTO_TEST_CASE(the_images_are_the_same_on_every_machine) {
  const auto drawn = draw_part(find_split("byclass"), part::train, 10);
  BOOST_TEST(crc32(0, drawn.pixels.data(), unsigned(drawn.pixels.size())) == 2358163625u);
}

BOOST_AUTO_TEST_CASE(classes_are_equally_frequent_and_labelled_as_in_emnist) {
  const auto drawn = draw_part(find_split("letters"), part::test, 4);
  BOOST_TEST(drawn.labels.size() == 26u * 4);
  BOOST_TEST(drawn.pixels.size() == 26u * 4 * 784);
  for (int label = 1; label <= 26; ++label) {
    BOOST_TEST(std::count(drawn.labels.begin(), drawn.labels.end(), label) == 4);
  }
}

BOOST_AUTO_TEST_CASE(no_image_occurs_twice_in_training_and_test) {
  auto all = pictures(draw_part(find_split("digits"), part::train, 50));
  all.merge(pictures(draw_part(find_split("digits"), part::test, 50)));
  BOOST_TEST(all.size() == 1000u);
}

BOOST_AUTO_TEST_CASE(all_splits_are_read_back) {
  const test::temporary_folder cache;
  for (const std::string name : {"byclass", "bymerge", "balanced", "letters", "digits", "mnist"}) {
    const split wanted = small(name);
    const handwriting_set set = ensure(cache.path(), wanted);
    const hello_dl::split read = hello_dl::load(set.folder, name);
    BOOST_TEST(set.made);
    BOOST_TEST(read.train.size() == 3 * wanted.classes.size());
    BOOST_TEST(read.test.size() == 2 * wanted.classes.size());
    for (std::size_t c = 0; c < wanted.classes.size(); ++c) {
      BOOST_TEST(wanted.classes[c].find(read.train.class_names[c]) != std::string::npos);
    }
  }
}

BOOST_AUTO_TEST_CASE(images_stand_upright_when_read) {
  const test::temporary_folder cache;
  const split wanted = small("letters", 1, 1);
  const auto drawn = draw_part(wanted, part::train, 1);
  const auto read = hello_dl::load(ensure(cache.path(), wanted).folder, "letters").train;
  for (std::size_t i = 0; i < read.pixels.size(); ++i) {
    const std::size_t y = i / 28 % 28, x = i % 28;
    BOOST_REQUIRE(read.pixels[i] == drawn.pixels[i / 784 * 784 + x * 28 + y]);
  }
}

BOOST_AUTO_TEST_CASE(a_set_is_made_once) {
  const test::temporary_folder cache;
  const handwriting_set first = ensure(cache.path(), small("digits"));
  const handwriting_set second = ensure(cache.path(), small("digits"));
  BOOST_TEST(first.made);
  BOOST_TEST(!second.made);
  BOOST_TEST(first.folder == second.folder);
}

BOOST_AUTO_TEST_CASE(a_full_disk_leaves_nothing) {
  const test::temporary_folder cache;
  const int status = status_of_hindered_process([&] {
    std::signal(SIGXFSZ, SIG_IGN);
    const std::string error = error_of(cache.path(), small("digits"));
    _exit(error.starts_with("cannot write ") && error.ends_with(": File too large") ? 0 : 1);
  });
  BOOST_TEST(status == 0);
  BOOST_TEST(fs::is_empty(cache.path()));
}

BOOST_AUTO_TEST_CASE(a_killed_process_leaves_no_half_set) {
  const test::temporary_folder cache;
  const int status = status_of_hindered_process([&] { error_of(cache.path(), small("digits")); });
  BOOST_TEST(WIFSIGNALED(status));
  const handwriting_set set = ensure(cache.path(), small("digits"));
  BOOST_TEST(set.made);
  BOOST_TEST(hello_dl::load(set.folder, "digits").test.size() == 20u);
  const auto entries = fs::directory_iterator(cache.path());
  BOOST_TEST(std::distance(begin(entries), end(entries)) == 1, "the killed one's files are there");
}

BOOST_AUTO_TEST_CASE(two_processes_may_make_the_same_set) {
  const test::temporary_folder cache;
  const pid_t child = fork();
  const std::string error = error_of(cache.path(), small("digits", 50));
  if (child == 0) _exit(error.empty() ? 0 : 1);
  int status = 1;
  BOOST_REQUIRE(waitpid(child, &status, 0) == child);
  BOOST_TEST(status == 0);
  BOOST_TEST(error == "");
  const auto folder = ensure(cache.path(), small("digits", 50)).folder;
  BOOST_TEST(hello_dl::load(folder, "digits").train.size() == 500u);
}

BOOST_AUTO_TEST_CASE(a_folder_that_cannot_be_made_is_one_sentence) {
  const test::temporary_folder cache;
  const std::string file = test::write(cache / "file", {1});
  BOOST_TEST(error_of(file, small("digits")) ==
             "cannot make handwriting in " + file + ": Not a directory");
}

BOOST_AUTO_TEST_CASE(an_unknown_split_is_one_sentence) {
  BOOST_CHECK_EXCEPTION(ensure_handwriting("/", "lettres"), std::invalid_argument, [](auto& error) {
    return std::string(error.what()) ==
           "there is no split \"lettres\": expected byclass, bymerge, "
           "balanced, letters, digits or mnist";
  });
}

BOOST_AUTO_TEST_CASE(mappings_are_like_emnists) {
  BOOST_TEST(mapping(find_split("letters")).starts_with("1 65 97\n2 66 98\n"));
  BOOST_TEST(mapping(find_split("digits")).ends_with("\n9 57\n"));
  BOOST_TEST(mapping(find_split("byclass")).ends_with("\n61 122\n"));
  BOOST_TEST(mapping(find_split("balanced")).find("\n12 67\n") != std::string::npos);
  BOOST_TEST(mapping(find_split("balanced")).ends_with("\n46 116\n"));
}

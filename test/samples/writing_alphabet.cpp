#include <common/options.hpp>
#include <common/writing/alphabet.hpp>
#include <data/files.hpp>

using samples::alphabet;

namespace {

std::string repeated(const std::string& part, std::size_t times) {
  std::string text;
  while (times-- > 0) text += part;
  return text;
}

std::string reading(const std::string& file) {
  return test::error_of([&] { samples::read_text(file); });
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_text_is_read_gzipped_or_not) {
  const test::temporary_folder folder;
  const std::string text = repeated("Ada\nBob\n", 125);
  BOOST_TEST(samples::read_text(test::write(folder / "plain", test::bytes_of(text))) == text);
  BOOST_TEST(samples::read_text(test::write(folder / "packed", test::gzip(test::bytes_of(text)))) == text);
}

BOOST_AUTO_TEST_CASE(what_is_no_text_to_learn_from_is_refused) {
  const test::temporary_folder folder;
  BOOST_TEST(reading(folder / "none") == folder / "none" + ": expected a file, found none");
  BOOST_TEST(reading(folder.path()) == folder.path() + ": expected a file, found something that is not a regular file");
  const std::string empty = test::write(folder / "empty", {}), few = test::write(folder / "few", test::bytes(999, 'a'));
  BOOST_TEST(reading(empty) == empty + ": expected a text of at least 1000 bytes, found 0");
  BOOST_TEST(reading(few) == few + ": expected a text of at least 1000 bytes, found 999");
  const std::string packed = test::write(folder / "many", test::gzip(test::bytes((std::size_t{64} << 20) + 1, 'a')));
  BOOST_TEST(reading(packed) == packed + ": expected a text of at most 64 MiB, found more");
}

BOOST_AUTO_TEST_CASE(characters_are_numbered_in_the_order_of_bytes) {
  const alphabet letters{"cab\n\xc3\xab", "text"};
  BOOST_TEST(letters.size() == 6);
  const samples::character_numbers expected{3, 2, 1, 0, 4, 5};
  BOOST_TEST(letters.encode("cba\n\xab\xc3") == expected, boost::test_tools::per_element());
  BOOST_TEST(letters.decode(expected) == "cba\n\xab\xc3");
}

BOOST_AUTO_TEST_CASE(a_character_that_the_text_lacks_is_refused) {
  const alphabet letters{"abc", "text"};
  BOOST_CHECK_EXCEPTION(letters.encode("abd"), samples::usage_error, [](const auto& error) {
    return std::string{error.what()} ==
           "--prompt: expected only characters of the text that is learned, found another in 'abd' (byte 3)";
  });
}

BOOST_AUTO_TEST_CASE(there_are_at_most_128_characters) {
  std::string text;
  for (int byte = 0; byte < 128; ++byte) text += static_cast<char>(byte);
  BOOST_TEST(alphabet(text, "text").size() == 128);
  BOOST_TEST(test::error_of([&] { alphabet(text + '\xff', "text"); }) == "text: expected at most 128 different bytes, found 129");
}

#include <hello_dl/data/idx.hpp>

#include "files.hpp"

#include <sys/stat.h>

namespace dl = hello_dl;
using test::bytes, test::gzip, test::idx, test::join, test::ramp;

namespace {

struct fixture {
  test::temporary_folder folder;
  const std::string file = folder / "x-idx3-ubyte.gz";

  dl::idx_array read(const bytes& content, int rank) const {
    return dl::read_idx(test::write(file, content), rank);
  }

  /// What reading `content` as an array of rank 3 is refused with; it must begin with the file.
  std::string refusal(const bytes& content) const {
    const std::string sentence = test::error_of([&] { read(content, 3); });
    return sentence.starts_with(file + ": expected ") ? sentence.substr(file.size() + 2) : "";
  }
};

const bytes good = idx({2, 3, 4}, ramp(24));

bytes with_byte(bytes content, std::size_t index, std::uint8_t value) {
  content.at(index) = value;
  return content;
}

bytes cut(const bytes& content, std::size_t length) {
  return {content.begin(), content.begin() + static_cast<std::ptrdiff_t>(length)};
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(idx_files, fixture)

BOOST_AUTO_TEST_CASE(every_rank_is_read_plain_and_gzipped) {
  using extents = std::vector<std::uint32_t>;
  for (const extents& shape : {extents{5}, extents{5, 2}, extents{5, 2, 300}}) {
    std::size_t size = 1;
    for (const std::size_t extent : shape) size *= extent;
    const bytes content = idx(shape, ramp(size));
    for (const bytes& packed : {content, gzip(content)}) {
      const dl::idx_array array = read(packed, static_cast<int>(shape.size()));
      BOOST_TEST(array.extents == shape, boost::test_tools::per_element());
      BOOST_TEST(array.values == ramp(size), boost::test_tools::per_element());
    }
  }
}

BOOST_AUTO_TEST_CASE(content_longer_than_any_buffer_is_read) {
  const bytes values = ramp(300'001);
  BOOST_TEST((read(gzip(idx({300'001}, values)), 1).values == values));
}

BOOST_AUTO_TEST_CASE(gzip_members_one_after_the_other_are_one_file) {
  const bytes two = join(gzip(cut(good, 11)), gzip({good.begin() + 11, good.end()}));
  BOOST_TEST(read(two, 3).values == ramp(24), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(each_kind_of_damage_has_its_sentence) {
  const bytes packed = gzip(good);
  const std::size_t crc = packed.size() - 8;
  const std::string image_file =
      "an IDX file of unsigned bytes and rank 3 (first bytes 00 00 08 03), found first bytes ";
  const std::pair<bytes, std::string> damages[] = {
      {{}, "an IDX header, found that the file ends within it"},
      {test::bytes_of("<html>404</html>"), image_file + "3c 68 74 6d"},
      {test::bytes_of("PK\3\4 a zip file"), image_file + "50 4b 03 04"},
      {with_byte(good, 2, 0x0d), image_file + "00 00 0d 03"},
      {idx({24}, ramp(24)), image_file + "00 00 08 01"},
      {idx({2, 0, 4}, {}), "extents of at least 1 in its header, found 0"},
      {idx({3, 3, 4}, ramp(24)), "3 x 3 x 4 bytes after its header, found 24"},
      {idx({1, 3, 4}, ramp(24)), "1 x 3 x 4 bytes after its header, found more"},
      {idx({~0u, 3, 4}, ramp(24)), "4294967295 x 3 x 4 bytes after its header, found 24"},
      {idx({~0u, ~0u, ~0u}, ramp(24)),
       "4294967295 x 4294967295 x 4294967295 bytes after its header, found 24"},
      {idx({1u << 31, 1u << 31, 4}, {}),
       "2147483648 x 2147483648 x 4 bytes after its header, found 0"},
      {with_byte(packed, crc, static_cast<std::uint8_t>(packed[crc] ^ 1)),
       "an intact gzip file, found that its checksum does not match its content"},
      {cut(packed, crc), "an intact gzip file, found that it is cut short"},
      {cut(packed, crc - 5), "an intact gzip file, found that it is cut short"},
      {join(packed, test::bytes_of("garbage")),
       "an intact gzip file, found a broken gzip header, or other bytes after the end"},
      {with_byte(packed, 10, 0xff), "an intact gzip file, found damaged compressed data"},
  };
  for (const auto& [content, sentence] : damages) {
    BOOST_TEST(refusal(content) == "expected " + sentence);
    if (content.size() >= 2 && content[0] != 0x1f)
      BOOST_TEST(refusal(gzip(content)) == "expected " + sentence);
  }
}

BOOST_AUTO_TEST_CASE(a_file_cut_anywhere_is_refused) {
  for (const bytes& whole : {good, gzip(good)})
    for (std::size_t length = 0; length < whole.size(); ++length)
      BOOST_TEST(refusal(cut(whole, length)) != "", "cut to " << length << " bytes");
}

BOOST_AUTO_TEST_CASE(a_flipped_bit_never_changes_what_is_read) {
  const bytes whole = gzip(good);
  for (std::size_t bit = 0; bit < 8 * whole.size(); ++bit) {
    bytes damaged = whole;
    damaged[bit / 8] = static_cast<std::uint8_t>(damaged[bit / 8] ^ 1 << bit % 8);
    const std::string sentence = refusal(damaged);
    BOOST_TEST((sentence != "" || read(damaged, 3).values == ramp(24)), "bit " << bit);
  }
}

BOOST_AUTO_TEST_CASE(what_is_no_regular_file_is_refused_and_never_waited_for) {
  const auto refusal_of = [](const std::string& path) {
    return test::error_of([&] { dl::read_idx(path, 1); });
  };
  const std::string pipe = folder / "pipe";
  BOOST_REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  BOOST_TEST(refusal_of(file) == file + ": expected a file, found none");
  for (const std::string& odd : {pipe, folder.path(), std::string{"/dev/zero"}})
    BOOST_TEST(refusal_of(odd) ==
               odd + ": expected a file, found something that is not a regular file");
}

BOOST_AUTO_TEST_SUITE_END()

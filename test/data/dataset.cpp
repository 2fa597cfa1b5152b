#include <hello_dl/data/dataset.hpp>

#include "split_files.hpp"

#include <algorithm>

namespace dl = hello_dl;
namespace {

using test::bytes, test::contains, test::idx, test::images, test::labels, test::pixels, test::side;

struct fixture {
  test::temporary_folder folder;

  void write_split(const std::string& train, const std::string& test, char separator = '-') const {
    test::write_split(folder.path(), train, test, separator);
  }
  void write_emnist(const std::string& split) const {
    write_split("emnist-" + split + "-train", "emnist-" + split + "-test");
  }
  void write_mapping(const std::string& split, const std::string& text) const {
    test::write(folder / ("emnist-" + split + "-mapping.txt"), test::bytes_of(text));
  }
  std::string refusal(const std::string& split) const {
    return test::error_of([&] { dl::load(folder.path(), split); });
  }
};

/// Where the image's only ink is, as row * side + column.
std::ptrdiff_t inked(std::span<const std::uint8_t> image) {
  BOOST_TEST(std::ranges::count(image, 0) == std::ssize(image) - 1);
  return std::ranges::max_element(image) - image.begin();
}

constexpr std::ptrdiff_t as_stored = 3 * side + 20, transposed = 20 * side + 3;

/// A mapping file's lines "first code", "first+1 code+1", ...
std::string consecutive(int first, int code, int count) {
  std::string lines;
  for (int i = 0; i < count; ++i)
    lines += std::to_string(first + i) + ' ' + std::to_string(code + i) + '\n';
  return lines;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(data_sets, fixture)

BOOST_AUTO_TEST_CASE(emnist_comes_out_upright_and_its_letters_counted_from_zero) {
  write_emnist("letters");
  const dl::split data = dl::load(folder.path(), "letters");
  BOOST_TEST(data.train.size() == 3u);
  BOOST_TEST(data.test.size() == 2u);
  BOOST_TEST(data.train.labels == (std::vector<std::int32_t>{0, 8, 1}));
  BOOST_TEST(data.test.labels == (std::vector<std::int32_t>{8, 0}));
  for (std::size_t i = 0; i < 3; ++i) {
    BOOST_TEST(inked(data.train.image(i)) == transposed);
    BOOST_TEST(data.train.image(i)[transposed] == i + 1);
  }
  BOOST_TEST(inked(data.test.image(1)) == transposed);
  BOOST_TEST(data.train.rows == 28);
  BOOST_TEST(data.train.columns == 28);
  BOOST_TEST(data.description ==
             "letters: 3 training and 2 test images of 28 x 28 in 26 classes, from " +
                 folder.path());
}

BOOST_AUTO_TEST_CASE(every_split_has_its_classes) {
  struct row {
    std::string split;
    int classes;
    std::string second, last;
  };
  for (const row& expected :
       {row{"byclass", 62, "1", "z"}, row{"bymerge", 47, "1", "t"}, row{"balanced", 47, "1", "t"},
        row{"letters", 26, "b", "z"}, row{"digits", 10, "1", "9"}, row{"mnist", 10, "1", "9"}}) {
    write_emnist(expected.split);
    const dl::dataset data = dl::load(folder.path(), expected.split).test;
    BOOST_TEST(data.classes == expected.classes, expected.split);
    BOOST_TEST(std::ssize(data.class_names) == expected.classes);
    BOOST_TEST(data.class_names[1] == expected.second);
    BOOST_TEST(data.class_names.back() == expected.last);
    BOOST_TEST(data.labels[0] == (expected.split == "letters" ? 8 : 9));
  }
}

BOOST_AUTO_TEST_CASE(names_come_from_the_mapping_file_if_there_is_one) {
  write_emnist("letters");
  write_mapping("letters", "1 65 97\r\n" + consecutive(2, 'B', 25));
  const dl::split data = dl::load(folder.path(), "letters");
  BOOST_TEST(data.train.class_names[0] == "a");
  BOOST_TEST(data.test.class_names[1] == "B");
  BOOST_TEST(data.test.class_names[25] == "Z");
}

BOOST_AUTO_TEST_CASE(the_subfolder_of_the_published_archive_is_found) {
  write_emnist("digits");
  const test::temporary_folder unzipped;
  std::filesystem::rename(folder.path(), unzipped / "gzip");
  BOOST_TEST(dl::load(unzipped.path(), "digits").train.size() == 3u);
}

BOOST_AUTO_TEST_CASE(plain_mnist_is_upright_already_in_both_spellings) {
  for (const char separator : {'-', '.'}) {
    const fixture other;
    other.write_split("train", "t10k", separator);
    const dl::split data = dl::load(other.folder.path(), "mnist");
    BOOST_TEST(inked(data.train.image(2)) == as_stored);
    BOOST_TEST(data.train.labels == (std::vector<std::int32_t>{1, 9, 2}));
  }
}

BOOST_AUTO_TEST_CASE(emnist_goes_before_plain_mnist) {
  write_split("train", "t10k");
  write_emnist("mnist");
  BOOST_TEST(inked(dl::load(folder.path(), "mnist").train.image(0)) == transposed);
}

BOOST_AUTO_TEST_CASE(a_split_that_is_not_there_is_named_with_those_that_are) {
  const std::string wanted =
      ": expected the split \"letters\" (emnist-letters-train-images-idx3-ubyte.gz, ...), found ";
  BOOST_TEST(refusal("letters") == folder.path() + wanted + "no split in it");
  write_emnist("digits");
  write_split("train", "t10k");
  BOOST_TEST(refusal("letters") == folder.path() + wanted + "only digits, mnist");
  BOOST_TEST(test::error_of([&] { dl::load(folder / "no", "letters"); }) ==
             folder / "no" + wanted + "no such folder");
  BOOST_TEST(refusal("lettres") ==
             "split: expected one of byclass, bymerge, balanced, letters, digits, mnist, "
             "found \"lettres\"");
}

BOOST_AUTO_TEST_CASE(a_missing_file_of_a_split_is_named) {
  write_emnist("digits");
  std::filesystem::remove(folder / "emnist-digits-test-labels-idx1-ubyte");
  BOOST_TEST(refusal("digits") == folder.path() +
                                      ": expected emnist-digits-test-labels-idx1-ubyte.gz beside "
                                      "the other files of its split, found none");
}

BOOST_AUTO_TEST_CASE(labels_outside_the_split_are_refused) {
  write_emnist("letters");
  const std::string file = folder / "emnist-letters-test-labels-idx1-ubyte";
  for (const std::uint8_t label : bytes{0, 27, 255}) {
    test::write(file, labels({1, label}));
    BOOST_TEST(refusal("letters") == file + ": expected labels from 1 to 26, found " +
                                         std::to_string(label) + " at index 1");
  }
}

BOOST_AUTO_TEST_CASE(there_must_be_one_label_for_each_image) {
  write_emnist("digits");
  const std::string name = folder / "emnist-digits-test-";
  for (const bytes& values : {bytes{1}, bytes{1, 2, 3}}) {
    test::write(name + "labels-idx1-ubyte", labels(values));
    BOOST_TEST(refusal("digits") == name +
                                        "labels-idx1-ubyte: expected one label for each image of " +
                                        name + "images-idx3-ubyte, found " +
                                        std::to_string(values.size()) + " labels for 2 images");
  }
}

BOOST_AUTO_TEST_CASE(images_of_another_size_are_refused) {
  write_emnist("digits");
  const std::string file = folder / "emnist-digits-test-images-idx3-ubyte";
  test::write(file, idx({2, 14, 56}, bytes(2 * pixels)));
  BOOST_TEST(refusal("digits") == file + ": expected images of 28 x 28, found 14 x 56");
}

BOOST_AUTO_TEST_CASE(damage_is_reported_whichever_file_has_it) {
  for (const std::string name : {"train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz",
                                 "test-images-idx3-ubyte", "test-labels-idx1-ubyte"}) {
    const fixture other;
    other.write_emnist("digits");
    const std::string file = other.folder / ("emnist-digits-" + name);
    test::write(file, {});
    BOOST_TEST(other.refusal("digits") ==
               file + ": expected an IDX header, found that the file ends within it");
  }
}

BOOST_AUTO_TEST_CASE(a_mapping_that_makes_no_sense_is_refused) {
  write_emnist("digits");
  const std::string line =
      "one line per class: a label and the codes of its characters, "
      "found something else in line ";
  const std::string nine = consecutive(0, '0', 9);
  const std::pair<std::string, std::string> mappings[] = {
      {"", "10 classes, found 0"},
      {nine, "10 classes, found 9"},
      {nine + "9\n", line + "10"},
      {nine + "9 x\n", line + "10"},
      {nine + "9 57 99999999999\n", line + "10"},
      {nine + "9 10\n", line + "10"},
      {nine + "9 300\n", line + "10"},
      {nine + "10 57\n", line + "10"},
      {nine + "-1 57\n", line + "10"},
      {nine + "8 57\n", line + "10"},
      {"\n" + nine + "9 57\n", line + "1"},
      {std::string(5000, ' '), "a mapping of at most 4096 bytes, found more"},
  };
  for (const auto& [text, sentence] : mappings) {
    write_mapping("digits", text);
    BOOST_TEST(refusal("digits") ==
               folder / "emnist-digits-mapping.txt" + ": expected " + sentence);
  }
}

/// Files with names of their own.
struct own_files : fixture {
  dl::idx_files files{test::write(folder / "pictures", test::gzip(images(3))), test::write(folder / "what", labels({1, 3, 2})),
                      test::write(folder / "others", images(2)), test::write(folder / "what else", labels({3, 0}))};
  std::string refusal() const {
    return test::error_of([&] { dl::load(files); });
  }
  void write_names(const std::string& text) { files.mapping = test::write(folder / "names", test::bytes_of(text)); }
};

BOOST_FIXTURE_TEST_CASE(files_of_any_name_are_read_and_their_labels_name_the_classes, own_files) {
  const dl::split data = dl::load(files);
  BOOST_TEST(data.train.classes == 4);
  BOOST_TEST((data.train.class_names == std::vector<std::string>{"0", "1", "2", "3"}));
  BOOST_TEST((data.train.labels == std::vector<std::int32_t>{1, 3, 2}));
  BOOST_TEST((data.test.labels == std::vector<std::int32_t>{3, 0}));
  BOOST_TEST(inked(data.train.image(1)) == as_stored);
  BOOST_TEST(data.description == "IDX files: 3 training and 2 test images of 28 x 28 in 4 classes, from " + files.images);
  files.transposed = true;
  BOOST_TEST(inked(dl::load(files).test.image(1)) == transposed);
}

BOOST_FIXTURE_TEST_CASE(a_mapping_names_them_and_says_where_labels_begin, own_files) {
  write_names("2 99\n1 66 98\n3 68\n");
  files.test_labels = test::write(folder / "what else", labels({3, 1}));
  const dl::split data = dl::load(files);
  BOOST_TEST((data.test.class_names == std::vector<std::string>{"b", "c", "D"}));
  BOOST_TEST((data.train.labels == std::vector<std::int32_t>{0, 2, 1}));
}

BOOST_FIXTURE_TEST_CASE(own_files_that_do_not_fit_are_one_sentence, own_files) {
  files.test_labels = test::write(folder / "what else", labels({4, 0}));
  BOOST_TEST(refusal() == files.test_labels + ": expected labels from 0 to 3, found 4 at index 0");
  files.test_labels = test::write(folder / "what else", labels({3}));
  BOOST_TEST(refusal() == files.test_labels + ": expected one label for each image of " + files.test_images +
                              ", found 1 labels for 2 images");
  files.test_labels = test::write(folder / "what else", labels({}));
  BOOST_TEST(refusal() == files.test_labels + ": expected extents of at least 1 in its header, found 0");
  files.labels = folder / "nowhere";
  BOOST_TEST(contains(refusal(), folder / "nowhere"));
}

BOOST_FIXTURE_TEST_CASE(own_mappings_that_cannot_be_are_one_sentence, own_files) {
  const auto refusal_of = [&](const std::string& text) {
    write_names(text);
    return refusal();
  };
  const std::string lines = files.mapping.empty() ? folder / "names" : files.mapping;
  BOOST_TEST(refusal_of("") == lines + ": expected at least one class, found none");
  BOOST_TEST(refusal_of("1 66\n3 67\n") == lines + ": expected labels that follow one another, found no 2 before 3");
  for (const char* text : {"1 66\n1 67\n", "0 65\n1\n", "0 65\none 66\n", "0 65\n1 7\n", "0 65\n\n", "0 65\n-1 66\n", "0 65\n2147483647 66\n"})
    BOOST_TEST(refusal_of(text) == lines + ": expected one line per class: a label and the codes of its characters, found "
                                           "something else in line 2");
}

BOOST_AUTO_TEST_SUITE_END()

#include <hello_dl/data/safetensors.hpp>

#include "files.hpp"

#include <sys/stat.h>

#include <cstring>

namespace dl = hello_dl;
using test::bytes, test::join;

namespace {

/// A file of this header, under whatever size, and this much data.
bytes file_of(const std::string& header, std::size_t data, std::uint64_t announced) {
  bytes content(8);
  std::memcpy(content.data(), &announced, 8);
  return join(join(content, test::bytes_of(header)), bytes(data));
}
bytes file_of(const std::string& header, std::size_t data) { return file_of(header, data, header.size()); }

const std::string good = R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"I64","shape":[],"data_offsets":[8,16]}})";

struct fixture {
  test::temporary_folder folder;
  const std::string file = folder / "model.safetensors";
  std::vector<float> weights{1, -2.5f, 3, 4, 5, 6};
  std::int64_t step = 7;
  std::vector<dl::tensor_view> views{dl::view_of("hidden.weight", {2, 3}, std::span{weights}), dl::view_of("step", step)};

  void save(const dl::file_metadata& metadata = {}) { dl::save_safetensors(file, views, metadata); }
  /// What opening the file is refused with; it must begin with its name.
  std::string refusal(const bytes& content) {
    const std::string sentence = test::error_of([&] { dl::safetensors_file{test::write(file, content)}; });
    return sentence.starts_with(file + ": ") ? sentence.substr(file.size() + 2) : "";
  }
  std::string refusal(const std::string& header, std::size_t data = 0) { return refusal(file_of(header, data)); }
  /// What loading these tensors from the saved file is refused with.
  std::string loading_refusal(std::vector<dl::tensor_view> wanted) {
    save();
    const std::string sentence = test::error_of([&] { dl::safetensors_file{file}.load_all(wanted); });
    return sentence.starts_with(file + ": expected ") ? sentence.substr(file.size() + 11) : "";
  }
};

std::string a_is(const std::string& value) { return "{\"a\":" + value + "}"; }

}  // namespace

BOOST_FIXTURE_TEST_SUITE(safetensors_files, fixture)

BOOST_AUTO_TEST_CASE(what_was_saved_is_loaded) {
  save({{"format", "pt"}, {"note", "\"quotes\" and \xc3\xa4"}});
  const std::vector<float> saved = weights;
  std::ranges::fill(weights, 0.0f);
  step = 0;
  const dl::safetensors_file opened{file};
  opened.load_all(views);
  BOOST_TEST(weights == saved, boost::test_tools::per_element());
  BOOST_TEST(step == 7);
  BOOST_TEST(opened.metadata().at("note") == "\"quotes\" and \xc3\xa4");
  BOOST_TEST(opened.find("hidden.weight")->type_and_shape() == "F32 [2, 3]");
  BOOST_TEST(!opened.find("hidden"));
}

BOOST_AUTO_TEST_CASE(the_layout_is_that_of_the_format) {
  save();
  const std::string content = test::content_of(file);
  std::string header =
      R"({"hidden.weight":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},"step":{"dtype":"I64","shape":[],"data_offsets":[24,32]}})";
  header.resize((header.size() + 7) / 8 * 8, ' ');
  BOOST_TEST(static_cast<unsigned char>(content[0]) == header.size());
  BOOST_TEST(content.substr(1, 7) == std::string(7, '\0'));
  BOOST_TEST(content.substr(8, header.size()) == header);
  BOOST_TEST(content.size() == 8 + header.size() + 32);
  float second = 0;
  std::memcpy(&second, content.data() + 8 + header.size() + 4, 4);
  BOOST_TEST(second == -2.5f);
}

BOOST_AUTO_TEST_CASE(tensors_in_any_order_and_of_other_types_are_read) {
  BOOST_TEST(refusal(good, 16) == "");
  BOOST_TEST(refusal(R"({"b":{"data_offsets":[8,10],"shape":[1],"dtype":"BF16"},"a":{"dtype":"F64","shape":[],"data_offsets":[0,8]}}   )", 10) == "");
  BOOST_TEST(refusal(R"({"empty":{"dtype":"F32","shape":[3,0],"data_offsets":[0,0]}})", 0) == "");
  BOOST_TEST(refusal("{}") == "");
}

BOOST_AUTO_TEST_CASE(other_tensors_than_wanted_are_named) {
  std::vector<float> others(8);
  std::vector<double> doubles(6);
  const auto step_too = [&](dl::tensor_view view) { return std::vector{view, dl::view_of("step", step)}; };
  BOOST_TEST(loading_refusal(step_too(dl::view_of("hidden.weight", {2, 4}, std::span{others}))) ==
             "F32 [2, 4] for 'hidden.weight', found F32 [2, 3]");
  BOOST_TEST(loading_refusal(step_too(dl::view_of("hidden.weight", {2, 3}, std::span{doubles}))) ==
             "F64 [2, 3] for 'hidden.weight', found F32 [2, 3]");
  BOOST_TEST(loading_refusal({views[0], views[1], dl::view_of("out.bias", {8}, std::span{others})}) ==
             "a tensor 'out.bias' of F32 [8], found none of that name");
  BOOST_TEST(loading_refusal({views[0]}) == "1 tensors, found also 'step' of I64 []");
}

BOOST_AUTO_TEST_CASE(a_refused_file_changes_nothing) {
  save();
  weights[0] = 100;
  std::vector<float> others(1);
  BOOST_TEST(test::error_of([&] { dl::safetensors_file{file}.load(std::vector{views[0], dl::view_of("x", {1}, std::span{others})}); }) != "");
  BOOST_TEST(weights[0] == 100);
}

BOOST_AUTO_TEST_CASE(a_header_that_lies_is_refused) {
  const std::string json = "expected a safetensors header, found ";
  const std::string size = "expected a safetensors header of at most ";
  const std::pair<std::string, std::string> headers[] = {
      {"", json + "no JSON from byte 1 of it on"},
      {"{", json + "no JSON from byte 2 of it on"},
      {"[]", json + "something else than an object"},
      {"3", json + "something else than an object"},
      {a_is("3"), json + "something else as 'a'"},
      {a_is("null"), json + "something else as 'a'"},
      {a_is("{}"), json + "'a' without dtype, shape or data_offsets"},
      {a_is(R"({"dtype":"F32","shape":[]})"), json + "'a' without dtype, shape or data_offsets"},
      {a_is(R"({"dtype":"F32","shape":[],"data_offsets":[0,4],"more":1})"), json + "something else as 'more' of 'a'"},
      {a_is(R"({"dtype":5,"shape":[],"data_offsets":[0,4]})"), json + "something else as 'dtype' of 'a'"},
      {a_is(R"({"dtype":["F32"],"shape":[],"data_offsets":[0,4]})"), json + "something else as 'dtype' of 'a'"},
      {a_is(R"({"dtype":"F32","shape":"2","data_offsets":[0,4]})"), json + "something else as 'shape' of 'a'"},
      {a_is(R"({"dtype":"F32","shape":[[1]],"data_offsets":[0,4]})"), json + "something else as 'shape' of 'a'"},
      {a_is(R"({"dtype":"F32","shape":[-1],"data_offsets":[0,4]})"), json + "something else as 'shape' of 'a'"},
      {a_is(R"({"dtype":"F32","shape":[1.5],"data_offsets":[0,4]})"), json + "something else as 'shape' of 'a'"},
      {a_is(R"({"dtype":"F32","shape":[18446744073709551616],"data_offsets":[0,4]})"), json + "something else as 'shape' of 'a'"},
      {a_is(R"({"dtype":"F32","shape":[1e999],"data_offsets":[0,4]})"), json + "no JSON from byte 34 of it on"},
      {a_is(R"({"dtype":"F32","shape":[],"data_offsets":[0,4,8]})"), json + "3 data_offsets in 'a'"},
      {a_is(R"({"dtype":"F32","dtype":"F32","shape":[],"data_offsets":[0,4]})"), json + "'dtype' twice in 'a'"},
      {R"({"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[],"data_offsets":[4,8]}})", json + "'a' twice"},
      {a_is(R"({"dtype":{"x":1},"shape":[],"data_offsets":[0,4]})"), json + "an object within 'a'"},
      {R"({"__metadata__":{"x":1}})", json + "something else as 'x' of '__metadata__'"},
      {R"({"__metadata__":{"x":["1"]}})", json + "something else as 'x' of '__metadata__'"},
      {std::string(1'000'000, '['), json + "something else than an object"},
      {std::string(100'000, '{'), json + "no JSON from byte 2 of it on"},
      {a_is(std::string(1'000'000, '[')), json + "something else as 'a'"},
      {"{\"\xff\":3}", json + "no JSON from byte 3 of it on"},
      {good + good, json + "no JSON from byte " + std::to_string(good.size() + 1) + " of it on"},
      {a_is(R"({"dtype":"F31","shape":[],"data_offsets":[0,4]})"), "expected a type such as F32 for 'a', found 'F31'"},
      {a_is(R"({"dtype":"F32","shape":[2],"data_offsets":[0,4]})"), "expected 8 bytes up to its end for 'a', found the end 4 after the begin 0"},
      {a_is(R"({"dtype":"F32","shape":[],"data_offsets":[4,8]})"), "expected byte 0 as the first for 'a', found 4"},
      {a_is(R"({"dtype":"F32","shape":[],"data_offsets":[0,18446744073709551615]})"),
       "expected 4 bytes up to its end for 'a', found the end 18446744073709551615 after the begin 0"},
      {a_is(R"({"dtype":"F64","shape":[4294967296,4294967296],"data_offsets":[0,0]})"), "expected a size that a file can have for 'a', found a larger one"},
      {R"({"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[],"data_offsets":[2,6]}})",
       "expected byte 4 as the first for 'b', found 2"},
      {R"({"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[],"data_offsets":[0,4]}})",
       "expected byte 4 as the first for 'b', found 0"},
  };
  for (const auto& [header, sentence] : headers) BOOST_TEST_CONTEXT(header.substr(0, 100)) BOOST_TEST(refusal(header, 4) == sentence);
  BOOST_TEST(refusal(good, 17) == "expected 16 bytes of tensors after its header, found 17");
  BOOST_TEST(refusal(file_of(good, 16, std::uint64_t{1} << 63)) == size + "123 bytes, found the size 9223372036854775808");
  BOOST_TEST(refusal(file_of(good, 16, std::uint64_t{106} << 56)) == size + "123 bytes, found the size 7638104968020361216");
}

BOOST_AUTO_TEST_CASE(a_file_cut_anywhere_is_refused) {
  const bytes whole = file_of(good, 16);
  for (std::size_t length = 0; length < whole.size(); ++length)
    BOOST_TEST(refusal(bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length))) != "", "cut to " << length << " bytes");
}

BOOST_AUTO_TEST_CASE(a_flipped_bit_is_refused_or_read_never_worse) {
  const bytes whole = file_of(good, 16);
  std::size_t refused = 0;
  for (std::size_t bit = 0; bit < 8 * whole.size(); ++bit) {
    bytes damaged = whole;
    damaged[bit / 8] = static_cast<std::uint8_t>(damaged[bit / 8] ^ 1 << bit % 8);
    refused += refusal(damaged) != "";
  }
  BOOST_TEST(refused > 6 * whole.size());
}

BOOST_AUTO_TEST_CASE(control_characters_of_a_name_do_not_reach_the_terminal) {
  BOOST_TEST(refusal("{\"a\\u001b[31m\":3}") == "expected a safetensors header, found something else as 'a?[31m'");
  BOOST_TEST(refusal("{\"" + std::string(1000, 'x') + "\":3}").size() < 200);
}

BOOST_AUTO_TEST_CASE(what_is_no_regular_file_is_refused_and_never_waited_for) {
  const std::string pipe = folder / "pipe";
  BOOST_REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  BOOST_TEST(test::error_of([&] { dl::safetensors_file{file}; }) == file + ": expected a file, found none");
  BOOST_TEST(test::error_of([&] { dl::safetensors_file{pipe}; }) == pipe + ": expected a file, found something that is not a regular file");
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_missing_is_one_sentence) {
  BOOST_CHECK_EXCEPTION(dl::save_safetensors(folder / "nowhere/x", views), std::runtime_error,
                        [&](const auto& error) { return error.what() == "cannot write " + (folder / "nowhere/x") + ": No such file or directory"; });
}

BOOST_AUTO_TEST_SUITE_END()

#include <common/checkpoint.hpp>
#include <data/files.hpp>

#include <hello_dl/core/not_finite.hpp>

#include <cmath>

using namespace samples;
namespace dl = hello_dl;

namespace {

/// A network of two layers, without what it computes.
struct network {
  std::vector<float> hidden, out, bias;
  std::int64_t step = 0;
  dl::extent classes;

  explicit network(float value, dl::extent of_classes = 3)
      : hidden(4, value), out(static_cast<std::size_t>(2 * of_classes), value), bias(static_cast<std::size_t>(of_classes), value), classes{of_classes} {}
  tensor_list model() {
    return {dl::view_of("hidden.weight", {2, 2}, std::span{hidden}), dl::view_of("out.weight", {classes, 2}, std::span{out}),
            dl::view_of("out.bias", {classes}, std::span{bias})};
  }
  tensor_list training() {
    tensor_list all = model();
    all.push_back(dl::view_of("step", step));
    return all;
  }
};

const dl::dataset images{2, {"a", "b"}, 1, 2, {1, 2, 3, 4}, {0, 1}};
const sample_description letters{.name = "letters", .splits = {"letters", "balanced"}};

struct fixture {
  test::temporary_folder folder;
  train_options options{.split = "balanced", .epochs = 3, .batch = 32, .seed = 5, .learning_rate = 0.1, .save = folder / "kept", .quick = true};
  network trained{2};

  checkpoint made() {
    options.run = describe_run(options, letters);
    return {options, images};
  }
  train_options resumed_now(const sample_description& sample = letters) { return resumed({.threads = 7, .resume = options.save, .check = true, .out = "here"}, sample); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(a_checkpoint, fixture)

BOOST_AUTO_TEST_CASE(brings_back_the_options_and_the_numbers) {
  trained.step = 12;
  checkpoint kept = made();
  BOOST_TEST(kept.last() == "nothing was saved yet");
  kept.save(trained.model(), trained.training(), 12);
  BOOST_TEST(kept.last() == "saved after step 12, to go on: samples/run letters --resume " + options.save);

  const train_options again = resumed_now();
  BOOST_TEST((again.split == "balanced" && again.epochs == 3 && again.batch == 32 && again.seed == 5 && again.quick));
  BOOST_TEST(again.learning_rate == 0.1);
  BOOST_TEST((again.threads == 7 && again.check && again.out == "here" && again.save == options.save && again.resume == options.save));
  network other{0};
  train_options resuming = again;
  resuming.run = describe_run(again, letters);
  checkpoint{resuming, images}.load(other.training());
  BOOST_TEST((other.hidden == trained.hidden && other.bias == trained.bias && other.step == 12));
}

BOOST_AUTO_TEST_CASE(of_a_text_goes_on_with_that_text_only) {
  const sample_description names{.name = "names", .defaults = {.text = "/other"}, .options = {"text", "prompt", "temperature"}};
  options.text = "/novel.txt";
  options.run = describe_run(options, names);
  checkpoint{options, "Call me Ishmael."}.save(trained.model(), trained.training(), 1);
  const train_options again = resumed({.resume = options.save, .prompt = "A", .temperature = 0.5}, names);
  BOOST_TEST((again.text == "/novel.txt" && again.prompt == "A" && again.temperature == 0.5));
  train_options resuming = again;
  resuming.run = describe_run(again, names);
  network other{0};
  checkpoint{resuming, "Call me Ishmael."}.load(other.training());
  BOOST_TEST(other.hidden == trained.hidden);
  BOOST_TEST(test::contains(test::error_of([&] { checkpoint{resuming, "Call me Isabel."}.load(other.training()); }),
                            "/training.safetensors: expected the training text that the run began with, of checksum "));
}

BOOST_AUTO_TEST_CASE(is_refused_by_another_sample_other_images_and_another_network) {
  made().save(trained.model(), trained.training(), 1);
  const std::string file = options.save + "/training.safetensors";
  BOOST_TEST(test::error_of([&] { resumed_now({.name = "digits"}); }) == file + ": expected a run of digits, found one of 'letters'");
  BOOST_TEST(test::error_of([&] { resumed_now({.name = "letters", .splits = {"letters"}}); }) ==
             file + ": expected the options of a run, found --split: expected letters, found 'balanced'");
  train_options resuming = options;
  resuming.resume = options.save;
  dl::dataset others = images;
  others.pixels[0] = 9;
  BOOST_TEST(test::contains(test::error_of([&] { checkpoint{resuming, others}.load(trained.training()); }),
                            file + ": expected the training images that the run began with, of checksum "));
  network wider{0, 4};
  BOOST_TEST(test::error_of([&] { checkpoint{resuming, images}.load(wider.training()); }) ==
             file + ": expected F32 [4, 2] for 'out.weight', found F32 [3, 2]");
}

BOOST_AUTO_TEST_CASE(is_not_made_of_numbers_that_went_wrong) {
  checkpoint kept = made();
  kept.save(trained.model(), trained.training(), 1);
  trained.out[1] = std::nanf("");
  BOOST_CHECK_EXCEPTION(kept.save(trained.model(), trained.training(), 2), dl::not_finite, [](const auto& error) {
    return error.what() == std::string{"step 2: the first that is not finite after it: out.weight"};
  });
  BOOST_TEST(kept.last().starts_with("saved after step 1,"));
}

BOOST_AUTO_TEST_CASE(is_where_a_network_with_another_last_layer_begins) {
  made().save(trained.model(), trained.training(), 1);
  const std::string file = options.save + "/model.safetensors";
  network wider{0, 4};
  BOOST_TEST(initialise(wider.model(), file) == "took 1 of 3 tensors from " + file +
                                                    "\nout.weight begins at random: expected F32 [4, 2], found F32 [3, 2]"
                                                    "\nout.bias begins at random: expected F32 [4], found F32 [3]");
  BOOST_TEST((wider.hidden == trained.hidden && wider.bias == std::vector<float>(4)));
  network same{0};
  BOOST_TEST(initialise(same.model(), file) == "took 3 of 3 tensors from " + file);
  BOOST_TEST(same.out == trained.out, boost::test_tools::per_element());
  tensor_list renamed = same.model();
  renamed[0].name = "first.weight";
  BOOST_TEST(test::error_of([&] { initialise(renamed, file); }) ==
             file + ": expected a tensor 'first.weight' of F32 [2, 2], found none of that name");
}

BOOST_AUTO_TEST_SUITE_END()

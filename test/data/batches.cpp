#include <hello_dl/data/batches.hpp>

#include <boost/test/unit_test.hpp>

#include <map>
#include <set>

namespace dl = hello_dl;
using dl::image_numbers;

namespace {

constexpr auto elements = boost::test_tools::per_element();

image_numbers sorted(image_numbers numbers) {
  std::ranges::sort(numbers);
  return numbers;
}

/// Three images of 1 x 2 pixels.
dl::dataset tiny() { return {2, {"a", "b"}, 1, 2, {0, 255, 51, 102, 153, 204}, {0, 1, 1}}; }

}  // namespace

// The expected orders were computed by a separate program after the paper on Philox.
BOOST_AUTO_TEST_CASE(an_order_is_the_same_on_every_machine) {
  BOOST_TEST(dl::shuffled(dl::in_order(10), 1, 0) == (image_numbers{8, 5, 2, 9, 6, 7, 0, 3, 1, 4}),
             elements);
  BOOST_TEST(dl::shuffled(dl::in_order(10), 1, 1) == (image_numbers{3, 9, 2, 5, 6, 4, 0, 1, 8, 7}),
             elements);
}

BOOST_AUTO_TEST_CASE(each_seed_and_epoch_has_an_order_of_all_images) {
  std::set<image_numbers> orders;
  for (std::uint64_t seed = 0; seed < 10; ++seed)
    for (std::uint64_t epoch = 0; epoch < 10; ++epoch) {
      const image_numbers order = dl::shuffled(dl::in_order(1000), seed, epoch);
      BOOST_TEST((sorted(order) == dl::in_order(1000)));
      orders.insert(order);
    }
  BOOST_TEST(orders.size() == 100u);
}

// Chi-square over the 24 orders of four: 23 degrees of freedom, 49.7 is exceeded once in 1000.
BOOST_AUTO_TEST_CASE(all_orders_are_equally_likely) {
  constexpr int draws = 24'000;
  std::map<image_numbers, int> counts;
  for (std::uint64_t epoch = 0; epoch < draws; ++epoch)
    ++counts[dl::shuffled(dl::in_order(4), 3, epoch)];
  BOOST_TEST(counts.size() == 24u);
  double chi_square = 0;
  for (const auto& [order, count] : counts) chi_square += (count - 1000.) * (count - 1000.) / 1000;
  BOOST_TEST(chi_square < 49.7);
}

BOOST_AUTO_TEST_CASE(held_out_images_are_disjoint_and_complete) {
  for (const std::size_t count : {0u, 1u, 300u, 1000u}) {
    const dl::held_out parts = dl::hold_out(1000, count, 5);
    BOOST_TEST(parts.validation.size() == count);
    BOOST_TEST(
        (sorted(parts.train) == parts.train && sorted(parts.validation) == parts.validation));
    image_numbers all = parts.train;
    all.insert(all.end(), parts.validation.begin(), parts.validation.end());
    BOOST_TEST((sorted(all) == dl::in_order(1000)));
  }
}

BOOST_AUTO_TEST_CASE(what_is_held_out_depends_on_the_seed_alone) {
  BOOST_TEST((dl::hold_out(100, 30, 5).validation == dl::hold_out(100, 30, 5).validation));
  BOOST_TEST((dl::hold_out(100, 30, 5).validation != dl::hold_out(100, 30, 6).validation));
  BOOST_CHECK_EXCEPTION(dl::hold_out(10, 11, 0), std::invalid_argument, [](const auto& error) {
    return error.what() == std::string{"hold_out: cannot hold out 11 of 10 images"};
  });
}

BOOST_AUTO_TEST_CASE(batches_follow_each_other_and_the_last_may_be_smaller) {
  BOOST_TEST(dl::batch_count(0, 4) == 0u);
  BOOST_TEST(dl::batch_count(8, 4) == 2u);
  BOOST_TEST(dl::batch_count(9, 4) == 3u);
  const image_numbers order{5, 3, 8, 1, 9};
  BOOST_TEST(dl::batch(order, 0, 2) == (image_numbers{5, 3}), elements);
  BOOST_TEST(dl::batch(order, 1, 2) == (image_numbers{8, 1}), elements);
  BOOST_TEST(dl::batch(order, 2, 2) == (image_numbers{9}), elements);
}

BOOST_AUTO_TEST_CASE(a_batch_is_copied_normalised_and_the_rest_of_the_buffer_left) {
  std::vector<float> images(6, -1);
  std::vector<std::int32_t> labels(3, -1);
  const image_numbers chosen{2, 0};
  BOOST_TEST(dl::copy_batch(tiny(), chosen, {0.2f, 0.5f}, images, labels) == 2u);
  const std::vector<float> expected{0.8f, 1.2f, -0.4f, 1.6f, -1, -1};
  for (std::size_t i = 0; i < images.size(); ++i)
    BOOST_TEST(std::abs(images[i] - expected[i]) < 1e-6f);
  BOOST_TEST(labels == (std::vector<std::int32_t>{1, 0, -1}), elements);
}

BOOST_AUTO_TEST_CASE(without_normalization_levels_are_from_0_to_1) {
  std::vector<float> images(2);
  std::vector<std::int32_t> labels(1);
  dl::copy_batch(tiny(), image_numbers{0}, {}, images, labels);
  BOOST_TEST(images == (std::vector<float>{0, 1}), elements);
}

BOOST_AUTO_TEST_CASE(a_buffer_that_is_too_small_is_refused) {
  std::vector<float> images(4);
  std::vector<std::int32_t> labels(2);
  const image_numbers chosen{0, 1};
  const auto copy = [&](std::size_t pixels, std::size_t count) {
    dl::copy_batch(tiny(), chosen, {}, std::span{images}.first(pixels),
                   std::span{labels}.first(count));
  };
  BOOST_CHECK_NO_THROW(copy(4, 2));
  BOOST_CHECK_THROW(copy(3, 2), std::invalid_argument);
  BOOST_CHECK_THROW(copy(4, 1), std::invalid_argument);
}

#include <hello_dl/data/augment.hpp>

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <string>
#include <thread>

namespace dl = hello_dl;

namespace {

using pixels = std::vector<std::uint8_t>;
using levels = std::vector<float>;

struct size {
  int rows, columns;
};
constexpr size sizes[] = {{28, 28}, {1, 1}, {3, 17}, {33, 31}, {1, 5}};

/// Ink everywhere, each pixel another.
pixels picture(size s) {
  pixels p(static_cast<std::size_t>(s.rows * s.columns));
  for (std::size_t i = 0; i < p.size(); ++i) p[i] = static_cast<std::uint8_t>(dl::random_bits(5, 0, i) % 255 + 1);
  return p;
}

levels changed(const dl::augmentation& how, const pixels& p, size s, std::uint64_t epoch = 0, std::uint64_t index = 0,
               std::uint64_t seed = 1) {
  levels result(p.size());
  dl::augmenter{how, seed, s.rows, s.columns}(p, epoch, index, result);
  return result;
}

constexpr dl::augmentation everything{.rotation = 20, .scale = 0.2, .shear = 0.3, .shift = 2, .elastic = 1, .erasing = 0.5, .noise = 0.1};

}  // namespace

BOOST_AUTO_TEST_CASE(without_strength_pictures_stay_as_they_are) {
  for (const size s : sizes) {
    const pixels p = picture(s);
    const levels result = changed({}, p, s);
    for (std::size_t i = 0; i < p.size(); ++i) BOOST_TEST(result[i] == static_cast<float>(p[i]) / 255);
  }
}

BOOST_AUTO_TEST_CASE(seed_epoch_and_index_decide_all) {
  for (const size s : sizes) {
    const pixels p = picture(s);
    const levels first = changed(everything, p, s, 2, 3, 4);
    BOOST_TEST((changed(everything, p, s, 2, 3, 4) == first));
    if (s.rows < 28) continue;
    BOOST_TEST((changed(everything, p, s, 1, 3, 4) != first));
    BOOST_TEST((changed(everything, p, s, 2, 2, 4) != first));
    BOOST_TEST((changed(everything, p, s, 2, 3, 5) != first));
  }
}

/// An augmenter that changed other pictures before, in another order and thread, gives the same.
BOOST_AUTO_TEST_CASE(the_order_and_the_thread_do_not_matter) {
  const pixels p = picture({28, 28});
  std::vector<levels> in_order(20, levels(784)), in_threads = in_order;
  dl::augmenter one{everything, 1, 28, 28};
  for (std::size_t i = 0; i < 20; ++i) one(p, 0, i, in_order[i]);
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < 3; ++t)
    threads.emplace_back([&, t] {
      dl::augmenter own{everything, 1, 28, 28};
      for (std::size_t i = 20; i-- > 0;)
        if (i % 3 == t) own(p, 0, i, in_threads[i]);
    });
  for (std::thread& thread : threads) thread.join();
  BOOST_TEST((in_threads == in_order));
}

BOOST_AUTO_TEST_CASE(levels_stay_between_paper_and_ink) {
  for (const size s : sizes)
    for (std::uint64_t index = 0; index < 200; ++index)
      for (const float level : changed(everything, picture(s), s, 0, index)) BOOST_TEST((level >= 0 && level <= 1));
}

/// The share of pictures, and that what is erased is one rectangle of the documented area.
BOOST_AUTO_TEST_CASE(erasing_takes_a_rectangle_from_the_right_share) {
  const size s{28, 28};
  const pixels p = picture(s);
  int erased = 0;
  for (std::uint64_t index = 0; index < 2000; ++index) {
    const levels result = changed({.erasing = 0.25}, p, s, 0, index);
    int count = 0, top = 28, bottom = -1, left = 28, right = -1;
    for (int i = 0; i < 784; ++i) {
      if (result[static_cast<std::size_t>(i)] != 0) continue;
      ++count;
      top = std::min(top, i / 28), bottom = std::max(bottom, i / 28), left = std::min(left, i % 28), right = std::max(right, i % 28);
    }
    if (count == 0) continue;
    ++erased;
    BOOST_TEST(count == (bottom - top + 1) * (right - left + 1));
    BOOST_TEST((count >= 0.01 * 784 && count <= 0.36 * 784));
  }
  BOOST_TEST(std::abs(erased - 500) < 100);  // five standard deviations
}

BOOST_AUTO_TEST_CASE(copies_a_batch_normalised) {
  const dl::dataset data{2, {"a", "b"}, 1, 2, {0, 255, 51, 102, 153, 204}, {0, 1, 1}};
  dl::augmenter nothing{{}, 1, 1, 2};
  const dl::image_numbers chosen{2, 0};
  levels images(4);
  std::vector<std::int32_t> labels(2);
  BOOST_TEST(dl::copy_batch(data, chosen, {.mean = 0.2f, .deviation = 0.5f}, nothing, 0, images, labels) == 2u);
  levels plain(4);
  dl::copy_batch(data, chosen, {.mean = 0.2f, .deviation = 0.5f}, plain, labels);
  BOOST_TEST((images == plain));
  const levels expected{0.8f, 1.2f, -0.4f, 1.6f};
  for (std::size_t i = 0; i < 4; ++i) BOOST_TEST(std::abs(images[i] - expected[i]) < 1e-6f);
  BOOST_TEST((labels == std::vector<std::int32_t>{1, 0}));
  images.pop_back();
  BOOST_CHECK_THROW(dl::copy_batch(data, chosen, {}, nothing, 0, images, labels), std::invalid_argument);
}

BOOST_AUTO_TEST_CASE(pictures_of_another_size_are_refused_in_one_sentence) {
  const dl::dataset data{2, {"a", "b"}, 1, 2, {0, 255}, {0}};
  for (const double shift : {0.0, 1.0}) {
    dl::augmenter turned{{.shift = shift}, 1, 2, 1};
    levels images(2);
    std::vector<std::int32_t> labels(1);
    BOOST_CHECK_EXCEPTION(dl::copy_batch(data, dl::image_numbers{0}, {}, turned, 0, images, labels), std::invalid_argument,
                          [](const auto& e) { return e.what() == std::string{"augmenter: made for pictures of 2 x 1, found 1 x 2"}; });
    levels long_result(3);
    BOOST_CHECK_EXCEPTION(turned(data.pixels, 0, 0, long_result), std::invalid_argument,
                          [](const auto& e) { return e.what() == std::string{"augmenter: expected 2 pixels, found 3"}; });
  }
}

BOOST_AUTO_TEST_CASE(strengths_out_of_range_are_refused_in_one_sentence) {
  const auto refusal = [](const dl::augmentation& how) -> std::string {
    try {
      dl::augmenter{how, 1, 28, 28};
      return {};
    } catch (const std::invalid_argument& error) {
      return error.what();
    }
  };
  BOOST_TEST(refusal(everything) == "");
  BOOST_TEST(refusal(dl::handwriting_augmentation * 2) == "");
  BOOST_TEST(refusal({.rotation = -1}) == "augmentation: rotation must be from 0.000000 to 180.000000, found -1.000000");
  BOOST_TEST(refusal({.scale = 1}) == "augmentation: scale must be from 0.000000 to 0.990000, found 1.000000");
  for (const dl::augmentation& how :
       {dl::augmentation{.shear = std::nan("")}, {.shift = -0.1}, {.elastic = INFINITY}, {.smoothness = 0.5}, {.erasing = 1.5}, {.noise = -1}})
    BOOST_TEST(!refusal(how).empty());
}

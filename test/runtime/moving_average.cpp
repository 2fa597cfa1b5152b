// A moving average goes as PyTorch's, in float and double, and answers in the place of the weights.
#include <hello_dl/hello_dl.hpp>

#include <golden/optim/moving_average.hpp>
#include <support/difference.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>

namespace {

namespace dl = hello_dl;

/// 19 numbers in two tensors: whole vectors, and some over.
struct model {
  dl::parameter<dl::shape<2, 3>> first;
  dl::parameter<dl::shape<13>> second;
};

template <class T>
void fill(const dl::parameters<model, T>& learned, dl::extent step) {
  std::transform(&golden::moving_weights[step * 19], &golden::moving_weights[step * 19] + 19, learned.data(),
                 [](double weight) { return static_cast<T>(weight); });
}

template <class T>
void check_averages(double tolerance) {
  const dl::parameters<model, T> learned{1};
  dl::moving_average average{learned, 0.75};
  BOOST_TEST(std::ranges::equal(average.learned().values(), learned.values()));
  for (dl::extent step = 0; step < 8; ++step) {
    fill(learned, step);
    average.update(learned);
    const std::string found = check::difference("average", average.learned().values(),
                                                std::span(&golden::moving_averages[step * 19], 19), tolerance);
    BOOST_TEST(found.empty(), "step " << step << ": " << found);
  }
}

BOOST_AUTO_TEST_CASE(averages_are_those_of_pytorch) {
  check_averages<double>(1e-14);
  check_averages<float>(1e-6);
}

BOOST_AUTO_TEST_CASE(the_average_of_equal_weights_is_those_weights) {
  const dl::parameters<model> learned{1};
  fill(learned, 0);
  dl::moving_average average{learned};
  for (int step = 0; step < 1000; ++step) average.update(learned);
  BOOST_TEST(std::ranges::equal(average.learned().values(), learned.values()));
}

BOOST_AUTO_TEST_CASE(the_decay_may_change_between_updates) {
  const dl::parameters<model> learned{1};
  dl::moving_average average{learned};
  average.update(learned);
  fill(learned, 0);
  average.decay = 0;
  average.update(learned);
  BOOST_TEST(average.learned().data()[0] == learned.data()[0]);
}

BOOST_AUTO_TEST_CASE(an_average_answers) {
  using line = dl::nn::linear<1, 1>;
  dl::parameters<line> learned{1};
  std::ranges::copy(std::array{2.0f, 1.0f}, learned.data());
  dl::moving_average average{learned, 0.5};
  average.update(learned);
  std::ranges::copy(std::array{4.0f, 3.0f}, learned.data());
  average.update(learned);
  const std::array x{10.0f};
  std::array y{0.0f};
  dl::inference<line, dl::real_input<1, 1>>{}(average.learned(), x, y);
  BOOST_TEST(y[0] == 3 * 10 + 2);
}

}  // namespace

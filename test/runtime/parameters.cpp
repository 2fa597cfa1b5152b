#include <hello_dl/runtime/parameters.hpp>

#include <hello_dl/nn/linear.hpp>

#include <string>
#include <vector>

namespace {

namespace dl = hello_dl;

struct model {
  dl::nn::linear<5, 3> first;
  std::array<dl::nn::linear<3, 3>, 2> more;
  dl::parameter<dl::shape<>> scale;
};

BOOST_AUTO_TEST_CASE(iteration_gives_names_shapes_and_elements_as_a_state_dict) {
  const dl::parameters<model> learned{1};
  std::vector<std::string> names;
  const float* next = learned.data();
  for (const auto& [name, shape, values] : learned) {
    names.emplace_back(name);
    BOOST_TEST(values.data() == next);
    BOOST_TEST(static_cast<dl::extent>(values.size()) == shape.size());
    next += values.size();
  }
  const std::vector<std::string> expected{"first.weight", "first.bias",    "more.0.weight", "more.0.bias",
                                          "more.1.weight", "more.1.bias", "scale"};
  BOOST_TEST(names == expected, boost::test_tools::per_element());
  BOOST_TEST(next == learned.data() + learned.values().size());
  BOOST_TEST(learned.values().size() == 15 + 3 + 2 * (9 + 3) + 1);
  BOOST_TEST((learned[2].shape == dl::dims{3, 3}));
}

BOOST_AUTO_TEST_CASE(what_is_written_is_kept) {
  dl::parameters<model> learned{1};
  learned[6].values[0] = 42;
  BOOST_TEST(learned.values().back() == 42);
}

template <class T>
std::vector<T> filled(std::uint64_t seed) {
  const dl::parameters<model, T> learned{seed};
  return {learned.values().begin(), learned.values().end()};
}

using element_types = std::tuple<float, double>;
BOOST_AUTO_TEST_CASE_TEMPLATE(the_same_seed_gives_the_same_bits, T, element_types) {
  BOOST_TEST(filled<T>(7) == filled<T>(7), boost::test_tools::per_element());
  BOOST_TEST((filled<T>(7) != filled<T>(8)));
}

BOOST_AUTO_TEST_CASE(tensors_of_one_shape_differ) {
  const dl::parameters<model> learned{1};
  const auto first = learned[2].values, second = learned[4].values;
  BOOST_TEST(!std::equal(first.begin(), first.end(), second.begin()));
}

}  // namespace

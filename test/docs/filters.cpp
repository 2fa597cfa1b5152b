// The listings of docs/tutorial/6-reading-letters.md on filters: four of them learn to tell strokes, and are printed.
#include <hello_dl/hello_dl.hpp>

#include <algorithm>
#include <cstdio>

namespace dl = hello_dl;

namespace {

constexpr int side = 8;

//[network
/// Four filters. Of each only the strongest answer in the whole picture counts.
struct stroke_network {
  dl::nn::conv2d<1, 4, 3> look;  // [n, 4, 6, 6]
  dl::nn::linear<4, 4> out;
  constexpr auto operator()(const auto& pictures) const { return out(flatten(dl::max_pool2d<6>(relu(look(pictures))))); }
};
//]

struct objective {
  constexpr auto operator()(const auto& model, const auto& pictures, const auto& kinds) const {
    return dl::cross_entropy(model(pictures), kinds);
  }
};

constexpr dl::extent at_once = 16;
using pictures = dl::real_input<at_once, 1, side, side>;
using trainer = dl::trainer<stroke_network, objective, dl::chunk<pictures, dl::index_input<at_once>>, dl::adam, double>;

struct examples {
  std::vector<double> pixels;
  std::vector<std::int32_t> kinds;
};

//[strokes
/// Pictures of 8 x 8 with a stroke of five pixels somewhere and some noise: | - / or \ by the number of the kind.
examples draw_strokes(std::uint64_t seed, std::size_t count) {
  examples made{std::vector<double>(count * side * side), std::vector<std::int32_t>(count)};
  for (std::size_t i = 0; i < count; ++i) {
    double* const picture = made.pixels.data() + i * side * side;
    for (std::size_t p = 0; p < side * side; ++p) picture[p] = 0.3 * dl::uniform<double>(seed, i, p);
    const int kind = made.kinds[i] = static_cast<std::int32_t>(i % 4);
    const int row = static_cast<int>(dl::random_bits(seed, i, 100) % 4), column = static_cast<int>(dl::random_bits(seed, i, 101) % 4);
    for (int k = 0; k < 5; ++k) {
      const int y = row + (kind == 1 ? 2 : k), x = column + (kind == 0 ? 2 : kind == 2 ? 4 - k : k);
      picture[y * side + x] = 1;
    }
  }
  return made;
}
//]

int count_right(const trainer& t, const examples& asked) {
  std::vector<double> logits(4 * asked.kinds.size());
  dl::inference<stroke_network, pictures, double>{}(t.learned(), asked.pixels, logits);
  int right = 0;
  for (std::size_t i = 0; i < asked.kinds.size(); ++i)
    right += std::max_element(&logits[4 * i], &logits[4 * i] + 4) - &logits[4 * i] == asked.kinds[i];
  return right;
}

/// # for a weight that is nearly the largest of its filter, + for half of it, - for a negative one.
char shade(double weight, double largest) {
  const double part = weight / largest;
  return part > 0.75 ? '#' : part > 0.25 ? '+' : part < -0.25 ? '-' : '.';
}

void print_filters(const trainer& t) {
  const auto weights = t.learned()[0].values;  // [4, 1, 3, 3]
  for (std::size_t row = 0; row < 3; ++row) {
    for (std::size_t filter = 0; filter < 4; ++filter) {
      const auto own = weights.subspan(9 * filter, 9);
      for (std::size_t column = 0; column < 3; ++column) std::printf("%c ", shade(own[3 * row + column], *std::ranges::max_element(own)));
      std::printf("   ");
    }
    std::printf("\n");
  }
}

}  // namespace

int main() {
  //[learn
  trainer t{1, dl::adam{.lr = 0.02}, 32};
  const examples unseen = draw_strokes(2, 400);
  std::printf("before: %d of 400 right\n", count_right(t, unseen));
  print_filters(t);
  for (std::uint64_t step = 0; step < 500; ++step) {
    const examples batch = draw_strokes(100 + step, 32);
    t.step(batch.pixels, batch.kinds);
  }
  std::printf("after: %d of 400 right\n", count_right(t, unseen));
  print_filters(t);
  //]
}

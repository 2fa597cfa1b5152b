#include <hello_dl/data/augment.hpp>
#include <hello_dl/data/noise.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>
#include <string>

namespace hello_dl {
namespace {

/// Streams of their own: see data/batches.hpp.
constexpr std::uint64_t augment_stream = 0x6175'676d'0000'0000, noise_stream = 0x6e6f'6973'0000'0000;

std::string size_in_words(int rows, int columns) { return std::to_string(rows) + " x " + std::to_string(columns); }

}  // namespace

/// The random numbers of one picture, one after another.
class augmenter::draws {
 public:
  draws(std::uint64_t seed, std::uint64_t stream, std::uint64_t index) : seed_{seed}, stream_{stream}, counter_{index << 32} {}

  /// From 0 to 1.
  float uniform() {
    if (used_ == 4) {
      block_ = random_bits128(seed_, stream_, counter_++);
      used_ = 0;
    }
    return static_cast<float>(block_[used_++] >> 8) * 0x1p-24f;
  }
  /// From -1 to 1.
  float both_ways() { return 2 * uniform() - 1; }

 private:
  std::uint64_t seed_, stream_, counter_;
  random_block block_{};
  std::size_t used_ = 4;
};

augmenter::augmenter(const augmentation& how, std::uint64_t seed, int rows, int columns)
    : how_{(how.check(), how)},
      seed_{seed},
      rows_{rows},
      columns_{columns},
      source_{rows, columns},
      sideways_{rows, columns, how.smoothness},
      upwards_{sideways_},
      x_(static_cast<std::size_t>(columns)),
      y_(x_.size()) {}

void augmenter::check_size(int rows, int columns) const {
  if (rows != rows_ || columns != columns_)
    throw std::invalid_argument{"augmenter: made for pictures of " + size_in_words(rows_, columns_) + ", found " +
                                size_in_words(rows, columns)};
}

void augmenter::operator()(std::span<const std::uint8_t> picture, std::uint64_t epoch, std::uint64_t index, std::span<float> result) {
  const std::size_t pixels = static_cast<std::size_t>(rows_) * static_cast<std::size_t>(columns_);
  for (const std::size_t size : {picture.size(), result.size()})
    if (size != pixels)
      throw std::invalid_argument{"augmenter: expected " + std::to_string(pixels) + " pixels, found " + std::to_string(size)};
  draws random{seed_, augment_stream + epoch, index};
  if (how_.moves()) warp(picture, random, result);
  else std::ranges::transform(picture, result.begin(), detail::ink_of);
  if (how_.erasing != 0 && random.uniform() < how_.erasing) erase(random, result);
  if (how_.noise != 0) detail::add_noise(seed_, noise_stream + epoch, index << 32, static_cast<float>(how_.noise), result);
}

/// Rotates by the angle after shearing and scaling, then shifts.
detail::affine augmenter::draw_map(draws& random) const {
  const double angle = random.both_ways() * how_.rotation * std::numbers::pi / 180, size = 1 + random.both_ways() * how_.scale;
  const double slant = random.both_ways() * how_.shear, x = random.both_ways() * how_.shift, y = random.both_ways() * how_.shift;
  const double c = size * std::cos(angle), s = size * std::sin(angle);
  return {c, c * slant + s, -s, c - s * slant, x, y};
}

/// Each pixel of the result comes from where the map, which goes the other way, takes it from; the map leaves the centre.
void augmenter::warp(std::span<const std::uint8_t> picture, draws& random, std::span<float> result) {
  const detail::affine from = draw_map(random).inverse();
  for (detail::elastic_field* field : {&sideways_, &upwards_})
    if (how_.elastic != 0) field->draw(how_.elastic, [&] { return random.both_ways(); });
  source_.set(picture);
  for (int r = 0; r < rows_; ++r) {
    detail::places_along_row(from, rows_, r, x_, y_);
    if (how_.elastic != 0) {
      sideways_.add_row(static_cast<std::size_t>(r), x_.data());
      upwards_.add_row(static_cast<std::size_t>(r), y_.data());
    }
    source_.read(x_, y_, result.data() + r * columns_);
  }
}

/// Zhong et al. 2020, "Random Erasing Data Augmentation", Algorithm 1, with torchvision's ranges: 2 % to 33 % of the
/// area, from 0.3 to 3.3 times as high as wide. What would not fit is drawn again, up to ten times.
void augmenter::erase(draws& random, std::span<float> result) const {
  for (int attempt = 0; attempt < 10; ++attempt) {
    const double area = (0.02 + 0.31 * random.uniform()) * rows_ * columns_;
    const double aspect = std::exp(std::log(0.3) + random.uniform() * std::log(3.3 / 0.3));
    const int height = static_cast<int>(std::lround(std::sqrt(area * aspect))), width = static_cast<int>(std::lround(std::sqrt(area / aspect)));
    if (height >= rows_ || width >= columns_) continue;
    const int top = static_cast<int>(random.uniform() * static_cast<float>(rows_ - height + 1));
    const int left = static_cast<int>(random.uniform() * static_cast<float>(columns_ - width + 1));
    for (int r = top; r < top + height; ++r) std::fill_n(result.begin() + r * columns_ + left, width, 0.f);
    return;
  }
}

std::size_t copy_batch(const dataset& data, std::span<const std::uint32_t> chosen, normalization scale, augmenter& change,
                       std::uint64_t epoch, std::span<float> images, std::span<std::int32_t> labels) {
  change.check_size(data.rows, data.columns);
  if (!change.changes()) return copy_batch(data, chosen, scale, images, labels);
  const std::size_t pixels = data.pixels_per_image();
  detail::check_buffers(images.size() / pixels, labels.size(), chosen.size());
  const float factor = 1 / scale.deviation;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    const std::span<float> image = images.subspan(i * pixels, pixels);
    change(data.image(chosen[i]), epoch, chosen[i], image);
    for (float& level : image) level = (level - scale.mean) * factor;
    labels[i] = data.labels[chosen[i]];
  }
  return chosen.size();
}

}  // namespace hello_dl

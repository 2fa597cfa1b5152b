#include <hello_dl/data/dataset.hpp>
#include <hello_dl/data/idx.hpp>
#include <hello_dl/data/mapping.hpp>
#include <hello_dl/data/splits.hpp>

#include <algorithm>
#include <utility>

namespace hello_dl {

namespace {

constexpr int side = 28;  // all these data sets have images of 28 x 28

std::vector<std::int32_t> read_labels(const std::string& file, const detail::class_list& classes) {
  const int first = classes.first_label;
  const int last = first + static_cast<int>(classes.names.size()) - 1;
  std::vector<std::int32_t> labels;
  const idx_array array = read_idx(file, 1);
  labels.reserve(array.values.size());
  for (const int label : array.values) {
    if (label < first || label > last)
      throw data_error{file, "labels from " + std::to_string(first) + " to " + std::to_string(last),
                       std::to_string(label) + " at index " + std::to_string(labels.size())};
    labels.push_back(label - first);
  }
  return labels;
}

void transpose(std::uint8_t* image) {
  for (std::size_t row = 0; row < side; ++row)
    for (std::size_t column = 0; column < row; ++column)
      std::swap(image[row * side + column], image[column * side + row]);
}

std::vector<std::uint8_t> read_images(const std::string& file, bool transposed) {
  idx_array array = read_idx(file, 3);
  const std::size_t count = array.extents[0], rows = array.extents[1], columns = array.extents[2];
  if (rows != side || columns != side)
    throw data_error{file, "images of 28 x 28",
                     std::to_string(rows) + " x " + std::to_string(columns)};
  if (transposed)
    for (std::size_t i = 0; i < count; ++i) transpose(array.values.data() + i * side * side);
  return std::move(array.values);
}

dataset read_part(const detail::part_files& files, bool transposed, const detail::class_list& classes) {
  dataset part{static_cast<int>(classes.names.size()),
               classes.names,
               side,
               side,
               read_images(files.images, transposed),
               read_labels(files.labels, classes)};
  if (const std::size_t images = part.pixels.size() / part.pixels_per_image();
      images != part.size())
    throw data_error{
        files.labels, "one label for each image of " + files.images,
        std::to_string(part.size()) + " labels for " + std::to_string(images) + " images"};
  return part;
}

/// 0, 1, ... up to the largest label of the file.
detail::class_list numbered_classes(const std::string& file) {
  const idx_array labels = read_idx(file, 1);
  detail::class_list classes;
  for (int label = 0; label <= *std::ranges::max_element(labels.values); ++label) classes.names.push_back(std::to_string(label));
  return classes;
}

std::string describe(const split& data, std::string_view name, const std::string& folder) {
  return std::string{name} + ": " + std::to_string(data.train.size()) + " training and " +
         std::to_string(data.test.size()) + " test images of 28 x 28 in " +
         std::to_string(data.train.classes) + " classes, from " + folder;
}

}  // namespace

split load(const std::string& folder, std::string_view split_name) {
  const detail::split_info& info = detail::split_named(split_name);
  const detail::split_files files = detail::find_split(folder, info);
  const detail::class_list classes{info.first_label, detail::read_mapping(files.mapping, info)};
  split data{read_part(files.train, files.transposed, classes),
             read_part(files.test, files.transposed, classes),
             {}};
  data.description = describe(data, split_name, folder);
  return data;
}

split load(const idx_files& files) {
  const detail::class_list classes = files.mapping.empty() ? numbered_classes(files.labels) : detail::read_mapping(files.mapping);
  split data{read_part({files.images, files.labels}, files.transposed, classes),
             read_part({files.test_images, files.test_labels}, files.transposed, classes),
             {}};
  data.description = describe(data, "IDX files", files.images);
  return data;
}

}  // namespace hello_dl

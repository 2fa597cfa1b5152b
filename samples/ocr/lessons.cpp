#include "lessons.hpp"

#include "common/open_data.hpp"
#include "common/page/letter_classes.hpp"
#include "common/page/write_page.hpp"

namespace samples {
namespace {

void require_classes(const hello_dl::dataset& data, const std::string& source) {
  std::string found;
  for (const std::string& name : data.class_names) found += name;
  if (found != letter_classes) throw hello_dl::data_error{source, "the classes " + std::string{letter_classes}, found};
}

}  // namespace

hello_dl::dataset lessons(const train_options& options) {
  hello_dl::split data = open_data(options);
  require_classes(data.train, data.description);
  hello_dl::dataset all = options.quick ? some_images(data.train, 5'000) : std::move(data.train);
  const std::size_t written = std::max<std::size_t>(all.size(), options.quick ? 0 : 80'000);
  for (std::size_t i = 0; i < written; ++i) {
    const std::size_t label = i % letter_classes.size();
    const letter_image image = write_scrap(letter_classes[label], i);
    all.pixels.insert(all.pixels.end(), image.begin(), image.end());
    all.labels.push_back(static_cast<std::int32_t>(label));
  }
  return all;
}

}  // namespace samples

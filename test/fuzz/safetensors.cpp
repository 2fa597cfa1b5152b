// A safetensors file of any content. What it announces can be loaded.
#include <hello_dl/data/safetensors.hpp>

#include "input_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return fuzz::try_to_read(data, size, [](const std::string& name) {
    const hello_dl::safetensors_file file{name};
    for (const hello_dl::stored_tensor& tensor : file.tensors()) {
      if (tensor.type != "F32") continue;
      std::vector<float> values((tensor.end - tensor.begin) / sizeof(float));
      const std::vector<hello_dl::extent> shape(tensor.shape.begin(), tensor.shape.end());
      file.load(std::vector{hello_dl::view_of(tensor.name, shape, std::span{values})});
    }
  });
}

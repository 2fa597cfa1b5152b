// labels: threads
// A training step, with one thread and with several, and inference allocate nothing.
#include <hello_dl/hello_dl.hpp>

#include <runtime/batches.hpp>

#include <atomic>
#include <cstdlib>
#include <new>

namespace {
std::atomic<long> allocations = 0;

void* counted(std::size_t size, std::size_t alignment) {
  ++allocations;
  void* const memory = std::aligned_alloc(alignment, (size + alignment - 1) / alignment * alignment);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}
}  // namespace

// All other forms of new and delete call these. Not inlined: g++ would see delete free what new has given.
[[gnu::noinline]] void* operator new(std::size_t size) { return counted(size, __STDCPP_DEFAULT_NEW_ALIGNMENT__); }
[[gnu::noinline]] void* operator new(std::size_t size, std::align_val_t alignment) { return counted(size, static_cast<std::size_t>(alignment)); }
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }

namespace {

namespace dl = hello_dl;

struct model {
  dl::nn::conv2d<1, 4, 3> conv;
  dl::nn::linear<64, 5> output;
  constexpr auto operator()(const auto& images) const {
    return output(flatten(dl::max_pool2d<2>(relu(conv(images)))));
  }
};

struct objective {
  constexpr auto operator()(const model& m, const auto& images, const auto& labels) const {
    const auto logits = m(images);
    return std::tuple{dl::cross_entropy(logits, labels), logits};
  }
};

using images = dl::real_input<2, 1, 10, 10>;
using trainer = dl::trainer<model, objective, dl::chunk<images, dl::index_input<2>>, dl::adam>;

template <class Work>
long allocations_in(Work work) {
  const long before = allocations;
  work();
  return allocations - before;
}

BOOST_AUTO_TEST_CASE(a_step_allocates_nothing) {
  const std::vector<float> x = batches::reals<float>(6 * 100);
  const std::vector<std::int32_t> labels = batches::labels(6, 5);
  for (const int threads : {1, 3}) {
    const long for_the_trainer = allocations_in([&] {
      trainer t{1, dl::adam{}, 6, threads};
      BOOST_TEST(allocations_in([&] {
                   for (int step = 0; step < 10; ++step) t.step(x, labels);
                 }) == 0);
    });
    BOOST_TEST(for_the_trainer > 5);  // the count counts
  }
}

BOOST_AUTO_TEST_CASE(inference_allocates_nothing) {
  const std::vector<float> x = batches::reals<float>(5 * 100);
  std::vector<float> logits(5 * 5);
  const dl::parameters<model> learned{1};
  dl::inference<model, images> classify{2};
  BOOST_TEST(allocations_in([&] { classify(learned, x, logits); }) == 0);
}

}  // namespace

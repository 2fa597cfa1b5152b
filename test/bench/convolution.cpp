/// The convolutions of the networks M2 and M3, as a Markdown table: useful GFLOP/s and the share of
/// the FMA peak of one core, beside oneDNN in the memory layouts that it prefers. CPU time of one
/// thread; the peak is measured anew beside every kernel.
///
///   g++ -std=c++20 -O3 -march=native -I include -I test test/bench/convolution.cpp [-DBENCH_PEERS
///   -ldnnl]

#include <hello_dl/core/convolution.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include <bench/kernel_timing.hpp>

#ifdef BENCH_PEERS
#include <dnnl.hpp>
#endif

namespace dl = hello_dl;

namespace {

struct convolution {
  const char* name;
  dl::conv2d_shape shape;
};

// n, in, height, width, out, kernel height, kernel width
constexpr convolution convolutions[] = {
    {"M2 conv1", {32, 1, 28, 28, 16, 3, 3}},  {"M2 conv2", {32, 16, 13, 13, 32, 3, 3}},
    {"M3 conv1", {32, 1, 28, 28, 32, 3, 3}},  {"M3 conv2", {32, 32, 13, 13, 64, 3, 3}},
    {"M3 conv3", {32, 64, 6, 6, 128, 3, 3}},  {"M2 conv1", {16, 1, 28, 28, 16, 3, 3}},
    {"M2 conv2", {16, 16, 13, 13, 32, 3, 3}}, {"M3 conv1", {16, 1, 28, 28, 32, 3, 3}},
    {"M3 conv2", {16, 32, 13, 13, 64, 3, 3}}, {"M3 conv3", {16, 64, 6, 6, 128, 3, 3}},
    {"M2 conv1", {1, 1, 28, 28, 16, 3, 3}},   {"M2 conv2", {1, 16, 13, 13, 32, 3, 3}},
    {"M3 conv1", {1, 1, 28, 28, 32, 3, 3}},   {"M3 conv2", {1, 32, 13, 13, 64, 3, 3}},
    {"M3 conv3", {1, 64, 6, 6, 128, 3, 3}},
};

float* random_numbers(std::vector<float>& memory, dl::extent size, uint32_t stream) {
  memory.resize(static_cast<std::size_t>(size) + 16);
  for (std::size_t i = 0; i < memory.size(); ++i)
    memory[i] = uni(static_cast<uint32_t>(i), stream) - 0.5f;
  const auto address = reinterpret_cast<std::uintptr_t>(memory.data());
  return memory.data() + (64 - address % 64) % 64 / sizeof(float);
}

/// A sink that stores.
template <dl::extent Channels>
auto into(float* to) {
  return [to](auto value, dl::extent row, dl::extent column) __attribute__((always_inline)) {
    dl::store(to + row * Channels + column, value);
  };
}

template <dl::conv2d_shape S>
struct ours {
  std::vector<float> memory[7];
  float* x = random_numbers(memory[0], S.x_size(), 1);
  float* w = random_numbers(memory[1], S.w_size(), 2);
  float* y = random_numbers(memory[2], S.y_size(), 3);
  float* grad_y = random_numbers(memory[3], S.y_size(), 4);
  float* grad_x = random_numbers(memory[4], S.x_size(), 5);
  float* grad_w = random_numbers(memory[5], S.w_size(), 6);
  float* scratch = random_numbers(memory[6],
                                  std::max({dl::conv2d_forward_scratch<float, S>(),
                                            dl::conv2d_input_gradient_scratch<float, S>(),
                                            dl::conv2d_weight_gradient_scratch<float, S>()}),
                                  7);

  static void forward(void* p, int) {
    auto& o = *static_cast<ours*>(p);
    dl::conv2d_forward<float, S>(o.x, o.w, o.scratch, into<S.out_channels>(o.y));
  }
  static void input_gradient(void* p, int) {
    auto& o = *static_cast<ours*>(p);
    dl::conv2d_input_gradient<float, S>(o.grad_y, o.w, o.scratch, into<S.in_channels>(o.grad_x));
  }
  static void weight_gradient(void* p, int) {
    auto& o = *static_cast<ours*>(p);
    dl::conv2d_weight_gradient<float, S>(o.x, o.grad_y, o.grad_w, o.scratch);
  }
};

#ifdef BENCH_PEERS
/// The same three by oneDNN. All memory lies as the primitives like it; nothing is reordered.
template <dl::conv2d_shape S>
struct onednn {
  using memory = dnnl::memory;
  dnnl::engine engine{dnnl::engine::kind::cpu, 0};
  dnnl::stream stream{engine};
  memory::dims one{1, 1}, zero{0, 0};
  memory::desc x{
      {S.n, S.in_channels, S.height, S.width}, memory::data_type::f32, memory::format_tag::any};
  memory::desc w{{S.out_channels, S.in_channels, S.kernel_height, S.kernel_width},
                 memory::data_type::f32,
                 memory::format_tag::any};
  memory::desc y{{S.n, S.out_channels, S.out_height(), S.out_width()},
                 memory::data_type::f32,
                 memory::format_tag::any};

  using forward_description = dnnl::convolution_forward::primitive_desc;
  forward_description f{{dnnl::prop_kind::forward_training, dnnl::algorithm::convolution_direct, x,
                         w, y, one, zero, zero},
                        engine};
  dnnl::convolution_backward_data::primitive_desc d{
      {dnnl::algorithm::convolution_direct, x, w, y, one, zero, zero}, engine, f};
  dnnl::convolution_backward_weights::primitive_desc g{
      {dnnl::algorithm::convolution_direct, x, w, y, one, zero, zero}, engine, f};

  using arguments = std::unordered_map<int, memory>;
  dnnl::primitive forward_{dnnl::convolution_forward(f)};
  dnnl::primitive input_gradient_{dnnl::convolution_backward_data(d)};
  dnnl::primitive weight_gradient_{dnnl::convolution_backward_weights(g)};
  arguments forward_arguments{{DNNL_ARG_SRC, zeros(f.src_desc())},
                              {DNNL_ARG_WEIGHTS, zeros(f.weights_desc())},
                              {DNNL_ARG_DST, zeros(f.dst_desc())}};
  arguments input_gradient_arguments{{DNNL_ARG_DIFF_DST, zeros(d.diff_dst_desc())},
                                     {DNNL_ARG_WEIGHTS, zeros(d.weights_desc())},
                                     {DNNL_ARG_DIFF_SRC, zeros(d.diff_src_desc())}};
  arguments weight_gradient_arguments{{DNNL_ARG_SRC, zeros(g.src_desc())},
                                      {DNNL_ARG_DIFF_DST, zeros(g.diff_dst_desc())},
                                      {DNNL_ARG_DIFF_WEIGHTS, zeros(g.diff_weights_desc())}};

  memory zeros(const memory::desc& description) {
    memory m(description, engine);
    memset(m.get_data_handle(), 0, description.get_size());
    return m;
  }
  static void forward(void* p, int) {
    auto& o = *static_cast<onednn*>(p);
    o.forward_.execute(o.stream, o.forward_arguments);
  }
  static void input_gradient(void* p, int) {
    auto& o = *static_cast<onednn*>(p);
    o.input_gradient_.execute(o.stream, o.input_gradient_arguments);
  }
  static void weight_gradient(void* p, int) {
    auto& o = *static_cast<onednn*>(p);
    o.weight_gradient_.execute(o.stream, o.weight_gradient_arguments);
  }
};
#endif

template <dl::conv2d_shape S>
struct pair {
  ours<S> mine;
#ifdef BENCH_PEERS
  onednn<S> other;
#endif
  template <step_fn F>
  static void run_mine(void* p, int i) {
    F(&static_cast<pair*>(p)->mine, i);
  }
#ifdef BENCH_PEERS
  template <step_fn F>
  static void run_other(void* p, int i) {
    F(&static_cast<pair*>(p)->other, i);
  }
#endif
};

template <dl::conv2d_shape S>
void print_row(const char* name, const char* kernel, const std::vector<step_fn>& steps,
               pair<S>& p) {
  const std::vector<double> seconds = bench::best_seconds(steps, &p);
  const double flop = 2. * S.y_size() * S.in_channels * S.taps(), peak = bench::peak_flop / seconds[0];
  char other[32] = "-";
  if (seconds.size() > 2)
    snprintf(other, sizeof other, "%.1f | %.1f %%", flop / seconds[2] * 1e-9,
             100 * flop / seconds[2] / peak);
  else snprintf(other, sizeof other, "- | -");
  printf("| %s, n = %d | %s | %.2f | %.1f | %.1f %% | %s |\n", name, static_cast<int>(S.n), kernel,
         seconds[1] * 1e6, flop / seconds[1] * 1e-9, 100 * flop / seconds[1] / peak, other);
  fflush(stdout);
}

template <int I>
void print_rows() {
  constexpr dl::conv2d_shape S = convolutions[I].shape;
  using p = pair<S>;
#ifdef BENCH_PEERS
#define STEPS(kernel) \
  {bench::multiply_add_in_registers, p::template run_mine<ours<S>::kernel>, p::template run_other<onednn<S>::kernel>}
#else
#define STEPS(kernel) \
  { bench::multiply_add_in_registers, p::template run_mine<ours<S>::kernel> }
#endif
  p both;
  print_row<S>(convolutions[I].name, "forward", STEPS(forward), both);
  if constexpr (S.n > 1) {
    if constexpr (S.in_channels > 1)
      print_row<S>(convolutions[I].name, "input gradient", STEPS(input_gradient), both);
    print_row<S>(convolutions[I].name, "weight gradient", STEPS(weight_gradient), both);
  }
#undef STEPS
}

}  // namespace

int main() {
  setenv("PEERS_CLOCK", "cpu", 0);
  setenv("OMP_NUM_THREADS", "1", 1);
  fast_fp();
  printf("Peak %.0f GFLOP/s, vectors of %d floats.\n\n",
         bench::peak_flop / bench::best_seconds({bench::multiply_add_in_registers}, nullptr)[0] * 1e-9, dl::native_lanes<float>);
  printf("| convolution | kernel | us | GFLOP/s | of the peak | oneDNN GFLOP/s | of the peak |\n");
  printf("|---|---|---|---|---|---|---|\n");
  dl::in_chunks<static_cast<int>(std::size(convolutions))>([]<int I>() { print_rows<I>(); });
}

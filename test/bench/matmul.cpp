/// Matrix products of linear layers, as a Markdown table: time, share of the FMA peak of one core,
/// and the same beside OpenBLAS and oneDNN. CPU time of one thread; the peak is measured anew
/// beside every product.
///
///   g++ -std=c++20 -O3 -march=native -I include -I test test/bench/matmul.cpp [-DBENCH_PEERS
///   -lopenblas -ldnnl]
///
/// OpenBLAS may not know the processor: run with OPENBLAS_CORETYPE=SKYLAKEX where it has AVX-512.

#include <hello_dl/core/chunks.hpp>
#include <hello_dl/core/gemm.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <bench/kernel_timing.hpp>

#ifdef BENCH_PEERS
#include <cblas.h>
#include <dnnl.h>
#endif

namespace dl = hello_dl;

namespace {

constexpr dl::gemm_shape forward(dl::extent n, dl::extent in, dl::extent out) {
  return {n, out, in, false, true};
}
constexpr dl::gemm_shape input_gradient(dl::extent n, dl::extent in, dl::extent out) {
  return {n, in, out};
}
constexpr dl::gemm_shape weight_gradient(dl::extent n, dl::extent in, dl::extent out) {
  return {out, in, n, true, false};
}

struct product {
  const char* name;
  dl::gemm_shape shape;
};

#define LAYER(n, in, out)                                                     \
  {"Y  = X W^T " #n " x " #in " -> " #out, forward(n, in, out)},              \
      {"dX = dY W  " #n " x " #in " -> " #out, input_gradient(n, in, out)}, { \
    "dW = dY^T X " #n " x " #in " -> " #out, weight_gradient(n, in, out)      \
  }

constexpr product products[] = {
#ifdef BENCH_PRODUCTS
    BENCH_PRODUCTS
#else
    LAYER(64, 784, 128),
    LAYER(64, 128, 64),
    LAYER(64, 64, 26),
    LAYER(64, 800, 128),
    LAYER(64, 512, 64),
    LAYER(64, 128, 26),
    LAYER(32, 784, 128),
    LAYER(32, 128, 64),
    LAYER(32, 64, 26),
    LAYER(16, 784, 128),
    LAYER(16, 128, 64),
    LAYER(16, 64, 26),
    {"A B     512", {512, 512, 512}},
    {"A B^T   512", {512, 512, 512, false, true}},
    {"A^T B   512", {512, 512, 512, true, false}},
    {"A^T B^T 512", {512, 512, 512, true, true}},
    LAYER(1, 784, 128),
    LAYER(1, 128, 64),
    LAYER(1, 64, 26),
    LAYER(1, 16, 16),
#endif
};

float* aligned(std::vector<float>& memory, dl::extent size) {
  memory.resize(static_cast<std::size_t>(size) + 16);
  const auto address = reinterpret_cast<std::uintptr_t>(memory.data());
  return memory.data() + (64 - address % 64) % 64 / sizeof(float);
}

struct operands {
  std::vector<float> memory[4];
  float *a, *b, *c, *scratch;

  operands(const dl::gemm_shape& s, dl::extent scratch_size)
      : a(aligned(memory[0], s.m * s.k)),
        b(aligned(memory[1], s.k * s.n)),
        c(aligned(memory[2], s.m * s.n)),
        scratch(aligned(memory[3], scratch_size)) {
    for (dl::extent i = 0; i < s.m * s.k; ++i) a[i] = uni(static_cast<uint32_t>(i), 5) - 0.5f;
    for (dl::extent i = 0; i < s.k * s.n; ++i) b[i] = uni(static_cast<uint32_t>(i), 6) - 0.5f;
  }
};

template <dl::gemm_shape S>
void ours(void* p, int) {
  auto& x = *static_cast<operands*>(p);
  dl::gemm<float, S>(x.a, x.b, x.scratch,
                     [c = x.c](auto value, dl::extent row, dl::extent column) __attribute__((always_inline)) {
                       dl::store(c + row * S.n + column, value);
                     });
}

#ifdef BENCH_PEERS
template <dl::gemm_shape S>
void openblas(void* p, int) {
  auto& x = *static_cast<operands*>(p);
  cblas_sgemm(CblasRowMajor, S.transpose_a ? CblasTrans : CblasNoTrans,
              S.transpose_b ? CblasTrans : CblasNoTrans, S.m, S.n, S.k, 1, x.a,
              S.transpose_a ? S.m : S.k, x.b, S.transpose_b ? S.k : S.n, 0, x.c, S.n);
}
template <dl::gemm_shape S>
void onednn(void* p, int) {
  auto& x = *static_cast<operands*>(p);
  dnnl_sgemm(S.transpose_a ? 'T' : 'N', S.transpose_b ? 'T' : 'N', S.m, S.n, S.k, 1, x.a,
             S.transpose_a ? S.m : S.k, x.b, S.transpose_b ? S.k : S.n, 0, x.c, S.n);
}
#endif

/// The largest difference from plain loops in double, in units of the bound that rounding may
/// reach.
template <dl::gemm_shape S>
double error(const operands& x) {
  double worst = 0;
  for (dl::extent i = 0; i < S.m; ++i)
    for (dl::extent j = 0; j < S.n; ++j) {
      double sum = 0, size = 0;
      for (dl::extent p = 0; p < S.k; ++p) {
        const double term = double(x.a[S.transpose_a ? p * S.m + i : i * S.k + p]) *
                            x.b[S.transpose_b ? j * S.k + p : p * S.n + j];
        sum += term;
        size += std::abs(term);
      }
      worst = std::max(worst, std::abs(sum - x.c[i * S.n + j]) / (size * double(S.k) * 0x1p-24));
    }
  return worst;
}

std::string percent(double share) {
  char text[32];
  snprintf(text, sizeof text, "%.1f %%", 100 * share);
  return text;
}

template <int I>
void print_row() {
  constexpr dl::gemm_shape S = products[I].shape;
  operands x(S, dl::gemm_scratch<float, S>());
  ours<S>(&x, 0);
  const bool wrong = error<S>(x) > 1;
  std::vector<step_fn> steps{bench::multiply_add_in_registers, ours<S>};
#ifdef BENCH_PEERS
  steps.insert(steps.end(), {openblas<S>, onednn<S>});
#endif
  const std::vector<double> seconds = bench::best_seconds(steps, &x);
  const double flops = 2. * S.m * S.n * S.k, bytes = 4. * (S.m * S.k + S.k * S.n + S.m * S.n);
  const double peak = bench::peak_flop / seconds[0];
  const auto share = [&](std::size_t i) {
    return i < seconds.size() ? percent(flops / seconds[i] / peak) : "-";
  };
  printf("| %s | %.0f | %.1f | %.1f | %s | %s | %s |%s\n", products[I].name, seconds[1] * 1e9,
         bytes / seconds[1] * 1e-9, flops / seconds[1] * 1e-9, share(1).c_str(), share(2).c_str(),
         share(3).c_str(), wrong ? " WRONG" : "");
  fflush(stdout);
}

}  // namespace

int main() {
  setenv("PEERS_CLOCK", "cpu", 0);
  const double seconds = bench::best_seconds({bench::multiply_add_in_registers}, nullptr)[0];
  printf("peak %.1f GFLOP/s, vectors of %d floats\n\n",
         bench::peak_flop / seconds * 1e-9, dl::native_lanes<float>);
  printf(
      "| product | ns | GB/s | GFLOP/s | of the peak | OpenBLAS | oneDNN "
      "|\n|---|---|---|---|---|---|---|\n");
  dl::in_chunks<static_cast<int>(std::size(products))>([]<int I>() { print_row<I>(); });
}

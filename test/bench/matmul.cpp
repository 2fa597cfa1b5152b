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

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <bench/peers/common.h>

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

/// Multiplications and additions of a loop that holds nothing else, in registers.
double multiply_add_in_registers(long rounds) {
  using V = dl::simd<float, dl::native_lanes<float>>;
#ifdef __FMA__
  using R = V::native;
  R r0{}, r1{}, r2{}, r3{}, r4{}, r5{}, r6{}, r7{}, r8{}, r9{};
  const R a = V(0.5f).value;
#define STEP(r) __asm__ volatile("vfmadd132ps %1, %1, %0" : "+v"(r) : "v"(a));
  for (long k = 0; k < rounds; ++k) {
    STEP(r0) STEP(r1) STEP(r2) STEP(r3) STEP(r4) STEP(r5) STEP(r6) STEP(r7) STEP(r8) STEP(r9)
  }
#undef STEP
#endif
  return 10. * 2 * dl::native_lanes<float> * static_cast<double>(rounds);
}

constexpr long peak_rounds = 2000;
void peak_step(void*, int) { multiply_add_in_registers(peak_rounds); }

/// The best seconds per call of each of `steps` in groups of about 0.3 ms, which take turns:
/// a machine that is slower for a while is so for all of them, and many short groups find the
/// moments in which nothing else disturbs.
std::vector<double> best_seconds(const std::vector<step_fn>& steps, void* context) {
  std::vector<double> best(steps.size(), 1e9);
  std::vector<int> calls(steps.size(), 1);
  for (int round = 0; round < 200; ++round)
    for (std::size_t i = 0; i < steps.size(); ++i) {
      if (steps[i] == nullptr) continue;
      const double start = clock_s();
      for (int call = 0; call < calls[i]; ++call) steps[i](context, call);
      const double seconds = (clock_s() - start) / calls[i];
      if (round > 4) best[i] = std::min(best[i], seconds);
      calls[i] = std::max(1, static_cast<int>(3e-4 / seconds));
    }
  return best;
}

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
                     [c = x.c]<class V>(V value, dl::extent row, dl::extent column) {
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
  std::vector<step_fn> steps{peak_step, ours<S>};
#ifdef BENCH_PEERS
  steps.insert(steps.end(), {openblas<S>, onednn<S>});
#endif
  const std::vector<double> seconds = best_seconds(steps, &x);
  const double flops = 2. * S.m * S.n * S.k, bytes = 4. * (S.m * S.k + S.k * S.n + S.m * S.n);
  const double peak = multiply_add_in_registers(1) * peak_rounds / seconds[0];
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
  const double seconds = best_seconds({peak_step}, nullptr)[0];
  printf("peak %.1f GFLOP/s, vectors of %d floats\n\n",
         multiply_add_in_registers(1) * peak_rounds / seconds * 1e-9, dl::native_lanes<float>);
  printf(
      "| product | ns | GB/s | GFLOP/s | of the peak | OpenBLAS | oneDNN "
      "|\n|---|---|---|---|---|---|---|\n");
  dl::in_chunks<static_cast<int>(std::size(products))>([]<int I>() { print_row<I>(); });
}

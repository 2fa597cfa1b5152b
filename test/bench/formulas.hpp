#pragma once
/// Three objectives as formulas of this library and as plain code: for any scalar type, as libraries
/// with overloaded operators take it, and for double with the gradient written by hand. All use this
/// library's elementary functions where the scalar is double, so that it is the derivatives that are
/// compared.

#include <hello_dl/hello_dl.hpp>

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

namespace bench {

namespace dl = hello_dl;

inline double exp(double x) { return dl::math::exp(x); }
inline double log(double x) { return dl::math::log(x); }
inline double tanh(double x) { return dl::math::tanh(x); }

/// The mean of log(1 + exp(-s (x w + b))) over 100 samples of 10 features, with labels s = -1 or 1.
struct logistic_regression {
  static constexpr const char* name = "logistic regression, 100 x 10";
  static constexpr int samples = 100, features = 10, parameters = features + 1, data = samples * (features + 1);
  using inputs = std::tuple<dl::expr<dl::shape<features, 1>>, dl::expr<dl::shape<1>>,
                            dl::expr<dl::shape<samples, features>>, dl::expr<dl::shape<samples, 1>>>;
  static constexpr int learned = 2;

  constexpr auto operator()(const auto& w, const auto& b, const auto& x, const auto& s) const {
    return mean(log(1.0 + exp(-(s * (matmul(x, w) + b)))));
  }
  static constexpr auto derivative_formula(const auto& w, const auto& b, const auto& x, const auto& s) {
    const auto e = exp(-(s * (matmul(x, w) + b)));
    const auto slope = s * (e / (1.0 + e)) * (-1.0 / samples);
    return std::tuple{mean(log(1.0 + e)), matmul(transpose(x), slope), dl::sum<0>(slope)};
  }

  template <class S>
  static S plain(const S* p, const double* x) {
    const double* const s = x + samples * features;
    S sum = 0.0;
    for (int n = 0; n < samples; ++n) {
      S z = p[features];
      for (int i = 0; i < features; ++i) z += p[i] * x[n * features + i];
      S margin = -s[n] * z;
      sum += log(1.0 + exp(margin));
    }
    return sum / static_cast<double>(samples);
  }
  static double by_hand(const double* p, const double* x, double* gradient) {
    const double* const s = x + samples * features;
    double sum = 0, g[parameters] = {};
    for (int n = 0; n < samples; ++n) {
      double z = p[features];
      for (int i = 0; i < features; ++i) z += p[i] * x[n * features + i];
      const double e = exp(-s[n] * z), slope = -s[n] * e / (1 + e);
      sum += log(1 + e);
      for (int i = 0; i < features; ++i) g[i] += slope * x[n * features + i];
      g[features] += slope;
    }
    for (int i = 0; i < parameters; ++i) gradient[i] = g[i] / samples;
    return sum / samples;
  }
};

/// The mean log-likelihood of 100 points under 5 Gaussians in 3 dimensions, with parameters w (the
/// weights before a softmax), means, and logarithms l of the deviations; without the constant.
struct gaussian_mixture {
  static constexpr const char* name = "Gaussian mixture, 5 in 3 dimensions, 100 points";
  static constexpr int points = 100, parts = 5, axes = 3, parameters = parts * (1 + 2 * axes), data = points * axes;
  using inputs = std::tuple<dl::expr<dl::shape<parts>>, dl::expr<dl::shape<parts, axes>>,
                            dl::expr<dl::shape<parts, axes>>, dl::expr<dl::shape<points, axes>>>;
  static constexpr int learned = 3;

  constexpr auto operator()(const auto& w, const auto& means, const auto& l, const auto& x) const {
    const auto scaled = (dl::reshape<points, 1, axes>(x) - means) * exp(-l);
    const auto part = log_softmax(w) - dl::sum<1>(l) - 0.5 * dl::sum<2>(scaled * scaled);
    const auto most = detach(dl::max<1>(part, dl::keepdim));
    return mean(dl::reshape<points>(most) + log(dl::sum<1>(exp(part - most))));
  }
  static constexpr auto derivative_formula(const auto& w, const auto& means, const auto& l, const auto& x) {
    const auto inverse = exp(-l);
    const auto scaled = (dl::reshape<points, 1, axes>(x) - means) * inverse;
    const auto part = log_softmax(w) - dl::sum<1>(l) - 0.5 * dl::sum<2>(scaled * scaled);
    const auto most = dl::max<1>(part, dl::keepdim);
    const auto e = exp(part - most);
    const auto total = dl::sum<1>(e, dl::keepdim);
    const auto share = e / total * (1.0 / points);
    const auto weight = dl::sum<0>(share);
    const auto shared = dl::reshape<points, parts, 1>(share) * scaled;
    return std::tuple{mean(most + log(total)), weight - softmax(w), dl::sum<0>(shared) * inverse,
                      dl::sum<0>(shared * scaled) - dl::reshape<parts, 1>(weight)};
  }

  template <class S>
  static S plain(const S* p, const double* x) {
    const S *const means = p + parts, *const l = means + parts * axes;
    S weights = 0.0, inverse[parts * axes], offset[parts];
    for (int k = 0; k < parts; ++k) weights += exp(p[k]);
    const S log_weights = log(weights);
    for (int k = 0; k < parts; ++k) {
      offset[k] = p[k] - log_weights;
      for (int d = 0; d < axes; ++d) {
        inverse[k * axes + d] = exp(-l[k * axes + d]);
        offset[k] -= l[k * axes + d];
      }
    }
    S sum = 0.0;
    for (int n = 0; n < points; ++n) {
      S part[parts];
      int largest = 0;
      for (int k = 0; k < parts; ++k) {
        part[k] = offset[k];
        for (int d = 0; d < axes; ++d) {
          const S scaled = (x[n * axes + d] - means[k * axes + d]) * inverse[k * axes + d];
          part[k] -= 0.5 * scaled * scaled;
        }
        if (part[k] > part[largest]) largest = k;
      }
      const S most = part[largest];
      S total = 0.0;
      for (int k = 0; k < parts; ++k) total += exp(part[k] - most);
      sum += most + log(total);
    }
    return sum / static_cast<double>(points);
  }
  static double by_hand(const double* p, const double* x, double* gradient) {
    const double *const means = p + parts, *const l = means + parts * axes;
    double weights = 0, weight[parts], inverse[parts * axes], offset[parts], g[parameters] = {};
    for (int k = 0; k < parts; ++k) weights += weight[k] = exp(p[k]);
    const double log_weights = log(weights);
    for (int k = 0; k < parts; ++k) {
      offset[k] = p[k] - log_weights;
      for (int d = 0; d < axes; ++d) {
        inverse[k * axes + d] = exp(-l[k * axes + d]);
        offset[k] -= l[k * axes + d];
      }
    }
    double sum = 0;
    for (int n = 0; n < points; ++n) {
      double part[parts], scaled[parts * axes], total = 0;
      for (int k = 0; k < parts; ++k) {
        part[k] = offset[k];
        for (int d = 0; d < axes; ++d) {
          const double z = (x[n * axes + d] - means[k * axes + d]) * inverse[k * axes + d];
          part[k] -= 0.5 * z * z;
          scaled[k * axes + d] = z;
        }
      }
      double most = part[0];
      for (int k = 1; k < parts; ++k) most = part[k] > most ? part[k] : most;
      for (int k = 0; k < parts; ++k) total += part[k] = exp(part[k] - most);
      sum += most + log(total);
      for (int k = 0; k < parts; ++k) {
        const double share = part[k] / total;
        g[k] += share;
        for (int d = 0; d < axes; ++d) {
          const int i = k * axes + d;
          g[parts + i] += share * scaled[i] * inverse[i];
          g[parts + parts * axes + i] += share * (scaled[i] * scaled[i] - 1);
        }
      }
    }
    for (int k = 0; k < parts; ++k) gradient[k] = g[k] / points - weight[k] / weights;
    for (int i = parts; i < parameters; ++i) gradient[i] = g[i] / points;
    return sum / points;
  }
};

/// The mean squared error of a network 10-20-1 with tanh over 50 samples.
struct two_layers {
  static constexpr const char* name = "network 10-20-1, 50 samples";
  static constexpr int samples = 50, in = 10, hidden = 20, parameters = hidden * (in + 2) + 1, data = samples * (in + 1);
  using inputs = std::tuple<dl::expr<dl::shape<hidden, in>>, dl::expr<dl::shape<hidden>>, dl::expr<dl::shape<1, hidden>>,
                            dl::expr<dl::shape<1>>, dl::expr<dl::shape<samples, in>>, dl::expr<dl::shape<samples, 1>>>;
  static constexpr int learned = 4;

  constexpr auto operator()(const auto& w, const auto& b, const auto& v, const auto& c, const auto& x, const auto& target) const {
    const auto y = matmul(tanh(matmul(x, transpose(w)) + b), transpose(v)) + c;
    return mse_loss(y, target);
  }
  static constexpr auto derivative_formula(const auto& w, const auto& b, const auto& v, const auto& c, const auto& x,
                                           const auto& target) {
    const auto t = tanh(matmul(x, transpose(w)) + b);
    const auto difference = matmul(t, transpose(v)) + c - target;
    const auto slope = difference * (2.0 / samples);
    const auto hidden_slope = matmul(slope, v) * (1.0 - t * t);
    return std::tuple{mean(difference * difference), matmul(transpose(hidden_slope), x), dl::sum<0>(hidden_slope),
                      matmul(transpose(slope), t), dl::sum<0>(slope)};
  }

  template <class S>
  static S plain(const S* p, const double* x) {
    const S *const b = p + hidden * in, *const v = b + hidden, *const c = v + hidden;
    S sum = 0.0;
    for (int n = 0; n < samples; ++n) {
      S y = *c;
      for (int h = 0; h < hidden; ++h) {
        S z = b[h];
        for (int i = 0; i < in; ++i) z += p[h * in + i] * x[n * in + i];
        y += v[h] * tanh(z);
      }
      const S difference = y - x[samples * in + n];
      sum += difference * difference;
    }
    return sum / static_cast<double>(samples);
  }
  static double by_hand(const double* p, const double* x, double* gradient) {
    const double *const b = p + hidden * in, *const v = b + hidden, *const c = v + hidden;
    double *const gb = gradient + hidden * in, *const gv = gb + hidden, *const gc = gv + hidden;
    for (int i = 0; i < parameters; ++i) gradient[i] = 0;
    double sum = 0;
    for (int n = 0; n < samples; ++n) {
      double y = *c, t[hidden];
      for (int h = 0; h < hidden; ++h) {
        double z = b[h];
        for (int i = 0; i < in; ++i) z += p[h * in + i] * x[n * in + i];
        t[h] = z;
      }
      for (int h = 0; h < hidden; ++h) t[h] = tanh(t[h]);
      for (int h = 0; h < hidden; ++h) y += v[h] * t[h];
      const double difference = y - x[samples * in + n], slope = 2 * difference / samples;
      sum += difference * difference;
      *gc += slope;
      for (int h = 0; h < hidden; ++h) {
        const double gz = slope * v[h] * (1 - t[h] * t[h]);
        gv[h] += slope * t[h];
        gb[h] += gz;
        for (int i = 0; i < in; ++i) gradient[h * in + i] += gz * x[n * in + i];
      }
    }
    return sum / samples;
  }
};

/// Value and gradient through the library: what to learn and the data each lie in one block.
template <class Objective, class Inputs = typename Objective::inputs>
struct through_library;
template <class Objective, class... Inputs>
struct through_library<Objective, std::tuple<Inputs...>> {
  struct gradients {
    template <class... Xs>
    constexpr auto operator()(const Xs&... xs) const {
      return [&]<int... I>(std::integer_sequence<int, I...>) {
        return std::tuple_cat(std::tuple{Objective{}(xs...)}, dl::detail::as_tuple(dl::gradient<I...>(Objective{})(xs...)));
      }(std::make_integer_sequence<int, Objective::learned>{});
    }
  };
  struct formulas_by_hand {
    template <class... Xs>
    constexpr auto operator()(const Xs&... xs) const {
      return Objective::derivative_formula(xs...);
    }
  };
  using value_program = dl::detail::function_program<Objective, Inputs...>;
  using gradient_program = dl::detail::function_program<gradients, Inputs...>;
  using hand_program = dl::detail::function_program<formulas_by_hand, Inputs...>;

  std::vector<double> arena = std::vector<double>(static_cast<std::size_t>(
      std::max({dl::arena_elements<value_program, double>, dl::arena_elements<gradient_program, double>,
                dl::arena_elements<hand_program, double>}) + 1));

  double value(const double* p, const double* data) {
    double result;
    run<value_program>(p, data, {&result});
    return result;
  }
  double gradient(const double* p, const double* data, double* gradient) {
    double result;
    run<gradient_program>(p, data, {&result, gradient});
    return result;
  }
  /// The gradient from formulas that were derived by hand.
  double formulas(const double* p, const double* data, double* gradient) {
    double result;
    run<hand_program>(p, data, {&result, gradient});
    return result;
  }

 private:
  struct results {
    double *value, *gradient = nullptr;
  };
  template <class Program>
  void run(const double* p, const double* data, results to) {
    const double* inputs[sizeof...(Inputs)];
    double* outputs[sizeof...(Inputs) + 1] = {to.value};
    dl::extent number = 0, offset = 0, data_offset = 0;
    for (const dl::extent size : {Inputs::shape_value.size()...}) {
      const bool is_learned = number < Objective::learned;
      inputs[number] = is_learned ? p + offset : data + data_offset;
      outputs[++number] = to.gradient + offset;
      (is_learned ? offset : data_offset) += size;
    }
    dl::run<Program, double>({inputs, nullptr, nullptr, outputs, arena.data()});
  }
};

}  // namespace bench

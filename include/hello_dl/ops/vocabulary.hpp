#pragma once
/// The vocabulary of derivative rules: operations on terms. Rules refer to one another in circles
/// (sin needs cos, cos needs sin), so all are declared here; each is defined in its own header.

#include <hello_dl/expr/element_wise.hpp>
#include <hello_dl/graph/spelling.hpp>

namespace hello_dl {

constexpr term operator+(term a, term b);
constexpr term operator-(term a, term b);
constexpr term operator*(term a, term b);
constexpr term operator/(term a, term b);
constexpr term operator-(term x);
constexpr term negated(term x);   ///< y if x is -y, else empty
constexpr term opposite(term x);  ///< y if x is -y, 2 if x is -2, 2 y if x is -2 y, else empty
/// a + sign b as one term, (c + d) t if a is c t and sign b is d t, else empty; empty also where c and d
/// cancel, since formulas like (x + y) - x may be meant to find a rounding error.
constexpr term like_terms(term a, term b, double sign);
/// sum + sign b as a sum of two: if one of its two terms and b are multiples of the same, else empty.
constexpr term merge_into_sum(term sum, term b, double sign);

constexpr term exp(term x);
constexpr term log(term x);
constexpr term sqrt(term x);
constexpr term sin(term x);
constexpr term cos(term x);
constexpr term tanh(term x);
constexpr term sigmoid(term x);
constexpr term erf(term x);
constexpr term sign(term x);
constexpr term pow(term base, term exponent);
constexpr term where(term condition, term a, term b);
constexpr term equal(term a, term b);
constexpr term greater(term a, term b);

constexpr term sum_to(term x, const dims& shape);
constexpr term broadcast_to(term x, const dims& shape);
constexpr term reshape(term x, const dims& shape);
constexpr term matmul(term a, term b, bool transpose_a, bool transpose_b);
constexpr term permute(term x, const attributes& order);
constexpr term slice(term x, int axis, extent begin, extent end);
constexpr term pad(term x, int axis, extent before, extent after);

// Mixed with numbers, as formulas write them.
constexpr term number(term like, double value) { return constant(*like.graph, value); }
constexpr term operator+(term a, double b) { return a + number(a, b); }
constexpr term operator-(double a, term b) { return number(b, a) - b; }
constexpr term operator*(double a, term b) { return number(b, a) * b; }
constexpr term operator/(double a, term b) { return number(b, a) / b; }

/// A sum over the axes whose bits are set; `keep` leaves them with extent 1.
constexpr term sum(term x, unsigned axes, bool keep);

}  // namespace hello_dl

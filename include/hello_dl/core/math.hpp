#pragma once
/// Elementary functions over float, double and vectors of them: one algorithm each, which serves a
/// scalar, all lanes of a vector, and constant expressions. They are branch-free and need neither
/// tables nor relaxed arithmetic (-ffast-math).
///
/// How their polynomials were made: Remez' exchange algorithm (Cheney, Introduction to
/// Approximation Theory, chapter 3) minimises the error relative to the whole function, at 50
/// digits; coefficients are rounded from the lowest degree on and the rest is fitted again. Each
/// comment gives the interval and the error that remains.
///
/// Errors are in ulp (the distance of neighbouring numbers at the exact result): the largest met
/// among 33 million doubles of all exponents and all floats (sin and cos: every third), and with
/// fused multiply-add among as many doubles and every seventh float. (Since they became faster, tanh,
/// sigmoid and erf: every 97th float; test/bench/errors.cpp looks at any share.)

#include <hello_dl/core/math/erf.hpp>
#include <hello_dl/core/math/exp.hpp>
#include <hello_dl/core/math/log.hpp>
#include <hello_dl/core/math/pow.hpp>
#include <hello_dl/core/math/rounding.hpp>
#include <hello_dl/core/math/sqrt.hpp>
#include <hello_dl/core/math/tanh.hpp>
#include <hello_dl/core/math/trigonometry.hpp>

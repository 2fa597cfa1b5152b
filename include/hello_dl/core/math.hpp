// Elementary functions over float, double and simd lanes: one algorithm each, the same for a
// scalar, for a vector and in constant evaluation.
#pragma once

#include "hello_dl/core/math/erf.hpp"
#include "hello_dl/core/math/exp.hpp"
#include "hello_dl/core/math/log.hpp"
#include "hello_dl/core/math/pow.hpp"
#include "hello_dl/core/math/rounding.hpp"
#include "hello_dl/core/math/sqrt.hpp"
#include "hello_dl/core/math/tanh.hpp"
#include "hello_dl/core/math/trigonometry.hpp"

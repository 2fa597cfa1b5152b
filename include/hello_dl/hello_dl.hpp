#pragma once
/// The whole library, except for reading data (hello_dl/data/).

#include <hello_dl/expr/derivative.hpp>
#include <hello_dl/expr/print.hpp>
#include <hello_dl/expr/vector_products.hpp>
#include <hello_dl/nn/batch_norm2d.hpp>
#include <hello_dl/nn/conv2d.hpp>
#include <hello_dl/nn/layer_norm.hpp>
#include <hello_dl/nn/linear.hpp>
#include <hello_dl/nn/losses.hpp>
#include <hello_dl/nn/modules.hpp>
#include <hello_dl/ops/ops.hpp>
#include <hello_dl/optim/adam.hpp>
#include <hello_dl/optim/adamw.hpp>
#include <hello_dl/optim/clipped.hpp>
#include <hello_dl/optim/rmsprop.hpp>
#include <hello_dl/optim/schedule.hpp>
#include <hello_dl/optim/sgd.hpp>
#include <hello_dl/runtime/evaluate.hpp>
#include <hello_dl/runtime/gradcheck.hpp>
#include <hello_dl/runtime/inference.hpp>
#include <hello_dl/runtime/inspect.hpp>
#include <hello_dl/runtime/moving_average.hpp>
#include <hello_dl/runtime/trainer.hpp>

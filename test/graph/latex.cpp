#include <hello_dl/graph/latex.hpp>

#include "formulas.hpp"

namespace {

namespace dl = hello_dl;

BOOST_AUTO_TEST_CASE(at_run_time_as_in_constant_expressions) {
  for (const auto& f : formulas::of_scalars) BOOST_TEST(dl::view(formulas::as_latex(f, {})) == f.latex);
  for (const auto& f : formulas::of_matrices) BOOST_TEST(dl::view(formulas::as_latex(f, dl::dims{2, 3})) == f.latex);
}

}  // namespace

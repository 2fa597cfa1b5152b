#include <hello_dl/expr/tensor.hpp>

#include <type_traits>

namespace {

namespace dl = hello_dl;

constexpr dl::tensor<double, 2, 3> matrix{1, 2, 3, 4, 5, 6};
static_assert(matrix.size() == 6 && matrix[3] == 4 && matrix.end() - matrix.begin() == 6);
static_assert(matrix == dl::tensor<double, 2, 3>{1, 2, 3, 4, 5, 6});
static_assert(matrix != dl::tensor<double, 2, 3>{1, 2, 3, 4, 5, 7});
static_assert(dl::tensor<float>::size() == 1);
static_assert(std::is_same_v<dl::tensor_of<float, dl::shape<2, 3>>, dl::tensor<float, 2, 3>>);

}  // namespace

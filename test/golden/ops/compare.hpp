#pragma once
// From PyTorch 1.13.0; written by test/support/golden_operations.py.

#include <support/golden_case.hpp>

namespace golden {

inline constexpr golden_case equal{
    std::tuple{tensor<double, 9>{1, 2, 3, -1, 0, nan, 1, inf, 5}, tensor<double, 9>{1, 3, 2, -1, -0.0, 1, nan, inf, -5}},
    tensor<double, 9>{-0.7578125, 0.0859375, -0.8828125, 0.1015625, 0.6796875, 0.1328125, 0.4296875, -0.8515625, 0.5390625},
    tensor<double, 9>{1, 0, 0, 1, 1, 0, 0, 1, 0},
    std::tuple{tensor<double, 9>{0, 0, 0, 0, 0, 0, 0, 0, 0}, tensor<double, 9>{0, 0, 0, 0, 0, 0, 0, 0, 0}}};

inline constexpr golden_case not_equal{
    std::tuple{tensor<double, 9>{1, 2, 3, -1, 0, nan, 1, inf, 5}, tensor<double, 9>{1, 3, 2, -1, -0.0, 1, nan, inf, -5}},
    tensor<double, 9>{0.3046875, 0.2734375, 0.2109375, -0.8984375, 0.0703125, -0.7890625, -0.1171875, 0.0078125, 0.6640625},
    tensor<double, 9>{0, 1, 1, 0, 0, 1, 1, 0, 1},
    std::tuple{tensor<double, 9>{0, 0, 0, 0, 0, 0, 0, 0, 0}, tensor<double, 9>{0, 0, 0, 0, 0, 0, 0, 0, 0}}};

inline constexpr golden_case less{
    std::tuple{tensor<double, 9>{1, 2, 3, -1, 0, nan, 1, inf, 5}, tensor<double, 9>{1, 3, 2, -1, -0.0, 1, nan, inf, -5}},
    tensor<double, 9>{-0.9765625, 0.1171875, 0.8203125, -0.9765625, -0.4296875, 0.4296875, 0.5234375, -0.4765625, 0.9765625},
    tensor<double, 9>{0, 1, 0, 0, 0, 0, 0, 0, 0},
    std::tuple{tensor<double, 9>{0, 0, 0, 0, 0, 0, 0, 0, 0}, tensor<double, 9>{0, 0, 0, 0, 0, 0, 0, 0, 0}}};

inline constexpr golden_case less_equal{
    std::tuple{tensor<double, 9>{1, 2, 3, -1, 0, nan, 1, inf, 5}, tensor<double, 9>{1, 3, 2, -1, -0.0, 1, nan, inf, -5}},
    tensor<double, 9>{-0.3671875, 0.3203125, -0.6484375, 0.1796875, 0.6015625, -0.8515625, 0.7734375, -0.9921875, 0.7109375},
    tensor<double, 9>{1, 1, 0, 1, 1, 0, 0, 1, 0},
    std::tuple{tensor<double, 9>{0, 0, 0, 0, 0, 0, 0, 0, 0}, tensor<double, 9>{0, 0, 0, 0, 0, 0, 0, 0, 0}}};

inline constexpr golden_case greater{
    std::tuple{tensor<double, 9>{1, 2, 3, -1, 0, nan, 1, inf, 5}, tensor<double, 9>{1, 3, 2, -1, -0.0, 1, nan, inf, -5}},
    tensor<double, 9>{0.4765625, 0.8828125, 0.1171875, -0.2265625, -0.3046875, -0.7734375, -0.4140625, 0.7265625, -0.1796875},
    tensor<double, 9>{0, 0, 1, 0, 0, 0, 0, 0, 1},
    std::tuple{tensor<double, 9>{0, 0, 0, 0, 0, 0, 0, 0, 0}, tensor<double, 9>{0, 0, 0, 0, 0, 0, 0, 0, 0}}};

inline constexpr golden_case greater_equal{
    std::tuple{tensor<double, 9>{1, 2, 3, -1, 0, nan, 1, inf, 5}, tensor<double, 9>{1, 3, 2, -1, -0.0, 1, nan, inf, -5}},
    tensor<double, 9>{-0.6796875, -0.1953125, -0.0234375, -0.8359375, -0.2265625, -0.4140625, -0.6328125, -0.2734375, 0.9921875},
    tensor<double, 9>{1, 0, 1, 1, 1, 0, 0, 1, 1},
    std::tuple{tensor<double, 9>{0, 0, 0, 0, 0, 0, 0, 0, 0}, tensor<double, 9>{0, 0, 0, 0, 0, 0, 0, 0, 0}}};

}  // namespace golden

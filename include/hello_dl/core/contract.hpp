#pragma once
/// Between the two of these clang does what g++ does everywhere: a product that is only added to something is a fused
/// multiply-add where the target has one, wherever the two were written. So a scalar and a lane are rounded alike.

#if defined(__clang__)
#define HELLO_DL_CONTRACT _Pragma("float_control(push)") _Pragma("clang fp contract(fast)")
#define HELLO_DL_CONTRACT_END _Pragma("float_control(pop)")
#else
#define HELLO_DL_CONTRACT
#define HELLO_DL_CONTRACT_END
#endif

#include <hello_dl/hello_dl.hpp>

namespace dl = hello_dl;

// 3 x^2 at 2
static_assert(dl::derivative([](auto x) { return x * x * x; })(2.0) == 12);

int main() {}

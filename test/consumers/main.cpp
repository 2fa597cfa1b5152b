#include <hello_dl/hello_dl.hpp>

int main() {}

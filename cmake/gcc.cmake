# Toolchain: g++ 12 or newer, the version the project is tested with first.
find_program(CMAKE_CXX_COMPILER NAMES g++-12 g++-13 g++-14 g++-15 g++ REQUIRED)

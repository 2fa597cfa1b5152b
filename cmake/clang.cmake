# Toolchain: clang++ 16 or newer, the version the project is tested with first.
find_program(CMAKE_CXX_COMPILER NAMES clang++-16 clang++-17 clang++-18 clang++-19 clang++-20 clang++ REQUIRED)

# hello_dl::hello_dl, the headers.

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 12)
  message(FATAL_ERROR "hello_dl needs g++ 12 or newer, found ${CMAKE_CXX_COMPILER_VERSION}")
elseif(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 16)
  message(FATAL_ERROR "hello_dl needs clang++ 16 or newer, found ${CMAKE_CXX_COMPILER_VERSION}")
endif()

find_package(Threads REQUIRED)

add_library(hello_dl INTERFACE)
add_library(hello_dl::hello_dl ALIAS hello_dl)
target_compile_features(hello_dl INTERFACE cxx_std_20)
target_include_directories(hello_dl INTERFACE
  $<BUILD_INTERFACE:${CMAKE_CURRENT_SOURCE_DIR}/include> $<INSTALL_INTERFACE:include>)
target_link_libraries(hello_dl INTERFACE Threads::Threads)

# Graphs are built and differentiated in constant evaluation: a network takes millions of steps, where the
# compilers stop at 1 to 33 million to catch endless loops.
target_compile_options(hello_dl INTERFACE
  "$<$<COMPILE_LANG_AND_ID:CXX,GNU>:-fconstexpr-ops-limit=1000000000;-fconstexpr-loop-limit=10000000>"
  "$<$<COMPILE_LANG_AND_ID:CXX,Clang,AppleClang>:-fconstexpr-steps=500000000>")

# test/fuzz/X.cpp: a fuzzer (libFuzzer, so with clang++ only), which begins with the inputs in test/fuzz/seeds/X. A few
# thousand inputs are a test; for more, sh test/fuzz/run.sh build/asan-ubsan/test/fuzz.X test/fuzz/seeds/X -max_total_time=600
# What it reads is compiled with it, so that it sees which inputs lead to new places.

option(HELLO_DL_FUZZ "Build the fuzzers" OFF)
if(NOT HELLO_DL_FUZZ)
  return()
endif()

set(fuzz_library ${PROJECT_SOURCE_DIR}/include/hello_dl/data)
add_library(fuzz_objects OBJECT ${fuzz_library}/byte_source.cpp ${fuzz_library}/idx.cpp ${fuzz_library}/mapping.cpp
  ${fuzz_library}/safetensors.cpp ${fuzz_library}/safetensors_header.cpp ${fuzz_library}/splits.cpp ${fuzz_library}/write_file.cpp
  ${PROJECT_SOURCE_DIR}/samples/common/read_picture.cpp)
find_package(PNG REQUIRED)
target_include_directories(fuzz_objects PUBLIC ${PROJECT_SOURCE_DIR}/samples)
target_link_libraries(fuzz_objects PUBLIC hello_dl ZLIB::ZLIB Boost::iostreams nlohmann_json::nlohmann_json PNG::PNG
  ${HELLO_DL_TURBOJPEG} ${HELLO_DL_EXIF})
target_compile_options(fuzz_objects PUBLIC -fsanitize=fuzzer-no-link)

file(GLOB fuzzers CONFIGURE_DEPENDS fuzz/*.cpp)
foreach(source ${fuzzers})
  cmake_path(GET source STEM name)
  add_executable(fuzz.${name} ${source})
  target_link_libraries(fuzz.${name} PRIVATE fuzz_objects)
  target_link_options(fuzz.${name} PRIVATE -fsanitize=fuzzer)
  add_dependencies(test_programs fuzz.${name})
  add_test(NAME fuzz/${name} COMMAND sh ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/run.sh $<TARGET_FILE:fuzz.${name}>
    ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/seeds/${name} -runs=2000)
endforeach()

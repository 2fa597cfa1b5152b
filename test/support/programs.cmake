# test/**/X.cpp: one Boost.Test program each, ctest name = path without ".cpp".

include(${CMAKE_CURRENT_LIST_DIR}/names.cmake)

# The common main, helpers that tests share, and one precompiled header for all.
file(GLOB sources CONFIGURE_DEPENDS support/*.cpp)
add_library(test_support STATIC ${sources})
target_link_libraries(test_support PUBLIC samples_common Boost::unit_test_framework)
target_include_directories(test_support PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
target_compile_definitions(test_support PUBLIC
  BOOST_TEST_DYN_LINK HELLO_DL_SOURCE_DIR="${PROJECT_SOURCE_DIR}" HELLO_DL_BINARY_DIR="${PROJECT_BINARY_DIR}")
target_precompile_headers(test_support PRIVATE <boost/test/unit_test.hpp>)

# What some presets build. Sanitizers: the programs, without what only has to compile (or not). Instruction sets: the
# programs that compute, by the folders of what they test.
add_custom_target(test_programs)
add_custom_target(test_programs_threads)
add_custom_target(test_programs_vectors)

set(HELLO_DL_LEAVE_OUT "^$" CACHE STRING "Programs whose names match are not built")

function(add_test_program source)
  name_of_test(name ${source})
  if(name MATCHES "${HELLO_DL_LEAVE_OUT}")
    return()
  endif()
  labels_of_test(labels ${source})
  string(REPLACE "/" "." target test.${name})
  add_executable(${target} ${source})
  target_link_libraries(${target} PRIVATE test_support)
  target_precompile_headers(${target} REUSE_FROM test_support)
  add_dependencies(test_programs ${target})
  if("threads" IN_LIST labels)
    add_dependencies(test_programs_threads ${target})
  endif()
  if(name MATCHES "^(core|ops|nn|optim|runtime)/")
    add_dependencies(test_programs_vectors ${target})
  endif()
  add_test(NAME ${name} COMMAND ${target})
  set_tests_properties(${name} PROPERTIES LABELS "${labels}")
endfunction()

file(GLOB_RECURSE programs CONFIGURE_DEPENDS *.cpp)
list(FILTER programs EXCLUDE REGEX "\\.(static|fail)\\.cpp$|/test/(support|consumers|bench|fuzz)/")
foreach(program ${programs})
  add_test_program(${program})
endforeach()

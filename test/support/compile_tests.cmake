# What is tested by compiling it: static_asserts, each header alone, and what must not compile.

include(${CMAKE_CURRENT_LIST_DIR}/names.cmake)

# test/**/X.static.cpp: static_asserts only, nothing to run.
file(GLOB_RECURSE static_sources CONFIGURE_DEPENDS *.static.cpp)
if(static_sources)
  add_library(static_tests OBJECT ${static_sources})
  target_link_libraries(static_tests PRIVATE hello_dl::hello_dl)
  target_include_directories(static_tests PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
endif()

# Each header of the library includes all it needs, and may be included twice.
file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/include/*.hpp)
foreach(header ${headers})
  set(source ${CMAKE_CURRENT_BINARY_DIR}/headers/${header}.cpp)
  file(CONFIGURE OUTPUT ${source} CONTENT "#include <${header}>\n#include <${header}>\n")
  list(APPEND header_sources ${source})
endforeach()
if(header_sources)
  add_library(headers OBJECT ${header_sources})
  target_link_libraries(headers PRIVATE hello_dl::hello_dl)
  target_compile_options(headers PRIVATE -O0 -g0 -w)
endif()

# test/**/X.fail.cpp: per case a test that the compiler refuses it with the expected words, and one that
# the file compiles without any case. The object library is never built; it gives the compile command.
function(add_fail_tests source)
  name_of_test(name ${source})
  set(check ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/support/must_not_compile.py
    ${CMAKE_BINARY_DIR}/compile_commands.json ${source})
  add_test(NAME ${name}/compiles COMMAND ${check})
  set_tests_properties(${name}/compiles PROPERTIES LABELS compile)
  file(STRINGS ${source} lines REGEX "^// error [a-z0-9_]+: ")
  foreach(line ${lines})
    string(REGEX REPLACE "^// error ([a-z0-9_]+): .*" "\\1" case "${line}")
    add_test(NAME ${name}/${case} COMMAND ${check} ${case})
    set_tests_properties(${name}/${case} PROPERTIES LABELS compile)
  endforeach()
endfunction()

file(GLOB_RECURSE fail_sources CONFIGURE_DEPENDS *.fail.cpp)
if(fail_sources)
  add_library(fail_tests OBJECT EXCLUDE_FROM_ALL ${fail_sources})
  target_link_libraries(fail_tests PRIVATE hello_dl::hello_dl)
  target_include_directories(fail_tests PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
endif()
foreach(source ${fail_sources})
  add_fail_tests(${source})
endforeach()

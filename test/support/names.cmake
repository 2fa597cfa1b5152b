# Names and labels of tests, from their files.

# "ops/sin" for test/ops/sin.cpp, "ops/sin.fail" for test/ops/sin.fail.cpp
function(name_of_test result source)
  cmake_path(RELATIVE_PATH source BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} OUTPUT_VARIABLE path)
  cmake_path(REMOVE_EXTENSION path LAST_ONLY OUTPUT_VARIABLE name)
  set(${result} ${name} PARENT_SCOPE)
endfunction()

# The words after "labels:" in a comment at the top of a file, as in "// labels: threads slow"
function(labels_of_test result source)
  file(READ ${source} head LIMIT 200)
  set(labels "")
  if(head MATCHES "(^|\n)(//|#) labels: ([a-z ]+)")
    string(REPLACE " " ";" labels "${CMAKE_MATCH_3}")
  endif()
  set(${result} "${labels}" PARENT_SCOPE)
endfunction()

# test/**/X.sh and X.py: tests of programs and of the project's own files. Exit status 77: it
# cannot run here. They take longest, so they begin first.

include(${CMAKE_CURRENT_LIST_DIR}/names.cmake)

function(add_script_test source)
  name_of_test(name ${source})
  labels_of_test(labels ${source})
  set(interpreter sh)
  if(source MATCHES "\\.py$")
    set(interpreter ${Python3_EXECUTABLE})
  endif()
  add_test(NAME ${name} COMMAND ${interpreter} ${source})
  set_tests_properties(${name} PROPERTIES LABELS "${labels}" SKIP_RETURN_CODE 77 COST 10 ENVIRONMENT
    "HELLO_DL_BUILD=${PROJECT_BINARY_DIR};HELLO_DL_SOURCE=${PROJECT_SOURCE_DIR};CXX=${CMAKE_CXX_COMPILER}")
endfunction()

file(GLOB_RECURSE scripts CONFIGURE_DEPENDS *.sh *.py)
list(FILTER scripts EXCLUDE REGEX "/test/(support|golden|bench|fuzz)/")
foreach(script ${scripts})
  add_script_test(${script})
endforeach()

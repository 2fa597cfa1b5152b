# What find_package(hello_dl) and find_package(hello_dl COMPONENTS data) need.

include(CMakePackageConfigHelpers)
include(GNUInstallDirs)
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/hello_dl)

install(DIRECTORY include/ DESTINATION include FILES_MATCHING PATTERN *.hpp)
install(TARGETS hello_dl EXPORT hello_dl_headers)
install(EXPORT hello_dl_headers NAMESPACE hello_dl:: FILE headers.cmake DESTINATION ${package_folder})
if(TARGET hello_dl_data)
  install(TARGETS hello_dl_data EXPORT hello_dl_data ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
  install(EXPORT hello_dl_data NAMESPACE hello_dl:: FILE data.cmake DESTINATION ${package_folder})
endif()

write_basic_package_version_file(${PROJECT_BINARY_DIR}/hello_dl-config-version.cmake
  COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES cmake/hello_dl-config.cmake ${PROJECT_BINARY_DIR}/hello_dl-config-version.cmake
  DESTINATION ${package_folder})

# hello_dl::data, the reader of EMNIST's files.

find_package(ZLIB REQUIRED)
find_package(Boost REQUIRED COMPONENTS iostreams)

file(GLOB sources CONFIGURE_DEPENDS include/hello_dl/data/*.cpp)
if(sources)
  add_library(hello_dl_data STATIC ${sources})
  add_library(hello_dl::data ALIAS hello_dl_data)
  set_target_properties(hello_dl_data PROPERTIES EXPORT_NAME data)
  target_link_libraries(hello_dl_data PUBLIC hello_dl PRIVATE ZLIB::ZLIB Boost::iostreams)
endif()

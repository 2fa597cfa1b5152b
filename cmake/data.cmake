# hello_dl::data, which reads EMNIST's files and keeps what was learned.

find_package(ZLIB REQUIRED)
find_package(Boost REQUIRED COMPONENTS iostreams)
find_package(nlohmann_json REQUIRED)

file(GLOB sources CONFIGURE_DEPENDS include/hello_dl/data/*.cpp)
if(sources)
  add_library(hello_dl_data STATIC ${sources})
  add_library(hello_dl::data ALIAS hello_dl_data)
  set_target_properties(hello_dl_data PROPERTIES EXPORT_NAME data)
  target_link_libraries(hello_dl_data PUBLIC hello_dl PRIVATE ZLIB::ZLIB Boost::iostreams $<BUILD_INTERFACE:nlohmann_json::nlohmann_json>)
endif()

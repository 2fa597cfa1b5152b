#pragma once
/// Where the data is looked for when nobody names a folder.

#include <string>

namespace hello_dl {

/// HELLO_DL_DATA if it is set; else the folder that samples/fetch-emnist fills, once it has:
/// $XDG_CACHE_HOME/hello-dl/emnist, by default ~/.cache/hello-dl/emnist. Else empty.
std::string default_data_folder();

}  // namespace hello_dl

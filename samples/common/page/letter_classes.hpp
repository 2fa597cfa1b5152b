#pragma once
#include <string_view>

namespace samples {

/// The classes that a reader of pages tells apart, one for each character: those of EMNIST's split byclass.
constexpr std::string_view letter_classes = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

}  // namespace samples

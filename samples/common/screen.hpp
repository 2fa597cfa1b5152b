#pragma once

namespace samples {

enum class colour_depth { none, palette_256, rgb };

/// What the output can show.
struct screen {
  int columns = 80;
  bool interactive = false;  ///< a terminal where a line can be redrawn
  bool unicode = false;
  colour_depth colours = colour_depth::none;
};

/// What standard output can show now. A terminal's width may change at any time, so ask anew.
///
/// Looks at TERM ("dumb" is no terminal), COLORTERM, NO_COLOR (https://no-color.org), and for
/// Unicode at LC_ALL, LC_CTYPE and LANG. What is no terminal has 80 columns and no colours.
screen standard_output();

}  // namespace samples

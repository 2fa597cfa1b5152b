#include <common/screen.hpp>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <string>

using namespace samples;

namespace {

/// An environment without anything that screen looks at.
struct bare_environment {
  bare_environment() {
    for (const char* name : {"TERM", "COLORTERM", "NO_COLOR", "LC_ALL", "LC_CTYPE", "LANG"})
      unsetenv(name);
  }
};

/// While it exists, standard output is a new terminal, or any other file.
class output_to {
 public:
  explicit output_to(int file) : file_{file}, old_{dup(STDOUT_FILENO)} {
    dup2(file_, STDOUT_FILENO);
  }
  ~output_to() {
    dup2(old_, STDOUT_FILENO);
    close(old_);
    close(file_);
  }

 private:
  int file_, old_;
};

class terminal {
 public:
  terminal() : master_{posix_openpt(O_RDWR | O_NOCTTY)} {
    BOOST_REQUIRE(master_ >= 0);
    BOOST_REQUIRE(grantpt(master_) == 0);
    BOOST_REQUIRE(unlockpt(master_) == 0);
  }
  ~terminal() { close(master_); }

  int slave() const { return open(ptsname(master_), O_RDWR | O_NOCTTY); }
  void resize(unsigned short columns) const {
    const winsize size{.ws_row = 24, .ws_col = columns, .ws_xpixel = 0, .ws_ypixel = 0};
    BOOST_REQUIRE(ioctl(master_, TIOCSWINSZ, &size) == 0);
  }

 private:
  int master_;
};

/// What standard output can show on a terminal of 100 columns with this TERM.
screen on_terminal(const char* term) {
  setenv("TERM", term, 1);
  const terminal device;
  device.resize(100);
  const output_to redirected{device.slave()};
  return standard_output();
}

}  // namespace

BOOST_FIXTURE_TEST_CASE(a_file_has_80_columns_and_no_colours, bare_environment) {
  setenv("TERM", "xterm-256color", 1);
  setenv("COLORTERM", "truecolor", 1);
  const output_to redirected{open("/dev/null", O_WRONLY)};
  const screen result = standard_output();
  BOOST_TEST(result.columns == 80);
  BOOST_TEST(!result.interactive);
  BOOST_TEST((result.colours == colour_depth::none));
}

BOOST_FIXTURE_TEST_CASE(a_terminal_is_asked_for_its_width_every_time, bare_environment) {
  setenv("TERM", "xterm", 1);
  const terminal device;
  device.resize(132);
  const output_to redirected{device.slave()};
  BOOST_TEST(standard_output().columns == 132);
  device.resize(20);
  BOOST_TEST(standard_output().columns == 20);
  device.resize(0);  // unknown
  BOOST_TEST(standard_output().columns == 80);
}

BOOST_FIXTURE_TEST_CASE(colours_follow_term_and_colorterm, bare_environment) {
  BOOST_TEST((on_terminal("xterm").colours == colour_depth::none));
  BOOST_TEST((on_terminal("xterm-256color").colours == colour_depth::palette_256));
  setenv("COLORTERM", "truecolor", 1);
  BOOST_TEST((on_terminal("xterm-256color").colours == colour_depth::rgb));
}

BOOST_FIXTURE_TEST_CASE(no_color_takes_the_colours_and_leaves_the_bar, bare_environment) {
  setenv("NO_COLOR", "1", 1);
  const screen result = on_terminal("xterm-256color");
  BOOST_TEST((result.colours == colour_depth::none));
  BOOST_TEST(result.interactive);
}

BOOST_FIXTURE_TEST_CASE(a_dumb_terminal_is_not_interactive, bare_environment) {
  for (const char* term : {"dumb", ""}) BOOST_TEST(!on_terminal(term).interactive);
  BOOST_TEST(on_terminal("linux").interactive);
  BOOST_TEST(on_terminal("dumb").columns == 100);
}

BOOST_FIXTURE_TEST_CASE(unicode_follows_the_locale_that_counts, bare_environment) {
  BOOST_TEST(!standard_output().unicode);
  setenv("LANG", "en_US.UTF-8", 1);
  BOOST_TEST(standard_output().unicode);
  setenv("LC_CTYPE", "C.utf8", 1);
  BOOST_TEST(standard_output().unicode);
  setenv("LC_ALL", "C", 1);
  BOOST_TEST(!standard_output().unicode);
}

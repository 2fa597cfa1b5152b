# Shell functions to find out which packages are missing and to install them. Sourced, not run.
# Each function need_... adds to $missing the packages of what is not there.

missing=

# need_command PACKAGE COMMAND
need_command() {
  command -v "$2" >/dev/null || missing="$missing $1"
}

# need_library PACKAGE HEADER LIBRARY: both must be there, so a tiny program is linked
need_library() {
  [ -n "$cxx" ] && printf '#include <%s>\nint main() {}\n' "$2" |
    "$cxx" -x c++ - -o /dev/null "-l$3" 2>/dev/null || missing="$missing $1"
}

# need_header PACKAGE HEADER
need_header() {
  [ -n "$cxx" ] && printf '#include <%s>\n' "$2" | "$cxx" -x c++ -fsyntax-only - 2>/dev/null || missing="$missing $1"
}

# first_of MINIMUM COMMAND...: the first command that is there and whose major version is at least MINIMUM
first_of() {
  minimum=$1
  shift
  for candidate; do
    version=$("$candidate" -dumpversion 2>/dev/null) || continue
    if [ "${version%%.*}" -ge "$minimum" ]; then
      echo "$candidate"
      return
    fi
  done
}

# need_gcc: g++ 12 or newer, found as cmake/gcc.cmake does; where g++ is older (Ubuntu 22.04), the package is g++-12
need_gcc() {
  cxx=$(first_of 12 g++-12 g++-13 g++-14 g++-15 g++)
  [ -n "$cxx" ] && return
  if command -v g++ >/dev/null; then missing="$missing g++-12"; else missing="$missing g++"; fi
}

# need_clang: clang++ 16 or newer, found as cmake/clang.cmake does
need_clang() {
  [ -n "$(first_of 16 clang++-16 clang++-17 clang++-18 clang++-19 clang++-20 clang++)" ] ||
    missing="$missing clang-16"
}

# What samples/run needs.
need_for_samples() {
  need_gcc
  need_command cmake cmake
  need_command ninja-build ninja
  need_library zlib1g-dev zlib.h z
  need_library libboost-iostreams-dev boost/iostreams/categories.hpp boost_iostreams
  need_library libboost-program-options-dev boost/program_options/version.hpp boost_program_options
  need_library libpng-dev png.h png
  need_library libsqlite3-dev sqlite3.h sqlite3
  need_library libturbojpeg0-dev turbojpeg.h turbojpeg
  need_library libexif-dev libexif/exif-data.h exif
  need_header nlohmann-json3-dev nlohmann/json_fwd.hpp
}

# install_missing LOG: installs what is in $missing with apt-get, as root or through sudo, or says what to install
install_missing() {
  [ -z "$missing" ] && return
  sudo=
  [ "$(id -u)" -eq 0 ] || sudo=sudo
  if ! command -v apt-get >/dev/null || { [ -n "$sudo" ] && ! command -v sudo >/dev/null; }; then
    echo "$0: please install these packages first (names as in Debian):$missing" >&2
    exit 1
  fi
  echo "installing:$missing" >&2
  if ! { $sudo apt-get update && $sudo env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y --no-install-recommends $missing; } >"$1" 2>&1; then
    cat "$1" >&2
    echo "$0: could not install:$missing" >&2
    exit 1
  fi
}

# ensure LOG NEED...: installs what the functions NEED find missing; in two rounds, as only a g++ that is there can be
# found too old
ensure() {
  log=$1
  shift
  for round in 1 2; do
    missing=
    for need; do "$need"; done
    install_missing "$log"
  done
}

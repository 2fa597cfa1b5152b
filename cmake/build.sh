# Shell functions to configure and build a preset with little output. Sourced, not run, from the project's root.

# quietly LOG COMMAND...: the command's output goes to LOG and is shown only if the command fails
quietly() {
  log=$1
  shift
  "$@" >>"$log" 2>&1 && return
  cat "$log" >&2
  echo "$0: failed: $* (the log is $log)" >&2
  exit 1
}

# build_folder PRESET: makes the preset's build folder, where the log lies
build_folder() {
  if ! mkdir -p "build/$1" 2>/dev/null || [ ! -w "build/$1" ]; then
    echo "$0: cannot write to $PWD/build/$1; run this as its owner, or remove it" >&2
    exit 1
  fi
}

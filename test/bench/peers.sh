# Shell function to install what this library is compared with. Sourced, not run.

# clang++ is no peer, but compile times are measured with it too.
peer_packages="libtorch-dev python3-torch python3-numpy libdnnl-dev libopenblas-pthread-dev libeigen3-dev libadolc-dev clang-16"

# install_peers LOG: installs the peers' Debian packages as far as that is possible, and names those that stay missing
install_peers() {
  absent=
  for package in $peer_packages; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || absent="$absent $package"
  done
  [ -z "$absent" ] && return
  sudo=
  [ "$(id -u)" -eq 0 ] || sudo="sudo -n"
  if ! command -v apt-get >/dev/null || ! $sudo true 2>/dev/null; then
    echo "$0: cannot install packages here (no apt-get, or not root), so these may be missing:$absent" >&2
    return
  fi
  echo "installing:$absent" >&2
  $sudo apt-get update >"$1" 2>&1 || true
  for package in $absent; do
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$package" >>"$1" 2>&1 ||
      echo "$0: could not install $package (the log is $1)" >&2
  done
}

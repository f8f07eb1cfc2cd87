#!/usr/bin/env bash
# A fresh machine → .venv with the pinned packages: `setup.sh run` for the app, `check` for lint and types as well, `test`
# for the browser tests too.
# It installs Debian packages where it may (as root, or with sudo that asks nothing) and else stops with the line to type.
# Where all is there already it does nothing, in a fraction of a second. PYTHON=… names the interpreter to build on.
set -euo pipefail
cd "$(dirname "$0")/.."

venv_python=.venv/bin/python
# Chromium and a Chinese font draw the pages and the pictures; LibreOffice and poppler open the workbook as a reader would;
# Playwright's own program needs libatomic1.
test_packages=(chromium fonts-noto-cjk libreoffice-calc libreoffice-writer poppler-utils poppler-data libatomic1)
browsers=(chromium chromium-browser google-chrome google-chrome-stable)

stop() {
  printf '%s\n' "$@" >&2
  exit 1
}

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }
can_make_venv() { "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; }

# The first interpreter that is new enough and can make a venv; else the first that is new enough; else nothing.
# Each is started, not looked up: a version manager leaves names on the path that start nothing.
choose_python() {
  local name fallback=""
  for name in ${PYTHON:-python3.13 python3.12 python3.11 python3}; do
    new_enough "$name" || continue
    if can_make_venv "$name"; then
      echo "$name"
      return
    fi
    fallback="${fallback:-$name}"
  done
  echo "$fallback"
}

is_installed() { dpkg-query --show --showformat '${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed; }

have_browser() {
  local name
  for name in "${browsers[@]}"; do
    command -v "$name" >/dev/null && return
  done
  return 1
}

# One line a missing package. Any Chromium will do; Ubuntu's own is called chromium-browser and comes as a snap.
missing_test_packages() {
  local package
  for package in "${test_packages[@]}"; do
    if [ "$package" = chromium ]; then
      have_browser || if grep -qx 'ID=ubuntu' /etc/os-release; then echo chromium-browser; else echo chromium; fi
    elif ! is_installed "$package"; then
      echo "$package"
    fi
  done
}

install_system_packages() {
  local as_root=() line="apt-get update && apt-get install -y --no-install-recommends $*" log
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then line="su -c '$line'"; else line="sudo sh -c '$line'"; fi
    sudo -n true >/dev/null 2>&1 ||
      stop "Debian packages are missing, and only root may install them. Type this line, then the same make command again:" "  $line"
    as_root=(sudo -n)
  fi
  echo "Installing Debian packages: $*"
  log="$(mktemp)"
  # A list that can't be fetched (someone else's repository) is no reason to stop: what counts is whether ours install.
  "${as_root[@]}" apt-get update -qq </dev/null >"$log" 2>&1 || true
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    -o DPkg::Lock::Timeout=300 "$@" </dev/null >>"$log" 2>&1 || {
    tail -n 15 "$log" >&2
    stop "apt-get could not install: $*. Its whole output: $log"
  }
  rm -f "$log"
}

# What the stamp of an install holds: the interpreter and the content of the requirements files. A change of either installs anew.
fingerprint() { { "$venv_python" --version && sha256sum "$@"; } 2>/dev/null | sha256sum; }

make_venv() {
  local python="$1"
  echo "Making .venv with $("$python" --version)"
  "$python" -m venv --clear .venv || stop "$python could not make .venv (its own words stand above)."
}

install_requirements() {
  local stamp="$1" log=.venv/pip.log file arguments=()
  shift
  for file in "$@"; do arguments+=(-r "$file"); done
  echo "Installing the packages of $* into .venv (a minute or so, once)"
  "$venv_python" -m pip install --quiet --disable-pip-version-check --no-input "${arguments[@]}" </dev/null >"$log" 2>&1 || {
    grep '^ERROR' "$log" >&2 || tail -n 5 "$log" >&2
    ! grep -q 'Retrying' "$log" || stop "pip can't reach the package index: check the network, or name a mirror that you reach" \
      "(.venv/bin/python -m pip config set global.index-url https://…), then type the same command again. All of pip's words: $log"
    stop "pip could not install the packages. All of its words: $log"
  }
  fingerprint "$@" >"$stamp"
}

main() {
  local purpose="$1" files=(requirements.txt) stamp=.venv/installed-for-run python="" needed=()
  [ "$purpose" = run ] || { files+=(requirements-dev.txt) && stamp=.venv/installed-for-tests; }

  if ! "$venv_python" -c 'import pip' >/dev/null 2>&1; then
    python="$(choose_python)"
    [ -n "$python" ] || stop "Python 3.11 or newer is needed; ${PYTHON:-python3} here: $("${PYTHON:-python3}" --version 2>/dev/null || echo none)." \
      "Install one (sudo apt-get install python3.11 python3.11-venv, where your system has it) or name yours: make $purpose PYTHON=/path/to/python3.11"
    can_make_venv "$python" || needed+=("$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')")
  fi
  if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
    [ "$purpose" != test ] || mapfile -t -O "${#needed[@]}" needed < <(missing_test_packages)
    [ "${#needed[@]}" -eq 0 ] || install_system_packages "${needed[@]}"
    [ "$purpose" != test ] || have_browser || stop "No Chromium came with these packages. Type  sudo snap install chromium  and the same command again."
  elif [ "${#needed[@]}" -gt 0 ]; then
    stop "$python has no venv module. Install it, or name another interpreter: make $purpose PYTHON=/path/to/python3.11"
  fi

  [ -z "$python" ] || make_venv "$python"
  [ "$(cat "$stamp" 2>/dev/null)" = "$(fingerprint "${files[@]}")" ] || install_requirements "$stamp" "${files[@]}"
}

case "${1:-}" in
  run | check | test) main "$1" ;;
  *) stop "Usage: scripts/setup.sh run|check|test" ;;
esac

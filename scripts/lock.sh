#!/usr/bin/env bash
# requirements*.in → requirements*.txt: every package pinned, for Python 3.11 and newer on Linux, macOS and Windows.
set -euo pipefail
cd "$(dirname "$0")/.."

uv="$(command -v uv || true)"
[ -n "$uv" ] || uv=.venv/bin/uv
[ -x "$uv" ] || { echo "make lock needs uv: type  .venv/bin/python -m pip install uv  and try again." >&2; exit 1; }

compile() {
  "$uv" pip compile --quiet --universal --python-version 3.11 --annotation-style line --no-header --output-file "$@"
}

temporary="$(mktemp -d)"
trap 'rm -rf "$temporary"' EXIT
# The present pins are laid ready: uv keeps those that still fit, so that a change moves only what it must.
cp requirements.txt "$temporary/run.txt"
cp requirements-dev.txt "$temporary/dev.txt"
sed -i '/^-r /d' "$temporary/dev.txt"
compile "$temporary/run.txt" requirements.in
compile "$temporary/dev.txt" requirements-dev.in --constraints "$temporary/run.txt"

{
  echo "# What runs the app and the command line. Made from requirements.in by: make lock"
  cat "$temporary/run.txt"
} >requirements.txt
{
  echo "# What the tests need beside it. Made from requirements-dev.in by: make lock"
  echo "-r requirements.txt"
  cut -d '#' -f 1 "$temporary/run.txt" | sed 's/ *$//' >"$temporary/known.txt"
  while IFS= read -r line; do
    pin="$(cut -d '#' -f 1 <<<"$line" | sed 's/ *$//')"
    grep -qxF "$pin" "$temporary/known.txt" || echo "$line"
  done <"$temporary/dev.txt"
} >requirements-dev.txt

#!/usr/bin/env bash
# HOST PORT [demo | panel FOLDER] → the app, served there until Ctrl-C; with `demo` it opens on the invented reports, with `panel` on a saved panel. A port that is taken, or is none, gives one clear line.
set -euo pipefail
cd "$(dirname "$0")/.."
host="$1" port="$2"

.venv/bin/python scripts/free_port.py "$host" "$port" || exit 1
exec .venv/bin/python -m streamlit run dashboard.py --server.address "$host" --server.port "$port" -- "${@:3}"

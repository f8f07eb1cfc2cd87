#!/usr/bin/env bash
# HOST PORT [demo | panel FOLDER] → the app, served there until Ctrl-C; with `demo` it opens on the invented reports, with `panel` on a saved panel. A port that is taken, or is none, gives one clear line.
set -euo pipefail
cd "$(dirname "$0")/.."
host="$1" port="$2"

.venv/bin/python - "$host" "$port" <<'PYTHON' || exit 1
import errno, socket, sys

host, port = sys.argv[1:]
if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
    sys.exit(f"PORT={port} is no port: give a number from 1 to 65535.")
try:
    family, kind, protocol, _, address = socket.getaddrinfo(host, int(port), type=socket.SOCK_STREAM)[0]
    with socket.socket(family, kind, protocol) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        trial.bind(address)
except socket.gaierror:
    sys.exit(f"HOST={host} is no address of this machine. Give localhost or 0.0.0.0.")
except OSError as fault:
    if fault.errno == errno.EADDRINUSE:
        sys.exit(f"Port {port} is taken: perhaps the app runs already at http://localhost:{port}. Another port: make run PORT={int(port) + 1}")
    sys.exit(f"Port {port} on {host} can't be opened: {fault.strerror}. Another port: make run PORT=8501")
PYTHON

exec .venv/bin/python -m streamlit run dashboard.py --server.address "$host" --server.port "$port" -- "${@:3}"

"""HOST PORT → exit code 0 where the app can be served there; else 1, and the one line that says why not."""

from __future__ import annotations

import errno
import socket
import sys


def why_not(host: str, port: str) -> str | None:
    """What hinders, and what to do; None where nothing does."""
    if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        return f"PORT={port} is no port: give a number from 1 to 65535."
    try:
        found = socket.getaddrinfo(host, int(port), type=socket.SOCK_STREAM)
    except socket.gaierror:
        return f"HOST={host} is no address of this machine. Give localhost or 0.0.0.0."
    tried = [fault_of(family, address) for family, _, _, _, address in found]
    faults = [fault for fault in tried if fault is not None]
    if errno.EADDRINUSE in [fault.errno for fault in faults]:
        other = int(port) + 1 if int(port) < 65535 else 8501
        return f"Port {port} is taken: perhaps the app runs already at http://localhost:{port}. Another port: PORT={other}"
    # A machine may name an address that it doesn't have, as ::1 where IPv6 is off: one of them is enough.
    if len(faults) == len(tried):
        return f"Port {port} on {host} can't be opened: {faults[0].strerror}. Another port: PORT=8501"
    return None


def fault_of(family: socket.AddressFamily, address: tuple[object, ...]) -> OSError | None:
    """What comes of opening the address; None where it can be."""
    fault = None
    try:
        with socket.socket(family) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(address)
    except OSError as found:
        fault = found
    if fault is not None and fault.errno in (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT):
        return fault
    # Windows may let two programs bind one port, or say that it is forbidden: whether somebody answers there is the sure sign.
    with socket.socket(family) as caller:
        caller.settimeout(1)
        if caller.connect_ex(address) == 0:
            return OSError(errno.EADDRINUSE, "in use")
    return fault


if __name__ == "__main__":
    sys.exit(why_not(*sys.argv[1:]))

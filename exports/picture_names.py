"""Titles of reports and figures → names of files that any system takes: no paths, no reserved names, none twice."""

from __future__ import annotations

import re
import unicodedata

# Characters of a name, before its number and its suffix; three bytes for each Chinese one leave room in 255.
LENGTH = 60
# What Windows takes for a device, whatever the suffix.
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\s]+')


def safe_name(title: str) -> str:
    """The title as the name of a file without suffix; "_" where nothing of it is left."""
    seen = "".join(" " if unicodedata.category(character)[0] in "CZ" else character for character in title)
    name = _FORBIDDEN.sub("_", seen)[:LENGTH].strip("._ ")
    return f"_{name}" if not name or _RESERVED.fullmatch(name) else name


def free_name(title: str, suffix: str, taken: set[str]) -> str:
    """A safe name with the suffix (".png") that is not in `taken`, whatever the case of its letters; it is put there."""
    stem, number = safe_name(title), 1
    name = f"{stem}{suffix}"
    while name.lower() in taken:
        number += 1
        name = f"{stem}_{number}{suffix}"
    taken.add(name.lower())
    return name

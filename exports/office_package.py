"""The bytes of a document of Word or PowerPoint → the same document, whose bytes depend on nothing but what is in it.

What python-docx and python-pptx write carries the time of writing in each entry of its zip; a hand-out that was made twice from
the same reports must be the same file. The face of all letters stands here too, as both kinds of document take it.
"""

from __future__ import annotations

import io
import zipfile

# On every Windows with Chinese; elsewhere the system's own Chinese font stands in.
FACE = "Microsoft YaHei"
# The first day that a zip can tell.
_THEN = (1980, 1, 1, 0, 0, 0)


def settled(package: bytes) -> bytes:
    """The same entries in the same order, packed again without the time."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as held, zipfile.ZipFile(out, "w") as written:
        for name in held.namelist():
            entry = zipfile.ZipInfo(name, _THEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            written.writestr(entry, held.read(name))
    return out.getvalue()

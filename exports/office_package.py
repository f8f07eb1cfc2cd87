"""The bytes of a document of Word or PowerPoint → the same document, whose bytes depend on nothing but what is in it.

What python-docx and python-pptx write carries the time of writing in each entry of its zip and in what it says of itself; a
hand-out that was made twice from the same reports must be the same file. The face of all letters stands here too, as both kinds
of document take it.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date

# On every Windows with Chinese; elsewhere the system's own Chinese font stands in.
FACE = "Microsoft YaHei"
# The first day that a zip can tell.
_THEN = (1980, 1, 1, 0, 0, 0)


# When a package says that it was made, in the files of its own and of the workbooks inside it.
_WHEN = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def settled(package: bytes, made: date) -> bytes:
    """The same entries in the same order, packed again without the time; they say that they are of the day `made`."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as held, zipfile.ZipFile(out, "w") as written:
        for name in held.namelist():
            entry, data = zipfile.ZipInfo(name, _THEN), held.read(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            if name.endswith(".xlsx"):
                data = settled(data, made)
            elif name == "docProps/core.xml":
                data = _WHEN.sub(rb"\g<1>" + f"{made.isoformat()}T00:00:00Z".encode(), data)
            written.writestr(entry, data)
    return out.getvalue()

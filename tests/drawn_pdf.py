"""PDFs written by hand for the tests: words where a test wants them, and files with any fault."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pdfminer.arcfour import Arcfour

WIDTH, HEIGHT = 595, 842


class Words(NamedTuple):
    """Words of a page: where they begin from the left, their baseline from the top, their size and their letter-spacing."""

    x: float
    y: float
    text: str
    size: float = 12
    spacing: float = 0


# Ideographs of a font that is nowhere embedded, a size wide; ASCII half a size.
FONT = b"""<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font
/Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >>
/DW 1000 /W [1 95 500] /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900]
/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >> >>] >>"""


def drawn(*pages: Sequence[Words], extra: bytes = b"") -> bytes:
    """A PDF with these words on its pages; `extra` are further drawing operators of every page."""
    return paged(*(content(page) + extra for page in pages))


def content(words: Sequence[Words]) -> bytes:
    """The drawing operators of a page with these words."""
    lines = []
    for x, y, text, size, spacing in words:
        shown = text.encode("utf-16-be").hex()
        lines.append(f"BT /F1 {size} Tf {spacing} Tc 1 0 0 1 {x} {HEIGHT - y} Tm <{shown}> Tj ET")
    return "\n".join(lines).encode()


def paged(*contents: bytes, font: bytes = FONT, filters: bytes = b"/FlateDecode", packed: bool = False) -> bytes:
    """A PDF whose pages hold these drawing operators, packed once unless they are `packed` already."""
    objects: dict[int, bytes] = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 3: font}
    kids = []
    for place, drawing in enumerate(contents):
        page, stream = 4 + 2 * place, 5 + 2 * place
        kids.append(b"%d 0 R" % page)
        objects[page] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>"
            % (WIDTH, HEIGHT, stream)
        )
        data = drawing if packed else zlib.compress(drawing)
        objects[stream] = b"<< /Filter [%b] /Length %d >>\nstream\n%b\nendstream" % (filters, len(data), data)
    objects[2] = b"<< /Type /Pages /Kids [%b] /Count %d >>" % (b" ".join(kids), len(kids))
    return written(objects)


PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


def locked(words: Sequence[Words], user: bytes) -> bytes:
    """A PDF of one page that only the password `user` opens, with the oldest cipher (RC4 of 40 bits), and an owner's password."""
    permissions, identity = (-44 & 0xFFFFFFFF), b"0123456789abcdef"
    padded = (user + PADDING)[:32]
    owner = Arcfour(hashlib.md5((b"owner" + PADDING)[:32]).digest()[:5]).process(padded)
    key = hashlib.md5(padded + owner + permissions.to_bytes(4, "little") + identity).digest()[:5]
    check = Arcfour(key).process(PADDING)

    def lock(number: int, data: bytes) -> bytes:
        return Arcfour(hashlib.md5(key + number.to_bytes(3, "little") + bytes(2)).digest()[:10]).process(data)

    drawing, font = lock(5, content(words)), FONT
    for name in (b"Adobe", b"GB1"):
        font = font.replace(b"(%b)" % name, b"<%b>" % lock(3, name).hex().encode())
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        4: b"<< /Type /Page /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >>",
        5: b"<< /Length %d >>\nstream\n%b\nendstream" % (len(drawing), drawing),
        3: font,
        7: b"<< /Filter /Standard /V 1 /R 2 /O <%b> /U <%b> /P -44 >>" % (owner.hex().encode(), check.hex().encode()),
    }
    return written(objects, b"/Root 1 0 R /Encrypt 7 0 R /ID [<%b> <%b>]" % ((identity.hex().encode(),) * 2))


def written(objects: Mapping[int, bytes], trailer: bytes = b"/Root 1 0 R") -> bytes:
    """The file of these objects, with the table of where they stand."""
    out = bytearray(b"%PDF-1.5\n")
    places = {}
    for number in sorted(objects):
        places[number] = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, objects[number])
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n" % size
    for number in range(size):
        out += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
    out += b"trailer\n<< /Size %d %b >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)
    return bytes(out)

"""Pictures one after another → a zip of them with an index as a page (index.html) and as a table (index.csv)."""

from __future__ import annotations

import csv
import html
import io
import zipfile
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import quote

from exports._words import WORDS
from exports.picture_names import free_name

COLUMNS = ("file", "heading", "indicator", "place", "n", "N", "about")
# The same pictures give the same bytes: a zip would else carry the time.
_THEN = (1980, 1, 1, 0, 0, 0)
# What a spreadsheet would take for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the index: the title (which names the file), what the picture is of, of N that could give it n do, and what it
    says under its title. `fault` says why there is no picture."""

    heading: str
    indicator: str = ""
    place: str = ""
    n: int = 0
    N: int = 0
    about: str = ""
    file: str = ""
    fault: str = ""


class PictureZip:
    """A zip to which pictures are added one by one, and which can be closed at any time."""

    def __init__(self, *, total: int, stamp: str, made: date, lang: str = "zh") -> None:
        """`total` pictures are planned, of a catalogue with this stamp."""
        self.total, self.entries = total, list[Entry]()
        self._stamp, self._made, self._lang = stamp, made, lang
        self._taken = {"index.html", "index.csv"}
        self._bytes = io.BytesIO()
        self._zip = zipfile.ZipFile(self._bytes, "w")

    def add(self, entry: Entry, picture: bytes | None, *, suffix: str = ".png") -> str:
        """Put a picture in under a name of its own, which is returned; with None only its line with the fault, and ""."""
        name = ""
        if picture is not None:
            name = free_name(entry.heading, suffix, self._taken)
            # What is packed already is not packed again.
            self._write(name, picture, zipfile.ZIP_STORED if suffix == ".png" else zipfile.ZIP_DEFLATED)
        self.entries.append(replace(entry, file=name))
        return name

    def close(self) -> bytes:
        """The whole zip with its index; nothing can be added afterwards."""
        self._write("index.html", self._page().encode(), zipfile.ZIP_DEFLATED)
        # A byte order mark, or spreadsheet programs take the Chinese for another encoding.
        self._write("index.csv", self._table().encode("utf-8-sig"), zipfile.ZIP_DEFLATED)
        self._zip.close()
        return self._bytes.getvalue()

    def _write(self, name: str, data: bytes, method: int) -> None:
        info = zipfile.ZipInfo(name, _THEN)
        info.compress_type = method
        self._zip.writestr(info, data)

    def _say(self, key: str, **fields: object) -> str:
        return WORDS.say(f"index.{key}", self._lang, **fields)

    def _about(self, entry: Entry) -> str:
        return self._say("fault", fault=entry.fault) if entry.fault else entry.about

    def _row(self, entry: Entry) -> list[str]:
        return [entry.file, entry.heading, entry.indicator, entry.place, str(entry.n), str(entry.N), self._about(entry)]

    def _table(self) -> str:
        out = io.StringIO()
        rows = csv.writer(out)
        rows.writerow([self._say(column) for column in COLUMNS])
        for entry in self.entries:
            rows.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in self._row(entry)])
        return out.getvalue()

    def _page(self) -> str:
        made = sum(bool(entry.file) for entry in self.entries)
        told = [self._say("made", made=self._made.isoformat(), stamp=self._stamp, n=made)]
        if len(self.entries) < self.total:
            told.append(self._say("stopped", total=self.total, n=made))
        title = html.escape(self._say("title"))
        lines = "".join(f"<p>{html.escape(line)}</p>" for line in told)
        return (
            f'<!DOCTYPE html><html lang="{"zh-CN" if self._lang == "zh" else "en"}"><meta charset="utf-8"><title>{title}</title>'
            "<style>body{font-family:sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}"
            "figure{margin:2rem 0}img{max-width:100%;border:1px solid #ccc}</style>"
            f"<h1>{title}</h1>{lines}{''.join(map(self._figure, self.entries))}</html>"
        )

    def _figure(self, entry: Entry) -> str:
        about = html.escape(self._about(entry))
        of = " · ".join(filter(None, [entry.indicator, entry.place, WORDS.say("n_of_n", self._lang, n=entry.n, total=entry.N)]))
        words = f"<figcaption><b>{html.escape(entry.heading)}</b><br>{html.escape(of)}<br>{about}</figcaption>"
        if not entry.file:
            return f"<figure>{words}</figure>"
        file = quote(entry.file)
        return f'<figure>{words}<a href="{file}"><img loading="lazy" src="{file}" alt="{about}"></a></figure>'

"""Edits → what is shown of them: a line each for a terminal, a row each for a table."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from exports._words_review import REVIEW
from exports.read_back_edits import Edit, Kind
from panel.words import WORDS as SHARED

COLUMNS = ("kind", "sheet", "cell", "number", "place", "year", "indicator", "exported", "now", "also", "reason")
# What a spreadsheet program would take for a formula.
_RUNS = re.compile(r"[=+@\t\r]|-(?![0-9.]+$)")
_UNCLEAR = (Kind.NOT_UNDERSTOOD, Kind.CONTRADICTION)


def to_line(edit: Edit, lang: str = "zh") -> str:
    """The edit in one sentence; what stood in a cell is in it as it is, to be cleaned for a terminal by the caller."""
    row = _row(edit, lang)
    whose = " ".join(filter(None, (f"#{row['number']}" if row["number"] else "", row["place"], row["year"], row["indicator"])))
    nothing = REVIEW.say("nothing", lang)
    line = f"{row['kind']} {row['sheet']}!{row['cell']} {whose}: {row['exported'] or nothing} → {row['now'] or nothing}"
    also = f" [{row['also']}]" if row["also"] else ""
    return f"{line}{also}{' — ' + row['reason'] if row['reason'] else ''}"


def to_csv(edits: Sequence[Edit], lang: str = "zh") -> bytes:
    """A table of COLUMNS in UTF-8 that Excel knows as such. A text that would be run as a formula has a ' before it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(REVIEW.say(f"head.{column}", lang) for column in COLUMNS)
    for edit in edits:
        row = _row(edit, lang)
        writer.writerow(f"'{row[column]}" if _RUNS.match(row[column]) else row[column] for column in COLUMNS)
    return out.getvalue().encode("utf-8-sig", errors="replace")


def say_count(edits: Sequence[Edit], lang: str = "zh") -> str:
    """How many there are, and how many of them nobody can act on as they stand."""
    if not edits:
        return REVIEW.say("none", lang)
    return REVIEW.say("count", lang, n=len(edits), unclear=sum(edit.kind in _UNCLEAR for edit in edits))


def _row(edit: Edit, lang: str) -> dict[str, str]:
    taken = edit.kind is Kind.READING and edit.after is None
    return {
        "kind": REVIEW.say(f"kind.{edit.kind}", lang),
        "sheet": edit.sheet,
        "cell": edit.cell,
        "number": str(edit.number or ""),
        "place": edit.place or "",
        "year": str(edit.year or (SHARED.say("unknown_year", lang) if edit.number else "")),
        "indicator": edit.indicator or "",
        "exported": edit.exported,
        "now": REVIEW.say("taken away", lang) if taken else edit.now,
        "also": " ".join(edit.also),
        "reason": REVIEW.say(f"reason.{edit.reason}", lang) if edit.reason else "",
    }

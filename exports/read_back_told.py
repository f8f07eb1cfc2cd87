"""A review → what is shown of it: a line for each edit and comment in a terminal, a row each in a table, how many there are."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping

from exports._words_review import REVIEW
from exports.excel_text import to_cell_text
from exports.read_back_edits import Comment, Edit, Kind, Review
from panel.words import WORDS as SHARED

COLUMNS = (
    *("kind", "sheet", "cell", "number", "place", "year", "indicator", "exported", "now", "also", "reason"),
    *("author", "quote"),
)
UNCLEAR = (Kind.NOT_UNDERSTOOD, Kind.CONTRADICTION)
# What a spreadsheet program would take for a formula.
_RUNS = re.compile(r"[=+@\t\r]|-(?![0-9.]+$)")
_LINE = 200  # characters of a comment, as of a whole row


def to_lines(review: Review, lang: str = "zh") -> list[str]:
    """A line each; what stood in a cell is in it as it is, to be cleaned for a terminal by the caller."""
    return [*(to_line(edit, lang) for edit in review.edits), *(_said(comment, lang) for comment in review.comments)]


def to_line(edit: Edit, lang: str = "zh") -> str:
    """The edit in one sentence."""
    row = row_of(edit, {}, lang)
    nothing = REVIEW.say("nothing", lang)
    line = f"{row['kind']} {_where(row)}: {row['exported'] or nothing} → {row['now'] or nothing}"
    also = f" [{row['also']}]" if row["also"] else ""
    return f"{line}{also}{' — ' + row['reason'] if row['reason'] else ''}"


def to_csv(review: Review, lang: str = "zh") -> bytes:
    """A table of COLUMNS in UTF-8 that Excel knows as such, the edits and then the comments. A text that would be run as a
    formula has a ' before it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(say_head(column, lang) for column in COLUMNS)
    for one in (*review.edits, *review.comments):
        texts = row_of(one, review.quotes, lang).values()
        writer.writerow(f"'{text}" if _RUNS.match(text) else text for text in texts)
    return out.getvalue().encode("utf-8-sig", errors="replace")


def say_count(review: Review, lang: str = "zh") -> list[str]:
    """How many edits there are and how many of them nobody can act on as they stand, how many comments, what was moved, how many
    cells were compared: a sentence each."""
    n = len(review.edits)
    readings, unclear = (sum(one.kind in kinds for one in review.edits) for kinds in ((Kind.READING,), UNCLEAR))
    counts = {"n": n, "readings": readings, "unclear": unclear, "rest": n - readings - unclear}
    told = [REVIEW.say("count", lang, **counts) if n else REVIEW.say("none", lang)]
    if review.comments:
        told.append(REVIEW.say("comments", lang, n=len(review.comments)))
    told += (REVIEW.say("moved", lang, sheet=sheet, n=n) for sheet, n in review.moved.items())
    return [*told, REVIEW.say("compared", lang, n=f"{review.compared:,}")]


def say_head(column: str, lang: str = "zh") -> str:
    """The head of one of COLUMNS."""
    return REVIEW.say(f"head.{column}", lang)


def row_of(one: Edit | Comment, quotes: Mapping[int, str], lang: str = "zh") -> dict[str, str]:
    """The texts of COLUMNS; `quotes` are those of the review. A text too long for a cell is cut and says so."""
    of_reading = one.number is not None and (isinstance(one, Comment) or one.kind in (Kind.READING, *UNCLEAR))
    told = {
        "sheet": one.sheet,
        "cell": one.cell,
        "number": str(one.number or ""),
        "place": one.place or "",
        "year": str(one.year or (SHARED.say("unknown_year", lang) if one.number else "")),
        "indicator": one.indicator or "",
        "quote": quotes.get(one.number or 0, "") if of_reading else "",
    }
    if isinstance(one, Comment):
        own = {"kind": REVIEW.say("comment", lang), "now": one.text, "author": one.author}
    else:
        taken = one.kind is Kind.READING and one.after is None
        own = {
            "kind": REVIEW.say(f"kind.{one.kind}", lang),
            "exported": one.exported,
            "now": REVIEW.say("taken away", lang) if taken else one.now,
            "also": " ".join(one.also),
            "reason": ""
            if one.kind is Kind.READING
            else REVIEW.say(f"reason.{one.reason}" if one.reason else f"todo.{one.kind}", lang),
        }
    texts = {**told, **own}
    return {column: to_cell_text(texts.get(column, "")) for column in COLUMNS}


def _where(row: Mapping[str, str]) -> str:
    whose = (f"#{row['number']}" if row["number"] else "", row["place"], row["year"], row["indicator"])
    return " ".join(filter(None, (f"{row['sheet']}!{row['cell']}", *whose)))


def _said(comment: Comment, lang: str) -> str:
    """The comment in one line, a long one cut."""
    row = row_of(comment, {}, lang)
    text = " ".join(comment.text.split())
    cut = text if len(text) <= _LINE else f"{text[:_LINE]}…"
    return f"{row['kind']} {_where(row)} ({comment.author or REVIEW.say('no author', lang)}): {cut}"

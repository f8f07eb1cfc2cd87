"""Plan → the sheet 说明: how the codes, signs and numbers of the workbook are to be read, as one table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from exports._notes import NOTES
from exports._words import WORDS
from exports.excel_cells import Value
from exports.excel_faces import codes
from exports.excel_plan import Plan
from exports.excel_sheet import Book
from exports.excel_style import CENTER, WRAP
from exports.excel_table import Described, open_table, write_rows
from panel.words import WORDS as SHARED

COLUMNS: tuple[Described, ...] = (("part", WRAP, 40.0), ("item", CENTER, 16.0), ("content", WRAP, 80.0))
SIGNS = ("≥", "≤", "≈", "†", "‡", "§")
CAUTIONS = ("levels", "ceiling", "base", "size", "stock")
RULES = ("percent", "zero", "main", "double", "year", "ranks", "charts", "text", "links")


def write_notes(book: Book, plan: Plan) -> None:
    """The whole sheet."""
    rows = [
        {"part": NOTES.say(f"section.{part}", book.lang), "item": item, "content": content}
        for part, item, content in _lines(plan)
    ]
    write_rows(open_table(book, "notes", tab="C0392B"), "notes", COLUMNS, rows, fixed=2)


def _lines(plan: Plan) -> Iterator[tuple[str, Value, str]]:
    """Part, item and meaning of each line."""
    lang = plan.lang
    for cause, code in codes(lang).items():
        yield "codes", code, SHARED.say(f"cause_meaning.{cause}", lang)
    for sign in SIGNS:
        yield "signs", sign, NOTES.say(f"sign.{sign}", lang)
    counts = Counter(str(indicator.comparability) for indicator in plan.indicators)
    for grade in ("A", "B", "C"):
        meaning = NOTES.say("grade_count", lang, grade=SHARED.say(f"grade.{grade}", lang), count=counts[grade])
        yield "grades", WORDS.say(f"grade.{grade}", lang), meaning
    for number, key in enumerate(CAUTIONS, 1):
        yield "caution", number, NOTES.say(f"caution.{key}", lang)
    for number, key in enumerate(RULES, 1):
        yield "rules", number, SHARED.say("main_rule", lang) if key == "main" else NOTES.say(f"rule.{key}", lang)

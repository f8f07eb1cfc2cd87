"""Plan → the sheet 说明: what the workbook is, of what, and how its codes, signs and numbers are to be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from exports._notes import NOTES
from exports._words import WORDS
from exports.excel_compare import codes
from exports.excel_package import Value
from exports.excel_plan import COMPARE_TOP, Plan
from exports.excel_sheet import Book, Sheet, place, row_height
from exports.excel_style import DATE, PLAIN, PLAIN_LINK, PLAIN_WRAP, SECTION, Look
from panel.compare import VALUE
from panel.reports import NOT_READ, READ
from panel.words import WORDS as SHARED

LABELS, TEXTS = 24.0, 90.0  # the widths of the two columns
MOST_NAMES = 20  # of a selection, before the rest is only counted
SHEETS = ("compare", "readings", "refusals", "checks", "earlier", "catalogue", "files")
SIGNS = ("≥", "≤", "≈", "†", "‡", "§")
CAUTIONS = ("levels", "ceiling", "base", "size", "stock")
RULES = ("percent", "zero", "main", "double", "year", "text", "links")


def write_notes(book: Book, plan: Plan) -> None:
    """The whole sheet; it is the first, so that it is what opens."""
    lang = book.lang
    sheet = book.sheet(WORDS.say("sheet.notes", lang), tab="C0392B")
    sheet.widths([LABELS, TEXTS])
    sheet.heading(book.title, [book.standing, NOTES.say("what", lang)])
    _write_about(sheet, plan)
    _write_sheets(sheet)
    _section(sheet, "codes")
    for cause, code in codes(lang).items():
        _line(sheet, code, SHARED.say(f"cause_meaning.{cause}", lang), PLAIN_WRAP)
    _section(sheet, "signs")
    for sign in SIGNS:
        _line(sheet, sign, NOTES.say(f"sign.{sign}", lang), PLAIN_WRAP)
    _section(sheet, "grades")
    counts = Counter(str(indicator.comparability) for indicator in plan.indicators)
    for grade in ("A", "B", "C"):
        meaning = NOTES.say("grade_count", lang, grade=SHARED.say(f"grade.{grade}", lang), count=counts[grade])
        _line(sheet, WORDS.say(f"grade.{grade}", lang), meaning, PLAIN_WRAP)
    for section, prefix, keys in (("caution", "caution", CAUTIONS), ("rules", "rule", RULES)):
        _section(sheet, section)
        for number, key in enumerate(keys, 1):
            told = SHARED.say("main_rule", lang) if key == "main" else NOTES.say(f"{prefix}.{key}", lang)
            _line(sheet, number, told, PLAIN_WRAP)
    sheet.print_set_up(1, repeat=None, last=2)


def _write_about(sheet: Sheet, plan: Plan) -> None:
    lang, reports = plan.lang, plan.reports
    read, failed = int((reports["status"] == READ).sum()), int(reports["status"].isin(NOT_READ).sum())
    values = int((plan.cells["state"] == VALUE).sum())
    main = int(plan.readings["main"].sum())
    _section(sheet, "about")
    _line(sheet, NOTES.say("about.made", lang), sheet.book.made, replace(PLAIN, number=DATE.number))
    _line(sheet, NOTES.say("about.stamp", lang), sheet.book.stamp, PLAIN)
    _line(sheet, NOTES.say("about.selection", lang), _selection(plan), PLAIN_WRAP)
    _line(sheet, NOTES.say("about.reports", lang), NOTES.say("reports", lang, read=read, failed=failed), PLAIN)
    told = NOTES.say("readings", lang, count=len(plan.readings), main=main, values=values, blanks=len(plan.cells) - values)
    _line(sheet, NOTES.say("about.readings", lang), told, PLAIN)
    _line(sheet, NOTES.say("about.refusals", lang), NOTES.say("refusals", lang, count=len(plan.refusals)), PLAIN)


def _write_sheets(sheet: Sheet) -> None:
    lang = sheet.book.lang
    _section(sheet, "sheets")
    for key in SHEETS:
        title = WORDS.say(f"sheet.{key}", lang)
        about = NOTES.say(f"sheet.{key}", lang, row=COMPARE_TOP)
        row = sheet.rows.add([sheet.cell(title, PLAIN_LINK), sheet.cell(about, PLAIN_WRAP)])
        sheet.rows.link(f"A{row}", place(title, "A1"))


def _section(sheet: Sheet, key: str) -> None:
    sheet.rows.add([])
    sheet.rows.add([sheet.cell(NOTES.say(f"section.{key}", sheet.book.lang), SECTION)])


def _line(sheet: Sheet, label: Value, value: Value, look: Look) -> None:
    cell = sheet.cell(value, look)
    sheet.rows.add([sheet.cell(label, PLAIN), cell], height=row_height([(cell, TEXTS)]))


def _selection(plan: Plan) -> str:
    """What was chosen, in words."""
    lang, chosen = plan.lang, plan.selection
    names = [indicator.name if lang == "zh" else indicator.name_en for indicator in plan.indicators]
    return NOTES.say(
        "selection",
        lang,
        indicators=_list(names if chosen.indicators else (), lang),
        places=_list(chosen.places, lang),
        years=_list((str(year) for year in chosen.years), lang),
        levels=_list((SHARED.say(f"level.{level}", lang) for level in chosen.levels), lang),
    )


def _list(names: Iterable[str], lang: str) -> str:
    held = list(names)
    if not held:
        return NOTES.say("all", lang)
    joined = WORDS.say("comma", lang).join(held[:MOST_NAMES])
    return joined if len(held) <= MOST_NAMES else f"{joined} {NOTES.say('and_more', lang, count=len(held))}"

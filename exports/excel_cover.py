"""Plan → the sheets 封面 and 目录: what the workbook is, of what and of when; and what each of its sheets holds, with links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from exports._notes import NOTES
from exports._words import WORDS
from exports.excel_cells import Cell, Value
from exports.excel_plan import COMPARE_TOP, Plan
from exports.excel_sheet import Book, Column, Sheet, place
from exports.excel_style import CENTER, DATE, INTEGER, LINK, TEXT, WRAP
from panel.reports import NOT_READ, READ
from panel.words import WORDS as SHARED

MOST_NAMES = 20  # of a selection, before the rest is only counted
FIRST_LINK = 5  # the row of the first sheet in the contents


def write_cover(book: Book, plan: Plan) -> None:
    """The first sheet, which is what opens."""
    lang = book.lang
    sheet = book.sheet(WORDS.say("sheet.cover", lang), tab="C0392B")
    sheet.heading(book.title, [book.standing, NOTES.say("what", lang)])
    sheet.back_to(WORDS.say("sheet.contents", lang), key="onward")
    sheet.print_from_top()
    columns = [Column(WORDS.say("head.item", lang), TEXT, 24.0), Column(WORDS.say("head.content", lang), WRAP, 90.0)]
    sheet.table("Cover", columns, _about(sheet, plan), fixed=0, filtered=False)


def open_contents(book: Book) -> Sheet:
    """The contents, still empty: its place is the second, and it is written when all other sheets are."""
    return book.sheet(WORDS.say("sheet.contents", book.lang), tab="C0392B")


def write_contents(sheet: Sheet, keys: Iterable[str]) -> None:
    """A row a sheet: its name as a link, what it holds, how many rows its table has. `keys` are those of the words."""
    book, lang = sheet.book, sheet.book.lang
    sheet.heading(WORDS.say("contents.title", lang), [WORDS.say("contents.how", lang)])
    sheet.back_to(WORDS.say("sheet.cover", lang))
    columns = [
        Column(WORDS.say("head.sheet", lang), LINK, 24.0),
        Column(WORDS.say("head.content", lang), WRAP, 80.0),
        Column(WORDS.say("head.rows", lang), INTEGER, 12.0),
    ]
    rows = []
    for row, key in enumerate(keys, FIRST_LINK):
        title = WORDS.say(f"sheet.{key}", lang)
        sheet.rows.link(f"A{row}", place(title, "A1"))
        about = NOTES.say(f"sheet.{key}", lang, row=COMPARE_TOP)
        rows.append([sheet.cell(title, LINK), sheet.cell(about, WRAP), sheet.cell(book.counts[title], INTEGER)])
    sheet.table("Contents", columns, rows, fixed=1, filtered=False)


def _about(sheet: Sheet, plan: Plan) -> Iterator[Sequence[Cell | None]]:
    for key, value in _told(sheet.book, plan):
        look = replace(DATE, across="left") if key == "made" else replace(CENTER, across="left", wrap=True)
        yield [sheet.cell(NOTES.say(f"about.{key}", plan.lang), TEXT), sheet.cell(value, look)]


def _told(book: Book, plan: Plan) -> Iterator[tuple[str, Value]]:
    lang, reports = plan.lang, plan.reports
    read = reports[reports["status"] == READ]
    values = int(plan.arrays.valued.sum())
    yield "made", book.made
    yield "stamp", book.stamp
    yield "selection", _selection(plan)
    failed = int(reports["status"].isin(NOT_READ).sum())
    yield "reports", NOTES.say("reports", lang, read=len(read), failed=failed)
    yield "places", int(read["place"].nunique())
    years = sorted(int(year) for year in read["year"].dropna().unique())
    yield "years", WORDS.say("comma", lang).join(map(str, years)) if years else WORDS.say("nothing", lang)
    yield "indicators", len(plan.indicators)
    main, blanks = int(plan.readings.column("main").sum()), len(plan.grid) - values
    yield "readings", NOTES.say("readings", lang, count=len(plan.readings), main=main, values=values, blanks=blanks)
    yield "refusals", NOTES.say("refusals", lang, count=len(plan.refusals))


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

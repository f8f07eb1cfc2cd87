"""Extractions of many reports → the long panel, the refusals, the reports and the causes of blanks, once.

COLUMNS (panel/schema.py) is the contract of the panel: one row a reading, the same columns and dtypes when empty. Decimal
becomes float here and nowhere else. Unknown is missing (NaN, <NA>), never 0 and never a guess.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from extract.catalog import Catalog
from extract.errors import Failure
from extract.intervals import interval
from extract.model import Extraction, Overrun, Reading, Refusal
from extract.runlog import LogLine
from extract.source import Source
from extract.twins import Twin
from panel.arithmetic import build_checks
from panel.base_sizes import build_bases
from panel.blanks import BlankCause, build_blanks
from panel.derived import build_derived
from panel.keeping import Kept
from panel.lookup import Lookup
from panel.renames import Rename, find_renames
from panel.reports import build_reports, path_of, place_labels
from panel.schema import BLANK_COLUMNS, COLUMNS, FIGURE_COLUMNS, REFUSAL_COLUMNS, REPORT_COLUMNS, to_table
from panel.second import build_earlier

# Under which name a panel's attrs hold the stamp of the catalogue that it was read with.
CATALOGUE = "catalogue"

__all__ = [
    "BLANK_COLUMNS",
    "COLUMNS",
    "REFUSAL_COLUMNS",
    "REPORT_COLUMNS",
    "BlankCause",
    "Tables",
    "build_blanks",
    "build_panel",
    "build_refusals",
    "build_reports",
    "build_tables",
    "place_labels",
]


@dataclass(frozen=True, eq=False)
class Tables:
    """All that pages, charts and exports read from: the tables, the catalogue they were read with, and the texts.

    `checks` are the reports' own arithmetic (panel/arithmetic.py), `earlier` what they say of the year before
    (panel/second.py): both stand beside the panel and alter nothing in it. `bases` are how many cases rates are said of
    (panel/base_sizes.py), `figures` where the figures of the panel's rows stand, row by row. `codes` are those of the places in
    the register of divisions, by doc_id, as far as they are known.
    `texts` and `extractions` go by doc_id, `failures` and `twins` by the name that stands as doc_id in `reports`. The table
    has problem and cure in English; panel.display.describe_failure says them in the language of the reader. `demo` is True
    where the reports are made up, which panel/standing.py says wherever they are shown. `renames` are the years in which a
    place took another name or was made of several.
    """

    panel: pd.DataFrame
    refusals: pd.DataFrame
    reports: pd.DataFrame
    blanks: pd.DataFrame
    checks: pd.DataFrame
    earlier: pd.DataFrame
    derived: pd.DataFrame
    bases: pd.DataFrame
    figures: pd.DataFrame
    catalog: Catalog
    texts: Mapping[str, str]
    extractions: Mapping[str, Extraction]
    codes: Mapping[str, str]
    failures: Mapping[str, Failure]
    twins: Mapping[str, Twin]
    demo: bool = False
    renames: tuple[Rename, ...] = ()

    @cached_property
    def places(self) -> Mapping[str, str]:
        """The label of the place of each report and of each failed file, by doc_id."""
        return dict(zip(self.reports["doc_id"], self.reports["place"], strict=True))

    @cached_property
    def years(self) -> Mapping[str, int | None]:
        """The year of each report by doc_id, None where it is unknown."""
        years = self.reports["year"].astype(object).where(self.reports["year"].notna(), None)
        return dict(zip(self.reports["doc_id"], years, strict=True))

    @cached_property
    def report_rows(self) -> pd.Index[Any]:
        """Where in `reports` each doc_id stands."""
        found: pd.Index[Any] = pd.Index(self.reports["doc_id"])
        return found

    @cached_property
    def panel_rows(self) -> Lookup:
        """Where the rows of the panel stand."""
        return Lookup(self.reports, self.panel)

    @cached_property
    def blank_rows(self) -> Lookup:
        """Where the rows of the blanks stand."""
        return Lookup(self.reports, self.blanks)

    @cached_property
    def kept(self) -> Kept:
        """What was worked out of these tables."""
        return Kept()


def build_tables(
    extractions: Iterable[Extraction],
    failures: Iterable[Failure],
    catalog: Catalog,
    *,
    log: Sequence[LogLine] = (),
    twins: Sequence[Twin] = (),
    demo: bool = False,
) -> Tables:
    """The tables of one run. Two files of one name, read or failed, raise ValueError."""
    held, failed = tuple(extractions), tuple(failures)
    by_doc = {extraction.report.doc_id: extraction for extraction in held}
    unread = {failure.name: failure for failure in failed}
    if len(by_doc.keys() | unread) != len(held) + len(failed):
        raise ValueError("two reports share a doc_id; each file must be given once, under a name of its own")
    reports = build_reports(held, failed, log)
    return Tables(
        panel=build_panel(held, catalog),
        refusals=build_refusals(held, catalog),
        reports=reports,
        blanks=build_blanks(held, catalog),
        checks=build_checks(held),
        earlier=build_earlier(held),
        derived=build_derived(held, catalog),
        bases=build_bases(held, catalog),
        figures=build_figures(held),
        catalog=catalog,
        texts={doc_id: extraction.report.text for doc_id, extraction in by_doc.items()},
        extractions=by_doc,
        codes=codes_of(held),
        failures=unread,
        twins={twin.name: twin for twin in twins},
        demo=demo,
        renames=find_renames(held, dict(zip(reports["doc_id"], reports["place"], strict=True))),
    )


def build_panel(extractions: Iterable[Extraction], catalog: Catalog) -> pd.DataFrame:
    """COLUMNS, one row a reading, main or not, in the order of the reports and of their readings.

    `page` and `source_cell` say where in its file the figure stands, missing where the format has no pages and no tables.
    `value` is in the indicator's unit (a rate in percent); `low` and `high` are the interval that the figure lies in
    (extract/intervals.py). `base` is what a rate divides by, "unstated" where the words don't say, missing for what is no rate.
    A report without a known year or locality stays, with these missing. Two main readings of one indicator in one report raise
    ValueError: choosing is the extraction's work. `pattern` is the id of the pattern that read it and `definition` the version
    of the indicator's definition; attrs["catalogue"] is the catalogue's version and digest.
    """
    rows = []
    for extraction in extractions:
        _refuse_double_mains(extraction)
        rows += [_reading_row(extraction, reading, catalog) for reading in extraction.readings]
    panel = to_table(rows, COLUMNS)
    panel.attrs[CATALOGUE] = catalog.stamp
    return panel


def build_figures(extractions: Iterable[Extraction]) -> pd.DataFrame:
    """FIGURE_COLUMNS, row by row as build_panel: a figure's own words, and the stretch (`first` to `last`) of all the figures
    that it is worked out from, where it is."""
    rows = []
    for extraction in extractions:
        for reading in extraction.readings:
            spans = reading.operands or (reading.figure,)
            around = min(span.start for span in spans), max(span.end for span in spans)
            rows.append((reading.figure.start, reading.figure.end, *around))
    return to_table(rows, FIGURE_COLUMNS)


def codes_of(extractions: Iterable[Extraction]) -> dict[str, str]:
    """The code of the place of each report that has one, by doc_id."""
    places = ((extraction.report.doc_id, extraction.report.locality) for extraction in extractions)
    return {doc_id: place.code for doc_id, place in places if place is not None and place.code}


def build_refusals(extractions: Iterable[Extraction], catalog: Catalog) -> pd.DataFrame:
    """REFUSAL_COLUMNS, one row a figure that was seen and not taken, in the order of the reports and of their refusals.

    `value` is as written, in the measure word as written (`unit`); `name` is the indicator's it was refused for. Where a
    pattern was stopped at its time limit there is no figure: its value, unit, qualifier and basis are missing.
    """
    rows = [_refusal_row(extraction, refusal, catalog) for extraction in extractions for refusal in extraction.refusals]
    return to_table(rows, REFUSAL_COLUMNS)


def _refuse_double_mains(extraction: Extraction) -> None:
    mains = [reading.indicator_id for reading in extraction.readings if reading.main]
    double = sorted({indicator for indicator in mains if mains.count(indicator) > 1})
    if double:
        raise ValueError(f"{extraction.report.doc_id} has two main readings of {', '.join(double)}")


def _reading_row(extraction: Extraction, reading: Reading, catalog: Catalog) -> Sequence[object]:
    indicator = catalog.indicators[reading.indicator_id]
    words = extraction.report.text[reading.figure.start : reading.figure.end]
    low, high = interval(reading.value, reading.qualifier, words=words, low=indicator.low, high=indicator.high)
    return (
        reading.doc_id,
        *path_of(extraction),
        extraction.report.year,
        indicator.id,
        indicator.name,
        indicator.theme,
        reading.unit,
        float(reading.value),
        float(low),
        float(high),
        str(reading.qualifier),
        str(reading.basis),
        reading.base,
        reading.scope,
        reading.main,
        reading.span.start,
        reading.span.end,
        reading.quote,
        reading.pattern_id,
        indicator.version,
        *place_in_file(extraction.report.source, reading.figure.start + len(words) - 1),
    )


def place_in_file(source: Source | None, offset: int) -> tuple[int | None, str | None]:
    """The page and the table cell in which a character stands; None for each that the file does not have."""
    return (None, None) if source is None else (source.page_at(offset), source.cell_at(offset))


def _refusal_row(extraction: Extraction, refusal: Refusal, catalog: Catalog) -> Sequence[object]:
    candidate, report = refusal.candidate, extraction.report
    name, level, *_ = path_of(extraction)
    figure: tuple[object, ...] = (None, None, None, None)
    if not isinstance(candidate, Overrun):
        quantity = candidate.quantity
        figure = (float(quantity.value), quantity.unit, str(quantity.qualifier), str(candidate.basis))
    return (
        report.doc_id,
        name,
        level,
        report.year,
        candidate.indicator_id,
        catalog.indicators[candidate.indicator_id].name,
        *figure,
        str(refusal.reason),
        refusal.detail,
        candidate.span.start,
        candidate.span.end,
        report.text[candidate.span.start : candidate.span.end],
        candidate.pattern_id,
    )

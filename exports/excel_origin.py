"""Plan ↔ what a workbook says of its origin in its custom properties: layout, catalogue, content, selection, day, language.

Excel cuts a property at 255 characters, so the origin, one line of JSON in plain ASCII without blanks, stands in as many as it
takes.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain, count, takewhile
from typing import Any

import numpy as np
import pandas as pd

from exports.excel_figures import Figures
from exports.excel_plan import Plan
from panel.compare import earlier_of
from panel.selection import Selection
from panel.words import LANGUAGES

# The number of the sheets' arrangement: one more whenever a sheet, a column or a code is added, moved or renamed.
LAYOUT = 1
_NAME = "law-report-workbook"
_PIECE = 240  # characters
_PART = "docProps/custom.xml"
_LONGEST = 1 << 22  # bytes of the part; some thousands of places are far less
# What two readings of one file don't have in common.
_OF_A_RUN = "seconds"
_DIGITS = 16
_ROWS = 8192  # that are looked at at a time


@dataclass(frozen=True, slots=True)
class Origin:
    """What a workbook was made of; `content` is the digest of the tables' rows that it shows."""

    layout: int
    catalogue: str
    content: str
    selection: Selection
    made: date
    lang: str


def origin_of(plan: Plan, made: date) -> Origin:
    """The origin of the workbook of this plan."""
    return Origin(LAYOUT, plan.tables.catalog.stamp, content_of(plan), plan.selection, made, plan.lang)


def content_of(plan: Plan) -> str:
    """16 hex digits of what the workbook shows of the tables: the same for the same reports, in whatever order they were read and
    whether they were saved in between."""
    tables = plan.tables
    found = hashlib.sha256(str(tables.demo).encode())
    docs = plan.reports["doc_id"]
    parts = chain(
        _parts(plan.readings),
        _parts(plan.refusals),
        [_in_order(plan.reports.drop(columns=_OF_A_RUN))],
        [_in_order(tables.checks[tables.checks["doc_id"].isin(docs)].drop(columns="number"))],
        [_in_order(earlier_of(tables, plan.selection, lang=plan.lang))],
    )
    for part in parts:
        found.update(f"{list(part.columns)}{len(part)}".encode())
        found.update(pd.util.hash_pandas_object(part, index=False).to_numpy().tobytes())
    for held in (plan.arrays.columns["state"], plan.grid.slots.columns["place"]):
        found.update(pd.util.hash_array(np.array([str(one) for one in held], dtype=object)).tobytes())
    return found.hexdigest()[:_DIGITS]


def _parts(figures: Figures) -> Iterator[pd.DataFrame]:
    """The rows of readings or refusals, some thousands at a time."""
    for start in range(0, len(figures), _ROWS):
        yield figures.table.take(figures.rows[start : start + _ROWS])


def _in_order(table: pd.DataFrame) -> pd.DataFrame:
    """The rows report by report."""
    return table.sort_values("doc_id", kind="stable")


def to_properties(origin: Origin) -> list[tuple[str, str]]:
    """Names and texts of the properties, in their order."""
    chosen = origin.selection
    told = {
        "layout": origin.layout,
        "catalogue": origin.catalogue,
        "content": origin.content,
        "made": origin.made.isoformat(),
        "lang": origin.lang,
        "indicators": chosen.indicators,
        "places": chosen.places,
        "years": chosen.years,
        "levels": chosen.levels,
        "together": chosen.together,
    }
    text = json.dumps(told, separators=(",", ":")).replace(" ", "\\u0020")
    pieces = [text[start : start + _PIECE] for start in range(0, len(text), _PIECE)]
    return [(f"{_NAME}.{number}", piece) for number, piece in enumerate(pieces, 1)]


def says_origin(data: bytes) -> bool:
    """Whether a file is a workbook that says it is one of ours, however old or damaged it is else."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            part = archive.getinfo(_PART)
            return part.file_size <= _LONGEST and _NAME.encode() in archive.read(part)
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, OSError, EOFError, NotImplementedError, RuntimeError):
        return False


def from_properties(held: Mapping[str, Any]) -> Origin | None:
    """The origin that these properties say; None where they say none, or none that can be read."""
    names = takewhile(held.__contains__, (f"{_NAME}.{number}" for number in count(1)))
    text = "".join(str(held[name]) for name in names)
    try:
        told = json.loads(text)
        indicators, places, levels = (tuple(map(str, told[name])) for name in ("indicators", "places", "levels"))
        chosen = Selection(indicators, places, tuple(map(int, told["years"])), levels, bool(told["together"]))
        made, lang = date.fromisoformat(told["made"]), str(told["lang"])
        found = Origin(int(told["layout"]), str(told["catalogue"]), str(told["content"]), chosen, made, lang)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return found if found.lang in LANGUAGES else None

"""A reviewed workbook of this app → what was changed in it, what can't be understood, and what was said beside its cells.

Nothing of it is taken over: the figures of the page stay those of the reports.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Literal

import pandas as pd
import streamlit as st

from exports.read_back import read_back
from exports.read_back_edits import Comment, Edit, Kind, Review
from exports.read_back_error import ReadBackError
from exports.read_back_told import UNCLEAR, row_of, say_count, say_head, to_csv
from extract.pipeline import digest_of
from panel.build import Tables
from panel.display import format_value
from views import _address as address
from views._desk import Desk
from views._markdown import as_code, as_plain

# As many reviewed workbooks as are likely to be looked at in turn.
_KEPT = 8
# The columns of the three tables; `change` is what was exported and what is there now, `words` those of a comment.
_EDITS = ("change", "indicator", "place", "year", "quote", "cell", "also")
_UNCLEAR = ("kind", "cell", "reason", "change", "indicator", "place", "year", "also")
_COMMENTS = ("cell", "words", "author", "indicator", "place", "year", "quote")
_WIDTHS: dict[str, Literal["medium", "large"]] = {"reason": "large", "words": "large", "quote": "medium"}


def show_review(desk: Desk, dropped: Sequence[tuple[str, bytes]]) -> None:
    """The field for a reviewed workbook, and what is in it and in those that were `dropped` among the reports."""
    st.subheader(desk.say("review"))
    st.caption(desk.say("review.how"))
    chosen = st.file_uploader(desk.say("review.upload"), accept_multiple_files=True, key=f"review.{desk.lang}")
    given = {digest_of(data): (name, data) for name, data in (*dropped, *((one.name, one.getvalue()) for one in chosen))}
    for digest, (name, data) in given.items():
        with st.spinner(desk.say("review.comparing")):
            found = _compared(digest, desk.stamp, data, desk.tables)
        if isinstance(found, ReadBackError):
            problem, cure = found.describe(desk.lang)
            st.error(desk.say("failure", name=as_code(name), problem=as_plain(problem), cure=as_plain(cure)))
            continue
        with st.container(border=True):
            st.markdown(f"**{desk.say('review.of')}** {as_code(name)}")
            _show(desk, name, digest, found)


def point_to_review(desk: Desk, dropped: Sequence[tuple[str, bytes]], path: str) -> None:
    """On any other page than that of `path`: that a workbook of ours is no report, and where it is compared."""
    if dropped and desk.path != path:
        with st.container(border=True, key="reviewed"):
            st.text(desk.say("review.dropped", n=len(dropped)))
            st.page_link(desk.pages[path], label=desk.say("review.look"), query_params=address.current())


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _compared(digest: str, stamp: str, _data: bytes, _tables: Tables) -> Review | ReadBackError:
    """The review, or why there is none; once for a workbook and what is read."""
    try:
        return read_back(_data, _tables)
    except ReadBackError as fault:
        return fault


def _show(desk: Desk, name: str, digest: str, review: Review) -> None:
    st.text("\n".join(say_count(review, desk.lang)))
    edits = [one for one in review.edits if one.kind is Kind.READING]
    rest = [one for one in review.edits if one.kind is not Kind.READING]
    rest.sort(key=lambda one: one.kind not in UNCLEAR)
    key = f"{digest[:16]}.{desk.variant}"
    _table(desk, review, "review.edits", edits, _EDITS, key)
    _table(desk, review, "review.unclear", rest, _UNCLEAR, key)
    _table(desk, review, "review.comments", review.comments, _COMMENTS, key)
    if edits or rest or review.comments:
        st.download_button(
            desk.say("review.download"),
            data=lambda: to_csv(review, desk.lang),
            file_name=desk.say("review.file", name=PurePath(name).stem),
            mime="text/csv",
            key=f"review.download.{key}",
            on_click="ignore",
            icon=":material/download:",
        )


def _table(desk: Desk, review: Review, title: str, held: Sequence[Edit | Comment], columns: Sequence[str], key: str) -> None:
    """The rows under a heading that says how many there are; nothing where there are none."""
    if not held:
        return
    st.markdown(f"**{desk.say(title, n=len(held))}**")
    rows = [_row(desk, review, one) for one in held]
    columns = [column for column in columns if any(row[column] for row in rows)]
    st.dataframe(
        pd.DataFrame([[row[column] for column in columns] for row in rows], columns=columns),
        hide_index=True,
        column_config={column: _head(desk, title, column) for column in columns},
        height=420 if len(rows) > 10 else "auto",
        key=f"{title}.{key}",
    )


def _head(desk: Desk, title: str, column: str) -> object:
    own = column in ("change", "words", "indicator")
    named = desk.say(f"review.{column}") if own else say_head(column, desk.lang)
    # What stood in a cell that is no reading may be long; figures are not.
    width = "medium" if column == "change" and title == "review.unclear" else _WIDTHS.get(column)
    return st.column_config.TextColumn(named, width=width)


def _row(desk: Desk, review: Review, one: Edit | Comment) -> dict[str, str]:
    """The texts of a row, the indicator by its name and the figures of a reading as everywhere on the pages."""
    row = row_of(one, review.quotes, desk.lang)
    row["cell"], row["words"] = f"{one.sheet}!{one.cell}", row["now"]
    if one.indicator is not None:
        row["indicator"] = desk.head(one.indicator)
        if isinstance(one, Edit) and one.kind is Kind.READING:
            unit = desk.tables.catalog.indicators[one.indicator].unit
            for column, figure in (("exported", one.before), ("now", one.after)):
                if figure is not None:
                    row[column] = format_value(float(figure.value), figure.qualifier, unit, desk.lang, decimals=12)
    row["change"] = f"{row['exported'] or '—'} → {row['now'] or '—'}"
    return row

"""A chart's figures as a table below it, built when opened, with a button that copies it: for whoever can't see the chart."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import streamlit as st

from panel.compare import Selection
from panel.tabular import Tabular
from views._copy import show_copy_table
from views._desk import Desk
from views._tables import show_table


def show_twin(desk: Desk, chart: ModuleType, selection: Selection, told: Any, *, key: str, run: range | None = None) -> None:
    """The table twin of a drawn chart; `told` is the meta of its figure, whose title, notes and source go along, and `run` which
    of its columns it shows, None for all."""
    expander = st.expander(desk.say("twin.open"), key=f"twin.{key}.{desk.variant}", on_change="rerun", icon=":material/table:")
    if not expander.open:
        return
    with expander:
        table = _table(desk.stamp, chart.__name__, selection, desk.lang, run, desk.tables, chart)
        if not table.rows:
            st.text("\n".join(told["notes"]))
            return
        st.caption(desk.say("twin.cells" if table.by_cell else "twin.rows"))
        show_table(desk, table, key=f"twin_table.{key}")
        show_copy_table(desk, told["mark"] + told["title"], table, told["notes"], told["source"], key=f"twin.{key}")


# As many as figures are kept (views/_figure.py).
@st.cache_resource(show_spinner=False, max_entries=64, hash_funcs={Selection: repr, range: repr})
def _table(
    stamp: str, name: str, selection: Selection, lang: str, run: range | None, _tables: Any, _chart: ModuleType
) -> Tabular:
    table: Tabular = _chart.table(_tables, selection, lang=lang, **({} if run is None else {"run": run}))
    return table

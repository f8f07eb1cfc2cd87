"""benchmarks/panel.py: the large made-up panel is one as any other, so that what is measured on it is what readers get."""

from __future__ import annotations

from pathlib import Path

from benchmarks.panel import made_panel, made_tables
from extract.catalog import Catalog
from panel.compare import VALUE, cells
from panel.saved import TABLES, load
from panel.selection import Selection

LOCALITIES, YEARS = 36, 2


def test_the_made_up_panel_is_sound(catalog: Catalog) -> None:
    tables = made_tables(catalog, LOCALITIES, YEARS)
    for name, columns in TABLES.items():
        assert {column: str(dtype) for column, dtype in getattr(tables, name).dtypes.items()} == dict(columns)
    for row in tables.panel.itertuples():
        assert tables.texts[row.doc_id][row.start : row.end] == row.quote
        assert row.low <= row.value <= row.high
    assert int(tables.panel["main"].sum()) + len(tables.blanks) == len(tables.reports) * len(catalog.indicators)
    held = cells(tables, Selection())
    assert (held["state"] == VALUE).sum() == tables.panel["main"].sum()
    assert tables.demo
    assert {"exact", "min", "approx"} <= set(tables.panel["qualifier"])
    assert {"refused", "term absent", "term without figure"} <= set(tables.blanks["cause"])
    assert tables.panel["scope"].notna().any()


def test_it_is_made_once(catalog: Catalog, tmp_path: Path) -> None:
    folder = made_panel(tmp_path, 3, 1)
    stamp = (folder / "manifest.json").stat().st_mtime_ns
    assert made_panel(tmp_path, 3, 1) == folder
    assert (folder / "manifest.json").stat().st_mtime_ns == stamp
    assert len(load(folder, catalog).reports) <= 3

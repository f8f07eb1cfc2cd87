"""Native charts: bound to cells, bounds as series of their own, blanks as gaps, visible axes, alt text."""

from __future__ import annotations

import io
import zipfile

from samples import Given, extraction, tables_of
from workbooks import MADE, faults, opened, rows

from exports.excel import to_xlsx
from extract.model import Qualifier
from panel.compare import Selection


def test_charts_draw_bounds_apart_and_blanks_as_gaps() -> None:
    figures = {("甲镇", 2021): "90", ("甲镇", 2023): "95", ("乙镇", 2021): "97", ("乙镇", 2023): "96"}
    held = [
        extraction(place, year, Given("success_rate", value, qualifier=Qualifier.MIN if value == "95" else Qualifier.EXACT))
        for (place, year), value in figures.items()
    ]
    data = to_xlsx(tables_of(*held), Selection(indicators=("success_rate",)), made=MADE)
    assert faults(data) == []
    assert sorted(row[2:] for row in rows(opened(data)["图表数据"], 5)) == [
        ("乙镇", "确数", 97, None, 96),
        ("甲镇", "确数", 90, None, None),
        ("甲镇", "至少", None, None, 95),
    ]
    ranked = [row[3:8] + row[14:16] for row in rows(opened(data)["排名"], 5)][:2]
    assert sorted(ranked) == [("乙镇", 96, "%", 1, 2, 96, None), ("甲镇", 95, "%", 1, 2, None, 95)]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        charts = [archive.read(f"xl/charts/chart{number}.xml").decode() for number in (1, 2)]
        drawing = archive.read("xl/drawings/drawing1.xml").decode()
    assert drawing.count(' descr="调解成功率') == 2
    for chart in charts:
        assert 'dispBlanksAs val="gap"' in chart
        assert chart.count('<delete val="0"/>') == 2
        assert 'smooth val="1"' not in chart
    assert [chart.count("<ser>") for chart in charts] == [2, 3]

"""The demonstration: invented places, real extraction, and a mark on everything that is shown of it."""

from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date

import openpyxl
import pytest
from pages import figure_text, opened, run, widget, with_files, words_of

import demo.reports
from charts import all_charts
from demo import write_reports
from demo.figures import YEARS
from demo.places import localities
from exports.excel import to_xlsx
from extract import Catalog, Correction, extract_text
from extract.metadata.candidates import localities_named
from extract.model import Level, Qualifier
from panel.build import Tables, build_tables
from panel.compare import Selection
from views import _data as data

# What the sentences say beside the figure that is meant: of penalties that there were cases, of 应出庭 and 出庭 the second.
BESIDE = {"enforcement_cases", "court_appearances"}
FEW = write_reports()[::9]


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The page's demonstration, of few reports."""
    monkeypatch.setattr(data, "write_reports", lambda: FEW)
    data.demo_files.cache_clear()
    yield
    data.demo_files.cache_clear()


@pytest.fixture(scope="module")
def tables(catalog: Catalog) -> Tables:
    held = [extract_text(r.text, catalog=catalog, doc_id=r.name, correction=Correction(r.locality)) for r in FEW]
    return build_tables(held, [], catalog, demo=True)


def test_there_are_sixty_places_of_all_levels_and_eight_years() -> None:
    levels = Counter(place.level for place in localities())
    assert levels == {Level.PROVINCE: 2, Level.PREFECTURE: 6, Level.COUNTY: 24, Level.TOWNSHIP: 20, Level.DEPARTMENT: 8}
    assert len({(*place.path, place.name) for place in localities()}) == 60
    assert {report.year for report in write_reports()} == set(YEARS)
    assert 400 < len(write_reports()) < 8 * 60


@pytest.mark.parametrize("place", [place for place in localities() if place.level is not Level.DEPARTMENT], ids=lambda p: p.name)
def test_no_name_is_that_of_a_real_division(place: demo.reports.Locality) -> None:
    assert localities_named(place.name, YEARS[-1]) == ()


def test_a_seed_gives_the_same_reports_and_another_seed_others() -> None:
    first = [report.text for report in write_reports()]
    write_reports.cache_clear()
    assert [report.text for report in write_reports()] == first
    assert [report.text for report in write_reports(1)] != first


@pytest.mark.parametrize("report", FEW, ids=lambda report: report.name)
def test_the_extraction_takes_what_is_meant(report: demo.DemoReport, catalog: Catalog) -> None:
    found = extract_text(report.text, catalog=catalog, doc_id=report.name, correction=Correction(report.locality))
    assert found.report.year == report.year
    got = {r.indicator_id: (float(r.value), r.qualifier) for r in found.readings if r.main and r.indicator_id not in BESIDE}
    assert got == {name: (figure.value, figure.qualifier) for name, figure in report.figures.items()}


def test_what_comparisons_stumble_over_is_there() -> None:
    figures = [figure for report in write_reports() for figure in report.figures.values()]
    kinds = Counter(figure.qualifier for figure in figures)
    assert min(kinds[kind] for kind in (Qualifier.EXACT, Qualifier.MIN, Qualifier.APPROX)) > 100
    assert sum(figure.of is not None and figure.of[1] < 10 for figure in figures) > 10
    told = "".join(report.text for report in write_reports())
    assert all(words in told for words in ("其中邻里纠纷", "由上年的", "实现全覆盖", "力争调解成功率"))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_picture_says_that_it_is_made_up(tables: Tables, lang: str) -> None:
    mark, sentence = (("【演示数据】", "均为虚构"), ("[Demonstration] ", "made up"))[lang == "en"]
    for chart in all_charts():
        words = chart.draw(tables, Selection(indicators=("mediation_cases",)), lang=lang, made=date(2026, 1, 1)).to_json()
        told = json.dumps(json.loads(words), ensure_ascii=False)
        assert mark in told
        assert sentence in told


def test_every_sheet_says_that_it_is_made_up(tables: Tables) -> None:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(tables, Selection(indicators=("mediation_cases",)), made=date(2026, 1, 1))))
    for sheet in book:
        assert str(sheet["A1"].value).startswith("【演示数据】"), sheet.title
        assert "均为虚构" in sheet.oddFooter.left.text, sheet.title


def test_the_page_shows_it_alone_and_says_so(few: None) -> None:
    report = "新昌县2023年法治政府建设年度报告\n\n调解纠纷320件。"
    at = with_files(opened(indicator="mediation_cases"), ("真.txt", report.encode()))
    assert "泗门镇" in figure_text(at)
    widget(at, "toggle", "demo").set_value(True)
    run(at)
    assert "演示数据：地区和数字均为虚构，不得引用。" in words_of(at)
    assert "【演示数据】" in figure_text(at)
    assert "泗门镇" not in figure_text(at) + words_of(at)
    assert "新昌县" not in figure_text(at) + words_of(at)


def test_without_the_switch_there_is_nothing_of_it() -> None:
    assert "演示数据：" not in words_of(opened(indicator="mediation_cases"))

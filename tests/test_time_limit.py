"""A pattern that runs away: stopped at its time limit, refused by name from the matcher to the page and the workbook."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from exports.excel import to_xlsx
from extract import Catalog, extract_text, matching
from extract.clauses import split_clauses
from extract.commands.attempt import _lines
from extract.commands.read import _records, _shown
from extract.explain import Explanation
from extract.model import Extraction, Overrun, Reason
from panel.blanks import BlankCause
from panel.build import build_tables
from panel.selection import Selection

NAME = "body_cameras"
# The lint of the catalogue refuses it: a repeat in a repeat that can split the same words in countless ways.
RUNAWAY = "(?:[一-鿿]{2,6}(?:、|和|及)?){1,15}等?执法记录仪共<count>"
SENTENCE = "全县各镇街道和各执法部门及各下属单位和各村社区党组织以及各企业事业单位等执法记录仪共同配备,出庭应诉率100%,新增8台。"


@pytest.fixture
def stopped(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> Extraction:
    monkeypatch.setattr(matching, "TIME_LIMIT", 0.05)
    indicator = catalog.indicators[NAME]
    runaway = replace(indicator.patterns[0], id="runaway", source=RUNAWAY, topics=(), unless=None)
    changed = replace(catalog, indicators={**catalog.indicators, NAME: replace(indicator, patterns=(runaway,))})
    return extract_text(f"甲县2023年度法治政府建设报告\n{SENTENCE}\n2023年,调解成功率98%。", catalog=changed, doc_id="甲县")


def test_it_is_a_refusal_with_its_name_and_passage(stopped: Extraction) -> None:
    (refusal,) = [r for r in stopped.refusals if r.reason is Reason.TIMEOUT]
    assert isinstance(refusal.candidate, Overrun)
    assert (refusal.candidate.indicator_id, refusal.candidate.pattern_id) == (NAME, "runaway")
    span = refusal.candidate.span
    assert stopped.report.text[span.start : span.end] == SENTENCE


def test_the_others_are_read_all_the_same(stopped: Extraction) -> None:
    assert {r.indicator_id for r in stopped.readings} >= {"court_appearance_rate", "mediation_success_rate"}


def test_the_terminal_says_so(stopped: Extraction, catalog: Catalog) -> None:
    told = "\n".join(_lines(Explanation(stopped, tuple(split_clauses(stopped.report)), ()), catalog))
    assert "理由：查找超时" in told
    assert "runaway" in told
    assert "查找超时" in _shown([stopped], catalog, frozenset([NAME]), True)
    (record,) = _records(stopped, catalog, frozenset([NAME]), True)
    assert (record["value"], record["unit"], record["basis"], record["reason"]) == (None, None, None, "time limit")


def test_the_tables_hold_no_figure_for_it(stopped: Extraction, catalog: Catalog) -> None:
    tables = build_tables([stopped], [], catalog)
    (row,) = tables.refusals[tables.refusals["reason"] == "time limit"].to_dict("records")
    assert row["value"] != row["value"]
    assert row["quote"] == SENTENCE
    blanks = tables.blanks[tables.blanks["indicator"] == NAME].to_dict("records")
    assert [(blank["cause"], blank["detail"]) for blank in blanks] == [(BlankCause.REFUSED, Reason.TIMEOUT)]


def test_the_workbook_is_written(stopped: Extraction, catalog: Catalog) -> None:
    tables = build_tables([stopped], [], catalog)
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(tables, Selection(), made=date(2026, 1, 1))))
    cells = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "runaway" in cells
    assert any("查找超时" in str(value) for value in cells)

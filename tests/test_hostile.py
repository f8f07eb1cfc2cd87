"""Texts that nobody would write: none raises, none hangs, and none takes more than linear time.

Each unit is repeated to a size and to four times that size. Linear time makes the second take four times as long, quadratic
time sixteen times; the bound between leaves room for a busy machine. The full sizes (10 MB) were tried by hand: benchmarks are
no part of the suite.
"""

from __future__ import annotations

import time

import pytest

from extract import Catalog, extract_text
from extract.clauses import split_clauses
from extract.model import Extraction
from extract.sentences import LONGEST

# A unit, what stands behind all of them, and how many characters.
CASES = {
    "one line of cases": ("行政复议案件1件、", "", 4_000),
    "one line of digits": ("1", "", 100_000),
    "digits and a measure word": ("1", "件", 100_000),
    "a numeral without end": ("一", "件", 30_000),
    "thousands without end": ("111,", "a", 30_000),
    "open brackets": ("(", "", 100_000),
    "full-width brackets": ("（", "", 100_000),
    "quoted titles in quoted titles": ("《", "》" * 30_000, 30_000),
    "lone surrogates": ("\ud800受理12件", "", 10_000),
    "marks of direction and blanks of no width": ("受理1\u200f2\u200b3\u202e4件行政复议", "", 10_000),
    "headings": ("一、总体情况\n", "", 12_000),
    "the first heading of a plan again and again": ("一、下一步计划\n", "", 12_000),
    "line ends": ("\n", "", 100_000),
    "both line ends": ("\r\n", "", 50_000),
    "blanks": (" \u3000", "", 100_000),
    "nothing ever ends": ("全县行政执法部门严格规范公正文明执法办理案件", "", 30_000),
    "of which": ("其中12件,", "", 10_000),
    "opened and never closed": ("其中(12件;", "", 10_000),
    "topics": ("行政复议信访12345热线规范性文件重大决策法律顾问", "", 20_000),
    "names of rates": ("办结率、", "", 20_000),
    "rates": ("98%、", "", 10_000),
    "parts of a hundred": ("百分之", "", 10_000),
    "moves": ("由12件增加到13件,", "", 10_000),
    "years in order": ("2022年、2023年分别为98%、97%,", "", 10_000),
    "each": ("均", "", 30_000),
    "spaced digits": ("1 ", "", 20_000),
    "sentences": ("办理行政复议案件12件。", "", 4_000),
    "paragraphs": ("办理行政复议案件12件。\n", "", 4_000),
    "titles": ("法治政府建设情况报告\n", "", 20_000),
    "crumbs": ("首页>", "", 30_000),
    "places": ("北京市朝阳区", "", 30_000),
    "fields": ("索引号:", "", 30_000),
    "characters of a broken font": ("\ue000\ue100\uf8ff", "", 30_000),
    "noughts": ("\x00", "", 100_000),
}


def _seconds(text: str, catalog: Catalog) -> tuple[float, Extraction]:
    begun = time.process_time()
    extraction = extract_text(text, catalog=catalog, year=2022)
    return time.process_time() - begun, extraction


@pytest.mark.parametrize("case", CASES)
def test_time_grows_as_the_text_does(case: str, catalog: Catalog) -> None:
    unit, tail, size = CASES[case]
    small, large = (unit * (size * times // len(unit)) + tail for times in (1, 4))
    first, _ = _seconds(small, catalog)
    second, extraction = _seconds(large, catalog)
    for _ in range(2):  # Noise goes when it is measured again; growth that is more than linear stays.
        if second >= 9 * first + 0.2:
            second = min(second, _seconds(large, catalog)[0])
    assert second < 9 * first + 0.2, f"{first:.2f} s, {second:.2f} s for four times as much"
    assert extraction.report.text == large
    for reading in extraction.readings:
        assert large[reading.span.start : reading.span.end] == reading.quote


@pytest.mark.parametrize("case", CASES)
def test_no_clause_is_longer_than_a_sentence_can_be(case: str, catalog: Catalog) -> None:
    unit, tail, size = CASES[case]
    report = extract_text(unit * (size // len(unit) // 10) + tail, catalog=catalog, year=2022).report
    for clause in split_clauses(report):
        words = report.text[clause.span.start : clause.span.end]
        assert len(words) <= LONGEST or set(words[LONGEST:]) <= set("1一件,a")


def test_a_number_of_a_million_digits_is_none(catalog: Catalog) -> None:
    """No piece of it is read as a smaller number."""
    text = f"2022年,全县办理行政复议案件{'1' * 1_000_003}件。"
    assert extract_text(text, catalog=catalog).readings == ()

"""Every page in English, of two tiny reports: no Chinese stands on it but what these reports and the catalogue themselves hold."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from google.protobuf.json_format import MessageToDict
from pages import opened, with_files
from streamlit.testing.v1 import AppTest

import dashboard
from charts import all_charts
from panel.selection import Selection
from views._slides import write_slide

PAGES = [module.PATH for module in dashboard.PAGES]
REPORTS = {
    "甲.txt": "新昌县2021年法治政府建设年度报告\n\n一、主要工作\n调解成功率98.6%。受理行政复议申请12件，办结9件。\n",
    "乙.txt": "嵊州市2022年法治政府建设年度报告\n\n一、主要工作\n调解成功率达95%以上。力争明年调解成功率达到99%。\n",
    "丙.txt": "新昌县2022年法治政府建设年度报告\n\n一、主要工作\n调解成功率97%。受理行政复议申请15件，同比增长25%。\n",
}
CHINESE = re.compile(r"[㐀-鿿]+")
# What is Chinese in either language: the switch to it, the divisions that the register has the places in, words of reports that
# a sentence speaks of, and examples of what can be typed.
OWN = ("中文", "语言", "浙江省", "绍兴市", "其中", "近", "慈溪市", "全县收到行政复议申请")
# Pages that show what the catalogue is made of: its patterns, its sentences, the words that its definitions speak of.
OF_CATALOGUE = ("catalogue", "wording")
CATALOGUE = (Path(__file__).parents[1] / "metrics.yaml").read_text("utf-8")


def strings(told: Any) -> Iterator[str]:
    """All strings in a message, also those of a figure, which come as text."""
    if isinstance(told, dict):
        for key, value in told.items():
            # The settings of a widget that come as JSON have their words escaped.
            yield from strings(json.loads(value) if key in ("spec", "columns") and isinstance(value, str) and value else value)
    elif isinstance(told, list):
        for value in told:
            yield from strings(value)
    elif isinstance(told, str):
        yield told


def elements(node: Any) -> Iterator[Any]:
    for child in getattr(node, "children", {}).values():
        yield child
        yield from elements(child)


def shown(at: AppTest) -> Iterator[str]:
    """Every text of the page: labels, helps, notices, heads and cells of tables, figures."""
    for element in elements(at._tree):
        if getattr(element, "proto", None) is not None:
            yield from strings(MessageToDict(element.proto))
        value = getattr(element, "value", None)
        if isinstance(value, pd.DataFrame):
            yield from (str(cell) for cell in value.to_numpy(dtype=object).ravel())


def untranslated(texts: Iterator[str], allowed: str) -> set[str]:
    return {run for text in texts for run in CHINESE.findall(text) if run not in allowed}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_in_english_has_no_chinese_of_its_own(page: str) -> None:
    at = opened(page, lang="en", seeds="0", slide=[write_slide(chart, Selection(("mediation_success_rate",))) for chart in all_charts()])
    at = with_files(at, *((name, text.encode()) for name, text in REPORTS.items()))
    allowed = " ".join([*REPORTS, *REPORTS.values(), *OWN, *([CATALOGUE] if page in OF_CATALOGUE else [])])
    assert untranslated(shown(at), allowed) == set()


def test_chinese_is_found() -> None:
    at = opened("compare", seeds="0")
    assert "添加报告" in untranslated(shown(at), " ".join(OWN))

"""Counts said with the same words as a count that a pattern found."""

from __future__ import annotations

import pytest

from extract import Catalog, extract_text


def _told(text: str, catalog: Catalog) -> list[str]:
    readings = extract_text(text, catalog=catalog, year=2023).readings
    return sorted(f"{r.indicator_id} {r.value}{'' if r.main else ' -'}{f' ({r.scope})' if r.scope else ''}" for r in readings)


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        (
            "县政府聘请法律顾问7名,县直部门聘请61名,乡镇聘请22名。",
            ["legal_advisers 22 - (乡镇)", "legal_advisers 61 - (县直部门)", "legal_advisers 7"],
        ),
        ("区政府出台行政规范性文件13件,部门出台27件。", ["normative_docs_issued 13", "normative_docs_issued 27 - (部门)"]),
        (
            "县政府及其部门、乡镇政府分别制定行政规范性文件7件、11件。",
            ["normative_docs_issued 11", "normative_docs_issued 7 -"],
        ),
        (
            "新培育“法律明白人”86名,全镇总数达514名。",
            ["law_literate_villagers 514", "law_literate_villagers 86 - (新增)"],
        ),
        ("新购执法记录仪15台,总数达到64台。", ["body_cameras 15 - (新增)", "body_cameras 64"]),
        (
            "县委常委会2次、县政府常务会4次听取法治政府建设情况汇报。",
            ["rule_of_law_meetings 2 -", "rule_of_law_meetings 4"],
        ),
        (
            "书记、县长分别主持召开县委常委会会议、县政府常务会议研究法治建设工作3次、5次。",
            ["rule_of_law_meetings 3 -", "rule_of_law_meetings 5"],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_further_figures_are_read(text: str, readings: list[str], catalog: Catalog) -> None:
    assert _told(text, catalog) == readings


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("调解矛盾纠纷86件,涉及当事人部门12件。", ["mediation_cases 86"]),
        ("县政府聘请法律顾问7名,司法局有工作人员61名。", ["legal_advisers 7"]),
        ("出台行政规范性文件13件,印发通知27件。", ["normative_docs_issued 13"]),
        ("培育“法律明白人”86名,志愿者共514名。", ["law_literate_villagers 86"]),
        ("全年制定行政规范性文件7件、方案11件。", ["normative_docs_issued 7"]),
        ("召开党委会2次,常务会4次听取法治政府建设情况汇报。", ["rule_of_law_meetings 4"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_only_stands_beside_is_not(text: str, readings: list[str], catalog: Catalog) -> None:
    assert _told(text, catalog) == readings

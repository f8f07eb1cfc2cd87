"""The page of files: what became of each, what it was taken for by which words, and the correction of it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

import pytest
from pages import opened, run, with_files, words_of
from streamlit.testing.v1 import AppTest

TOWN = "清溪镇2021年法治政府建设年度报告\n\n一、主要工作\n\n全镇各级人民调解组织调解纠纷320件,调解成功率98.6%。\n全年举办法治培训12场,参训干部1,260人次。\n"
PLAN = "新昌县2023年法治政府建设工作计划\n\n调解成功率达到98%以上。\n"


def loaded(*files: tuple[str, bytes], lang: str = "zh", join: bool = True) -> AppTest:
    """The page with these files and without the five that come along."""
    return with_files(opened("files", seeds="0", lang=lang), *files, join=join)


def table(at: AppTest) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = at.dataframe[0].value.to_dict("records")
    return rows


def selected(at: AppTest, row: int) -> AppTest:
    """The page with a row of the run log selected."""
    key = next(element.key for element in at.dataframe if (element.key or "").startswith("files."))
    at.session_state[key] = {"selection": {"rows": [row], "columns": [], "cells": []}}
    return run(at)


def column(at: AppTest, name: str) -> Sequence[object]:
    return [row[name] for row in table(at)]


def packed(**files: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return held.getvalue()


def test_every_file_is_one_line() -> None:
    page = f"<html><body>{''.join(f'<p>{line}</p>' for line in TOWN.splitlines())}</body></html>"
    at = loaded(("镇.txt", TOWN.encode()), ("镇.html", page.encode("gb18030")), ("计划.txt", PLAN.encode()), ("空.txt", b""), ("图.exe", b"MZ"), ("包.zip", packed(天气="今天天气很好。")))
    assert column(at, "file") == ["镇.txt", "镇.html", "计划.txt", "空.txt", "图.exe", "包.zip/天气"]
    assert column(at, "status") == ["已读取", "重复", "已读取", "无法读取", "无法读取", "无法读取"]
    assert column(at, "encoding") == ["utf-8", "gb18030", "utf-8", "", "", ""]
    assert column(at, "year") == ["2021", "", "年份未知", "", "", ""]
    assert "共 6 个文件：2 个计入，0 个待加入，1 个重复，0 个已被修订，0 个搁置，3 个失败。" in words_of(at)
    whys = [str(words) for words in column(at, "why")]
    assert "镇.html 与 镇.txt 是同一份报告" in whys[1]
    assert "不参与任何一年的比较" in whys[2]
    assert whys[3] == "空.txt：文件是空的。处理办法：请从来源处重新获取。"


def test_the_page_says_by_which_words() -> None:
    at = selected(loaded(("镇.txt", TOWN.encode())), 0)
    assert "地区：清溪镇　依据：“清溪镇”" in words_of(at)
    assert "报告年度：2021　依据：“2021" in words_of(at)


def test_a_name_that_several_bear_is_told_and_not_guessed() -> None:
    at = loaded(("镇.txt", TOWN.encode()))
    assert "有 7 个地区同名" in str(column(at, "why")[0])
    assert "区划代码：未知" in words_of(selected(at, 0))


def test_a_revision_says_what_changed() -> None:
    at = selected(loaded(("旧.txt", TOWN.encode()), ("新.txt", TOWN.replace("98.6", "96.8").encode())), 0)
    assert "调解成功率：98.6% → 96.8%" in words_of(at)
    assert "调解成功率98.6%" in words_of(at)


def test_a_locality_and_year_are_corrected_and_taken_back() -> None:
    at = selected(loaded(("镇.txt", TOWN.replace("清溪镇2021年", "").encode())), 0)
    assert "地区：未知" in words_of(at)
    assert column(at, "place") == ["未知"]
    next(one for one in at.text_input if one.label == "地区名称").set_value("清溪镇")
    run(at)
    which = next(one for one in at.selectbox if one.label == "是哪一个")
    assert len(which.options) > 5  # 清溪镇 stands in seven counties
    which.set_value(next(i for i, option in enumerate(which.options) if "东莞" in option))
    next(one for one in at.selectbox if one.label == "报告年度").set_value(2021)
    run(at)
    next(one for one in at.button if one.label == "按更正后的重新读取").click()
    at = selected(run(at), 0)
    assert "认作（已由您更正）" in words_of(at)
    assert column(at, "year") == ["2021"]
    assert "区划代码：4419" in words_of(at)
    next(one for one in at.button if one.label == "撤销更正").click()
    assert column(selected(run(at), 0), "year") == ["年份未知"]


def test_a_report_waits_is_corrected_and_joins() -> None:
    at = loaded(("镇.txt", TOWN.encode()), ("空.txt", b""), join=False)
    assert column(at, "status") == ["待加入", "无法读取"]
    assert column(at, "place") == ["清溪镇", ""]
    assert "读到 1 份新报告，核对后加入，加入前不参与比较。其中 1 份的地区或年度没有认准，请先核对。" in words_of(at)
    at = selected(at, 0)
    which = next(one for one in at.selectbox if one.label == "是哪一个")
    which.set_value(next(i for i, option in enumerate(which.options) if "东莞" in option))
    next(one for one in run(at).button if one.label == "按更正后的重新读取").click()
    assert "其中 1 份" not in words_of(run(at))
    next(one for one in at.button if one.label == "加入 1 份报告").click()
    assert column(run(at), "status") == ["已读取", "无法读取"]
    assert "待加入" not in words_of(at).replace("0 个待加入", "")
    assert "区划代码：4419" in words_of(selected(at, 0))


@pytest.mark.parametrize("name", ["<b>x</b>.txt", "[a](javascript:1).txt", "$x$`y`.txt", "..\\..\\x.txt", "😀:smile:.txt"])
def test_a_name_is_shown_as_it_is(name: str) -> None:
    at = selected(loaded((name, TOWN.encode())), 0)
    shown = "".join(char for char in str(at.subheader[0].value) if char != "\\")
    assert shown == name.replace("\\", "")


def test_no_files_and_english() -> None:
    at = opened("files", seeds="0", lang="en")
    assert "No files yet" in words_of(at)
    assert column(loaded(("a.txt", TOWN.encode()), lang="en"), "status") == ["read"]


def test_what_a_file_does_not_have_is_an_empty_cell_and_what_none_has_no_column() -> None:
    at = loaded(("镇.txt", TOWN.encode()), ("空.txt", b""))
    assert "pages" not in table(at)[0]
    assert "why" in table(at)[0]
    assert "why" not in opened("files").dataframe[0].value
    assert [count for count in column(at, "characters") if count == count and count is not None] == [len(TOWN)]
    # Streamlit writes None there unless told otherwise.
    assert at.dataframe[0].proto.placeholder == ""
    assert at.dataframe[0].proto.HasField("placeholder")

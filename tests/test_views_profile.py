"""The page of one place: its figures, the change from the year before alone, its rank and what opens its words."""

from __future__ import annotations

from pages import address_of, columns_of, figure_text, opened, widget, with_files, words_of
from pages import run as rerun

from panel.words import WORDS as SHARED
from views._screen import PHONE
from views._words import WORDS

NAMES = ("新昌县", "嵊州市", "诸暨市", "柯桥区")


def report(name: str, year: int, rate: str, cases: int) -> tuple[str, bytes]:
    text = f"{name}{year}年法治政府建设年度报告\n\n调解成功率{rate}。全年发生行政诉讼案件{cases}件。\n"
    return (f"{name}{year}.txt", text.encode())


FILES = [report(name, 2022, f"{96 + at}%", 40 + 10 * at) for at, name in enumerate(NAMES)]
FILES += [report(name, 2021, f"{93 + at}%", 30) for at, name in enumerate(NAMES[:2])]


def test_a_place_stands_among_its_peers() -> None:
    at = with_files(opened("profile", seeds="0", focus="新昌县"), *FILES)
    table = at.dataframe[0].value.set_index("indicator")
    row = table.loc["调解成功率"]
    assert (row["text"], row["change"], row["rank"], row["median"], row["of_peers"]) == ("96%", "+3个百分点", "4 / 4", "98%", "3 / 3")
    cases = table.loc["行政诉讼案件数"]
    assert (cases["text"], cases["change"], cases["rank"]) == ("40", "+33.3%", "")
    assert "优劣" in cases["unranked"]
    assert "新昌县 2022 年" in figure_text(at)


def test_a_phone_shows_the_name_and_the_figure_side_by_side() -> None:
    at = with_files(opened("profile", seeds="0", focus="新昌县"), *FILES)
    at.session_state["screen"] = {"seen": {"width": PHONE, "dark": False}}
    rerun(at)
    table, told = at.dataframe[0].value, columns_of(at.dataframe[0])
    assert list(table.columns)[:7] == ["indicator", "text", "unit", "change", "rank", "median", "of_peers"]
    assert list(table.columns)[-1] == "theme"
    assert [column for column in table.columns if told[column].get("pinned")] == ["indicator"]
    # Before them stands the column of boxes that choose a row.
    assert 40 + told["indicator"]["width"] + told["text"]["width"] + told["unit"]["width"] <= PHONE
    assert dict(zip(table["indicator"], table["unit"], strict=True)) == {"调解成功率": "", "行政诉讼案件数": "件"}


def test_without_a_figure_of_the_year_before_there_is_no_change() -> None:
    at = with_files(opened("profile", seeds="0", focus="诸暨市"), *FILES)
    assert set(at.dataframe[0].value["change"]) == {""}


def test_year_and_peers_are_chosen_and_stand_in_the_address() -> None:
    at = with_files(opened("profile", seeds="0", focus="新昌县"), *FILES)
    widget(at, "selectbox", "of_year").set_value(2021)
    rerun(at)
    widget(at, "selectbox", "peers").set_value("province")
    rerun(at)
    assert address_of(at)["of_year"] == ["2021"]
    assert address_of(at)["peers"] == ["province"]
    assert "新昌县 2021 年" in figure_text(at)


def test_the_five_reports_and_english() -> None:
    at = opened("profile", lang="en", focus="凤翔区")
    assert SHARED.say("standing", "en") in words_of(at)
    assert "凤翔区" in figure_text(at)


def test_without_reports_it_says_so() -> None:
    assert WORDS.say("no_reports", "zh") in words_of(opened("profile", seeds="0"))


def test_without_peers_of_the_province_the_chart_takes_no_others() -> None:
    # 凤翔区 lies in 陕西省, the others in 浙江省.
    files = [*FILES, report("凤翔区", 2022, "97%", 30)]
    at = with_files(opened("profile", seeds="0", focus="凤翔区", peers="province"), *files)
    assert set(at.dataframe[0].value["of_peers"]) == {"0 / 0"}
    assert "没有同类地区当年的报告" in figure_text(at)


def test_what_most_peers_report_and_the_place_does_not_is_listed_when_opened() -> None:
    silent = ("越城区2022.txt", "越城区2022年法治政府建设年度报告\n\n调解成功率95%。\n".encode())
    at = with_files(opened("profile", seeds="0", focus="越城区"), *FILES, silent)
    label = WORDS.say("profile.unreported", "zh", n=1)
    assert [one.label for one in at.expander if one.label == label] == [label]
    assert not any("行政诉讼案件数" in frame.value.to_string() for frame in at.dataframe)
    at.session_state["unreported_all.zh"] = True
    rerun(at)
    shown = next(frame.value for frame in at.dataframe if "of_peers" in frame.value and "cause" in frame.value)
    assert shown.to_dict("records") == [{"indicator": "行政诉讼案件数", "of_peers": "4 / 4", "cause": "未提及"}]

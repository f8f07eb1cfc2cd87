"""views/compare.py: the start page, its choosers in the address, and what it says when there is little to show."""

from __future__ import annotations

import json
import zlib

import pytest
from pages import address_of, buttons, columns_of, figure_of, figure_text, html_of, opened, run, widget, words_of

from extract.catalog import Catalog
from panel.build import Tables
from views._tables import _holds_figures

FIRST = "mediation_success_rate"


def test_first_start_compares_across_years_and_says_so() -> None:
    at = opened()
    assert at.title[0].value == "对比"
    assert address_of(at) == {}
    assert widget(at, "multiselect", "indicator").value == [FIRST]
    assert "不是同一年的比较，不排名次" in words_of(at)
    drawn = figure_text(at)
    for place, text in (("新昌县 2019", "99.6%"), ("清溪镇 2021", "98.3%"), ("泗门镇 2022", "99%"), ("中峰镇 2020", "≥95%")):
        assert place in drawn
        assert text in drawn
    assert "凤翔区" in drawn


def test_table_gives_sign_qualifier_basis_and_cause() -> None:
    table = opened().dataframe[0].value.set_index("place")
    assert list(table.loc["中峰镇", ["year", "level", "text", "qualifier", "basis"]]) == [
        "2020",
        "乡镇级",
        "≥95%",
        "至少",
        "原文",
    ]
    assert list(table.loc["凤翔区", ["year", "text", "qualifier", "basis"]]) == ["2023", "未提及", "", ""]
    assert table.loc["中峰镇", "quote"].endswith("化解率达95%以上")


def test_the_unit_stands_once_in_a_list_and_in_its_copy() -> None:
    rates = opened()
    assert "unit" not in rates.dataframe[0].value
    assert columns_of(rates.dataframe[0])["text"]["label"] == "数值"
    counts = opened(indicator="mediation_cases")
    assert "unit" not in counts.dataframe[0].value
    assert columns_of(counts.dataframe[0])["text"]["label"] == "数值（件）"
    both = opened(indicator=[FIRST, "mediation_cases"]).dataframe[0].value
    assert set(both.loc[both["text"].str.endswith("%"), "unit"]) == {""}
    assert "件" in set(both["unit"])
    # The copy has numbers, which say no unit themselves.
    for at, unit in ((rates, "%"), (counts, "件")):
        packed = next(one for one in at.get("bidi_component") if (one.key or "").startswith("copy.cells."))
        lines = [line.split("\t") for line in json.loads(zlib.decompress(packed.proto.bytes))["plain"].splitlines()]
        head = next(line for line in lines if "单位" in line)
        assert {line[head.index("单位")] for line in lines if len(line) == len(head) and line is not head} - {""} == {unit}


@pytest.mark.parametrize(
    ("cells", "figures"),
    [
        pytest.param([98.5, "≥95", "未提及"], True, id="values and a cause"),
        pytest.param(["1–2", "3", ""], True, id="ranks"),
        pytest.param(["▆ 99.1", "◇ ≥99", "无报告"], True, id="with the signs of quarters"),
        pytest.param(["+2个百分点", "不可比", "-65.7%"], True, id="changes"),
        pytest.param(["2023", "2024"], False, id="years"),
        pytest.param(["甲县", "乙县"], False, id="names"),
        pytest.param(["12345热线按期办结率", "调解成功率"], False, id="a name that begins with a number"),
        pytest.param(["", ""], False, id="nothing"),
    ],
)
def test_columns_of_figures_are_known_among_the_cells_of_a_chart(cells: list[str | float], figures: bool) -> None:
    assert _holds_figures(cells) is figures


def test_the_table_is_turned() -> None:
    chosen = {"indicator": [FIRST, "mediation_cases"]}
    at = opened(**chosen)
    assert len(at.dataframe) == 1
    at.session_state["tables.zh"] = "表格"
    run(at)
    assert len(at.dataframe) == 1
    table = at.dataframe[0].value
    assert list(table.columns) == ["place", "year", "level", "0", "1"]
    assert table.set_index("place").loc["泗门镇", ["0", "1"]].tolist() == ["99%", "≈44"]
    years = opened(pivot="years", **chosen).dataframe[0].value
    assert list(years.columns[:4]) == ["place", "level", "indicator", "spark"]
    assert set(years["indicator"]) == {"调解成功率 (%)", "调解案件数 (件)"}
    places = opened(pivot="places", **chosen).dataframe[0].value
    assert places["indicator"].tolist() == ["调解成功率 (%)", "调解案件数 (件)"]


def test_english_page_has_english_words_and_chinese_quotes() -> None:
    at = opened(lang="en")
    assert at.title[0].value == "Compare"
    assert "no ranks" in words_of(at)
    assert at.dataframe[0].value.set_index("place").loc["中峰镇", "qualifier"] == "at least"
    assert "调解成功率达99.6%" in at.dataframe[0].value["quote"].tolist()
    assert "county" in figure_text(at)


def test_evidence_of_the_first_value_stands_beside_the_chart() -> None:
    at = opened()
    assert "新昌县 · 2019" in words_of(at)
    assert '<mark id="chosen">' in html_of(at)
    assert "在全文中查看" in [link.label for link in at.get("page_link")]


def test_evidence_of_the_chosen_passage(tables: Tables) -> None:
    own = tables.panel[(tables.panel["locality"] == "中峰镇") & (tables.panel["indicator"] == FIRST)].iloc[0]
    at = opened(doc=own.doc_id, at=f"{own.start}-{own.end}")
    assert "中峰镇 · 2020 · 004_7b66c0dc657212ad.txt\n调解成功率：≥95% · 原文" in words_of(at)


def test_evidence_of_another_indicator_gives_way_to_the_one_shown(tables: Tables) -> None:
    other = tables.panel[tables.panel["indicator"] == "petitions"].iloc[0]
    assert "新昌县 · 2019 · 002_8982ea616d551484.txt\n调解成功率：99.6% · 原文" in words_of(opened(doc=other.doc_id, at=f"{other.start}-{other.end}"))


def test_one_year_holds_one_value_and_offers_the_view_across_years() -> None:
    at = opened(year="2022")
    assert "2022 年只有 1 个地区给出“调解成功率”的数值" in words_of(at)
    buttons(at)["跨年份查看（每个标记注明年份）"].click()
    run(at)
    assert address_of(at) == {}
    assert widget(at, "multiselect", "year").value == []
    assert "只有 1 个地区" not in words_of(at)


@pytest.mark.parametrize(
    ("params", "said", "button", "after"),
    [
        pytest.param({"indicator": ""}, "还没有选指标", "看“调解成功率”", {}, id="no indicator"),
        pytest.param(
            {"place": "泗门镇", "year": "2019"},
            "所选地区、年份与层级下没有报告",
            "清除地区、年份与层级的限制",
            {},
            id="no report there",
        ),
    ],
)
def test_empty_selections_explain_themselves(params: dict[str, str], said: str, button: str, after: dict[str, list[str]]) -> None:
    at = opened(**params)
    assert said in words_of(at)
    buttons(at)[button].click()
    run(at)
    assert address_of(at) == after
    assert len(figure_of(at)["data"]) > 0


def test_indicator_without_any_value_offers_one_that_has_some() -> None:
    at = opened(indicator="penalty_amount", level="township")
    assert "没有一个地区给出“罚没金额”的数值" in words_of(at)
    offer = next(button for label, button in buttons(at).items() if label.startswith("改看所选范围内有数值的指标"))
    offer.click()
    run(at)
    assert "没有一个地区给出" not in words_of(at)
    assert address_of(at)["level"] == ["township"]


@pytest.mark.parametrize(
    ("params", "told"),
    [
        pytest.param({"indicator": ["x_rate", FIRST]}, "地址中的 指标“`x_rate`”不存在", id="indicator"),
        pytest.param({"year": "1999"}, "地址中的 年份“`1999`”不存在", id="year"),
        pytest.param({"place": "<b>某镇</b>"}, "地址中的 地区“`<b>某镇</b>`”不存在", id="place, as plain text"),
        pytest.param({"level": "galaxy"}, "地址中的 层级“`galaxy`”不存在", id="level"),
        pytest.param({"theme": "x"}, "地址中的 主题“`x`”不存在", id="theme"),
        pytest.param({"drawn": "x"}, "地址中的 图中指标“`x`”不存在", id="drawn"),
        pytest.param({"lang": "fr"}, "地址中的 语言“`fr`”不存在", id="language"),
        pytest.param({"seeds": "2"}, "地址中的 自带报告开关“`2`”不存在", id="switch"),
        pytest.param({"doc": "../secret.txt"}, "地址中的 报告“`../secret.txt`”不存在", id="report"),
        pytest.param(
            {"doc": "004_7b66c0dc657212ad.txt", "at": "9-999999"}, "地址中的 位置“`9-999999`”不存在", id="outside the text"
        ),
        pytest.param({"doc": "004_7b66c0dc657212ad.txt", "at": "abc"}, "地址中的 位置“`abc`”不存在", id="no span"),
    ],
)
def test_unknown_values_are_told_and_ignored(params: dict[str, str | list[str]], told: str) -> None:
    at = opened(**params)
    assert any(warning.value.startswith(told) for warning in at.warning)
    assert widget(at, "multiselect", "indicator").value == [FIRST]
    assert any(warning.value.startswith(told) for warning in run(at).warning), "nobody has chosen anything yet"
    widget(at, "multiselect", "indicator").set_value([FIRST, "mediation_cases"])
    assert run(at).warning == []


def test_several_indicators_ask_which_is_drawn() -> None:
    at = opened(indicator=[FIRST, "mediation_cases"])
    assert "调解成功率" in figure_text(at)
    widget(at, "button_group", "drawn").set_value("mediation_cases")
    run(at)
    assert "调解案件数：各地比较" in figure_text(at)
    assert address_of(at) == {"drawn": ["mediation_cases"], "indicator": [FIRST, "mediation_cases"]}


def test_the_ways_to_draw_are_kept_in_the_address() -> None:
    at = opened(indicator=[FIRST, "mediation_cases"])
    assert "各地比较" in figure_text(at)
    widget(at, "button_group", "chart").set_value("distribution")
    run(at)
    assert "调解成功率：数值的分布" in figure_text(at)
    assert address_of(at) == {"chart": ["distribution"], "indicator": [FIRST, "mediation_cases"]}
    widget(at, "button_group", "chart").set_value("ranking")
    run(at)
    assert "chart" not in address_of(at)


def test_the_heat_map_draws_all_chosen_indicators_of_one_year() -> None:
    at = opened(chart="heatmap", indicator=[FIRST, "mediation_cases"], drawn="mediation_cases")
    drawn = figure_text(at).replace("<br>", "")
    assert "各地各项指标：2023 年" in drawn
    assert "热力图只能画一年" in drawn
    heads = [head.replace("<br>", "") for head in figure_of(at)["layout"]["xaxis"]["ticktext"]]
    assert heads == ["调解成功率 (%)", "调解案件数 (件)"]
    assert [element.key for element in at.get("button_group") if element.key.startswith("drawn")] == []
    assert address_of(at) == {"chart": ["heatmap"], "drawn": ["mediation_cases"], "indicator": [FIRST, "mediation_cases"]}


def test_evidence_of_the_heat_map_is_of_any_of_its_indicators(tables: Tables) -> None:
    row = tables.panel[(tables.panel["indicator"] == "mediation_cases") & tables.panel["main"] & (tables.panel["locality"] == "泗门镇")].iloc[0]
    at = opened(chart="heatmap", indicator=[FIRST, "mediation_cases"], year="2022", doc=row.doc_id, at=f"{row.start}-{row.end}")
    assert "各地各项指标：2022 年" in figure_text(at)
    assert "调解案件数：≈44" in words_of(at)


def test_a_way_of_one_page_does_no_harm_on_another() -> None:
    at = opened("trend", chart="heatmap")
    assert at.warning == []
    assert "历年变化" in figure_text(at)
    assert address_of(at) == {"chart": ["heatmap"]}
    at = opened("compare", way="ends")
    assert at.warning == []
    assert "各地比较" in figure_text(at)
    assert address_of(at) == {"way": ["ends"]}


@pytest.mark.parametrize(("start", "field"), [("compare", "chart"), ("trend", "way"), ("profile", "peers")])
def test_a_way_that_does_not_exist_is_told(start: str, field: str) -> None:
    at = opened(start, **{field: "no_such"})
    assert "“`no_such`”不存在" in words_of(at)


def test_theme_narrows_the_options_and_keeps_what_is_chosen(catalog: Catalog, tables: Tables) -> None:
    theme = next(iter(catalog.themes))
    given = set(tables.panel.loc[tables.panel["main"], "indicator"])
    own = [one.name for one in catalog.indicators.values() if one.theme == theme and one.id in given]
    assert len(own) > 5
    at = opened()
    widget(at, "selectbox", "theme").set_value(theme)
    run(at)
    options = [option.rpartition(" ")[0] for option in widget(at, "multiselect", "indicator").options]
    assert options == [*own, "调解成功率"]
    assert address_of(at) == {"theme": [theme]}


def test_downloads_are_offered() -> None:
    labels = [button.label for button in opened().get("download_button")]
    # Pictures are in a menu that is filled when it is opened.
    assert sorted(labels) == ["Excel 工作簿", "PowerPoint", "数据包"]


def test_rules_that_only_the_reader_may_set_are_off_and_kept_in_the_address() -> None:
    at = opened(year="2022")
    assert "98.3%（2021 年）" not in figure_text(at)
    assert [toggle for toggle in at.toggle if (toggle.key or "").startswith("together")] == []
    widget(at, "button_group", "borrow").set_value(1)
    run(at)
    assert "98.3%（2021 年）" in figure_text(at)
    assert address_of(at) == {"borrow": ["1"], "year": ["2022"]}


def test_unlike_figures_are_mixed_where_the_reader_confirms_it() -> None:
    at = opened()
    assert "不同口径之间不比" in figure_text(at).replace("<br>", "")
    widget(at, "toggle", "together").set_value(True)
    run(at)
    assert "经使用者确认，放在一起比较" in figure_text(at).replace("<br>", "")
    assert address_of(at) == {"together": ["1"]}

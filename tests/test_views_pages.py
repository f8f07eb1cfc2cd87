"""Every page of the app: both languages, what stands on all of them, and the pages besides compare."""

from __future__ import annotations

import re

import pytest
from pages import address_of, columns_of, figure_text, html_of, opened, run, widget, words_of

from extract.accuracy import load_accuracy, total
from panel.build import Tables
from panel.caveats import MIN_COVERAGE
from panel.words import WORDS as SHARED
from views._words import WORDS

PAGES = ("overview", "compare", "profile", "trend", "wording", "coverage", "evidence", "files", "catalogue", "methods", "present")
DOC = "004_7b66c0dc657212ad.txt"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("start", PAGES)
def test_every_page_in_both_languages(start: str, lang: str, tables: Tables) -> None:
    at = opened(start, **({"lang": "en"} if lang == "en" else {}))
    said = words_of(at)
    assert at.title[0].value == WORDS.say(f"page.{start}", lang)
    assert SHARED.say("standing", lang) in said
    assert tables.catalog.stamp in said
    assert WORDS.say("loaded", lang, read=5, failed=0, readings=len(tables.panel), refusals=len(tables.refusals)) in said
    assert [link.label for link in at.sidebar.get("page_link")] == [WORDS.say(f"page.{path}", lang) for path in PAGES]
    assert any(cited.value.startswith(WORDS.say("app", lang)) and tables.catalog.stamp in cited.value for cited in at.code)
    assert at.warning == []


# A text that begins as a figure does; and columns whose figures name something or stand within words.
FIGURE = re.compile(r"[≥≤≈+-]? ?\d")
NOT_FIGURES = {"year", "of_year", "figure", "behind", "sums", "id", "file"}


@pytest.mark.parametrize("start", PAGES)
def test_figures_stand_right_in_every_table(start: str) -> None:
    at = opened(start, indicator=["mediation_success_rate", "mediation_cases"], pivot="years")
    for key in ("trend_words.zh", "unreported_all.zh"):
        at.session_state[key] = True
    run(at)
    for frame in at.dataframe:
        told = columns_of(frame)
        for column in frame.value.columns:
            texts = [text for text in frame.value[column] if isinstance(text, str) and text]
            figures = [text for text in texts if FIGURE.match(text)]
            if column not in NOT_FIGURES and 2 * len(figures) > len(texts):
                assert told[str(column)].get("alignment") == "right", (column, texts[:3])


@pytest.mark.parametrize("key", WORDS.keys())
def test_words_are_said_in_both_languages(key: str) -> None:
    zh, en = WORDS._table[key]
    assert zh.strip()
    assert en.strip()
    fields = {part.partition("}")[0] for part in zh.split("{")[1:]}
    assert fields == {part.partition("}")[0] for part in en.split("{")[1:]}
    assert "{" not in WORDS.say(key, "en", **dict.fromkeys(fields, "x"))


def test_links_carry_the_state_to_the_other_pages() -> None:
    at = opened("compare", lang="en", indicator="mediation_cases", year="2022")
    assert {link.proto.query_string for link in at.sidebar.get("page_link")} == {"lang=en&indicator=mediation_cases&year=2022"}


def test_no_reports_at_all_is_said() -> None:
    at = opened(seeds="0")
    assert WORDS.say("no_reports", "zh") in words_of(at)
    assert "已读 0 份报告" in words_of(at)
    assert opened("catalogue", seeds="0").dataframe[0].value.shape[0] > 60


# ---- trend ----


def test_trend_draws_every_place_and_says_that_one_year_is_no_trend() -> None:
    at = opened("trend")
    assert "每个地区只有一年的报告" in words_of(at)
    assert "历年变化" in figure_text(at)
    assert len(at.dataframe[0].value) == 5


def test_trend_without_an_indicator_or_a_value_says_so() -> None:
    assert "还没有选指标" in words_of(opened("trend", indicator=""))
    assert "没有一个地区给出“罚没金额”的数值" in words_of(opened("trend", indicator="penalty_amount", level="township"))


@pytest.mark.parametrize(
    ("way", "title"), [("line", "历年变化"), ("ends", "年与"), ("slope", "年到"), ("multiples", "各地历年")]
)
def test_each_way_to_draw_the_years_is_in_the_address(way: str, title: str) -> None:
    at = opened("trend", way=way)
    assert title in figure_text(at)
    assert len(at.dataframe[0].value) == 5


# ---- coverage ----


def test_coverage_counts_every_indicator_and_gives_every_blank_a_cause(tables: Tables) -> None:
    at = opened("coverage")
    counts, blanks = (frame.value for frame in at.dataframe[:2])
    assert len(counts) == len(tables.catalog.indicators)
    given = counts.set_index("indicator")["given"]
    assert given["调解成功率"] == 4
    assert len(blanks) == len(tables.blanks)
    assert (blanks["cause"] != "").all()
    assert (blanks["detail"] != "").all()


def test_coverage_of_a_selection(tables: Tables) -> None:
    at = opened("coverage", indicator="mediation_success_rate", level="county")
    counts, blanks = (frame.value for frame in at.dataframe[:2])
    assert counts[["given", "reports"]].to_numpy().tolist() == [[1, 2]]
    assert blanks[["place", "cause"]].to_numpy().tolist() == [["凤翔区", "未提及"]]


# ---- evidence ----


def test_evidence_shows_the_whole_text_with_every_reading_and_refusal_lit(tables: Tables) -> None:
    at = opened("evidence", doc=DOC)
    html = html_of(at)
    own = tables.panel[tables.panel["doc_id"] == DOC]
    assert html.count('class="reading') >= len(own)
    assert len(at.dataframe[0].value) == len(own)
    assert 'id="chosen"' not in html.replace("getElementById", "")
    assert address_of(at) == {"doc": [DOC]}


def test_evidence_at_a_passage_lights_exactly_its_words(tables: Tables) -> None:
    row = tables.panel[(tables.panel["doc_id"] == DOC) & (tables.panel["indicator"] == "mediation_success_rate")].iloc[0]
    at = opened("evidence", doc=DOC, at=f"{row.start}-{row.end}")
    chosen = html_of(at).partition('<mark id="chosen">')[2].partition("</mark>")[0]
    assert "".join(part.partition(">")[2] for part in f">{chosen}".split("<")) == row.quote


def test_switches_take_readings_and_refusals_away() -> None:
    at = opened("evidence", readings="0", refusals="0")
    key = html_of(at).count('class="reading')
    assert key == 1  # the key alone
    widget(at, "toggle", "readings").set_value(True)
    run(at)
    assert html_of(at).count('class="reading') > 1
    assert address_of(at)["refusals"] == ["0"]
    assert "readings" not in address_of(at)


def test_another_report_drops_the_passage_of_the_one_before() -> None:
    at = opened("evidence", doc=DOC, at="1637-1646")
    widget(at, "selectbox", "doc").set_value("001_60dd12b11f7eba43.txt")
    run(at)
    assert address_of(at) == {"doc": ["001_60dd12b11f7eba43.txt"]}
    assert at.warning == []


def test_citation_names_the_report_and_the_catalogue(tables: Tables) -> None:
    cited = opened("evidence", doc=DOC).code[0].value
    assert cited.startswith("《重庆市綦江区中峰镇2020年度法治政府建设情况报告》，2020 年度，")
    assert DOC in cited
    assert "2021-03-16" in cited
    assert tables.catalog.stamp in cited


@pytest.mark.parametrize(
    ("doc", "line"),
    [
        pytest.param("003_2fbd54ae2e420ebc.txt", "行政复议受理率（由件数推算） = 22 ÷ 41 = 53.66%", id="worked out"),
        pytest.param("002_8982ea616d551484.txt", "行政复议受理率（由件数推算）：缺分子", id="refused"),
    ],
)
def test_evidence_shows_what_is_worked_out_from_counts(doc: str, line: str) -> None:
    assert line in words_of(opened("evidence", doc=doc))


def test_evidence_without_counts_shows_nothing_worked_out() -> None:
    assert "由件数推算" not in words_of(opened("evidence", doc=DOC))


# ---- catalogue ----


def test_catalogue_is_the_dictionary(tables: Tables) -> None:
    at = opened("catalogue")
    shown = at.dataframe[0].value.set_index("id")
    assert list(shown.index) == list(tables.catalog.indicators)
    one = tables.catalog.indicators["mediation_success_rate"]
    assert shown.loc[one.id, "definition"] == one.definition


@pytest.mark.parametrize(
    ("params", "found"),
    [
        pytest.param({"q": "mediation_success_rate"}, ["mediation_success_rate"], id="id"),
        pytest.param({"q": "Mediation SUCCESS"}, ["mediation_success_rate"], id="English, any case"),
        pytest.param({"q": "没有这样的指标"}, [], id="nothing"),
        pytest.param({"q": "<b>"}, [], id="markup is only text"),
    ],
)
def test_catalogue_is_searched(params: dict[str, str], found: list[str]) -> None:
    at = opened("catalogue", **params)
    assert [one for frame in at.dataframe for one in frame.value["id"]] == found
    assert ("没有符合的指标" in words_of(at)) is (not found)


def test_catalogue_shows_examples_and_counterexamples_of_an_indicator(tables: Tables) -> None:
    said = words_of(opened("catalogue", q="mediation_success_rate"))
    one = tables.catalog.indicators["mediation_success_rate"]
    assert one.note in said
    assert all(example.text in said for example in one.examples)
    assert all(counter.text in said for counter in one.counterexamples)


@pytest.mark.parametrize(
    ("indicator", "line"),
    [
        pytest.param("mediation_success_rate", "个标注读数上，精确率 ", id="measured"),
        pytest.param("urban_management_cases", "准确度：标注段落中没有这项指标", id="not labelled"),
    ],
)
def test_catalogue_shows_how_well_an_indicator_is_read(indicator: str, line: str) -> None:
    assert line in words_of(opened("catalogue", q=indicator))


def test_catalogue_theme(tables: Tables) -> None:
    theme = next(iter(tables.catalog.themes))
    shown = opened("catalogue", topic=theme).dataframe[0].value
    assert list(shown["id"]) == [one.id for one in tables.catalog.indicators.values() if one.theme == theme]


# ---- overview and methods ----


def test_the_overview_says_what_is_loaded_and_what_can_t_be_ranked(tables: Tables) -> None:
    at = opened("overview")
    assert [(metric.label, metric.value) for metric in at.metric] == [
        ("报告", "5"), ("地区", "5"), ("年份", "5"), ("读数", str(len(tables.panel))),
    ]  # fmt: skip
    by_level = at.dataframe[0].value
    assert list(by_level["level"]) == ["县级", "乡镇级"]
    assert by_level.drop(columns="level").to_numpy().sum() == 5
    assert "没有这样的数字，或没有相邻两年的报告。" in words_of(at)
    assert "报告自身的算术对不上：3 处" in words_of(at)
    barred = at.dataframe[1].value.set_index("indicator")
    assert barred.loc["调解成功率", "unranked"] == "年份不同"


def test_the_methods_print_what_was_measured_and_the_code_s_own_numbers() -> None:
    at = opened("methods")
    every = total(load_accuracy().values())
    assert [metric.value for metric in at.metric] == [f"{every.precision:.1%}", f"{every.recall:.1%}", str(every.labelled)]
    assert f"给出数值的报告不足 {MIN_COVERAGE:.0%}" in words_of(at)


def test_coverage_lists_the_sums_that_do_not_come_out_and_the_late_reports() -> None:
    checks, late = (frame.value for frame in opened("coverage").dataframe[2:4])
    assert len(checks) == 3
    assert set(checks["outcome"].str[:2]) == {"! "}
    assert late[["in_time", "late", "unknown"]].to_numpy().sum() == 5


def test_a_chosen_reading_leads_back_to_its_place_among_others(tables: Tables) -> None:
    row = tables.panel[(tables.panel["doc_id"] == DOC) & (tables.panel["indicator"] == "petitions")].iloc[0]
    passage = f"{row['start']}-{row['end']}"
    at = opened("evidence", doc=DOC, at=passage, place="中峰镇")
    links = {link.proto.label: link.proto.query_string for link in at.main.get("page_link")}
    assert links == {
        "在对比中看：信访件数，2020 年": f"doc={DOC}&at={passage}&indicator=petitions&level=township&year=2020",
        "一地概览：中峰镇 2020 年": f"doc={DOC}&at={passage}&focus=%E4%B8%AD%E5%B3%B0%E9%95%87&of_year=2020&place=%E4%B8%AD%E5%B3%B0%E9%95%87",
    }


def test_without_a_chosen_reading_there_is_nothing_to_lead_back_from() -> None:
    assert list(opened("evidence", doc=DOC).main.get("page_link")) == []

"""Tiny panels → the sentences of their briefs in full: what is said, and what may not be said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from samples import Given, Refused, county, extraction, tables_of, with_breaks

from exports._words_brief import BRIEF
from exports.brief_figures import join_words, say_number
from exports.brief_sentences import Piece, Speaker
from extract.catalog import Break
from extract.errors import Failure, FaultKind
from extract.model import (
    Check,
    Earlier,
    EarlierKind,
    Extraction,
    Holds,
    Outcome,
    Qualifier,
    Reason,
    Span,
    Term,
)
from extract.twins import Change, Twin
from panel.brief import of_indicators, of_place
from panel.build import Tables
from panel.caveats import Caveat
from panel.peers import PeerSet
from panel.selection import Selection
from panel.statements import Kind

MIN, ABOUT = Qualifier.MIN, Qualifier.APPROX
RATE = "success_rate"
NAMES = "甲乙丙丁戊己庚辛壬癸子丑寅卯"
Figure = str | tuple[str, Mapping[str, Any]] | None


def q(value: str, qualifier: Qualifier) -> Figure:
    return value, {"qualifier": qualifier}


def towns(*figures: Figure, indicator: str = RATE, year: int = 2020) -> list[Extraction]:
    """Towns 甲镇, 乙镇 … with a figure each; None gives none."""
    told = []
    for name, figure in zip(NAMES, figures, strict=False):
        value, more = figure if isinstance(figure, tuple) else (figure, {})
        told.append(extraction(f"{name}镇", year, *([] if value is None else [Given(indicator, value, **more)])))
    return told


def says(tables: Tables, indicator: str = RATE, lang: str = "zh", **chosen: Any) -> list[str]:
    speaker = Speaker(tables.catalog, lang)
    sections = of_indicators(tables, Selection((indicator,), **chosen))
    return ["".join(piece.text for piece in speaker.say(one)) for section in sections for one in section.statements]


def two_years(then: tuple[Figure, ...], now: tuple[Figure, ...], indicator: str = RATE) -> Tables:
    return tables_of(*towns(*then, indicator=indicator, year=2019), *towns(*now, indicator=indicator, year=2020))


ORDER = "名次按数值由高到低排，只在同一层级、同一口径、同一范围内排。"
NO_PAIRS = "没有一个地区在 2019 年和 2020 年都有数值，不作前后比较。"
B = "可比性 B 级：名称相同，口径或有出入，比较时须谨慎。"
NO_DIRECTION = "该指标无优劣方向，大小不表示好坏，不排名次。"
BOUNDS = "{} 个数值为界限或约数（≥ ≤ ≈），按区间表示。"


def all_give(n: int, level: str = "乡镇级") -> str:
    return f"2020 年{level}：{n} 份报告中 {n} 份给出该指标的数值。"


STANDING = [
    pytest.param(
        towns("98", "97", "97", q("95", MIN), "90"),
        RATE,
        [
            all_give(5),
            ORDER,
            "乡镇级 5 个数值（口径：未说明）：甲镇 98%，第 1 至 2 名；丁镇不低于 95%，第 1 至 4 名；丙镇 97%、乙镇 97%，第 2 至 3 名；戊镇 90%，第 5 名。",
            "4 个的名次因界限值或约数只能定在一个范围内。",
            NO_PAIRS,
            "没有空白。",
            BOUNDS.format(1),
        ],
        id="a bound is said as one, and leaves ranks open: no tie is claimed",
    ),
    pytest.param(
        towns("98", "97", "97"),
        RATE,
        [all_give(3), ORDER, "乡镇级 3 个数值（口径：未说明）：甲镇 98%，第 1 名；丙镇 97%、乙镇 97%，并列第 2 名。", "2 个与别的数值并列。", NO_PAIRS, "没有空白。"],
        id="a tie",
    ),
    pytest.param(
        towns("100", "100", "100", "96", q("99", MIN), None),
        RATE,
        [
            "2020 年乡镇级：6 份报告中 5 份给出该指标的数值。",
            "5 个数值中有 3 个为 100%，已到上限，名次没有意义，故不排名。",
            "不到 100% 的 1 个：丁镇 96%。",
            "1 个为界限值或约数，是否到 100% 不能确定：戊镇不低于 99%。",
            NO_PAIRS,
            "没有数值的 1 处：未提及 1 处（己镇）。空白不是零。",
            BOUNDS.format(1),
        ],
        id="most at 100: no rank, and a bound is not below it",
    ),
    pytest.param(
        towns("98", "97", ("90", {"base": "已受理案件"}), ("80", {"scope": "全县"})),
        RATE,
        [
            all_give(4),
            ORDER,
            "乡镇级 2 个数值（口径：未说明）：甲镇 98%，第 1 名；乙镇 97%，第 2 名。",
            "丙镇 90%（口径：已受理案件）没有同层级、同口径、同范围的数值可比，不排名次。",
            "丁镇 80%（范围：全县）没有同层级、同口径、同范围的数值可比，不排名次。",
            NO_PAIRS,
            "没有空白。",
            "比率的分母口径不同（未说明、已受理案件），不同口径之间不比。",
            "1 个数值只说明某一范围（全县），不与整体相比。",
        ],
        id="unlike is not ranked with like",
    ),
    pytest.param(
        [extraction(county(f"{name}县"), 2020, Given("loss_rate", value)) for name, value in zip("甲乙丙", "305", strict=True)],
        "loss_rate",
        [
            all_give(3, "县级"),
            "名次按数值由低到高排，只在同一层级、同一口径、同一范围内排。",
            "县级 3 个数值（口径：未说明）：乙县 0%，第 1 名；甲县 3%，第 2 名；丙县 5%，第 3 名。",
            NO_PAIRS,
            "没有空白。",
        ],
        id="lowest first; a zero is a value",
    ),
    pytest.param(
        towns("3", "40000", q("12300", ABOUT), q("5", MIN), indicator="cases"),
        "cases",
        [all_give(4), NO_DIRECTION, "各数值：丁镇不少于 5 件、丙镇约 1.23 万件、乙镇 4 万件、甲镇 3 件。", NO_PAIRS, "没有空白。", BOUNDS.format(2), B],
        id="no direction: the figures in the order of the places, no least and no greatest",
    ),
    pytest.param(
        towns(*map(str, range(10, 24)), indicator="cases"),
        "cases",
        [all_give(14), NO_DIRECTION, "数值最小的是甲镇 10 件，最大的是卯镇 23 件。", NO_PAIRS, "没有空白。", B],
        id="many like figures without a direction have ends",
    ),
    pytest.param(
        towns(*map(str, range(10, 23)), q("23", MIN), indicator="cases"),
        "cases",
        [all_give(14), NO_DIRECTION, NO_PAIRS, "没有空白。", BOUNDS.format(1), B],
        id="but none where one is a bound",
    ),
    pytest.param(
        towns(*map(str, range(10, 24)), indicator="sessions"),
        "sessions",
        [all_give(14), "可比性 C 级：仅供展示，不排名次。", NO_DIRECTION, NO_PAIRS, "没有空白。"],
        id="grade C has no ends either",
    ),
    pytest.param(
        towns(*map(str, [90, 90, 90, 90, 89, 88, 87, 86, 85, 84, 83, 80, 80, 79])),
        RATE,
        [
            all_give(14),
            ORDER,
            "乡镇级 14 个数值（口径：未说明），名次最前的：丁镇 90%、丙镇 90%、乙镇 90%、甲镇 90%，并列第 1 名；名次最后的：丑镇 80%、寅镇 80%，并列第 12 名；卯镇 79%，第 14 名。",
            "6 个与别的数值并列。",
            NO_PAIRS,
            "没有空白。",
        ],
        id="of many the two ends, places of one rank never apart",
    ),
    pytest.param(
        [*towns("98", "97"), extraction(county("某县"), 2020, Given(RATE, "96"))],
        RATE,
        [
            all_give(1, "县级"),
            all_give(2),
            ORDER,
            "某县 96% 没有同层级、同口径、同范围的数值可比，不排名次。",
            "乡镇级 2 个数值（口径：未说明）：甲镇 98%，第 1 名；乙镇 97%，第 2 名。",
            NO_PAIRS,
            "没有空白。",
            "所选包含不同层级（县级、乡镇级），职权与规模不同，不跨层级排名。",
        ],
        id="levels apart",
    ),
    pytest.param(
        [*towns("98", "97"), *towns("96", year=2021)],
        RATE,
        [
            "2020–2021 年乡镇级：3 份报告中 3 份给出该指标的数值。",
            "所选包含不同年份（2020、2021），不是同一年的比较，不排名次。",
            "各数值：乙镇 2020 年 97%、甲镇 2020 年 98%、甲镇 2021 年 96%。",
            "有两年以上数值而升降不能判断的地区 1 个。",
            "没有空白。",
        ],
        id="years apart, and two points are no trend",
    ),
    pytest.param(
        towns(None, None),
        RATE,
        ["2020 年乡镇级：2 份报告都没有给出该指标的数值。", "没有数值的 2 处：未提及 2 处（乙镇、甲镇）。空白不是零。"],
        id="nobody gives it",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("reports", "indicator", "expected"), STANDING)
def test_where_places_stand(reports: list[Extraction], indicator: str, expected: list[str]) -> None:
    assert says(tables_of(*reports), indicator) == expected


def test_what_a_reader_had_compared_all_the_same_is_said() -> None:
    said = says(tables_of(*towns("98", ("90", {"base": "已受理案件"}))), together=True)
    assert said[2] == "乡镇级 2 个数值：甲镇 98%，第 1 名；乙镇 90%，第 2 名。"
    assert said[-1] == "比率的分母口径不同（未说明、已受理案件）；经使用者确认，放在一起比较。"


def test_what_is_borrowed_is_no_figure_of_the_year() -> None:
    tables = two_years(("98", "97"), ("96", None))
    assert says(tables, years=(2020,), borrow=1) == says(tables, years=(2020,))


COMPARED = two_years(("90", q("95", MIN), "97", ("90", {"base": "甲口径"}), "80"), ("97", "97", "97", "95", "79"))
CHANGES = [
    pytest.param(
        COMPARED,
        RATE,
        [
            "与 2019 年相比，两年都有数值的地区 5 个：上升 1 个，下降 1 个，不变 1 个，不能判断或不可比 2 个。",
            "其中 1 个两年的口径或范围不同，不作比较：丁镇。",
            "确定变动 5 个百分点以上的 1 个：甲镇由 90% 到 97%，上升 7 个百分点。",
        ],
        id="a rate: unlike bases and open bounds are no change",
    ),
    pytest.param(
        two_years(("100", "15", "200"), ("220", "18", "150"), "cases"),
        "cases",
        [
            "与 2019 年相比，两年都有数值的地区 3 个：上升 2 个，下降 1 个，不变 0 个，不能判断或不可比 0 个。",
            "确定增至 2 倍以上或减至 1/2 以下的 1 个：甲镇由 100 件到 220 件，增加 120%。",
        ],
        id="a count: a small one has no change in percent",
    ),
    pytest.param(two_years(("90", None), (None, "95")), RATE, [NO_PAIRS], id="no value is taken from another place or year"),
    pytest.param(
        with_breaks(COMPARED, RATE, Break(2020, "口径改为全部纠纷", "all disputes count now")),
        RATE,
        ["该指标自 2020 年起改变了定义（口径改为全部纠纷），不与上年相比。"],
        id="across a change of the definition nothing is compared",
    ),
]


@pytest.mark.parametrize(("tables", "indicator", "expected"), CHANGES)
def test_changes_since_the_year_before(tables: Tables, indicator: str, expected: list[str]) -> None:
    heads = ("与 2019", "其中", "确定", "没有一个", "该指标自")
    assert [one for one in says(tables, indicator, years=(2020,)) if one.startswith(heads)] == expected


def test_trends_over_the_years_and_none_across_a_change_of_the_definition() -> None:
    years = [towns(str(80 + at), str(90 - at), str(50 + at % 2), year=2015 + at) for at in range(6)]
    tables = tables_of(*(one for year in years for one in year))
    heads = ("按规则", "有两年")
    assert [one for one in says(tables) if one.startswith(heads)] == [
        "按规则（至少 5 个年份，Mann–Kendall 检验）判为上升的地区 1 个：甲镇。",
        "按规则（至少 5 个年份，Mann–Kendall 检验）判为下降的地区 1 个：乙镇。",
        "有两年以上数值而升降不能判断的地区 1 个。",
    ]
    broken = says(with_breaks(tables, RATE, Break(2018, "改了", "changed")))
    assert [one for one in broken if one.startswith(heads)] == ["有两年以上数值而升降不能判断的地区 3 个。"]


def test_every_blank_is_named_by_its_cause() -> None:
    tables = tables_of(
        *towns("98", "97"),
        extraction("丙镇", 2020, mentioned={RATE: "调解成功率稳步提升"}),
        extraction("丁镇", 2020, refused=[Refused(RATE, "99", "力争调解成功率达到99%", Reason.PLAN, "%")]),
        extraction("戊镇", 2020, Given(RATE, "90", main=False, scope="村级")),
        extraction("己镇", 2020),
        failures=[Failure("坏.pdf", FaultKind.EMPTY, {})],
    )
    assert says(tables)[-1] == "没有数值的 5 处：未提及 1 处（己镇）；提及无数 1 处（丙镇）；未采用 1 处（丁镇）；仅部分 1 处（戊镇）；无法读取 1 处（坏.pdf）。空白不是零。"


def doubtful() -> Tables:
    told = extraction("甲镇", 2020, Given(RATE, "98", words="调解成功率98%，上年为91%"))
    doc, reading = told.report.doc_id, told.readings[0]
    before = Earlier(doc, RATE, 2019, EarlierKind.LEVEL, Decimal(91), "%", Qualifier.EXACT, reading.span, Span(12, 15), reading.quote)
    term = Term("调解成功率", Decimal(98), Qualifier.EXACT, reading.span, reading.span, reading.quote, reading)
    check = Check(f"{RATE} = parts", Holds.SUM, (term,), Outcome.DIFFERS, "98 ≠ 90")
    tables = tables_of(replace(told, earlier=(before,), checks=(check,)), *towns("95", year=2019), *towns("98", "97", "96")[1:])
    changes = (Change(RATE, ("97",), ("98",)), Change("cases", ("3",), ("4",)))
    return replace(tables, twins={"旧.txt": Twin("旧.txt", doc, True, changes)})


DOUBTS = {
    "zh": [
        "甲镇 2020 年的报告自身数字有出入（调解成功率 = 各部分之和：98 ≠ 90；比率与件数不符）。",
        "甲镇 2020 年的报告所说的上年数（上年数值 91%）与 2019 年报告的 95% 不同（重述：与上年报告不同）。",
        "甲镇 2020 年的报告有修订版，以修订版为准：调解成功率原为 97，现为 98。",
    ],
    "en": [
        "In the report of 甲镇 on 2020 figures do not fit each other (success rate = sum of its parts: 98 ≠ 90; the rate is not that of its counts).",
        "The report of 甲镇 on 2020 tells of the year before (value of the year before: 91%) what that on 2019 has not: 95% (restated: differs from the earlier report).",
        "The report of 甲镇 on 2020 was revised and its later state counts: success rate was 97 and is 98.",
    ],
}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_figures_in_doubt_are_told_for_the_indicator_alone(lang: str) -> None:
    assert says(doubtful(), lang=lang, years=(2020,))[-3:] == DOUBTS[lang]
    assert not any("2020" in one for one in says(doubtful(), lang=lang, years=(2019,)))


def test_the_same_in_english() -> None:
    assert says(tables_of(*towns("98", "97", "97", q("95", MIN), "90")), lang="en") == [
        "Township, 2020: 5 of 5 reports give a value of the indicator.",
        "Ranks are by value from the highest down, within one level, one base and one scope alone.",
        "Township, 5 values (base: unstated): 甲镇 98%: rank 1 to 2; 丁镇 at least 95%: rank 1 to 4; 丙镇 97%, 乙镇 97%: rank 2 to 3; 戊镇 90%: rank 5.",
        "Of 4 the rank is a range, since bounds or approximate values leave it open.",
        "No place has a value in both 2019 and 2020: nothing is compared.",
        "There is no blank.",
        "1 value(s) are bounds or approximate (≥ ≤ ≈): intervals.",
    ]


def place_says(tables: Tables, place: str, year: int, peers: PeerSet, chosen: tuple[str, ...] = (), lang: str = "zh") -> dict[str, list[str]]:
    speaker = Speaker(tables.catalog, lang)
    found = of_place(tables, place, year, peers, chosen)
    return {speaker.name(one.heading): ["".join(piece.text for piece in speaker.say(told)) for told in one.statements] for one in found}


def of_towns() -> Tables:
    own = [
        extraction("甲镇", 2019, Given(RATE, "90"), Given("cases", "15"), Given("sessions", "3")),
        extraction("甲镇", 2020, Given(RATE, "95"), Given("cases", "18"), Given("sessions", "4", qualifier=MIN)),
    ]
    others = [
        extraction(f"{name}镇", 2020, Given(RATE, value), Given("cases", "1"), Given("loss_rate", "2"))
        for name, value in zip("乙丙丁戊", ("95", "97", "90", "91"), strict=True)
    ]
    return tables_of(*own, *others)


def test_a_place_among_its_peers() -> None:
    assert place_says(of_towns(), "甲镇", 2020, PeerSet.LEVEL) == {
        "概况": ["甲镇（乡镇级）2020 年的报告给出 4 项指标中 3 项的数值。", "比较对象：乡镇级 4 个当年有报告的地区（乙镇、丙镇、丁镇、戊镇），不含本地。"],
        "矛盾纠纷化解": ["调解成功率 95%，在同口径、同范围的 5 个数值（含本地）中名次为并列第 2 名。", "调解成功率：上年 90%，本年 95%，上升 5 个百分点。"],
        "行政诉讼": [
            "行政诉讼案件数 18 件。该指标无优劣方向，大小不表示好坏，不排名次。",
            "法治培训次数不少于 4 次。没有同口径的数值可比。",
            "行政诉讼案件数：上年 15 件，本年 18 件，增加 3 件。",
            "法治培训次数：上年 3 次，本年不少于 4 次，一端没有界限，变化不能判断。",
        ],
        "空白": ["至少半数比较对象给出而本地没有的 1 项：行政诉讼败诉率（不适用，4 个比较对象中 4 个给出）。", "没有数值的 1 项指标：不适用 1 项。空白不是零。"],
    }


def test_a_quarter_is_told_where_enough_places_give_a_figure_of_its_kind() -> None:
    tables = tables_of(*towns("98", "97", "96", "95", "94", "93", "92", "91"))
    assert place_says(tables, "乙镇", 2020, PeerSet.LEVEL)["矛盾纠纷化解"] == ["调解成功率 97%，在同口径、同范围的 8 个数值（含本地）中名次为第 2 名，属四分档的第 1 档。"]


def test_a_place_without_peers_or_without_the_year_before_says_so() -> None:
    assert place_says(of_towns(), "甲镇", 2019, PeerSet.PROVINCE)["概况"][1:] == ["没有同类地区当年的报告，不作比较。", "没有 2018 年的报告，不作前后比较。"]
    assert place_says(of_towns(), "乙镇", 2020, PeerSet.LIST, ("丙镇",))["概况"][1] == "比较对象：自选的 1 个当年有报告的地区（丙镇），不含本地。"
    assert place_says(of_towns(), "甲镇", 2018, PeerSet.LEVEL) == {}


def test_every_number_that_counts_has_just_the_cells_that_it_counts() -> None:
    told = [*of_indicators(COMPARED, Selection((RATE,), years=(2020,))), *of_place(of_towns(), "甲镇", 2020, PeerSet.LEVEL)]
    pairs = ("n", "rose", "fell", "stayed", "open")
    seen = 0
    for statement in (one for section in told for one in section.statements):
        for name, cells in statement.cells.items():
            count = statement.fields[name]
            if isinstance(count, Caveat):
                # What a caveat counts is held by the tests of caveats.
                continue
            # Of two years there are two cells a place.
            twice = 2 if statement.kind in (Kind.CHANGES, Kind.UNLIKE_YEARS, Kind.NOTABLE) and name in pairs else 1
            assert count * twice == len(cells), (statement.kind, name)
            seen += 1
    assert seen > 12


def test_every_figure_that_is_named_leads_to_its_words() -> None:
    tables = of_towns()
    speaker = Speaker(tables.catalog, "zh")
    pieces = [piece for section in of_place(tables, "甲镇", 2020, PeerSet.LEVEL) for told in section.statements for piece in speaker.say(told)]
    named = [piece for piece in pieces if piece.names and piece.figures[0].has_value]
    assert Piece("95%", (named[0].figures[0],), names=True) == named[0]
    for piece in named:
        figure = piece.figures[0]
        assert figure.doc_id is not None
        assert figure.quote == tables.texts[figure.doc_id][figure.start : figure.end]


@pytest.mark.parametrize(
    ("value", "unit", "lang", "expected"),
    [
        (9999, "件", "zh", "9999 件"),
        (10000, "件", "zh", "1 万件"),
        (12300, "件", "zh", "1.23 万件"),
        (12345, "件", "zh", "12345 件"),
        (30953600, "件", "zh", "3095.36 万件"),
        (12300, "件", "en", "12,300 (cases or items)"),
        (98.36, "%", "zh", "98.36%"),
        (99.999, "%", "zh", "99.999%"),
    ],
)  # fmt: skip
def test_numbers_lose_no_digit(value: float, unit: str, lang: str, expected: str) -> None:
    assert say_number(value, unit, "cases" if unit != "%" else RATE, of_towns().catalog, lang) == expected


def test_blanks_stand_between_chinese_and_digits_and_nowhere_within_what_reports_say() -> None:
    assert join_words(["共", "12", "件", "A1甲", "乙"], "zh") == "共 12 件 A1甲乙"
    assert join_words(["共", "12"], "en") == "共12"


# Words that judge, explain or advise; none may stand in any sentence of a brief.
JUDGING = "较好 良好 优秀 优异 领先 落后 靠前 靠后 先进 突出 显著 明显 大幅 优于 劣于 最好 最差 较差 薄弱 不足之处 因为 由于 导致 得益 原因在于 应当 建议".split()
JUDGING_EN = "better worse best worst leading lagging excellent poor good bad remarkable significant because due should".split()


def test_no_sentence_judges() -> None:
    for key, told in BRIEF._table.items():
        chinese, english = told
        assert [word for word in JUDGING if word in chinese] == [], key
        assert [word for word in JUDGING_EN if f" {word} " in f" {english.lower()} "] == [], key


def test_every_kind_has_its_sentence() -> None:
    keys = set(BRIEF.keys()) | {"more"}
    assert [kind for kind in Kind if kind is not Kind.MORE and str(kind) not in keys] == []

"""Judging: which candidate is the main reading, which are parts, which give way and why."""

from __future__ import annotations

import pytest

from extract import Catalog, extract_text


def _judged(text: str, catalog: Catalog, year: int = 2023) -> tuple[list[str], list[str]]:
    extraction = extract_text(text, catalog=catalog, year=year)
    readings = [
        f"{r.indicator_id} {r.value}{'' if r.main else ' part'}{f' ({r.scope})' if r.scope else ''}" for r in extraction.readings
    ]
    refusals = [f"{r.candidate.indicator_id} {r.candidate.quantity.value}: {r.reason} | {r.detail}" for r in extraction.refusals]
    return readings, refusals


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("主动公开政府信息2246条,其中新媒体1987条。", ["disclosures 2246", "disclosures 1987 part (新媒体)"]),
        ("接收信访事项541宗,其中属于信访受理范围的事项共118宗。", ["petitions 541", "petitions 118 part (属于信访受理范围)"]),
        ("接收诉求536宗,其中属信访受理范围121宗。", ["petitions 121 (属于信访受理范围)"]),
        ("调处知识产权纠纷32件。", ["mediation_cases 32 part (知识产权)"]),
        ("“老娘舅”工作室调处邻里纠纷四十余件;全镇共调处216件。", ["mediation_cases 40 part (邻里)", "mediation_cases 216"]),
        (
            "新增省级民主法治示范村3个,累计达到21个。",
            ["democracy_villages_provincial 3 part", "democracy_villages_provincial 21"],
        ),
        ("评查案卷170件。全区共评查执法案卷1687卷。", ["case_files_reviewed 170 part", "case_files_reviewed 1687"]),
        (
            "办理区人大代表建议60件,区政协委员提案109件。",
            [
                "proposals_handled 60 part (区人大代表建议)",
                "proposals_handled 169",
                "proposals_handled 109 part (区政协委员提案)",
            ],
        ),
        ("承办建议提案156件。", ["proposals_handled 156"]),
        ("查处食品安全违法案件74宗。查处食品安全违法案件74宗。", ["enforcement_cases 74 part (食品安全)"]),
        ("调处知识产权纠纷32件。全县共调处矛盾纠纷32件。", ["mediation_cases 32 part (知识产权)", "mediation_cases 32"]),
    ],
)
def test_main_and_parts(text: str, readings: list[str], catalog: Catalog) -> None:
    assert sorted(_judged(text, catalog)[0]) == sorted(readings)


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("力争出庭应诉率达到100%。", "court_appearance_rate 100: plan | 力争"),
        ("省级考核要求调解成功率不低于96%。", "mediation_success_rate 96: target | 省级考核要求调解成功率"),
        ("2022年,全县共办理行政复议案件96件。", "reconsideration_received 96: other year | 2022年"),
        ("五年来,全县共办理行政复议案件312件。", "reconsideration_received 312: other year | 五年来"),
        ("出庭应诉率由上年的96.2%提高到99.1%。", "court_appearance_rate 96.2: other year | 由上年的"),
        ("全省行政机关平均败诉率为12.5%。", "litigation_loss_rate 12.5: other body | 全省行政机关平均"),
        ("每季度至少组织法治培训2次。", "legal_training_sessions 2: rule | 每季度至少组织法治培训"),
        ("调解成功率同比提高3%。", "mediation_success_rate 3: change | 同比提高"),
        ("调解成功率达到101%。", "mediation_success_rate 101: implausible | 101 > 100"),
        ("应出庭25件,实际出庭24件,出庭应诉率96%。", "court_appearance_rate 96: overlapped | "),
        ("推进公平竞争审查全覆盖。", "fair_competition_review_rate 100: plan | 推进"),
    ],
)
def test_a_refusal_keeps_its_reason_and_the_words_that_decided(text: str, refusal: str, catalog: Catalog) -> None:
    assert refusal in _judged(text, catalog)[1]


def test_a_stated_rate_is_never_replaced_by_a_computed_one(catalog: Catalog) -> None:
    readings, refusals = _judged("组织行政执法证考试,累计参考495人,通过426人,通过率为86%。", catalog)
    assert readings == ["certification_exam_pass_rate 86"]
    assert refusals == ["certification_exam_pass_rate 86.06: weaker basis | "]


def test_a_zero_is_a_value(catalog: Catalog) -> None:
    extraction = extract_text("全年无行政复议案件。", catalog=catalog, year=2023)
    assert [(r.indicator_id, r.value, r.main) for r in extraction.readings] == [("reconsideration_received", 0, True)]


@pytest.mark.parametrize(("year", "readings"), [(2022, []), (2023, ["court_appearance_rate 96"]), (2024, [])])
def test_only_the_reports_own_year(year: int, readings: list[str], catalog: Catalog) -> None:
    assert _judged("2023年,出庭应诉率为96%。", catalog, year)[0] == readings


@pytest.mark.parametrize(
    ("text", "indicator", "base"),
    [
        ("应出庭58件,实际出庭58件,出庭应诉率100%。", "court_appearance_rate", "应出庭案件"),
        ("开庭审理行政案件40件,负责人出庭应诉率95%。", "court_appearance_rate", "开庭审理案件"),
        ("全部应诉案件66件,负责人出庭应诉率41.8%。", "court_appearance_rate", "全部应诉案件"),
        ("行政机关负责人出庭应诉率100%。", "court_appearance_rate", "unstated"),
        ("接收信访事项541宗,其中属于信访受理范围118宗,已办结118宗,办结率100%。", "petition_resolution_rate", "受理的信访事项"),
        ("接待群众信访72件,办结率100%。", "petition_resolution_rate", "收到的信访件"),
        ("一审败诉率为3.2%。", "litigation_loss_rate", "一审审结案件"),
        ("行政诉讼败诉率为3.2%。", "litigation_loss_rate", "unstated"),
        ("各级调解组织受理并调处矛盾纠纷4000余件,调解成功率达99.6%。", "mediation_success_rate", "调解的纠纷"),
        ("调解成功率达99.6%。", "mediation_success_rate", "unstated"),
        ("接待群众信访72件。", "petitions", None),
    ],
)
def test_the_base_is_the_one_that_the_sentence_names(text: str, indicator: str, base: str | None, catalog: Catalog) -> None:
    readings = extract_text(text, catalog=catalog, year=2023).readings
    assert [r.base for r in readings if r.indicator_id == indicator] == [base]


@pytest.mark.parametrize(
    ("text", "refusals"),
    [
        ("开展法治培训350人次。", ["legal_training_sessions 350: other unit | 人次"]),
        ("新增法律明白人320人次。", ["law_literate_villagers 320: other unit | 人次"]),
        ("力争开展法治培训350人次。", ["legal_training_participants 350: plan | 力争", "legal_training_sessions 350: plan | 力争"]),
        # What gives the indicator its own count in the same sentence needs no other, and what measures something else is none.
        ("开展法治培训12场,培训350人次。", []),
        ("开展法治培训3天。", []),
        ("新增法律明白人320名。", []),
    ],
)
def test_a_count_in_another_unit_is_told_and_never_taken(text: str, refusals: list[str], catalog: Catalog) -> None:
    assert sorted(_judged(text, catalog)[1]) == refusals


@pytest.mark.parametrize(
    ("text", "indicator", "value", "operands"),
    [
        ("应出庭应诉案件40件,实际出庭38件。", "court_appearance_rate", "95", ["38件", "40件"]),
        ("办理区人大代表建议60件,区政协委员提案10 9件。", "proposals_handled", "169", ["60件", "10 9件"]),
        ("出庭应诉率100%。", "court_appearance_rate", "100", []),
        ("承办建议提案156件。", "proposals_handled", "156", []),
        ("应出庭应诉案件40件,实际出庭38件,出庭应诉率95%。", "court_appearance_rate", "95", []),
    ],
)
def test_a_computed_value_keeps_the_words_of_its_counts(
    text: str, indicator: str, value: str, operands: list[str], catalog: Catalog
) -> None:
    readings = extract_text(text, catalog=catalog, year=2023).readings
    (main,) = (r for r in readings if r.indicator_id == indicator and r.main)
    assert (str(main.value), [text[span.start : span.end] for span in main.operands]) == (value, operands)
    assert all(not r.operands for r in readings if r is not main)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("应出庭应诉案件40件。实际出庭38件。", id="in two sentences"),
        pytest.param("行政案件14件,实际出庭13件。", id="not said of each other"),
    ],
)
def test_counts_that_are_not_said_of_each_other_give_no_rate(text: str, catalog: Catalog) -> None:
    readings = extract_text(text, catalog=catalog, year=2023).readings
    assert [r for r in readings if r.indicator_id == "court_appearance_rate"] == []


def test_the_catalogue_lists_the_bases_of_every_rate(catalog: Catalog) -> None:
    rates = [indicator for indicator in catalog.indicators.values() if indicator.unit == "%"]
    assert len(rates) > 25
    assert [indicator.id for indicator in rates if not indicator.bases or not indicator.base] == []

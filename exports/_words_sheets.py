"""Keys → what cover, contents, years, ranking, charts and coverage of the workbook say, in Chinese and English."""

from __future__ import annotations

SHEET_WORDS: dict[str, tuple[str, str]] = {
    "contents.title": ("目录：每张工作表里有什么", "Contents: what each sheet holds"),
    "contents.how": (
        "点表名可打开；每张表的表名下有返回本页的链接。",
        "Click a name to open it; each sheet has a link back to here.",
    ),
    "notes.title": ("说明：代码、符号与规则", "Notes: codes, signs and rules"),
    "notes.how": (
        "空格代码都不是零；符号在数字旁，不在数字里。",
        "No code of a blank is zero; signs stand beside numbers, not in them.",
    ),
    "yearly.title": ("逐年：每个指标一段，横排各年", "Years: a block an indicator, the years across"),
    "yearly.how": (
        "单位见“单位”列，比率以百分数计；“—”指该地区首末两份报告以外的年份；其他符号与代码见“说明”。点数字看原文。",
        (
            "Units stand in their column, rates are in percent; — is a year outside a place's first and last report; signs and "
            "codes are explained in Notes. Click a number for the words that state it."
        ),
    ),
    "ranks.title": ("排名：同类数值的先后", "Ranking: the order of like figures"),
    "ranks.how": (
        "只在同一年份、层级、口径和范围之内比较；名次是从最好到最差的区间，并列记作 3=；不排名的按大小列出并写明原因。",
        (
            "Compared within one year, level, base and scope; a rank is from its best to its worst, 3= is shared; what has no "
            "rank stands in order of size and says why."
        ),
    ),
    "charts.title": ("图表：排名与趋势", "Charts: ranking and trend"),
    "charts.how": (
        "所选指标各一张排名图、一张趋势图，最多十个指标，未选指标时取给出最多的；图下数据请勿排序，否则图随之改变。",
        (
            "A ranking and a trend for each chosen indicator, ten at most; where none is chosen, those given most. "
            "Sorting the sheets that the charts read changes the charts."
        ),
    ),
    "chart_data.title": ("图表数据：趋势图的数值", "Chart data: the figures of the lines"),
    "chart_data.how": (
        "确数与“以上、以下、约”各占一行；空格是图上的断开，不是零，原因见“逐年”。",
        "Exact figures and bounds have rows of their own; an empty cell is a gap, not zero: Years tells why.",
    ),
    "coverage.title": ("覆盖：数值与空格", "Coverage: values and blanks"),
    "coverage.how": (
        "每行各项之和等于“合计”；这里的 0 是个数，代码含义见“说明”。",
        "The counts of a row add up to Total; 0 here is a count, codes are explained in Notes.",
    ),
    "chart.kind.ranking": ("排名图", "Ranking"),
    "chart.kind.trend": ("趋势图", "Trend"),
    "chart.number": ("图 {number}", "Chart {number}"),
    "chart.base": ("口径：{base}", "base: {base}"),
    "chart.scope": ("范围：{scope}", "scope: {scope}"),
    "chart.none": ("没有画：同类数值不足两个", "Not drawn: fewer than two like figures"),
    "chart.no_trend": ("没有画：没有地区有两年同类数值", "Not drawn: no place has like figures of two years"),
    "chart.n": ("{n} 个同类数值，该层级共 {total} 份报告。", "{n} like figures, of {total} reports of the level. "),
    "chart.first": ("图上为前 {n} 个。", "The first {n} are drawn. "),
    "chart.ranking": ("{name}排名（{unit}，{year}年，{like}）", "{name}: ranking ({unit}, {year}, {like})"),
    "chart.order": (
        "{name}各地数值，不排名（{unit}，{year}年，{like}）",
        "{name}: values, not ranked ({unit}, {year}, {like})",
    ),
    "chart.trend": ("{name}趋势（{unit}，{span}，{like}）", "{name}: trend ({unit}, {span}, {like})"),
    "chart.lines": (
        "年份最多的 {n} 个地区，共 {total} 个地区有两年以上。",
        "The {n} places with most years, of {total} with two or more. ",
    ),
    "chart.alt.ranking": ("首位 {first}，末位 {last}。", "First {first}, last {last}."),
    "chart.alt.trend": ("断开 {gaps} 处，界限或约数 {bounds} 个。", "{gaps} gaps, {bounds} bounds or approximate figures."),
    "chart.series.exact": ("确数", "exact"),
    "chart.series.min": ("≥ 至少", "≥ at least"),
    "chart.series.max": ("≤ 至多", "≤ at most"),
    "chart.series.approx": ("≈ 约数", "≈ about"),
    "chart.sign.exact": ("", ""),
    "chart.sign.min": (" ≥", " ≥"),
    "chart.sign.max": (" ≤", " ≤"),
    "chart.sign.approx": (" ≈", " ≈"),
    "head.item": ("项目", "Item"),
    "head.content": ("内容", "Content"),
    "head.part": ("部分", "Part"),
    "head.sheet": ("工作表", "Sheet"),
    "head.rows": ("行数", "Rows"),
    "head.rank_best": ("名次自", "Rank from"),
    "head.rank_worst": ("名次至", "Rank to"),
    "head.shared": ("并列", "Shared"),
    "head.like_n": ("同类数值", "Like figures"),
    "head.like_total": ("该层级报告", "Reports of level"),
    "head.evidence_number": ("证据序号", "Evidence no."),
    "head.only.exact": ("确数", "Exact"),
    "head.only.min": ("至少 ≥", "At least ≥"),
    "head.only.max": ("至多 ≤", "At most ≤"),
    "head.only.approx": ("约数 ≈", "About ≈"),
    "head.why": ("不排名的原因", "Why no rank"),
    "head.given": ("有数值", "With value"),
    "head.with_report": ("有报告", "With report"),
    "head.cells": ("合计", "Total"),
    "head.chart": ("图", "Chart"),
    "head.drawn": ("图上个数", "Drawn"),
    "head.about": ("说明", "About"),
    "head.alt": ("图的文字说明", "Alt text"),
    "table.limit": (
        "Excel 每张表最多 {limit} 个链接，其余没有链接：请按证据序号或所写的单元格查找。",
        " Excel takes {limit} links a sheet: the rest have none, go by the evidence number or by the cell that is named.",
    ),
    "head.row_evidence": ("证据序号（按年份）", "Evidence numbers (by year)"),
    "head.yearly_row": ("逐年第几行", "Row in Years"),
    "head.rank_row": ("排名第几行", "Row in Ranking"),
}

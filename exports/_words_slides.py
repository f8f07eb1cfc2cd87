"""Keys → what slides say beside the sentences of a brief, and how all that is loaded is cited; in Chinese and English."""

from __future__ import annotations

from panel.words import Words

SLIDES = Words(
    {
        "cite_text": (
            "{app}：{n} 份报告的 {readings} 个读数。指标目录 {stamp}；整理日期 {made}。{standing}",
            "{app}: {readings} readings of {n} reports. Catalogue {stamp}; made {made}. {standing}",
        ),
        "bars": ("{name}：各地数值（{year} 年）", "{name}: values of the places, {year}"),
        "lines": ("{name}：历年数值（{first}–{last} 年）", "{name}: values over the years, {first}–{last}"),
        "part": ("{title}（{part}/{parts}）", "{title} ({part} of {parts})"),
        "words": ("{title}：注", "{title}: notes"),
        "unit": ("单位：{unit}。", "Unit: {unit}."),
        "exact": ("确数", "exact"),
        "min": ("下限（≥，真值可能更大）", "at least (≥, may be more)"),
        "max": ("上限（≤，真值可能更小）", "at most (≤, may be less)"),
        "approx": ("约数（≈）", "approximate (≈)"),
        "of_series": ("{place}（{sign}）", "{place} ({sign})"),
        "ranked": ("{place}（{rank}）", "{place} ({rank})"),
        "like": ("{place} · {like}", "{place} · {like}"),
        "base": ("口径：{base}", "base: {base}"),
        "scope": ("范围：{scope}", "scope: {scope}"),
        "whole": ("整体", "the whole"),
        "since": ("{year} 年起新定义", "defined anew from {year}"),
        "before": ("此前的定义", "as defined before"),
        "from_bottom": ("纵轴不从零起。", "The vertical axis does not start at zero."),
        "nothing": ("没有数值可画，原因见下。", "There is no value to draw; the causes are below."),
        "undrawn": ("另有 {n} 个地区没有画出，见工作簿。", "{n} more places are not drawn: see the workbook."),
        "evidence": ("依据", "Evidence"),
        "evidence_line": ("{place} {year}：{value}，“{quote}”（{where}）", "{place} {year}: {value}, “{quote}” ({where})"),
        "evidence_more": ("另有 {n} 条，见工作簿。", "{n} more are in the workbook."),
        "title": ("法治政府建设年度报告指标对比", "Rule-of-law annual reports: indicators compared"),
        "title.of": ("{places} 个地区的 {n} 份报告，{years}", "{n} reports of {places} places, {years}"),
        "title.levels": ("层级：{levels}", "Level: {levels}"),
        "title.indicators": ("指标：{names}", "Indicators: {names}"),
        "made": ("生成日期 {made} · 指标目录 {stamp}", "Made {made} · catalogue {stamp}"),
        "method": ("方法与引用", "Method and citation"),
        "method.1": (
            "数字由各报告原文读出，每个数字的原句和位置写在该页备注里；读法见指标目录。",
            "Figures are read from the reports themselves; their sentences and places are in the notes of each slide.",
        ),
        "method.2": (
            "名次只在同年、同层级、同口径、同范围之内排；并列者名次相同，界限值分不出先后时名次为范围。",
            "Ranks are within one year, level, base and scope alone; ties share one, bounds make it a range.",
        ),
        "method.3": (
            "界限值和约数单成一列（斜线填充或空心点），不当作确数；缺数值的年份断开，不补数。",
            "Bounds and approximate values are series of their own, hatched or hollow; a year without a value is a gap.",
        ),
        "method.4": (
            "没有数值的按原因写明；空白不是零。图可编辑，改动后不再是报告所写。",
            "Who has no value is told by cause; a blank is no zero. A chart that was edited is no longer what reports say.",
        ),
        "cite": ("引用：{cited}", "To cite: {cited}"),
    }
)

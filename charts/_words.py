"""What the charts say, in Chinese and English."""

from __future__ import annotations

from charts._words_alt import ALT
from charts._words_spread import SPREAD
from charts._words_years import YEARS
from panel.words import Words

WORDS = Words(
    {
        **YEARS,
        **ALT,
        "unit": ("单位：{unit}", "unit: {unit}"),
        "year": ("{year} 年", "{year}"),
        "years": ("{first}–{last} 年", "{first}–{last}"),
        "n_of_N": ("{N} 份报告中 {n} 份给出", "{n} of {N} reports give it"),
        "rank": ("第 {rank} 名", "rank {rank}"),
        "rank_shared": ("并列第 {rank} 名", "rank {rank}, shared"),
        "rank_range": ("第 {best}–{worst} 名", "rank {best}–{worst}"),
        "basis": ("（{basis}）", " ({basis})"),
        "label_year": ("{place} {year}", "{place} {year}"),
        "level_head": ("{level}（{N} 份报告中 {n} 份给出）", "{level} ({n} of {N} reports give it)"),
        "group_base": ("口径：{name}", "of {name}"),
        "group_scope": ("范围：{name}", "scope: {name}"),
        "group_head": ("{names}（{n} 个数值）", "{names} ({n})"),
        "hatched": ("斜线段为真值可能所在的区间", "hatched: where the true figure may lie"),
        "open_end": ("▷ 表示没有上限", "▷ marks an open end"),
        "missing_head": ("无数值 {n} 处：", "No value in {n} place-years: "),
        "missing_cause": ("{cause} {n}（{names}）", "{cause} {n} ({names})"),
        "and_more": ("等", ", …"),
        "notes": ("注：", "Notes: "),
        "source": ("来源：{n} 份法治政府建设年度报告：{names}", "Source: {n} annual reports on law-based government: {names}"),
        "source_none": ("来源：无", "Source: none"),
        "made": ("制图 {date} · 指标目录 {stamp}", "Made {date} · catalogue {stamp}"),
        "ranking_title": ("{name}：各地比较", "{name}: comparison of places"),
        "trend_title": ("{name}：历年变化", "{name}: across years"),
        "coverage_title": ("各报告给出哪些指标", "Which indicators each report gives"),
        "no_indicator": ("还没有选择指标。请在指标一栏选择一个。", "No indicator is chosen. Choose one in the indicator box."),
        "many_indicators": (
            "这张图一次只画一个指标，现在选了 {n} 个。请只留一个，或改看“覆盖”图。",
            "This chart draws one indicator at a time and {n} are chosen. Keep one, or see the coverage chart.",
        ),
        "unknown_indicator": (
            "指标目录里没有“{name}”。请重新选择指标。",
            "The catalogue has no indicator “{name}”. Choose another.",
        ),
        "no_reports": ("还没有读入任何报告。请先添加报告文件。", "No report has been read yet. Add report files first."),
        "nothing_chosen": (
            "所选地区、年份、层级之下没有报告。现有 {n} 份报告，年份为 {years}。请放宽地区、年份或层级。",
            "No report lies in the chosen places, years and levels. There are {n} reports, of {years}. Widen the choice.",
        ),
        "no_values": (
            "所选 {N} 份报告都没有给出“{name}”的数值，原因见下。",
            "None of the {N} chosen reports gives a value of “{name}”; the causes are below.",
        ),
        "elsewhere": (
            "其他年份或地区有数值：{where}。清空年份和地区的选择即可看到。",
            "There are values elsewhere: {where}. Clear the choice of years and places to see them.",
        ),
        "nowhere": ("全部报告都没有给出该指标的数值，请换一个指标。", "No report at all gives this indicator. Choose another."),
        "line_rest": ("其余 {n} 个地区（灰线）", "{n} other places (grey)"),
        "too_many_lines": (
            "共 {n} 个地区，画出前 {drawn} 个，只有前 {shown} 个着色；请少选几个地区。",
            "{n} places: the first {drawn} are drawn and the first {shown} coloured; choose fewer places.",
        ),
        "too_many_bars": (
            "共 {n} 个数值，只画出前 {shown} 个；请少选几个地区。",
            "{n} values: only the first {shown} are drawn; choose fewer places.",
        ),
        "single_points": (
            "{n} 个地区只有一个年份有数值，看不出变化。",
            "{n} place(s) have a value in one year only: no change can be seen.",
        ),
        "broken": ("缺数值的年份断开，不作连接。", "Lines are broken at years without a value."),
        "intervals": (
            "竖线为真值可能所在的区间，△▽ 表示该方向没有界限。",
            "Bars: where the true figure may lie; △▽ open that way.",
        ),
        "not_from_zero": ("纵轴不从零起。", "The vertical axis does not start at zero."),
        "undated": ("{n} 份报告年份未知，未画出。", "{n} report(s) of unknown year are not drawn."),
        "several_levels": (
            "包含不同层级（{levels}），职权与规模不同。",
            "Several levels ({levels}): their powers and sizes differ.",
        ),
        "cells_counts": (
            "{reports} 份报告 × {indicators} 个指标，{values} 格有数值（含零）",
            "{reports} reports × {indicators} indicators, {values} values (zeros included)",
        ),
        "given": ("给出", "given"),
        "state.value": ("有数值", "value"),
        "state.zero": ("数值为零", "zero"),
        "zero_implied": ("0（推断）", "0 (implied)"),
        "too_many_columns": (
            "共 {n} 列，只画出前 {shown} 列；请少选几个地区或年份。",
            "{n} columns: only the first {shown} are drawn; choose fewer places or years.",
        ),
        "code.value": ("●", "●"),
        "code.zero": ("0", "0"),
        "code.part only": ("部", "P"),
        "code.refused": ("拒", "R"),
        "code.term without figure": ("提", "F"),
        "code.term absent": ("未", "A"),
        "code.not applicable": ("免", "N"),
        "code.no report": ("缺", "–"),
        "code.unreadable": ("坏", "U"),
        "base": ("口径：{base}", "base: {base}"),
        "passage": ("最近处：“{words}”", "nearest passage: “{words}”"),
        "ceiling_title": ("各项比率：多少到 100%，多少没有说", "Rates: how many stand at 100%, how many are silent"),
        "ceiling_none": ("所选报告没有给出任何比率。", "The chosen reports give no rate."),
        "ceiling_counts": (
            "{n} 项比率 · {reports} 份报告 · 每行共 {slots} 处",
            "{n} rates · {reports} reports · {slots} in each row",
        ),
        "ceiling_reading": (
            "多数为 100% 的比率不宜排名；没有说的未必没有做到，差的数字往往不说。",
            "Rates that most put at 100% are not for ranking; silence is no failure, but bad figures are often left out.",
        ),
        "ceiling.top": ("100%", "100%"),
        "ceiling.open": ("界限值，可能为 100%", "a bound, perhaps 100%"),
        "ceiling.below": ("低于 100%", "below 100%"),
        "dumbbell_title": ("{name}：{first} 年与 {last} 年", "{name}: {first} and {last}"),
        "dumbbell_reading": (
            "○ {first} 年，● {last} 年；横轴未必从零起。",
            "○ {first}, ● {last}; the axis need not start at zero.",
        ),
        "dumbbell_change": ("{then} → {now}（{change}）", "{then} → {now} ({change})"),
        "dumbbell_one_year": (
            "所选报告只有一个年份有“{name}”的数值，没有前后可比；请放宽年份或地区。",
            "Only one year has values of “{name}” here: choose more years or places.",
        ),
        "dumbbell_nobody": (
            "没有一个地区两年都有数值，原因见下；不用相近年份代替。",
            "No place has a value in both years, see below; no other year stands in.",
        ),
        "spine_title": ("{place} {year} 年：在同类地区中的位置", "{place} {year}: its place among its peers"),
        "spine_nothing": (
            "请选择一个有报告的地区和年份。",
            "Choose a place and a year of which it has a report.",
        ),
        "spine_peers": (
            "同类：{level} {n} 个当年有报告的地区，不含本地",
            "Peers: {n} places of the level {level} with a report on the year, itself left out",
        ),
        "spine_no_peers": ("没有同类地区当年的报告，只列出本地数值。", "No peer has a report on the year."),
        "spine_reading": (
            "◆ 本地；细线为同类最小值到最大值，粗条为中间一半，竖线为中位数（有界限值时未定，画成一段）；每行各有尺度，行间不可比。",
            "◆ this place; thin: all peers, thick: their middle half, stroke: median (band: open); each row has its own scale.",
        ),
        "spine_empty": (
            "没有一项指标既有本地数值、又有至少 {n} 个同类给出。",
            "No figure of this place is given by {n} peers or more.",
        ),
        "spine_rank": ("第 {rank} 名，共 {of} 个", "rank {rank} of {of}"),
        "spine_rank_shared": ("并列第 {rank} 名，共 {of} 个", "rank {rank} of {of}, shared"),
        "spine_given": ("同类 {N} 中 {n} 给出", "{n} of {N} peers give it"),
        "spine_alone": ("不足 {n} 个同类给出，未画：{names}", "Given by fewer than {n} peers, not drawn: {names}"),
        "spine_silent": ("半数以上同类给出而本地没有：", "Given by at least half of the peers and not here: "),
        "spine_cause": ("{cause}（{names}）", "{cause} ({names})"),
        "spine_given_by": ("{name} {n}/{N}", "{name} {n}/{N}"),
        "why.ceiling": ("不排名：同类 {top} 个为 100%", "no rank: {top} peers at 100%"),
        "why.low_coverage": ("不排名：给出者不足一半", "no rank: fewer than half give it"),
        "why.grade_C": ("不排名：口径不一，仅供展示", "no rank: definitions differ"),
        "why.no_direction": ("不排名：大小无优劣", "no rank: no better or worse"),
        "why.alone": ("不排名：没有同口径的数值", "no rank: nothing of its base or scope"),
        "why.borrowed": ("不排名：借用别年数值", "no rank: figures of other years"),
        "why.flows": ("不排名：有的说新增，有的说现有", "no rank: some are what was added"),
        "why.few_values": ("不排名：数值太少", "no rank: too few values"),
        "why.mixed_years": ("不排名：年份不同", "no rank: years differ"),
        **SPREAD,
        "list_comma": ("、", ", "),
        "list_semicolon": ("；", "; "),
    }
)

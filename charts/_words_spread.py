"""What the distribution and the heat map say, in Chinese and English."""

from __future__ import annotations

SPREAD = {
    "distribution_title": ("{name}：数值的分布", "{name}: how the values lie"),
    "distribution_reading": (
        "每个标记一个地区：竖线为确数，横条为界限或约数的区间；上下错开只为互不遮挡。",
        "A mark a place: strokes are exact, bars are bounds or approximate; stacked only so that all are seen.",
    ),
    "distribution_open": ("▷◁ 表示该方向没有界限。", "▷◁: open that way."),
    "distribution_one_axis": (
        "各层级共用一条轴，数量小的层级挤在一端；细看请只选一个层级。",
        "All levels share one axis, and those of small numbers crowd at its end: choose one level to see it.",
    ),
    "distribution_middle": (
        "色块为中间一半（四分位数之间），粗竖线为中位数；因界限值未定的部分，四分位数画得更淡，中位数画成虚线框。",
        "Shaded: the middle half, between the quartiles; thick stroke: median; paler, or dotted, where bounds leave them open.",
    ),
    "strip_given": ("{n}/{N} 份", "{n} of {N}"),
    "strip_median": ("中位数 {median}", "median {median}"),
    "strip_quartiles": ("四分位数 {lower} 与 {upper}", "quartiles {lower} and {upper}"),
    "strip_range": ("{first}–{last}", "{first}–{last}"),
    "strip_top": ("{top} 个为 100%", "{top} at 100%"),
    "strip_perhaps_top": ("{n} 个界限值可能为 100%", "{n} bound(s) perhaps 100%"),
    "strip_no_report": ("没有报告", "no report"),
    "strip_silent": ("没有一份给出", "nobody gives it"),
    "strip_thinned": ("按大小均匀画出 {shown} 个", "{shown} drawn, evenly by size"),
    "no_middle.mixed_levels": ("层级不同，不给中位数", "levels differ, no median"),
    "no_middle.mixed_years": ("年份不同，不给中位数", "years differ, no median"),
    "no_middle.few_values": ("数值太少，不给中位数", "too few values for a median"),
    "no_middle.ceiling": ("多数为 100%，不给中位数", "most at 100%, no median"),
    "no_middle.low_coverage": ("给出者不足一半，不给中位数", "fewer than half give it, no median"),
    "no_middle.grade_C": ("仅供展示，不给中位数", "for display only, no median"),
    "too_many_strips": (
        "共 {n} 行，只画出前 {shown} 行；请少选几个年份或层级。",
        "{n} rows: only the first {shown} are drawn; choose fewer years or levels.",
    ),
    "axis_not_from_zero": ("横轴不从零起。", "The horizontal axis does not start at zero."),
}

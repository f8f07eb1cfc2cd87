"""What the charts over years and of bases say (multiples, slope, funnel, breaks), in Chinese and English."""

from __future__ import annotations

YEARS: dict[str, tuple[str, str]] = {
    "break": (
        "点线：{year} 年起口径有变，前后不是同一口径。{why}。",
        "Dotted line: from {year} on something else is counted, so the years before are not alike. {why}.",
    ),
    "break_between": (
        "{year} 年起口径有变，两年不是同一口径，差异未必是实际变化。{why}。",
        "From {year} on something else is counted: the two years are not alike and a difference need be no change. {why}.",
    ),
    "renamed": (
        "更名的地区按同一地区连线，用最后的名称：{names}。",
        "Places that were renamed are one series, under the latest name: {names}.",
    ),
    "renamed_place": ("{was}（{year} 年起称{now}）", "{was} ({now} since {year})"),
    "merged": (
        "合并而成的地区，此前的数值属于另外的地区，不相连：{names}。",
        "Made of several places, whose earlier figures are not joined: {names}.",
    ),
    "merged_place": ("{now}（{year} 年由{was}合并）", "{now} ({year}, of {was})"),
    "unlike": (
        "口径或范围两年不同，不能比较，不计差：{names}。",
        "Base or scope differs between the years, so there is no difference to give: {names}.",
    ),
    "unlike_place": ("{place}（{then} → {now}）", "{place} ({then} → {now})"),
    "unlike_scope": ("{base}，{scope}", "{base}, {scope}"),
    "no_scope": ("范围未说明", "no scope stated"),
    "unlike_mark": ("不可比", "not comparable"),
    "multiples_title": ("{name}：各地历年", "{name}: place by place over the years"),
    "multiples_reading": (
        "每个地区一幅小图，纵轴和年份范围全部相同。n/N 年：N 年有报告，其中 n 年给出数值。",
        "A small panel a place, all on the same axes. n/N years: of N years with a report, n give a value.",
    ),
    "multiples_head": ("{n}/{N} 年", "{n}/{N} years"),
    "multiples_level": ("{level} · {years}", "{level} · {years}"),
    "too_many_panels": (
        "共 {n} 个地区，只画出前 {shown} 个；请少选几个地区。",
        "{n} places: only the first {shown} are drawn; choose fewer places.",
    ),
    "slope_title": ("{name}：从 {first} 年到 {last} 年", "{name}: from {first} to {last}"),
    "slope_reading": (
        "左端 {first} 年，右端 {last} 年，高低按数值，不从零起；标签避让时有引线。",
        "Left {first}, right {last}; height is the value and does not start at zero; thin lines lead to labels set aside.",
    ),
    "slope_dashed": ("虚线：两年不可比。", "Dashed: the two years are not comparable."),
    "slope_then": ("{place} {text}", "{place} {text}"),
    "slope_change": ("（{change}）", " ({change})"),
    "too_many_slopes": (
        "共 {n} 个地区两年都有数值，只画出前 {shown} 个；请少选几个地区。",
        "{n} places have a value in both years: only the first {shown} are drawn; choose fewer places.",
    ),
    "funnel_title": ("{name}：比率与分母", "{name}: rate against size of base"),
    "funnel_axis": ("分母（对数刻度）→", "size of base (log scale) →"),
    "funnel_drawn": (
        "{N} 个数值中 {n} 个的分母见于同一份报告，画在图中。",
        "{n} of {N} values have their base told in the same report and are drawn.",
    ),
    "funnel_reading": (
        "横线：合计比率 {pooled}；仅凭偶然，95% 的地区在虚线之间，99.8% 在实线之间。",
        "Level line: pooled rate {pooled}; chance alone leaves 95% within the dashed lines and 99.8% within the solid ones.",
    ),
    "funnel_marks": (
        "◆ 95% 线外，■ 99.8% 线外，▲ 界限值，在不在线外未定；空心：分母不足 {least}，一件之差就动 {points} 个百分点以上。",
        "◆ beyond 95%, ■ beyond 99.8%, ▲ a bound that leaves it open; hollow: base below {least}, a case makes {points} points.",
    ),
    "funnel_no_limits": (
        "不足 {least} 个确数，不画控制线。空心：分母不足 {small}。",
        "Fewer than {least} exact rates: no control limits. Hollow: base below {small}.",
    ),
    "funnel_flat": (
        "确数全部为 {value}，偶然无从分散，不画控制线。空心：分母不足 {small}。",
        "All exact rates are {value}: chance has nothing to spread, so no control limits. Hollow: base below {small}.",
    ),
    "funnel_far": ("99.8% 线外 {n} 处：{names}。", "Beyond the 99.8% limits {n}: {names}."),
    "funnel_beyond": ("95% 线外 {n} 处：{names}。", "Beyond the 95% limits {n}: {names}."),
    "funnel_chance": (
        "{n} 处中仅凭偶然也约有 {by_chance} 处落在 95% 线外；线外只表示值得细看，不表示优劣。",
        "Of {n} about {by_chance} stand beyond the 95% limits by chance alone; beyond means worth a look, not better or worse.",
    ),
    "funnel_point": ("{place} {text}（{base}）", "{place} {text} ({base})"),
    "funnel_base": ("分母：{base}", "base: {base}"),
    "funnel_together": ("此处重叠 {n} 处：{names}", "{n} marks on one another: {names}"),
    "funnel_times": ("×{n}", "×{n}"),
    "funnel_unknown": ("分母未知 {n} 处，未画：{names}。", "Base not told {n}, not drawn: {names}."),
    "funnel_method": (
        "控制线：二项分布精确界（Spiegelhalter，Statistics in Medicine 2005 年第 24 卷 1185 页）。",
        "Limits: exact binomial (Spiegelhalter, Statistics in Medicine 24:1185, 2005).",
    ),
    "too_many_points": (
        "共 {n} 处，只画出前 {shown} 处；请少选几个地区或年份。",
        "{n} values: only the first {shown} are drawn; choose fewer places or years.",
    ),
    "funnel_counts": ("“{name}”不是比率，没有分母，画不成漏斗图。", "“{name}” is no rate: it has no base to be set against."),
    "funnel_none": (
        "{N} 个数值都没有在同一份报告中写明分母，画不成漏斗图。",
        "None of {N} values has its base told in the same report: there is no funnel to draw.",
    ),
    "funnel_others": (
        "可以这样画的指标（有分母的报告数）：{names}。",
        "Indicators that can be drawn so (reports that tell a base): {names}.",
    ),
    "funnel_nowhere": ("现有报告里没有一个比率写明分母。", "No rate of these reports has its base told."),
}

"""The words of the pages of one place and of wordings, in Chinese and in English."""

from __future__ import annotations

PROFILE = {
    "page.profile": ("一地概览", "One place"),
    "lead.profile": (
        "一个地区一年的全部指标：数值、比上年的变化、在同类地区中的位置；点标记或表中一行看原文。",
        "All figures of one place in one year: values, change, where it stands among its peers; select one to see its words.",
    ),
    "profile.focus": ("地区", "Place"),
    "profile.of_year": ("年份", "Year"),
    "profile.peers": ("与谁比", "Compared with"),
    "profile.peers.level": ("同层级", "its level"),
    "profile.peers.province": ("同省同层级", "its level in its province"),
    "profile.none": ("还没有年份已知的报告。", "No report of a known year has been read yet."),
    "profile.table": ("全部指标", "All indicators"),
    "profile.table_hint": (
        "变化只与上一年比；上一年没有数值则空着，不用更早的年份代替。中位数、名次不含区间以外的推测。",
        "Changes are from the year before alone: where it has no figure there is none. Medians and ranks are ranges where open.",
    ),
    "profile.hide_blank": ("只列有数值的", "Only those with a value"),
    "page.wording": ("措辞", "Wording"),
    "lead.wording": (
        "同一指标在各地报告里怎么写：数字对齐成一列，与多数不同的说法写在前面；选一行看全文。",
        "How reports word one indicator: figures in one column, what is said otherwise than by most is named first.",
    ),
    "wording.counts": (
        "{n} 处给出数值，其中 {otherwise} 处的说法与多数不同或不是直接写明的确数。",
        "{n} give a value, {otherwise} of them otherwise than most or not as a plain figure of their own.",
    ),
    "wording.base": ("口径：{base}", "base: {base}"),
    "wording.scope": ("范围：{scope}", "scope: {scope}"),
    "wording.measure": ("单位写作“{measure}”", "counted in “{measure}”"),
    "wording.joint": ("；", "; "),
    "choose.way": ("画法", "Way to draw"),
    "choose.way.line": ("历年折线", "All years"),
    "choose.way.ends": ("前后两年", "Then and now"),
    "col.before": ("数字之前", "Before the figure"),
    "col.figure": ("数字", "Figure"),
    "col.behind": ("数字之后", "Behind it"),
    "col.differs": ("与多数不同", "Otherwise than most"),
    "col.change": ("比上年", "Change"),
    "col.median": ("同类中位数", "Median of peers"),
    "col.rank": ("名次", "Rank"),
    "col.of_peers": ("同类给出", "Peers that give it"),
    "col.unranked": ("不排名的原因", "Why no rank"),
}

"""The words of the page of one place, in Chinese and in English."""

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
    "col.change": ("比上年", "Change"),
    "col.median": ("同类中位数", "Median of peers"),
    "col.rank": ("名次", "Rank"),
    "col.of_peers": ("同类给出", "Peers that give it"),
    "col.unranked": ("不排名的原因", "Why no rank"),
}

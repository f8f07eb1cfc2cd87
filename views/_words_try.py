"""The words of the pane in which a sentence is tried, in Chinese and in English; views/_words.py takes them in."""

from __future__ import annotations

TRIED: dict[str, tuple[str, str]] = {
    "evidence.compare": ("在对比中看：{name}，{year} 年", "Among others: {name}, {year}"),
    "evidence.profile": ("一地概览：{place} {year} 年", "One place: {place} {year}"),
    "catalogue.break": ("{year} 年起另算", "Counted otherwise from {year}"),
    "try": ("试一句话：读出什么，为什么", "Try a sentence: what is read in it, and why"),
    "try.sentence": ("句子", "Sentence"),
    "try.example": (
        "例如：全县收到行政复议申请41件，出庭应诉率95%以上。",
        "For example: 全县收到行政复议申请41件，出庭应诉率95%以上。",
    ),
    "try.year": ("报告年份", "Year of the report"),
    "try.hint": (
        "写一句报告里的话：数字会标出来，并说明用了哪个句式、哪些没有采用、哪些只差一步。与命令 python -m extract try 相同。",
        "Write a sentence: its figures are lit, with what read or refused them and what came near (python -m extract try).",
    ),
    "try.roles": ("所在部分：{roles}", "Taken as: {roles}"),
    "try.role.work": ("工作", "work done"),
    "try.role.problems": ("问题", "problems"),
    "try.role.plan": ("计划", "plans"),
    "try.role.frame": ("版式", "no part of the report"),
    "try.comma": ("、", ", "),
    "try.reading": ("✓ {line} · 句式 {pattern} · “{quote}”", "✓ {line} · pattern {pattern} · “{quote}”"),
    "try.scope": (" · 范围 {scope}", " · of {scope}"),
    "try.refusal": (
        "✗ 未采用：{name} {value} · {reason}{detail} · 句式 {pattern} · “{quote}”",
        "✗ Not taken: {name} {value} · {reason}{detail} · pattern {pattern} · “{quote}”",
    ),
    "try.near": (
        "○ 相近：{name} · 句式 {pattern} · {miss}{detail} · “{quote}”",
        "○ Near: {name} · pattern {pattern} · {miss}{detail} · “{quote}”",
    ),
    "try.detail": ("（{detail}）", " ({detail})"),
    "try.miss.other topic": ("话题不符", "of another topic"),
    "try.miss.unless": ("有排除词", "kept off by words"),
    "try.miss.other unit": ("数字的计量不符", "its figure counts something else"),
    "try.miss.no figure": ("没有数字", "no figure"),
    "try.named": ("没有读数。提到的指标：{names}", "Nothing read. Indicators named: {names}"),
    "try.nothing": ("没有读数，也没有提到任何指标。", "Nothing read, and no indicator is named."),
}

"""The words of the presentation, in Chinese and in English."""

from __future__ import annotations

PRESENT = {
    "page.present": ("放映", "Present"),
    "lead.present": (
        "把看过的图放进一份放映：全屏、大字、没有按钮，方向键翻页；整份放映都在网址里。",
        "Charts you looked at become a talk: whole screen, large type, no buttons, arrow keys; all of it is in the address.",
    ),
    "present.add": ("加入放映", "Add to the talk"),
    "present.added": ("已加入放映，共 {n} 张。", "Added: {n} slide(s) in the talk."),
    "present.full": ("放映最多 {n} 张。", "A talk has {n} slides at most."),
    "present.start": ("开始放映", "Start"),
    "present.none": (
        "还没有选图：在各页图下点“加入放映”。现在放映的是当前选择的几张图。",
        "No chart was added yet: each page has the button under its chart. Shown now: charts of the present choice.",
    ),
    "present.keys": (
        "放映时：→ 或空格下一张，← 上一张，Home、End 到首尾，F 全屏，Esc 退出；手机上左右滑动。",
        "While it runs: → or space goes on, ← back, Home and End, F for the whole screen, Esc to leave; swipe on a phone.",
    ),
    "present.up": ("上移", "Up"),
    "present.down": ("下移", "Down"),
    "present.remove": ("移除", "Remove"),
    "present.clear": ("全部移除", "Remove all"),
    "present.slide": ("{n}. {title}", "{n}. {title}"),
    "present.no_chart": ("网址里的“{value}”不是图。", "{value} in the address is no chart."),
    "present.unknown": ("第 {n} 张：没有{field}“{value}”，已略去。", "Slide {n}: no {field} {value}; left out."),
    "present.title": ("法治政府建设年度报告比较", "Annual reports on building a law-based government, compared"),
    "present.reports": ("{places} 个地区 · {n} 份报告 · {years}", "{places} localities · {n} reports · {years}"),
    "present.indicators": ("指标：{names}", "Indicators: {names}"),
    "present.made": ("{made} 制 · 指标目录 {stamp}", "Made {made} · catalogue {stamp}"),
    "present.end": ("来源与说明", "Sources and notes"),
    "present.sources": ("来源：{n} 份法治政府建设年度报告：{names}", "Source: {n} annual reports: {names}"),
    "present.proof": (
        "每个数字都出自报告中的一句原文，可在本程序的同一网址点开核对。",
        "Every figure stands in a sentence of its report and can be opened there from the same address.",
    ),
    "present.missing": (
        "空白不是零：没有数值的地区及原因列在各图下方。",
        "A blank is no zero: who has no value, and why, stands under each chart.",
    ),
    "present.measured": (
        "读数准确度（从未用来修改目录的段落）：读出的对 {precision}，该读的读出 {recall}。",
        "Accuracy on passages never used to mend the catalogue: right of those read {precision}, read of those stated {recall}.",
    ),
    "present.place": ("{n} / {total}", "{n} / {total}"),
    "field.slide": ("放映", "talk"),
    "field.n": ("放映到第几张", "slide shown"),
}

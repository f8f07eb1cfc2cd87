"""The words round a brief on the page, in Chinese and in English; its sentences are in exports/_words_brief.py."""

from __future__ import annotations

BRIEFED: dict[str, tuple[str, str]] = {
    "brief.open": ("简报：可直接引用的文字", "Brief: sentences to hand in"),
    "brief.hint": (
        "带下划线的数字可以点：一个数字打开它的原文，一个计数列出所数的各处。",
        "Underlined numbers can be clicked: a figure opens its words, a count lists what it counts.",
    ),
    "brief.copy": ("复制全文", "Copy the text"),
    "brief.save": ("保存为 Word（含图和来源表）", "Save for Word (with charts and sources)"),
    "brief.counted": ("所数的 {n} 处", "What is counted: {n}"),
}

"""The words of copying, of citing and of moving about by keyboard, in Chinese and in English."""

from __future__ import annotations

COPYING: dict[str, tuple[str, str]] = {
    "copy.table": ("复制表格", "Copy table"),
    "copy.part": ("复制前 {n} 行（共 {of} 行；全部请下载工作簿）", "Copy the first {n} of {of} rows (the workbook has all)"),
    "copy.done_table": (
        "已复制 {n} 行（含表头、说明和来源）",
        "{n} rows copied with heads, notes and source",
    ),
    "copy.done": ("已复制", "Copied"),
    "copy.failed": ("浏览器不允许复制，请选中后按 Ctrl+C", "The browser allows no copying: select and press Ctrl+C"),
    "copy.note": (
        "≥ ≤ ≈ 为界限或约数；没有数值的格写明原因，不是零。",
        "≥ ≤ ≈: bounds or approximate. A cell without a value tells why; it is no zero.",
    ),
    "twin.open": ("数据表：图中的数字", "Table: the figures of this chart"),
    "twin.rows": (
        "与图同一批数字。不用鼠标也能看原文：方向键移到一行，按 Shift+空格选中。",
        "The same figures as the chart. Without a mouse: move to a row by arrow keys, select it by Shift+Space to read it.",
    ),
    "twin.cells": (
        "与图同一批数字。不用鼠标也能看原文：方向键移到一格，即为选中。",
        "The same figures as the chart. Without a mouse: the cell that you move to by arrow keys is selected, and read.",
    ),
    "cite.copy": ("复制引用", "Copy citation"),
    "cite.read": ("看引用文字", "Read the citation"),
    "cite.title": ("《{title}》", "{title}"),
    "cite.year": ("{year} 年度", "on {year}"),
    "cite.index": ("索引号 {index}", "index no. {index}"),
    "cite.published": ("{published} 发布", "published {published}"),
    "cite.file": ("文件 {doc}", "file {doc}"),
    "cite.stamp": ("指标目录 {stamp}", "catalogue {stamp}"),
    "cite.passage": ("原文“{quote}”", "“{quote}”"),
    "cite.joint": ("，", ", "),
    "cite.end": ("。", "."),
}

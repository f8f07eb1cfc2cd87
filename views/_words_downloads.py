"""The words of the workbook and of the data package, in Chinese and in English."""

from __future__ import annotations

DOWNLOADS: dict[str, tuple[str, str]] = {
    "download.workbook": ("Excel 工作簿", "Excel workbook"),
    "download.workbook_help": (
        "当前所选范围：对比、逐年、排名、可编辑的图表、覆盖、每个数字的原文、未采用、核对、指标目录。",
        (
            "The current selection: comparison, years, ranking, editable charts, coverage, the words behind each figure, "
            "not taken, arithmetic, catalogue."
        ),
    ),
    "download.data": ("数据包", "Data package"),
    "download.data_help": (
        "同样的数据，供 R、Stata、Python 等程序使用：CSV、Parquet 和各列含义。",
        "The same data for R, Stata, Python and others: CSV, Parquet and what each column means.",
    ),
    "download.file": ("法治年报指标_{date}", "rule-of-law_{date}"),
    "download.first": ("所选有 {n} 份报告，先生成，再保存。", "The selection has {n} reports: it is made first, then saved."),
    "download.lookup": ("第 {i} 步（共 {n} 步），已查对 {done} 份报告", "Step {i} of {n}, {done} reports looked up"),
    "download.step": ("第 {i} 步（共 {n} 步），已写 {done} 行", "Step {i} of {n}, {done} rows written"),
    "download.packing": ("第 {i} 步（共 {n} 步），正在打包 {done} 行", "Step {i} of {n}, {done} rows being packed"),
    "download.table": ("第 {i} 张表（共 {n} 张）", "Table {i} of {n}"),
    "download.before": ("之前所选：{what}", "Of the earlier selection: {what}"),
    "download.stop": ("停止", "Stop"),
    "download.save_before": ("保存之前所选：{what}（{size} MB）", "Save that of the earlier selection: {what} ({size} MB)"),
    "download.save": ("保存 {what}（{size} MB）", "Save {what} ({size} MB)"),
}

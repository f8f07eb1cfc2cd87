"""Keys → what the data package says of its tables and columns, in Chinese and English.

A column is looked up under its table and name (earlier.value), then under its name alone.
"""

from __future__ import annotations

from panel.words import Words

DATA_WORDS = Words(
    {
        "table.readings": ("每个读数一行，含主读数与其他读数", "one row a reading, main or not"),
        "table.cells": (
            "对比表的长表：每个地区、年份、指标一行，有数值或有空格的原因",
            "the comparison, long: one row a place, year and indicator, with a value or the cause of its blank",
        ),
        "table.refusals": ("看到但没有采用的数字", "figures seen and not taken"),
        "table.reports": ("每个文件一行：是谁的、哪一年的、读了没有", "one row a file: whose, of which year, whether read"),
        "table.checks": ("报告自身的算术，每个数一行", "the reports' own arithmetic, one row a figure"),
        "table.earlier": ("报告所说的上年与上年报告", "what reports say of the year before, and that year's report"),
        "table.indicators": ("指标目录：每个指标一行", "the catalogue: one row an indicator"),
        "about": (
            (
                "{title}。{standing}生成日期 {made}，指标目录 {stamp}。每张表有 CSV（UTF-8，带 BOM）和 Parquet 两种，内容相同；"
                "空即缺失，不是零；比率以百分数计（98.3 即 98.3%）。各列含义见 dictionary.csv 或 dictionary.json。"
                "文字照原样保存，以 = + - @ 开头的也一样：请用“从文本导入”并把文字列设为文本，不要让表格程序当作公式。"
            ),
            (
                "{title}. {standing} Made on {made}, catalogue {stamp}. Each table is there as CSV (UTF-8 with BOM) and as "
                "Parquet, with the same content; empty is missing, never zero; rates are in percent (98.3 is 98.3%). The "
                "columns are explained in dictionary.csv and dictionary.json. Text is kept as it is, also where it starts with "
                "= + - @: import it as text, so that no spreadsheet program takes it for a formula."
            ),
        ),
        "doc_id": ("文件名，是各表之间的键", "name of the file, the key between the tables"),
        "place": ("地区，改名的用最新名称，同名的加上级", "place: its latest name, with its parent where two share one"),
        "locality": ("报告所称的地区名", "name of the place as the report has it"),
        "level": ("层级", "level"),
        "province": ("所在省", "province that it lies in"),
        "prefecture": ("所在市", "prefecture that it lies in"),
        "county": ("所在县", "county that it lies in"),
        "township": ("乡镇", "township"),
        "year": ("报告所述年份", "year reported on"),
        "indicator": ("指标编号，见 indicators 表", "id of the indicator, see the table indicators"),
        "name": ("指标名称", "name of the indicator"),
        "theme": ("主题编号", "id of the theme"),
        "unit": ("单位，% 为百分数", "unit; % is percent"),
        "unit_name": ("单位名称", "name of the unit"),
        "value": ("数值，单位见 unit 列", "value, in the unit of the column unit"),
        "low": ("区间下限：95%以上为 95", "lower end of the interval: 95 for at least 95"),
        "high": (
            "区间上限：95%以上为 100，没有上限的为 inf",
            "upper end of the interval: 100 for a rate of at least 95; inf where it is open",
        ),
        "qualifier": ("限定", "qualifier"),
        "basis": ("依据类型：原文写出、由件数推算、由说法推断", "basis: stated, computed from counts, implied by words"),
        "base": ("口径（分母），unstated 为未说明", "what a rate divides by; unstated where no word tells"),
        "scope": ("原文限定的范围，空为整个地区", "scope that the words limit it to; empty for the whole place"),
        "main": ("是否为代表该地区的主读数", "whether it is the one reading that stands for the place"),
        "start": ("原文在正文中的起始字符，从 0 数起", "first character of the quote in the text, from 0"),
        "end": ("原文在正文中的结束字符，不含", "end of the quote in the text, exclusive"),
        "quote": ("原文，一字未改", "the words of the report, verbatim"),
        "pattern": ("读出它的句式", "pattern that found it"),
        "definition": ("指标定义的版本", "version of the indicator's definition"),
        "page": ("页码", "page"),
        "source_cell": ("所在表格单元格", "table cell in the file"),
        "state": ("有数值（value）或空格的原因", "value, or the cause of the blank"),
        "text": ("表格里显示的文字，带限定符号", "what a table shows, with the sign of the qualifier"),
        "detail": ("空格或不采用的细节：范围、理由、层级或字句", "detail of a blank or refusal: scope, reason, level or words"),
        "from_year": ("恒为空：数据包不借用邻年", "always empty: nothing is borrowed from near years here"),
        "stands_for": ("恒为空：数据包不借用邻年", "always empty: nothing is borrowed from near years here"),
        "reason": ("不采用的理由", "why it was not taken"),
        "refusals.unit": ("量词，照原文", "measure word as written"),
        "refusals.value": ("数值，照原文", "value as written"),
        "title": ("报告标题", "title of the report"),
        "published": ("发布日期", "date of publication"),
        "index_number": ("索引号", "index number"),
        "status": ("读取状态", "what became of the file"),
        "problem": ("出了什么问题（英文）", "what was wrong with it"),
        "cure": ("怎么办（英文）", "what to do about it"),
        "of": ("与其相同或为其修订版的文件", "the file that it is counted under"),
        "pages": ("页数", "number of pages"),
        "unread": ("没有文字层的页", "pages that are pictures"),
        "encoding": ("文字编码", "encoding of the text"),
        "seconds": ("读取用时（秒）", "seconds that reading took"),
        "characters": ("正文字数", "characters of the text"),
        "readings": ("读数个数", "number of readings"),
        "refusals": ("未采用个数", "number of refusals"),
        "number": ("核对序号，在一个文件之内", "number of the check within its file"),
        "rule": ("核对的关系", "relation that is checked"),
        "outcome": ("结果", "outcome"),
        "sums": ("算式", "the figures as a sum"),
        "label": ("报告对该数的叫法", "what the report calls the figure"),
        "earlier.year": ("所说的年份，即报告年份的前一年", "year told of, the one before the report's"),
        "earlier.value": ("所说的数值或增减", "what is told: a level, or a change"),
        "kind": ("所说内容，或指标类型", "what is told, or the kind of the indicator"),
        "now": ("本年数值，增减由它倒推", "this year's value, from which a change is counted back"),
        "now_qualifier": ("本年数值的限定", "qualifier of this year's value"),
        "earlier.low": ("推出的上年下限", "lower end of what the year before should be"),
        "earlier.high": ("推出的上年上限", "upper end of what the year before should be"),
        "earlier_doc": ("上年报告的文件名", "file of the earlier report"),
        "earlier_value": ("上年报告的数值", "value of the earlier report"),
        "earlier_qualifier": ("上年报告数值的限定", "qualifier of the earlier report's value"),
        "earlier_start": ("上年报告原文的起始字符", "first character of its quote"),
        "earlier_end": ("上年报告原文的结束字符，不含", "end of its quote, exclusive"),
        "earlier_quote": ("上年报告的原文", "words of the earlier report"),
        "indicators.name": ("中文名称", "Chinese name"),
        "name_en": ("英文名称", "English name"),
        "better": ("方向：越高越好、越低越好或无", "direction: higher, lower or none is better"),
        "comparability": ("可比性等级：A 可比较，B 须谨慎，C 仅展示", "comparability: A comparable, B with care, C display only"),
        "indicators.definition": ("定义", "definition in Chinese"),
        "definition_en": ("英文定义", "definition in English"),
        "version": ("定义的版本", "version of the definition"),
        "decimals": ("显示的小数位", "decimals that are shown"),
        "indicators.base": ("比率的分母", "what a rate divides by"),
        "indicators.low": ("可能的最小值", "lowest possible value"),
        "indicators.high": ("可能的最大值", "highest possible value"),
        "levels": ("适用层级", "levels that have the power"),
        "type.text": ("文字", "text"),
        "type.integer": ("整数", "integer"),
        "type.number": ("数", "number"),
        "type.flag": ("是否（True、False）", "True or False"),
        "type.date": ("日期", "date"),
    }
)

"""Keys → what the workbook and the pictures say, in Chinese and English; the notes sheet's own words are in _notes.py."""

from __future__ import annotations

from exports._words_sheets import SHEET_WORDS
from panel.words import Words

WORDS = Words(
    {
        **SHEET_WORDS,
        "title": ("法治政府建设年度报告指标对比", "Rule-of-law annual reports: indicators compared"),
        "dated": ("指标目录 {stamp} · {made}", "Catalogue {stamp} · {made}"),
        "page": ("第 &P 页，共 &N 页", "Page &P of &N"),
        "back": ("← 返回“{sheet}”", "← Back to {sheet}"),
        "nothing": ("（没有）", "(none)"),
        "comma": ("、", ", "),
        "yes": ("是", "yes"),
        "no": ("否", "no"),
        "n_of_n": ("{n}/{total}", "{n} of {total}"),
        "onward": ("打开“{sheet}” →", "Open {sheet} →"),
        "stop": ("。", ". "),
        "unranked": ("不排名", "no rank"),
        "year_head": ("{year}年", "Year {year}"),
        # Sheets: at most 31 characters, none of \ / ? * [ ] :
        "sheet.notes": ("说明", "Notes"),
        "sheet.cover": ("封面", "Cover"),
        "sheet.contents": ("目录", "Contents"),
        "sheet.yearly": ("逐年", "Years"),
        "sheet.ranks": ("排名", "Ranking"),
        "sheet.charts": ("图表", "Charts"),
        "sheet.chart_data": ("图表数据", "Chart data"),
        "sheet.coverage": ("覆盖", "Coverage"),
        "sheet.compare": ("对比", "Compare"),
        "sheet.readings": ("读数与证据", "Readings and evidence"),
        "sheet.refusals": ("未采用", "Not taken"),
        "sheet.checks": ("算术核对", "Arithmetic"),
        "sheet.earlier": ("上年对照", "Year before"),
        "sheet.catalogue": ("指标目录", "Indicators"),
        "sheet.files": ("文件", "Files"),
        "compare.title": ("对比：地区和年份 × 指标", "Compare: place and year × indicator"),
        "compare.how": (
            "数字均为数值，单位见表头，比率以百分数计（98.3 即 98.3%）；≥ ≤ ≈ † ‡ § 与空格代码的含义见“说明”。点数字看原文。",
            (
                "Numbers are numbers in the unit of the head, rates in percent (98.3 is 98.3%); signs and codes are explained in "
                "Notes. Click a number for the words that state it."
            ),
        ),
        "readings.title": ("读数与证据：报告中的每一个数字", "Readings and evidence: every figure of the reports"),
        "readings.how": (
            "原文一字未改；起、止是原文在文件正文中的字符位置（从 0 数起，不含止）。排序后链接仍指原来的行，请以序号为准。",
            (
                "Quotes are verbatim; start and end are characters of the file's text (from 0, end exclusive). "
                "After sorting, links still lead to the old rows: go by the number."
            ),
        ),
        "refusals.title": ("未采用：看到但没有采用的数字及理由", "Not taken: figures seen and not taken, with the reason"),
        "refusals.how": (
            "数值和单位照原文；没有采用不等于数字有误。排序后链接仍指原来的行，请以序号为准。",
            "Value and unit are as written; not taken does not mean wrong. After sorting, links still lead to the old rows.",
        ),
        "checks.title": ("算术核对：报告自身的数字是否对得上", "Arithmetic: whether a report's own figures add up"),
        "checks.how": (
            "一项核对有几个数就有几行，序号相同；只核对、不改数，“余”“以上”等按区间比较，定不了的不列。",
            (
                "A check has a row for each of its figures, under one number. Compared, never corrected; bounds are intervals, "
                "and what they leave open is not listed."
            ),
        ),
        "earlier.title": (
            "上年对照：报告所说的上年与上年报告",
            "Year before: what reports say of it, and that year's own report",
        ),
        "earlier.how": (
            "不计入对比，也不填补空白；“应为”由原文推算：上年数值照录，增减由本年数值倒推。",
            (
                "Not in the comparison and fills no blank; “should be” follows from the words: a level as told, "
                "a change counted back from this year's figure."
            ),
        ),
        "catalogue.title": ("指标目录：每个指标的含义与口径", "Indicators: what each of them means"),
        "catalogue.how": (
            "由指标目录自动生成，与提取时所用的完全一致。",
            "Made from the catalogue of indicators that the readings were made with.",
        ),
        "files.title": ("文件：每份报告的读取情况", "Files: what became of each report"),
        "files.how": ("无法读取的文件写明原因和办法。", "A file that could not be read says why and what to do."),
        "tip.catalogue": ("查看含义与口径", "What it means"),
        "about.theme": ("主题", "Theme"),
        "about.grade": ("可比性", "Comparability"),
        "about.better": ("方向", "Direction"),
        "about.n": ("给出数值/有报告", "Values/reports"),
        "grade.A": ("A 可比较", "A comparable"),
        "grade.B": ("B 须谨慎", "B with care"),
        "grade.C": ("C 仅展示", "C display only"),
        # The kinds of blank: the page's own words, in English short codes.
        "code.term absent": ("未提及", "[nm]"),
        "code.term without figure": ("提及无数", "[nf]"),
        "code.refused": ("未采用", "[rf]"),
        "code.part only": ("仅部分", "[pt]"),
        "code.not applicable": ("不适用", "[na]"),
        "code.no report": ("无报告", "[nr]"),
        "code.unreadable": ("无法读取", "[ur]"),
        "head.place": ("地区", "Place"),
        "head.level": ("层级", "Level"),
        "head.year": ("年份", "Year"),
        "head.evidence": ("证据（序号）", "Evidence (numbers)"),
        "head.file": ("文件", "File"),
        "head.number": ("序号", "No."),
        "head.indicator": ("指标编号", "Indicator id"),
        "head.name": ("指标", "Indicator"),
        "head.other_name": ("英文名", "Chinese name"),
        "head.value": ("数值", "Value"),
        "head.unit": ("单位", "Unit"),
        "head.qualifier": ("限定", "Qualifier"),
        "head.basis": ("依据类型", "Basis"),
        "head.operands": ("推算依据（起–止）", "Worked out from (start–end)"),
        "head.base": ("口径（分母）", "Base (denominator)"),
        "head.bases": ("常见口径", "Bases in use"),
        "head.scope": ("范围", "Scope"),
        "head.main": ("主读数", "Main"),
        "head.section": ("章节", "Section"),
        "head.quote": ("原文", "Quote"),
        "head.start": ("起", "Start"),
        "head.end": ("止", "End"),
        "head.pattern": ("句式", "Pattern"),
        "head.cell": ("对比单元格", "Cell in Compare"),
        "head.reason": ("理由", "Reason"),
        "head.detail": ("依据的字句或规则", "Deciding words or rule"),
        "head.outcome": ("核对结果", "Outcome"),
        "head.rule": ("关系", "Relation"),
        "head.sums": ("算式", "In figures"),
        "head.label": ("报告的说法", "Called in the report"),
        "head.of_year": ("所说年份", "Year told of"),
        "head.told_kind": ("所说内容", "What is told"),
        "head.now": ("本年数值", "This year's value"),
        "head.expected_low": ("上年应为（下限）", "Should be, at least"),
        "head.expected_high": ("上年应为（上限）", "Should be, at most"),
        "head.earlier_value": ("上年报告的数值", "Earlier report's value"),
        "head.earlier_qualifier": ("上年限定", "Earlier qualifier"),
        "head.earlier_quote": ("上年报告原文", "Earlier report's quote"),
        "head.earlier_file": ("上年报告文件", "Earlier file"),
        "head.earlier_start": ("上年起", "Earlier start"),
        "head.earlier_end": ("上年止", "Earlier end"),
        "head.theme": ("主题", "Theme"),
        "head.kind": ("类型", "Kind"),
        "head.better": ("方向", "Direction"),
        "head.levels": ("适用层级", "Levels"),
        "head.definition": ("定义", "Definition"),
        "head.version": ("定义版本", "Version of definition"),
        "head.numerator": ("分子", "Numerator"),
        "head.decimals": ("小数位", "Decimals"),
        "head.law": ("法律依据", "Legal basis"),
        "head.low": ("下限", "Lowest"),
        "head.high": ("上限", "Highest"),
        "head.grade": ("可比性", "Comparability"),
        "head.note": ("可比性说明", "On comparing"),
        "head.synonyms": ("其他叫法", "Other names"),
        "head.column": ("对比列", "Column in Compare"),
        "head.status": ("状态", "Status"),
        "head.title": ("标题", "Title"),
        "head.published": ("发布日期", "Published"),
        "head.index_number": ("索引号", "Index number"),
        "head.page": ("页码", "Page"),
        "head.source_cell": ("表格单元格", "Table cell"),
        "head.pages": ("页数", "Pages"),
        "head.unread": ("未读的图片页", "Pages that are pictures"),
        "head.encoding": ("编码", "Encoding"),
        "head.seconds": ("用时（秒）", "Seconds"),
        "head.of": ("与其相同或为其修订版的文件", "Counted under"),
        "head.characters": ("字数", "Characters"),
        "head.readings": ("读数", "Readings"),
        "head.refusals": ("未采用", "Not taken"),
        "head.problem": ("问题", "Problem"),
        "head.cure": ("办法", "Cure"),
        "no_browser": (
            (
                "没有找到 Chromium、Chrome 或 Edge，不能生成图片；网页上的图表不受影响。Windows、macOS 上请安装 Edge 或 Chrome；Debian、Ubuntu 上请安装："
                "sudo apt-get install --no-install-recommends chromium fonts-noto-cjk"
            ),
            (
                "No Chromium, Chrome or Edge was found, so pictures can't be made; the charts on the page are not affected. "
                "On Windows or macOS install Edge or Chrome. "
                "On Debian or Ubuntu install: sudo apt-get install --no-install-recommends chromium fonts-noto-cjk"
            ),
        ),
        "no_font": (
            (
                "没有找到中文字体，图片上的汉字会变成方框，所以不生成图片。Windows、macOS 自带中文字体；Debian、Ubuntu 上请安装："
                "sudo apt-get install --no-install-recommends fonts-noto-cjk"
            ),
            (
                "No Chinese font was found: every character would be a box, so no pictures are made. "
                "Windows and macOS bring one. "
                "On Debian or Ubuntu install: sudo apt-get install --no-install-recommends fonts-noto-cjk"
            ),
        ),
        "browser_failed": (
            "Chromium 没有响应，图片没有生成。请稍后再试；仍不行时请重启本程序。",
            "Chromium did not answer and no picture was made. Try again; if that fails, restart the program.",
        ),
        "index.title": ("图片目录", "Index of pictures"),
        "index.made": ("{made} · 指标目录 {stamp} · {n} 张", "{made} · catalogue {stamp} · {n} pictures"),
        "index.stopped": ("中途停止：计划 {total} 张，只做了 {n} 张。", "Stopped: {n} of {total} planned pictures were made."),
        "index.file": ("文件", "File"),
        "index.heading": ("标题", "Title"),
        "index.indicator": ("指标", "Indicator"),
        "index.place": ("地区", "Place"),
        "index.n": ("给出", "Given"),
        "index.N": ("总数", "Of"),
        "index.about": ("说明", "About"),
        "index.fault": ("未生成：{fault}", "Not made: {fault}"),
        "figure_failed": ("这张图不能画成图片：{fault}", "This figure can't be drawn as a picture: {fault}"),
    }
)

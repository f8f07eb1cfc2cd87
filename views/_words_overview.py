"""The words of the overview and of the page on methods, in Chinese and in English."""

from __future__ import annotations

OVERVIEW: dict[str, tuple[str, str]] = {
    "page.overview": ("总览", "Overview"),
    "lead.overview": (
        "读了什么，按写明的规则哪些数字显眼，哪些不能比；不评好坏，不说原因。",
        "What was read, what stands out by stated rules, and what can't be compared: no praise, no causes.",
    ),
    "overview.by_level": ("各层级、各年份的报告份数", "Reports by level and year"),
    "overview.moved": ("比上一年变动大的数字", "Figures that moved far since the year before"),
    "overview.moved_rule": (
        (
            "规则：各地取最近一年；比率确定变动 {points} 个百分点以上，数量确定增至 {times} 倍或减至 1/{times}。口径不同的、"
            "只说某一范围的、基数太小的不比。选一行看原文。"
        ),
        (
            "Rule: each place in its latest year; rates that surely moved {points} points or more, counts that grew {times} "
            "times or fell to 1/{times}. Other bases, stated scopes and small counts are left out. Select a row for its words."
        ),
    ),
    "overview.moved_none": ("没有这样的数字，或没有相邻两年的报告。", "None, or no place has reports of two years in a row."),
    "overview.moved_more": ("共 {n} 个，列出变动最大的 {most} 个。", "{n} in all; the {most} that moved farthest are listed."),
    "overview.barred": ("不能排名的指标", "Indicators that no ranking may be made of"),
    "overview.barred_of": ("范围：{level}，{year}。", "Of: {level}, {year}."),
    "overview.joint": ("、", ", "),
    "overview.all_levels": ("全部层级", "all levels"),
    "overview.all_years": ("全部年份", "all years"),
    "barred.mixed_years": ("年份不同", "different years"),
    "barred.borrowed": ("借用别年数值", "figures of other years"),
    "barred.flows": ("有的说新增，有的说现有", "some are what was added"),
    "barred.few_values": ("不足两个数值", "fewer than two values"),
    "barred.ceiling": ("多数已到 100%", "most stand at 100%"),
    "barred.low_coverage": ("不足一半的报告给出", "fewer than half of the reports give it"),
    "barred.grade_C": ("口径不一，仅供展示", "definitions differ: for display only"),
    "barred.no_direction": ("无优劣方向", "neither end is better"),
    "overview.doubts": ("有疑点的数字", "Figures in doubt"),
    "overview.sums": ("报告自身的算术对不上：{n} 处", "Sums of the reports' own figures that do not come out: {n}"),
    "overview.told": (
        "与上一年报告不符的上年数：{n} 处",
        "Figures told of the year before that its own report contradicts: {n}",
    ),
    "overview.late": (
        "次年 {month}底前公布 {in_time} 份，迟于此 {late} 份，公布日期不明 {unknown} 份",
        "Published by the end of {month} of the next year: {in_time}; later: {late}; day unknown: {unknown}",
    ),
    "overview.to_coverage": ("逐条查看：覆盖与质量", "One by one: coverage and quality"),
    "overview.to_methods": ("方法与局限", "Methods and limits"),
    "page.methods": ("方法与局限", "Methods"),
    "lead.methods": (
        "数字怎样找到、怎样判断、怎样比较，测得多准，做不到什么。",
        "How figures are found, judged and compared, how well that was measured, and what it can't do.",
    ),
    "methods.accuracy": ("测得的准确度", "Accuracy as measured"),
    "methods.precision": ("读出的有多少是对的", "Right of those read"),
    "methods.recall": ("该读的读出多少", "Read of those stated"),
    "methods.labelled": ("标注的数字", "Labelled figures"),
    "methods.accuracy_hint": (
        "由程序在 {n} 个人工标注的数字上测得。规则是看着其中一部分句子写的，没见过的报告会低一些。",
        (
            "Measured on {n} figures labelled by hand. The rules were written with some of these sentences in sight: "
            "reports never seen will score lower."
        ),
    ),
    "methods.blind": (
        "另有一组从未用来修改目录的段落（{day} 标注，{n} 个数字）：读出的对 {precision}，该读的读出 {recall}（方括号内为 95% 区间）。",
        (
            "Passages that the catalogue was never mended for (labelled {day}, {n} figures): right of those read {precision}, "
            "read of those stated {recall} (95% interval in brackets)."
        ),
    ),
    "methods.weak": ("任一项低于 {share} 的指标有 {n} 个：", "Indicators below {share} in either: {n}"),
    "methods.reading": ("什么算读数", "What is a reading"),
    "methods.reading.1": (
        "只取本地区、本年度、已经做成的数字；计划、目标、要求、别的年份、别的机关的数字不取，连同原因列在“证据”页。",
        (
            "Only figures of this place and year, of what was done; plans, targets, rules, other years and bodies are not taken, "
            "and stand with the reason on the page Evidence."
        ),
    ),
    "methods.reading.2": (
        "“95%以上”“近40件”是界限或约数，带着 ≥ ≤ ≈ 显示，按区间计算，从不当作准数。",
        "“95%以上” and “近40件” are bounds or approximate: shown with ≥ ≤ ≈, worked with as intervals, never as points.",
    ),
    "methods.reading.3": (
        "没有数字而由文字推断的（全部办结、未发生）注明“推断”；由报告中两个数算出的比率注明“推算”，两处原文都保留。",
        "What words imply without a figure is marked; rates worked out from two counts are marked, with both quotes.",
    ),
    "methods.reading.4": (
        "一份报告对一个指标有几个数时，取说全年、说整体、直接写明的一个作主读数，其余保留。",
        "Of several figures the main reading is that of the whole year and body, plainly stated; others are kept.",
    ),
    "methods.comparing": ("怎样比较", "How figures are compared"),
    "methods.comparing.1": (
        "名次只在同一年、同一层级内给出；区间分不出先后时给出名次范围，并列者名次相同。",
        "Ranks within one year and one level only; ranges of ranks where intervals leave them open; ties share a rank.",
    ),
    "methods.comparing.2": (
        "给出数值的报告不足 {coverage}、多数已到 100%、可比性 C 级或无优劣方向的，不排名。",
        "No ranks where fewer than {coverage} of the reports give a figure, most are 100%, the grade is C or no end is better.",
    ),
    "methods.comparing.3": (
        "中位数至少要 {median} 个数值，四分位数至少要 {quartiles} 个；一地与同类比较时，中位数不含该地自身。",
        "Medians need {median} values, quartiles {quartiles}; compared with its peers a place is not in their median.",
    ),
    "methods.comparing.4": (
        "比率的变化用百分点，数量的变化用百分比；不足 {small} 的数量只说增减多少。",
        "Rates change by points, counts by percent; a count below {small} by units alone.",
    ),
    "methods.comparing.5": (
        "升降只在至少 {trend} 个年份、Mann–Kendall 检验双侧 P ≤ {alpha}、去掉任何一年方向不变时才说；其余一律“不能判断”。",
        (
            "A trend word needs {trend} years, Mann and Kendall's test, two-sided P ≤ {alpha}, and one direction whichever year "
            "is left out; all else cannot be judged."
        ),
    ),
    "methods.comparing.6": (
        "分母口径、层级、年份、范围、定义不同的，在图中用文字写明。",
        "Different bases, levels, years, scopes and definitions are told in words inside the chart.",
    ),
    "methods.blanks": ("空白与迟报", "Blanks and late reports"),
    "methods.blanks.1": (
        "没有数值不等于零。每个空白都有原因：未提及、提到而无数字、看到而未采用、不适用本层级、无报告、无法读取。",
        (
            "A blank is no zero. Each has its cause: not mentioned, named without a figure, not taken, not of this level, no "
            "report, could not be read."
        ),
    ),
    "methods.blanks.2": (
        (
            "是否按时：次年 {month}底前公布（《法治政府建设与责任落实督察工作规定》，4 月 1 日之前）；公布日期从网页读出，"
            "读不到的记为不明。"
        ),
        (
            "In time: published by the end of {month} of the next year (the 2019 rule: before 1 April); where the page "
            "tells no day it is unknown."
        ),
    ),
    "methods.limits": ("做不到什么", "What it can't do"),
    "methods.limits.1": (
        "报告由各地自行撰写，口径未经统一；程序只能忠实读出，不能核实。",
        "Places write their own reports by definitions of their own: the program reads them truly and can verify nothing.",
    ),
    "methods.limits.2": (
        "会漏读少见的说法，也会偶尔读错；引用之前请点开原文核对。",
        "Rare wordings are missed and a few figures are read wrongly: open the words before quoting.",
    ),
    "methods.limits.3": (
        "扫描成图片的页没有文字，会列名，不识别。",
        "Pages scanned as pictures hold no text: they are named and not recognized.",
    ),
    "methods.limits.4": (
        "区划资料到 2024 年（乡镇为 2023 年），更晚的更名不在其中；拿不准的地区列出候选，不猜。",
        "The register of divisions ends in 2024 (townships in 2023); what stays ambiguous is listed, not guessed.",
    ),
    "col.was": ("上一年", "Year before"),
    "col.of_reports": ("报告", "Reports"),
    "coverage.punctual": ("是否按时公布", "Published in time"),
    "coverage.punctual_hint": (
        "次年 3 月底前公布为按时；公布日期不明的单列，不算迟报。",
        "In time is by the end of March of the next year; where the day is unknown it is not late.",
    ),
    "col.in_time": ("按时", "In time"),
    "col.late": ("迟于 3 月底", "Later"),
    "col.unknown": ("日期不明", "Day unknown"),
    "coverage.checks": ("报告自身的算术：对不上的", "The reports' own arithmetic: what does not come out"),
    "coverage.no_checks": ("所选报告中没有对不上的。", "Nothing in the chosen reports."),
    "profile.unreported": ("同类地区多数报告、本地没有的（{n}）", "Most peers report these, this place does not ({n})"),
    "profile.unreported_hint": (
        "所比地区中至少一半的报告给出了数值；空白的原因在右，点一行看最近的原文。",
        "At least half of the peers' reports give a value. Select a row for the nearest words in this place's report.",
    ),
}

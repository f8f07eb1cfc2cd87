"""Keys → what the notes sheet of the workbook says, in Chinese and English."""

from __future__ import annotations

from panel.words import Words

NOTES = Words(
    {
        "what": (
            "本工作簿从各地法治政府建设年度报告中提取指标并排在一起；每个数字都连到说出它的原文。",
            (
                "Indicators taken from annual reports on building a law-based government, side by side; "
                "each number leads to the words that state it."
            ),
        ),
        "about.made": ("生成日期", "Made on"),
        "about.stamp": ("指标目录版本", "Catalogue"),
        "about.selection": ("选择范围", "Selection"),
        "about.places": ("地区数", "Places"),
        "about.years": ("报告所述年份", "Years"),
        "about.indicators": ("指标数", "Indicators"),
        "about.reports": ("报告", "Reports"),
        "about.readings": ("读数", "Readings"),
        "about.refusals": ("未采用", "Not taken"),
        "selection": (
            "指标：{indicators}；地区：{places}；年份：{years}；层级：{levels}",
            "Indicators: {indicators}; places: {places}; years: {years}; levels: {levels}",
        ),
        "all": ("全部", "all"),
        "and_more": ("等 {count} 项", "and others, {count} in all"),
        "reports": ("读取 {read} 份，无法读取 {failed} 份", "{read} read, {failed} not readable"),
        "readings": (
            "{count} 条，其中主读数 {main} 条；对比表有数值 {values} 格、空格 {blanks} 格",
            "{count}, of them {main} main; the comparison has {values} cells with a value and {blanks} blanks",
        ),
        "refusals": ("{count} 条", "{count}"),
        "sheet.notes": ("空格代码、符号、可比性和规则", "codes of blanks, signs, comparability, rules"),
        "sheet.yearly": ("每个指标一段，每行一个地区，横排各年", "a block an indicator, one row a place, the years across"),
        "sheet.ranks": (
            "同一年份、层级、口径和范围之内的先后；名次是区间，不能排名的写明原因",
            "the order within one year, level, base and scope; ranks are ranges, and what has none says why",
        ),
        "sheet.charts": ("可编辑的图表，数据来自“排名”和“图表数据”", "editable charts, bound to Ranking and Chart data"),
        "sheet.chart_data": (
            "趋势图所用的数值；空格在图上就是断开",
            "the figures of the lines; an empty cell is a gap in the chart",
        ),
        "sheet.coverage": (
            "每个指标、每个层级有多少份报告给出数值，空格各因什么",
            "how many reports give a value, and the blanks by cause",
        ),
        "sheet.compare": (
            "每行一个地区和年份，每列一个指标；表头在第 {row} 行",
            "one row a place and year, one column an indicator; the head is in row {row}",
        ),
        "sheet.readings": ("每个读数及其原文、章节、文件和位置", "every reading with quote, section, file and place in the text"),
        "sheet.refusals": ("看到但没有采用的数字及理由", "figures seen and not taken, with the reason"),
        "sheet.checks": (
            "报告自身的算术：部分与总数、比率与件数，只核对、不改数",
            "the reports' own arithmetic: parts and wholes, rates and counts; compared, never corrected",
        ),
        "sheet.earlier": (
            "报告所说的上年与上年报告对照，不计入数值",
            "what reports say of the year before, beside that year's report; never a value",
        ),
        "sheet.catalogue": ("每个指标的定义、单位、口径和可比性", "definition, unit, base and comparability of each indicator"),
        "sheet.files": ("每个文件是否读取、出了什么问题", "which files were read and what was wrong with the others"),
        "section.codes": ("空格代码（都不是零）", "Codes of blanks (none of them is zero)"),
        "section.signs": ("数字旁的符号（单元格里只有数字本身）", "Signs at numbers (the cell holds the bare number)"),
        "sign.≥": ("至少：报告说“以上、超过、不低于”", "at least: the report says 以上, 超过, 不低于"),
        "sign.≤": ("至多：报告说“以下、不到、以内”", "at most: the report says 以下, 不到, 以内"),
        "sign.≈": ("约数：报告说“余、近、约、左右”", "about: the report says 余, 近, 约, 左右"),
        "sign.†": ("推算：由报告给出的分子、分母或各项合计算出", "computed from the parts that the report gives"),
        "sign.‡": (
            "推断：报告没有写数字，但说法确定（“全覆盖”为 100，“未发生”为 0）",
            "implied: no figure, but sure words (全覆盖 is 100, 未发生 is 0)",
        ),
        "sign.§": (
            "原文给这个数字限定了范围，见证据中的“范围”",
            "the report limits this number to a scope: see Scope in the evidence",
        ),
        "section.grades": ("可比性", "Comparability"),
        "grade_count": ("{grade}。本表有 {count} 个指标", "{grade}. {count} indicators here"),
        "section.caution": ("哪些不能直接比较", "What can't simply be compared"),
        "caution.levels": (
            "省、市、县、乡镇和部门的职权不同，只宜在同一层级、同一年份内比较。",
            "Provinces, cities, counties, towns and departments have different powers: compare within one level and year.",
        ),
        "caution.ceiling": (
            "多数比率几乎都是 100，而且往往是 100 才写：名次没有意义，能看出的只是谁写了、谁没写。",
            "Most rates are nearly always 100, and told when they are 100: a rank says nothing but who reports it.",
        ),
        "caution.base": (
            "比率的分母由各地自定（“应审核”“应出庭”的才算），分母写在“口径（分母）”一列；原文没有写的注明“未说明”。",
            "The base of a rate is set by who reports it (only cases that were due): see Base; unstated is what no word tells.",
        ),
        "caution.size": (
            "件数、人数、场次随人口和机构大小而变，没有折算成人均。",
            "Counts grow with population and staff; they are not per head.",
        ),
        "caution.stock": (
            "存量（累计、现有）与当年新增不是一回事；报告没有说明时无法区分。",
            "Stocks (累计, 现有) and the year's additions differ; where the report does not say, they can't be told apart.",
        ),
        "section.rules": ("规则", "Rules"),
        "rule.percent": (
            "比率一律以百分数计：98.3 即 98.3%，表头写“(%)”，单元格里没有百分号。",
            "Rates are in percent: 98.3 is 98.3%; the head says (%), the cell has no percent sign.",
        ),
        "rule.zero": (
            "空格不是零：没有数值的单元格写代码，0 只在报告说是零时出现。",
            "A blank is not zero: cells without a value hold a code, 0 stands only where the report says none.",
        ),
        "rule.double": (
            "同一地区同一年份有两份报告时，对比取发布较晚的一份，另一份的读数仍在证据表里。",
            "Of two reports of one place and year the one published last is compared; the other's readings are in the evidence.",
        ),
        "rule.year": (
            "年份是报告所述的年份，不是发布年份；首末两份报告之间缺的年份写“无报告”；不用邻近年份补空白。",
            (
                "The year is the one reported on, not that of publication; years missing between two reports are shown as such; "
                "no blank is filled from a near year."
            ),
        ),
        "rule.ranks": (
            "名次只在同一年份、层级、口径和范围之内排；“以上”等按区间算，所以名次从几到几；并列的共用名次，下一名空出。",
            (
                "Ranks are within one year, level, base and scope; bounds are intervals, so a rank is from one to another; "
                "equals share a rank and the next is left out."
            ),
        ),
        "rule.charts": (
            "图表只画同类数值；“以上、以下、约”单独成列，用斜纹或三角标记并写明符号，不画成确数；没有数值处断开，不当作零。",
            (
                "Charts show like figures only; bounds and approximate ones are series of their own, hatched or triangles with "
                "their sign, never exact; where there is no value there is a gap, not zero."
            ),
        ),
        "rule.text": (
            "文字一律按文字保存，以 = + - @ 开头也不是公式；控制字符换成看得见的符号（U+2400 起）；超过 32,767 字的文字截断并注明。",
            (
                "Text is kept as text even where it starts with = + - @; control characters become visible signs (U+2400 on); "
                "text over 32,767 characters is cut, and says so."
            ),
        ),
        "rule.links": (
            "蓝字可点：对比、逐年、排名和图表数据里的数字连到原文，证据连回前三张表。链接指行号，排序后请以序号为准；筛选不受影响。",
            (
                "Blue can be clicked: numbers lead to the evidence, and the evidence back to Compare, Years, Ranking. Links go "
                "by row: after sorting, go by the number; filtering does no harm."
            ),
        ),
    }
)

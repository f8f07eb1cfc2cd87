"""Keys → what is said of a reviewed workbook: kinds of edits, why one can't be understood, why a workbook can't be read back."""

from __future__ import annotations

from panel.words import Words

_AGAIN = ("重新导出一份再审阅", "export it again and review that")

REVIEW = Words(
    {
        "kind.reading": ("读数改动", "reading changed"),
        "kind.contradiction": ("前后矛盾", "contradiction"),
        "kind.not understood": ("不能理解", "not understood"),
        "kind.row removed": ("删去一行", "row removed"),
        "kind.row added": ("增加一行", "row added"),
        "kind.review": ("审阅意见", "review words"),
        "todo.contradiction": ("几处写的不一样，请改成一致", "its cells say different things; make them say the same"),
        "todo.row removed": (
            "整行不在了，读数不因此改变；要删去读数请清空它的值",
            "it changes no reading; to take one away clear its value",
        ),
        "todo.row added": (
            "新增的行不是读数，请改在已有的行里",
            "it is no reading; change a row that there is",
        ),
        "todo.review": ("写在新列里的话，供人看", "words in a new column, to be read by people"),
        "reason.formula": ("填的是公式，请填数字", "it is a formula; put the number itself"),
        "reason.error": ("填的是错误值，请填数字", "it is an error value; put a number"),
        "reason.date": (
            "这一格成了日期，请改成数字格式再填",
            "it has become a date; format it as a number, put the figure",
        ),
        "reason.text": ("这里应是数字，可带 ≥ ≤ ≈ 和单位", "a number belongs here, with ≥ ≤ ≈ and the unit if need be"),
        "reason.unit": ("单位与该指标的不同，请换算后填写", "its unit is not the indicator's; put the number in that unit"),
        "reason.unsigned": (
            "原为界限或约数，文字里没有写符号，请写 ≥ ≤ ≈，确数写“确数”",
            "it was a bound or approximate and the text has no sign; write ≥ ≤ ≈, or exactly",
        ),
        "reason.fraction": (
            "可能是比例（0.975 即 97.5%），请写明 %",
            "it may be a share of 1 (0.975 for 97.5%); write it with %",
        ),
        "reason.bounds": ("超出该指标可能的范围", "it lies outside the indicator's bounds"),
        "reason.code": ("改动了空格的代码，没有填数字", "a blank's code was altered and no number put"),
        "reason.no report": ("该地区该年没有读到的报告", "no report of that place and year was read"),
        "reason.not applicable": ("该指标不适用于这一层级", "the indicator does not apply at this level"),
        "reason.qualifier": ("限定只能是确数、至少、至多、约数", "a qualifier is exact, at least, at most or approximate"),
        "reason.quote": ("原文照录，不能改", "a quote is verbatim and can't be altered"),
        "reason.name": ("改动的是名称、年份或编号，不是读数", "a name, year or number of a row was altered, no reading"),
        "reason.refused": ("未采用的数字不是读数", "a figure that was not taken is no reading"),
        "reason.head": ("改动了表头", "the head of a table was altered"),
        "reason.other": ("这一格不是读数", "this cell is no reading"),
        "reason.outside": ("在表格以外", "it lies outside the tables"),
        "reason.column missing": ("少了这一列", "this column is missing"),
        "reason.no table": ("找不到这张表的表头，未作比较", "the head of its table is not found, nothing of it was compared"),
        "reason.sheet missing": ("少了这张工作表", "this sheet is missing"),
        "reason.sheet renamed": ("工作表改了名，内容已照常比较", "the sheet was renamed; it was compared all the same"),
        "reason.sheet added": ("多了这张工作表", "this sheet was added"),
        "error.foreign": (
            "不是本程序导出的工作簿，或其文档属性已丢失",
            "it is no workbook of this app, or has lost its properties",
        ),
        "error.other layout": (
            "工作簿的版式是第 {found} 版，本程序读第 {known} 版",
            "its sheets are arranged as in version {found}, and this app reads version {known}",
        ),
        "error.other catalogue": (
            "工作簿是用指标目录 {found} 做的，现在的目录是 {known}",
            "it was made with the catalogue {found}, and the catalogue now is {known}",
        ),
        "error.other content": (
            "工作簿所示的内容是 {found}，所给报告的内容是 {known}",
            "it shows the content {found}, and the reports given have the content {known}",
        ),
        "error.too large": ("“{sheet}”的单元格超过 {most} 个", "the sheet {sheet} has more than {most} cells"),
        "cure.foreign": ("给出导出的工作簿，另存时保留 xlsx 格式", "give the exported workbook, saved as xlsx"),
        "cure.other layout": _AGAIN,
        "cure.other catalogue": ("换回当时的指标目录，或" + _AGAIN[0], "go back to that catalogue, or " + _AGAIN[1]),
        "cure.other content": ("给出导出时的那些报告，或" + _AGAIN[0], "give the reports that it was made of, or " + _AGAIN[1]),
        "cure.too large": ("删去表格以外的内容", "remove what lies outside its tables"),
        "head.kind": ("类别", "Kind"),
        "head.sheet": ("工作表", "Sheet"),
        "head.cell": ("单元格", "Cell"),
        "head.number": ("证据序号", "Evidence no."),
        "head.place": ("地区", "Place"),
        "head.year": ("年份", "Year"),
        "head.indicator": ("指标编号", "Indicator id"),
        "head.exported": ("导出时", "As exported"),
        "head.now": ("现在", "Now"),
        "head.also": ("其他单元格", "Other cells"),
        "head.reason": ("原因", "Why"),
        "head.author": ("批注人", "Author"),
        "head.quote": ("原文", "Quote"),
        "comment": ("批注", "comment"),
        "no author": ("未署名", "no name"),
        "comments": ("批注 {n} 条（不算改动）", "Comments, which are no edits: {n}"),
        "compared": ("比较了 {n} 个单元格", "{n} cells were compared"),
        "moved": (
            "“{sheet}”有 {n} 行换了次序，已照常比较",
            "{sheet}: {n} rows stand in another order; they were compared all the same",
        ),
        "nothing": ("（空）", "(empty)"),
        "taken away": ("（已删去）", "(taken away)"),
        "none": ("没有改动", "Nothing was changed"),
        "count": (
            "共 {n} 处改动：{readings} 个读数，{unclear} 处不能理解或互相矛盾，{rest} 处是增删的行或审阅意见",
            "{n} edits: {readings} of readings, {unclear} not understood or contradicting, {rest} of rows or in words",
        ),
    }
)

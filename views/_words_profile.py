"""The words of what compares: one place, wordings, trends, ceilings; in Chinese and in English."""

from __future__ import annotations

PROFILE = {
    "page.profile": ("一地概览", "One place"),
    "lead.profile": (
        "一个地区一年的全部指标：数值、比上年的变化、在同类地区中的位置；点标记或表中一行看原文。",
        "All figures of one place in one year: values, change, where it stands among its peers; select one to see its words.",
    ),
    "profile.focus": ("地区", "Place"),
    "profile.of_year": ("年份", "Year"),
    "profile.peers": ("与谁比", "Compared with"),
    "profile.peers.level": ("同层级", "its level"),
    "profile.peers.province": ("同省同层级", "its level in its province"),
    "profile.none": ("还没有年份已知的报告。", "No report of a known year has been read yet."),
    "profile.table": ("全部指标", "All indicators"),
    "profile.table_hint": (
        "变化只与上一年比；上一年没有数值则空着，不用更早的年份代替。中位数、名次不含区间以外的推测。",
        "Changes are from the year before alone: where it has no figure there is none. Medians and ranks are ranges where open.",
    ),
    "profile.hide_blank": ("只列有数值的", "Only those with a value"),
    "page.wording": ("措辞", "Wording"),
    "lead.wording": (
        "同一指标在各地报告里怎么写：数字对齐成一列，与多数不同的说法写在前面；选一行看全文。",
        "How reports word one indicator: figures in one column, what is said otherwise than by most is named first.",
    ),
    "wording.counts": (
        "{n} 处给出数值，其中 {otherwise} 处的说法与多数不同或不是直接写明的确数。",
        "{n} give a value, {otherwise} of them otherwise than most or not as a plain figure of their own.",
    ),
    "wording.base": ("口径：{base}", "base: {base}"),
    "wording.scope": ("范围：{scope}", "scope: {scope}"),
    "wording.measure": ("单位写作“{measure}”", "counted in “{measure}”"),
    "wording.joint": ("；", "; "),
    "coverage.ceiling": ("到顶与沉默", "Ceiling and silence"),
    "coverage.ceiling_hint": (
        "每项比率有多少处为 100%、多少处较低、多少处没有说；每行加起来是所选的全部报告和缺报告处。点一段，列出是哪些地区。",
        (
            "For each rate how many stand at 100%, how many below, how many are silent; each row adds up to the whole selection. "
            "A click on a part lists who it is."
        ),
    ),
    "coverage.part": (
        "{name}，{standing}：{n} 处。选一行，看原文。",
        "{name}, {standing}: {n}. Select a row to read its words.",
    ),
    "field.part": ("所选的一段", "part of a bar"),
    "trend.words": ("走势判断", "Trends in words"),
    "trend.rule": (
        "至少 {n} 年有数值，按 Mann–Kendall 检验（双侧 5%）方向一致，且去掉任何一年都不变，才写上升或下降；否则不作判断。",
        "A word takes {n} years at least, one way by the Mann–Kendall test (two-sided, 5%), and the same without any one year.",
    ),
    "trend.rises": ("上升", "rises"),
    "trend.falls": ("下降", "falls"),
    "trend.open": ("不作判断", "cannot be judged"),
    "trend.better": ("向好", "for the better"),
    "trend.worse": ("变差", "for the worse"),
    "col.years_given": ("有数值的年数", "Years with a value"),
    "col.first": ("最早", "First"),
    "col.last": ("最近", "Last"),
    "col.trend": ("走势", "Trend"),
    "col.meaning": ("好坏", "Meaning"),
    "choose.way": ("画法", "Way to draw"),
    "choose.way.line": ("历年折线", "All years"),
    "choose.rules": ("比较规则", "Rules"),
    "choose.together": ("我确认：不同口径、范围的数值放在一起比较", "I confirm: compare figures of different bases and scopes"),
    "choose.together_help": (
        "分母不同的比率、只说某一范围的数值本不可比，默认分开排名。确认后合在一起，图中写明“经使用者确认”。",
        (
            "Rates of different bases and figures of a stated scope are ranked apart. Confirmed they are mixed, and each chart "
            "says that the reader confirmed it."
        ),
    ),
    "choose.borrow": ("空白处借用邻近年份的数值", "Fill blanks from near years"),
    "choose.borrow.none": ("不借用", "no"),
    "choose.borrow.years": ("前后 {n} 年", "within {n}"),
    "choose.borrow_help": (
        "只补空白，借来的数值都注明年份，不排名次，也不进工作簿。",
        "Blanks alone are filled; each figure names its year, none is ranked and none enters the workbook.",
    ),
    "field.hide_blank": ("只列有数值的", "only those with a value"),
    "field.together": ("合并比较", "compared together"),
    "field.borrow": ("借用年数", "years borrowed from"),
    "choose.chart": ("画法", "Way to draw"),
    "choose.chart.ranking": ("排名", "Ranking"),
    "choose.chart.distribution": ("分布", "Distribution"),
    "choose.chart.funnel": ("漏斗图（基数大小）", "Funnel (size of bases)"),
    "choose.chart.heatmap": ("热力图（全部所选指标）", "Heat map (all chosen indicators)"),
    "field.way": ("画法", "way to draw"),
    "field.focus": ("地区", "place"),
    "field.of_year": ("年份", "year"),
    "field.peers": ("同类", "peers"),
    "field.chart": ("画法", "way to draw"),
    "choose.way.ends": ("前后两年", "Then and now"),
    "choose.way.slope": ("斜线图", "Slope"),
    "choose.way.multiples": ("各地小图", "Small multiples"),
    "col.before": ("数字之前", "Before the figure"),
    "col.figure": ("数字", "Figure"),
    "col.behind": ("数字之后", "Behind it"),
    "col.differs": ("与多数不同", "Otherwise than most"),
    "col.change": ("比上年", "Change"),
    "col.median": ("同类中位数", "Median of peers"),
    "col.rank": ("名次", "Rank"),
    "col.of_peers": ("同类给出", "Peers that give it"),
    "col.unranked": ("不排名的原因", "Why no rank"),
}

"""Keys → the sentences of a brief, in Chinese and English: facts alone, no cause, no praise, a bound said as a bound.

Blanks between Chinese and digits are put in by exports/brief_sentences.py, so that no sentence has them here.
"""

from __future__ import annotations

from panel.words import Words

BRIEF = Words(
    {
        # A figure and what it is of.
        "figure.exact": ("{number}", "{number}"),
        "figure.min.%": ("不低于{number}", "at least {number}"),
        "figure.max.%": ("不高于{number}", "at most {number}"),
        "figure.min": ("不少于{number}", "at least {number}"),
        "figure.max": ("不多于{number}", "at most {number}"),
        "figure.approx": ("约{number}", "about {number}"),
        "number.unit": ("{number}{unit}", "{number} ({unit})"),
        "wan": ("万", ""),
        "basis.computed": ("（推算）", " (computed)"),
        "basis.implied": ("（推断）", " (implied)"),
        "of_base": ("（口径：{base}）", " (base: {base})"),
        "of_scope": ("（范围：{scope}）", " (scope: {scope})"),
        "of_place": ("{place}{figure}", "{place} {figure}"),
        "of_place_year": ("{place}{year}年{figure}", "{place} in {year} {figure}"),
        "year": ("{year}年", "{year}"),
        "years": ("{first}–{last}年", "{first}–{last}"),
        "rank": ("第{best}名", "rank {best}"),
        "rank.shared": ("并列第{best}名", "shared rank {best}"),
        "rank.open": ("第{best}至{worst}名", "rank {best} to {worst}"),
        "better.higher": ("由高到低", "from the highest down"),
        "better.lower": ("由低到高", "from the lowest up"),
        "more": ("，另有{more}个", " and {more} more"),
        "no_value": ("没有数值", "no value"),
        "comma": ("、", ", "),
        "semicolon": ("；", "; "),
        # Changes.
        "change.stayed": ("不变", "no change"),
        "change.rose.%": ("上升{size}个百分点", "up by {size} points"),
        "change.fell.%": ("下降{size}个百分点", "down by {size} points"),
        "change.rose": ("增加{size}", "up by {size}"),
        "change.fell": ("减少{size}", "down by {size}"),
        "change.open.%": (
            "变化在{low}至{high}个百分点之间，升降不能判断",
            "a change of {low} to {high} points: which way can't be judged",
        ),
        "change.open": ("变化在{low}至{high}之间，升降不能判断", "a change of {low} to {high}: which way can't be judged"),
        "change.endless": ("一端没有界限，变化不能判断", "open at one end: no change can be told"),
        "between": ("{low}至{high}", "{low} to {high}"),
        # Of an indicator.
        "given": (
            "{years}{level}：{N}份报告中{n}份给出该指标的数值。",
            "{level}, {years}: {n} of {N} reports give a value of the indicator.",
        ),
        "nothing": (
            "{years}{level}：{N}份报告都没有给出该指标的数值。",
            "{level}, {years}: none of {N} reports gives a value of the indicator.",
        ),
        "barred": ("{caveat}", "{caveat}"),
        "order": (
            "名次按数值{better}排，只在同一层级、同一口径、同一范围内排。",
            "Ranks are by value {better}, within one level, one base and one scope alone.",
        ),
        "ranked": ("{level}{of}个数值{like}：{items}。", "{level}, {of} values{like}: {items}."),
        "ranked_ends": (
            "{level}{of}个数值{like}，名次最前的：{first}；名次最后的：{last}。",
            "{level}, {of} values{like}, first in rank: {first}; last in rank: {last}.",
        ),
        "ranked_item": ("{figures}{more}，{ranks}", "{figures}{more}: {ranks}"),
        "alone": (
            "{figure}没有同层级、同口径、同范围的数值可比，不排名次。",
            "{figure} has no value of the same level, base and scope to be compared with, so no rank.",
        ),
        "shared": ("{n}个与别的数值并列。", "{n} share a rank."),
        "open": (
            "{n}个的名次因界限值或约数只能定在一个范围内。",
            "Of {n} the rank is a range, since bounds or approximate values leave it open.",
        ),
        "ceiling_below": ("不到100%的{n}个：{figures}{more}。", "Below 100%: {n} ({figures}{more})."),
        "ceiling_open": (
            "{n}个为界限值或约数，是否到100%不能确定：{figures}{more}。",
            "Bounds or approximate, perhaps at 100%: {n} ({figures}{more}).",
        ),
        "spread": ("数值最小的是{least}，最大的是{most}。", "The least is {least}, the greatest {most}."),
        "figures": ("各数值：{figures}。", "The values: {figures}."),
        "changes": (
            "与{before}年相比，两年都有数值的地区{n}个：上升{rose}个，下降{fell}个，不变{stayed}个，不能判断或不可比{open}个。",
            (
                "Since {before}, of places with both years ({n}): rose {rose}, fell {fell}, no change {stayed}, "
                "open or not comparable {open}."
            ),
        ),
        "unlike_years": (
            "其中{n}个两年的口径或范围不同，不作比较：{places}{more}。",
            "Of these {n} have another base or scope in either year and are not compared: {places}{more}.",
        ),
        "notable": (
            "确定变动{least}个百分点以上的{n}个：{items}{more}。",
            "Surely moved by {least} points or more: {n} ({items}{more}).",
        ),
        "notable_counts": (
            "确定增至{times}倍以上或减至1/{times}以下的{n}个：{items}{more}。",
            "Surely grew {times} times or fell to 1/{times}: {n} ({items}{more}).",
        ),
        "moved": ("{place}由{then}到{now}，{change}", "{place} from {then} to {now}, {change}"),
        "no_pairs": (
            "没有一个地区在{before}年和{year}年都有数值，不作前后比较。",
            "No place has a value in both {before} and {year}: nothing is compared.",
        ),
        "break": (
            "该指标自{year}年起改变了定义（{why}），不与上年相比。",
            "From {year} on the indicator is defined otherwise ({why}): not compared with the year before.",
        ),
        "renamed": (
            "{now}在{year}年之前称{was}，按同一地区计。",
            "{now} was called {was} before {year} and counts as one place.",
        ),
        "trend_rises": (
            "按规则（至少{fewest}个年份，Mann–Kendall检验）判为上升的地区{n}个：{places}{more}。",
            "By rule ({fewest} years at least, Mann and Kendall's test) rising: {n} ({places}{more}).",
        ),
        "trend_falls": (
            "按规则（至少{fewest}个年份，Mann–Kendall检验）判为下降的地区{n}个：{places}{more}。",
            "By rule ({fewest} years at least, Mann and Kendall's test) falling: {n} ({places}{more}).",
        ),
        "trend_open": (
            "有两年以上数值而升降不能判断的地区{n}个。",
            "Places with several years whose direction can't be judged: {n}.",
        ),
        "gaps": ("没有数值的{n}处：{items}。空白不是零。", "No value in {n}: {items}. A blank is no zero."),
        "gap_item": ("{cause}{n}处（{places}{more}）", "{cause} {n} ({places}{more})"),
        "gap_count": ("{cause}{n}项", "{cause} {n}"),
        "no_gaps": ("没有空白。", "There is no blank."),
        "warning": ("{caveat}", "{caveat}"),
        "check": (
            "{place}{year}年的报告自身数字有出入（{rule}：{sums}；{outcome}）。",
            "In the report of {place} on {year} figures do not fit each other ({rule}: {sums}; {outcome}).",
        ),
        "second": (
            "{place}{year}年的报告所说的上年数（{kind}{told}）与{before}年报告的{earlier}不同（{outcome}）。",
            (
                "The report of {place} on {year} tells of the year before ({kind}: {told}) what that on {before} has not: "
                "{earlier} ({outcome})."
            ),
        ),
        "revised": (
            "{place}{year}年的报告有修订版，以修订版为准：{indicator}原为{earlier}，现为{later}。",
            "The report of {place} on {year} was revised and its later state counts: {indicator} was {earlier} and is {later}.",
        ),
        # Of a place.
        "place_given": (
            "{place}（{level}）{year}年的报告给出{N}项指标中{n}项的数值。",
            "The report of {place} ({level}) on {year} gives a value of {n} of {N} indicators.",
        ),
        "peers_level": (
            "比较对象：{level}{n}个当年有报告的地区（{places}{more}），不含本地。",
            "Compared with places of the level {level} with a report on the year, itself left out: {n} ({places}{more}).",
        ),
        "peers_province": (
            "比较对象：同省{level}{n}个当年有报告的地区（{places}{more}），不含本地。",
            "Compared with places of its province ({level}) with a report on the year, not itself: {n} ({places}{more}).",
        ),
        "peers_list": (
            "比较对象：自选的{n}个当年有报告的地区（{places}{more}），不含本地。",
            "Compared with chosen places with a report on the year, itself left out: {n} ({places}{more}).",
        ),
        "no_peers": (
            "没有同类地区当年的报告，不作比较。",
            "No place of its kind has a report on the year: it is compared with none.",
        ),
        "stands": (
            "{indicator}{figure}，在同口径、同范围的{of}个数值（含本地）中名次为{ranks}。",
            "{indicator} {figure}: {ranks} of {of} values of the same base and scope, its own among them.",
        ),
        "stands_quarter": (
            "{indicator}{figure}，在同口径、同范围的{of}个数值（含本地）中名次为{ranks}，属四分档的第{quarter}档。",
            "{indicator} {figure}: {ranks} of {of} values of the same base and scope, its own among them; quarter {quarter}.",
        ),
        "unranked": ("{items}。{caveat}", "{items}. {caveat}"),
        "unranked_item": ("{indicator}{figure}", "{indicator} {figure}"),
        "changed": (
            "{indicator}：上年{then}，本年{now}，{change}。",
            "{indicator}: {then} the year before, {now} now, {change}.",
        ),
        "unlike_before": (
            "{items}：两年的口径或范围不同，不与上年比。",
            "{items}: of another base or scope in either year, not compared with the year before.",
        ),
        "break_before": (
            "{items}：本年起改变了定义，不与上年比。",
            "{items}: defined otherwise from this year on, not compared with the year before.",
        ),
        "no_before": (
            "没有{before}年的报告，不作前后比较。",
            "There is no report on {before}: nothing is compared with the year before.",
        ),
        "unreported": (
            "至少半数比较对象给出而本地没有的{n}项：{items}{more}。",
            "Given by at least half of those compared with and not here: {n} ({items}{more}).",
        ),
        "unreported_item": ("{indicator}（{blank}，{N}个比较对象中{n}个给出）", "{indicator} ({blank}; {n} of {N} give it)"),
        "place_gaps": (
            "没有数值的{n}项指标：{items}。空白不是零。",
            "Indicators without a value: {n} ({items}). A blank is no zero.",
        ),
        "more_doubts": ("另有{n}条同类疑点，见工作簿。", "{n} more of this kind are in the workbook."),
        # The paper round them.
        "title": ("简报：{name}", "Brief: {name}"),
        "title.place": ("{place}{year}年", "{place}, {year}"),
        "title.many": ("{n}项指标", "{n} indicators"),
        "part.about": ("概况", "What there is"),
        "part.gaps": ("空白", "Blanks"),
        "part.warnings": ("须留意的数字", "Figures in doubt"),
        "part.sources": ("来源表", "Sources"),
        "part.pictures": ("图", "Charts"),
        "rule": (
            "只陈述报告写出的数字和按写明的规则得出的名次、变化与空白，不说原因，不作评价；带编号的数字在来源表中有原文。",
            (
                "What reports say, and ranks, changes and blanks by stated rules: no causes, no praise. "
                "Numbered figures have their words in the sources."
            ),
        ),
        "selection": (
            "范围：地区{places}；年份{years}；层级{levels}。",
            "Of: places {places}; years {years}; levels {levels}.",
        ),
        "all": ("全部", "all"),
        "listed": ("{names}等{n}个", "{names} and others, {n} in all"),
        "made": ("生成日期{made}，指标目录{stamp}。", "Made {made}, catalogue {stamp}."),
        "nothing_chosen": (
            "所选范围内没有报告，没有可写的内容。",
            "No report lies in this selection: there is nothing to write.",
        ),
        "too_many": ("选了{n}项指标，只写前{most}项。", "{n} indicators are chosen; the brief is of the first {most}."),
        "sources.more": (
            "来源表列出{most}条，其余{n}条见工作簿。",
            "The sources are the first {most}; the other {n} are in the workbook.",
        ),
        "sources.indicator": ("{name}（{unit}）", "{name} ({unit})"),
        "no_picture": ("图没有画出：{why}", "No chart was drawn: {why}"),
        "quoted": ("：“{quote}”", ": “{quote}”"),
        "cite": ("[{number}]", "[{number}]"),
        "head.indicator": ("指标（单位）", "Indicator (unit)"),
        "head.number": ("编号", "No."),
        "head.place": ("地区", "Locality"),
        "head.year": ("年份", "Year"),
        "head.value": ("数值或空白原因", "Value, or cause of the blank"),
        "head.quote": ("原文", "Words of the report"),
        "head.where": ("文件与位置（字）", "File and place (characters)"),
        "where": ("{doc}，{start}–{end}", "{doc}, {start}–{end}"),
    }
)

"""A report's title and text → the year it reports on, and where that is said; nothing where it is no annual report.

The year comes from the report's own words: its title, else the sentence that announces the report (现将…2023年…报告如下),
else the opening of its body. The day of publication never gives it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model import Span
from .titles import Title

_DIGITS = {digit: str(value) for value, digit in enumerate("〇一二三四五六七八九")} | dict.fromkeys("零○oO", "0")
_YEAR = re.compile(
    r"(?<![\d〔])(20\d\d)(?= ?(?:年|度|[)]|上半年|法治|$))|(二[〇零○oO][〇零○oO一二][〇零○oO一二三四五六七八九])(?=年)"
)
# Two years in one breath make a report over several: 2014-2019年, 2021年和2022年.
_SEVERAL = re.compile(
    r"20\d\d ?年?度? ?(?:-+|~|至|到|和|及|与|、) ?(?:20)?\d\d ?年|近 ?\d 年|十[一二三四五六]五|届满|任期"
    r"|(?:近|过去|前)[两二三四五六七八九十]年|(?<![〇零○oO一二三四五六七八九])[两二三四五六七八九十]年(?:来|间|法治|依法|总结|工作|情况)"
)
# What comes after the report in one document does not make it a plan: …总结及2024年工作计划.
_NEXT_STEPS = re.compile(
    r"(?:以?及|和|与|暨|、| )(?:对|明年|下[一1]?年度?|20\d\d ?年度?|下[一1]?步|下阶段|今后)?[一-鿿]{0,14}?"
    r"(?:打算|计划|安排|思路|要点|谋划|重点|设想|建议|措施)(?:的报告)?$"
)
_TOPIC = re.compile(r"法治政府|依法行政|法治建设|法治工作|法治[一-鿿]{1,4}建设|依法治[省市州县区旗镇乡]")
_REPORTS = re.compile(r"报告|总结|情况|年报|汇报")
_NO_REPORT = re.compile(
    r"通知|方案|规划(?!局|和|与|建设|国土|资源|分局)|纲要|要点|计划|安排|打算|指标|办法|规定|规则|细则|意见|讲话|信息公开|政务公开|公开年报|调研|清单"
    r"|目录|指南|评估|评议|督[察查]|整改|函$|批复|决定|公告|通报|名单|模板|提案|答复|预算|决算|动态|会议|座谈|培训|部署|启动"
    r"|申报|(?<!报告)(?<!总结)(?<!情况)(?<!报告的)公示"
)
# These tell another document wherever they stand: explanations, and the account of one person or duty.
_NEVER = re.compile(r"解读|图解|读懂|范文|述[职法]|第一责任人")
# What a report carries out is no report's kind or year: 贯彻《法治政府建设实施纲要(2021-2025年)》2023年度工作报告.
_QUOTED = re.compile(r"《[^《》]*》")
# A covering letter is the report that it hands in: 关于报送《2024年度…情况报告》的报告.
_COVERING = re.compile(r"(?:报送|上报|呈报|呈送|提交)《")
# 某县, X镇, ××区: a model text whose place is masked.
_MASKED = re.compile(r"某|[xX×*○](?=[省市县区镇乡街局])|[×*]{2,}|[xX]{2,}")
_PARENTHESIS = re.compile(r"[((][^()]{1,20}[))]$")

_ANNOUNCED = re.compile(
    r"现(?:将|就|把)[^。;\n]{0,40}?(20\d\d) ?年[^。;\n]{0,40}?(?:法治|依法)[^。;\n]{0,40}?(?:如下|报告|汇报|总结)"
    r"|现(?:将|就|把)[^。;\n]{0,20}?(?:法治|依法)[^。;\n]{0,20}?(20\d\d) ?年[^。;\n]{0,40}?(?:如下|报告|汇报|总结)"
)
_OPENING = re.compile(r"^\s*(20\d\d) ?年(?:度|来|以来|,|上半年|[一-鿿]{0,12}(?:法治|在|坚持|以|认真|深入|紧紧|始终|按照))")
_HEADING = re.compile(r"^\s*[(]?[一1][)、.]\s*(20\d\d) ?年", re.M)
# How much of the body is asked for the year where the title has none.
_OPENING_REACH = 1_500


@dataclass(frozen=True, slots=True)
class YearFound:
    """A year and the words it was read from; `sure` where the words say that the report is on it."""

    year: int
    span: Span
    sure: bool


def is_annual_report(title: Title) -> bool:
    """Whether the title names a report of one locality on one year (or half of one), and not a plan, notice or template."""
    report = _unquoted(_NEXT_STEPS.sub("", title.words))
    words = _PARENTHESIS.sub("", report)
    if is_masked(title) or _SEVERAL.search(report) or _NEVER.search(title.words):
        return False
    # 自然资源和规划局2023年…: what stands before the year and the matter is who reports.
    matter = min((match.start() for match in (_YEAR.search(words), _TOPIC.search(words)) if match), default=0)
    return bool(_TOPIC.search(title.words) and _REPORTS.search(words, matter) and not _NO_REPORT.search(words, matter))


def is_masked(title: Title) -> bool:
    """Whether the title hides whose report it is: a model text for others to fill in."""
    return _MASKED.search(title.words) is not None


def title_year(title: Title) -> YearFound | None:
    """The year in the title of an annual report; of several (…总结及2024年工作计划) the earliest."""
    found = [(_value(match), match) for match in _YEAR.finditer(_unquoted(title.words))]
    if not found:
        return None
    year, match = min(found, key=lambda pair: pair[0])
    return YearFound(year, title.span_of(match.start(), match.end()), sure=True)


def body_year(folded: str, start: int) -> YearFound | None:
    """The year that the body from `start` says it reports on: announced, or opening its first paragraph or first heading."""
    opening = folded[start : start + _OPENING_REACH]
    announced = _ANNOUNCED.search(opening)
    if announced:
        group = 1 if announced[1] else 2
        return _found(announced, group, start, sure=True)
    for pattern in (_OPENING, _HEADING):
        match = pattern.search(opening)
        if match:
            return _found(match, 1, start, sure=False)
    return None


def _unquoted(words: str) -> str:
    """The words with quoted titles blanked out, as long as before; as they are where all is quoted."""
    if _COVERING.search(words):
        return words
    outside = _QUOTED.sub(lambda match: "《" + " " * (len(match[0]) - 2) + "》", words)
    return outside if _REPORTS.search(outside) or _NO_REPORT.search(outside) else words


def _found(match: re.Match[str], group: int, offset: int, *, sure: bool) -> YearFound:
    return YearFound(int(match[group]), Span(match.start(group) + offset, match.end(group) + offset), sure)


def _value(match: re.Match[str]) -> int:
    return int(match[1]) if match[1] else int("".join(_DIGITS.get(char, "2") for char in match[2]))

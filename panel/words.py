"""A table of keys → the same thing said in Chinese and in English.

Charts, exports and pages hold each their own Words; WORDS here has what all of them share. A key that is not in the
table raises KeyError and a language that is not offered raises ValueError, so that no page shows a bare key by mistake.
"""

from __future__ import annotations

from collections.abc import Mapping

LANGUAGES = ("zh", "en")


class Words:
    """Sentences by key, each in every language of LANGUAGES; {fields} in a sentence are filled in by `say`."""

    def __init__(self, table: Mapping[str, tuple[str, str]]) -> None:
        self._table = dict(table)

    def say(self, key: str, lang: str = "zh", **fields: object) -> str:
        """The sentence of a key. A field's own text is put in as it is: braces in it mean nothing."""
        if lang not in LANGUAGES:
            raise ValueError(f"no language {lang!r}; there are {', '.join(LANGUAGES)}")
        sentence = self._table[key][LANGUAGES.index(lang)]
        return sentence.format(**fields)

    def keys(self) -> tuple[str, ...]:
        """Every key, in the order of the table."""
        return tuple(self._table)


WORDS = Words(
    {
        "standing": (
            "各地自行报告,口径未经统一,未报告不等于没有。",
            "Each place reports for itself, definitions are not harmonised, and not reported does not mean none.",
        ),
        "level.province": ("省级", "province"),
        "level.prefecture": ("市级", "prefecture"),
        "level.county": ("县级", "county"),
        "level.township": ("乡镇级", "township"),
        "level.department": ("部门", "department"),
        "level.unknown": ("层级未知", "unknown level"),
        "qualifier.exact": ("确数", "exact"),
        "qualifier.min": ("至少", "at least"),
        "qualifier.max": ("至多", "at most"),
        "qualifier.approx": ("约数", "approximate"),
        "basis.stated": ("原文", "stated"),
        "basis.computed": ("推算", "computed"),
        "basis.implied": ("推断", "implied"),
        "reason.plan": ("属于计划或打算", "a plan"),
        "reason.target": ("属于目标或要求", "a target"),
        "reason.other year": ("属于其他年份", "another year"),
        "reason.other body": ("属于其他地区或机关", "another body"),
        "reason.other unit": ("计量单位不同", "another unit"),
        "reason.other matter": ("属于其他事项", "another matter"),
        "reason.change": ("是增减幅度,不是数值本身", "a change, not a level"),
        "reason.rule": ("属于规定,不是结果", "a rule, not a result"),
        "reason.part": ("只是其中一部分", "a part only"),
        "reason.weaker basis": ("另有依据更强的读数", "a better-founded reading stands"),
        "reason.overlapped": ("已归入另一读数", "taken by another reading"),
        "reason.implausible": ("超出合理范围", "outside the plausible range"),
        "cause.term absent": ("未提及", "not mentioned"),
        "cause.term without figure": ("提及无数", "no figure given"),
        "cause.refused": ("未采用", "figure not taken"),
        "cause.part only": ("仅部分", "part only"),
        "cause.not applicable": ("不适用", "not applicable"),
        "cause.no report": ("无报告", "no report"),
        "cause.unreadable": ("无法读取", "unreadable"),
        "cause_meaning.term absent": ("报告通篇未提及该指标", "the report never names the indicator"),
        "cause_meaning.term without figure": ("报告提到该指标,但没有给出数字", "the report names it but gives no figure"),
        "cause_meaning.refused": ("报告中有相近数字,经判断未采用", "a figure was seen and not taken, for a stated reason"),
        "cause_meaning.part only": ("报告只给出局部范围的数字", "the report gives figures of a part only"),
        "cause_meaning.not applicable": ("该层级没有这项职权", "a locality of this level has no such power"),
        "cause_meaning.no report": ("该地区该年度没有报告", "there is no report of that place and year"),
        "cause_meaning.unreadable": ("文件无法读取", "the file could not be read"),
        "kind.rate": ("比率", "rate"),
        "kind.count": ("数量(当年)", "count of the year"),
        "kind.stock": ("存量(累计)", "stock"),
        "better.higher": ("越高越好", "higher is better"),
        "better.lower": ("越低越好", "lower is better"),
        "better.none": ("无优劣方向", "no better or worse"),
        "grade.A": ("A 级:口径相同,可以比较", "grade A: same definition and base, can be compared"),
        "grade.B": ("B 级:名称相同,口径或有出入,比较时须谨慎", "grade B: same name, definitions may differ, compare with care"),
        "grade.C": ("C 级:仅供展示,不宜排名比较", "grade C: for display only, not for ranking"),
        "status.read": ("已读取", "read"),
        "status.failed": ("无法读取", "failed"),
        "unknown_year": ("年份未知", "unknown year"),
    }
)

"""A table of keys → the same thing said in Chinese and in English.

Charts, exports and pages hold each their own Words; WORDS here has what all of them share. A key that is not in the
table raises KeyError and a language that is not offered raises ValueError, so that no page shows a bare key by mistake.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

from extract.errors import CONTENTS, FAULTS, Content, FaultKind

LANGUAGES = ("zh", "en")


class Words:
    """Sentences by key, each in every language of LANGUAGES; {fields} in a sentence are filled in by `say`."""

    def __init__(self, table: Mapping[str, tuple[str, str]]) -> None:
        self._table = dict(table)
        self._said = {lang: {key: sentence[at] for key, sentence in table.items()} for at, lang in enumerate(LANGUAGES)}

    def say(self, key: str, lang: str = "zh", **fields: object) -> str:
        """The sentence of a key. A field's own text is put in as it is: braces in it mean nothing."""
        sentence = self._sentence(key, lang)
        # Most are bare words, and a figure says them thousands of times.
        return sentence.format(**fields) if "{" in sentence else sentence

    def pieces(self, key: str, lang: str = "zh") -> list[tuple[str, str | None]]:
        """The sentence of a key cut at its fields: each stretch of words with the name of the field after it, None after the
        last."""
        return [(words, name) for words, name, *_ in Formatter().parse(self._sentence(key, lang))]

    def keys(self) -> tuple[str, ...]:
        """Every key, in the order of the table."""
        return tuple(self._table)

    def _sentence(self, key: str, lang: str) -> str:
        if lang not in self._said:
            raise ValueError(f"no language {lang!r}; there are {', '.join(LANGUAGES)}")
        return self._said[lang][key]


# Problem and cure of each kind of fault, in the fields of errors.FAULTS; the English stands there.
_FAULTS: Mapping[FaultKind, tuple[str, str]] = {
    FaultKind.UNKNOWN_SUFFIX: ("读不了后缀为 {suffix} 的文件", "请改存为 {formats} 文件"),
    FaultKind.NO_SUFFIX: ("读不了没有后缀的文件", "请改存为 {formats} 文件"),
    FaultKind.UNOPENED: ("文件打不开（{reason}）", "请检查文件是否还在、是否允许读取"),
    FaultKind.EMPTY: ("文件是空的", "请从来源处重新获取"),
    FaultKind.TOO_LARGE: ("文件有 {size}，最多能读 {most}", "请只给报告本身，去掉图片"),
    FaultKind.TOO_LONG: ("文字超过 {most} 个字符", "请一份报告一个文件"),
    FaultKind.TOO_MANY_PAGES: ("有 {pages} 页，最多能读 {most} 页", "请只给报告所在的页"),
    FaultKind.TOO_SLOW: ("读取超过 {most} 秒，已停止", "请改存为 txt"),
    FaultKind.ENCRYPTED: ("文件有密码", "请去掉密码后另存"),
    FaultKind.BROKEN: ("内容不是完好的 {expected}：已损坏或不完整", "请从来源处重新获取"),
    FaultKind.NO_TEXT_LAYER: ("每页都是图片，没有文字层", "请先做文字识别（OCR），或直接给文字"),
    FaultKind.BROKEN_GLYPHS: ("字体没有说明画的是什么字，取出的文字是乱码", "请先做文字识别（OCR），或直接给文字"),
    FaultKind.NO_OFFICE: ("{suffix} 文件要借助 LibreOffice 读取，而这台机器没有安装", "请安装 LibreOffice，或另存为 docx"),
    FaultKind.OFFICE_FAILED: ("LibreOffice 打不开这个文件", "请打开后另存为 docx"),
    FaultKind.ARCHIVE_BOMB: ("解开后超过 {most}，或超过原来的 {ratio} 倍", "请解压后再给报告"),
    FaultKind.ARCHIVE_IN_ARCHIVE: ("压缩包里又有压缩包", "请解压后再给报告"),
    FaultKind.TOO_MANY_FILES: ("里面的文件超过 {most} 个", "请分几次给"),
    FaultKind.EMPTY_ARCHIVE: ("压缩包里没有文件", "请从来源处重新获取"),
    FaultKind.BLANK: ("文件里没有文字，只有空白", "请从来源处重新获取"),
    FaultKind.OTHER_KIND: ("文件名的后缀是 {suffix}，内容却是{content}", "请把其中的文字存为 {formats} 文件"),
    FaultKind.DAMAGED: ("内容不是完好的 {expected}：已损坏、不完整或是另一种文件", "请在原来的程序里另存为 UTF-8"),
    FaultKind.CONTROL_CHARACTERS: ("内容不是文字，满是控制字符", "请在原来的程序里另存为 UTF-8"),
    FaultKind.LOST_CHARACTERS: ("文字在此前已经丢失（变成了 � 或“锟斤拷”）", "请从发布处重新取得文字，存为 UTF-8"),
    FaultKind.GARBLED: ("文字是乱码：曾按错误的编码读取", "请从发布处重新取得文字，存为 UTF-8"),
    FaultKind.NO_REPORT: (
        "内容不是法治政府建设报告：没有找到标题、地区、年份或数字",
        "请提供一个地区的法治政府建设年度报告正文",
    ),
}
_CONTENTS: Mapping[Content, str] = {
    Content.PNG: "图片（PNG）",
    Content.JPEG: "图片（JPEG）",
    Content.GIF: "图片（GIF）",
    Content.TIFF: "图片（TIFF）",
    Content.RIFF: "图片或声音（RIFF）",
    Content.PDF: " PDF 文件",
    Content.ZIP: "压缩包或 Office 文件（docx、xlsx）",
    Content.EMPTY_ZIP: "空的压缩包",
    Content.OLD_OFFICE: "旧版 Office 文件（doc、xls、wps）",
    Content.RAR: " RAR 压缩包",
    Content.SEVEN_ZIP: " 7z 压缩包",
    Content.GZIP: " gzip 压缩包",
}

WORDS = Words(
    {
        "standing": (
            "各地自行报告，口径未经统一，未报告不等于没有。",
            "Each place reports for itself, definitions are not harmonised, and not reported does not mean none.",
        ),
        "demo_mark": ("【演示数据】", "[Demonstration] "),
        "demo": (
            "演示数据：地区和数字均为虚构，不得引用。",
            "Demonstration data: places and figures are made up and must not be quoted.",
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
        "reason.change": ("是增减幅度，不是数值本身", "a change, not a level"),
        "reason.rule": ("属于规定，不是结果", "a rule, not a result"),
        "reason.part": ("只是其中一部分", "a part only"),
        "reason.weaker basis": ("另有依据更强的读数", "a better-founded reading stands"),
        "reason.overlapped": ("已归入另一读数", "taken by another reading"),
        "reason.implausible": ("超出合理范围", "outside the plausible range"),
        "reason.time limit": ("查找超时，有无数字未知", "search stopped at its time limit, a figure may stand there"),
        "base.unstated": ("未说明", "unstated"),
        # The rule by which extract/readings.py chooses, in words: both change together.
        "main_rule": (
            (
                "一份报告的一个指标取一个主读数，其余读数照样保留。原文写明的数先于推算的，推算的先于由文字推断的；"
                "只说局部的（其中、某一领域、某一专项、某一机关）不作主读数；其余依次取：口径最全的（不限于某一类），"
                "不是只说新增的，说明是全地区、全年或合计的，数量较大的（比率不比大小），在文中先出现的。"
            ),
            (
                "A report has one main reading of an indicator, and keeps all others. A figure that is written goes before one "
                "worked out, and that before one implied by words; what is said of a part (其中, one field, drive or body) is "
                "never main. Of the others, in this order: not limited to a kind, not of additions alone, said of the whole "
                "place, the whole year or a total, the larger count (rates are not compared by size), the first in the text."
            ),
        ),
        "check.parts": ("各部分之和", "sum of its parts"),
        "outcome.agrees": ("相符", "agrees"),
        "outcome.cut": ("相符（尾数截去，未四舍五入）", "agrees (cut, not rounded)"),
        "outcome.remainder": ("各部分之和少于总数，其余未说明", "the parts leave a remainder that is not explained"),
        "outcome.exceeds": ("部分大于总数", "more than the whole"),
        "outcome.differs": ("比率与件数不符", "the rate is not that of its counts"),
        "earlier.level": ("上年数值", "value of the year before"),
        "earlier.change_percent": ("增减幅度", "change in per cent"),
        "earlier.change_points": ("增减百分点", "change in points"),
        "earlier.change_count": ("增减数量", "change in number"),
        "second.agrees": ("相符", "agrees"),
        "second.restated": ("重述：与上年报告不同", "restated: differs from the earlier report"),
        "second.contradictory": ("矛盾：与上年报告对不上", "contradictory: does not fit the earlier report"),
        "second.no earlier reading": ("上年报告没有该指标的主读数", "the earlier report has no main reading of it"),
        "second.no earlier report": ("没有上年报告", "no report of the year before"),
        "from_to": ("{first} 至 {last}", "{first} to {last}"),
        "of_year": ("{value}（{year} 年）", "{value} ({year})"),
        "points": ("个百分点", "points"),
        "cause.term absent": ("未提及", "not mentioned"),
        "cause.term without figure": ("提及无数", "no figure given"),
        "cause.refused": ("未采用", "figure not taken"),
        "cause.part only": ("仅部分", "part only"),
        "cause.not applicable": ("不适用", "not applicable"),
        "cause.no report": ("无报告", "no report"),
        "cause.unreadable": ("无法读取", "unreadable"),
        "cause_meaning.term absent": ("报告通篇未提及该指标", "the report never names the indicator"),
        "cause_meaning.term without figure": ("报告提到该指标，但没有给出数字", "the report names it but gives no figure"),
        "cause_meaning.refused": ("报告中有相近数字，经判断未采用", "a figure was seen and not taken, for a stated reason"),
        "cause_meaning.part only": ("报告只给出局部范围的数字", "the report gives figures of a part only"),
        "cause_meaning.not applicable": ("该层级没有这项职权", "a locality of this level has no such power"),
        "cause_meaning.no report": ("该地区该年度没有报告", "there is no report of that place and year"),
        "cause_meaning.unreadable": ("文件无法读取", "the file could not be read"),
        "unfit.no part": ("缺分子", "its part is not given"),
        "unfit.no whole": ("缺分母", "its whole is not given"),
        "unfit.scope": ("只覆盖一部分，不能相除", "of a part of the locality only"),
        "unfit.qualifier": ("不是确数，不能相除", "not said exactly"),
        "unfit.nothing": ("分母为零", "its whole is none"),
        "unfit.exceeds": ("分子大于分母", "its part exceeds its whole"),
        "kind.rate": ("比率", "rate"),
        "kind.count": ("数量（当年）", "count of the year"),
        "kind.stock": ("存量（累计）", "stock"),
        "better.higher": ("越高越好", "higher is better"),
        "better.lower": ("越低越好", "lower is better"),
        "better.none": ("无优劣方向", "no better or worse"),
        "grade.A": ("A 级：口径相同，可以比较", "grade A: same definition and base, can be compared"),
        "grade.B": (
            "B 级：名称相同，口径或有出入，比较时须谨慎",
            "grade B: same name, definitions may differ, compare with care",
        ),
        "grade.C": ("C 级：仅供展示，不宜排名比较", "grade C: for display only, not for ranking"),
        "status.read": ("已读取", "read"),
        "status.failed": ("无法读取", "failed"),
        "status.set aside": ("搁置", "set aside"),
        "status.duplicate": ("重复", "duplicate"),
        "status.revised": ("已有修订版", "superseded by a revision"),
        "unknown_year": ("年份未知", "unknown year"),
        **{f"problem.{kind}": (_FAULTS[kind][0], FAULTS[kind][0]) for kind in FaultKind},
        **{f"cure.{kind}": (_FAULTS[kind][1], FAULTS[kind][1]) for kind in FaultKind},
        **{f"content.{content}": (_CONTENTS[content], CONTENTS[content]) for content in Content},
    }
)

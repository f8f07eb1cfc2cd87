"""A sentence → its figures, and the sentence's *shape*: the same characters with every figure masked.

A shape has the length of its sentence. Each figure's characters are replaced by signs of the private use area: first one
sign that tells its measure word (件, 人次, 百分比 …), then `REST` signs. A pattern such as `受理<count>` can therefore look
for words and figures at once, without a grammar of numerals inside every pattern, and offsets stay those of the sentence.

How Chinese reports write figures is stated here once: numerals of every kind, 百分之 and 成, bounds before and behind
(超过, 不低于, 近; 以上, 左右, 余), what looks like a figure and is none (第3次, 12345热线, 最多跑一次).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

import regex

from .beginnings import find_beginnings
from .model import Qualifier, Quantity
from .numbers import ARABIC, CHINESE, MIXED, NUMERALS, parse_number

RATE, BARE, NO_FIGURE, REST = "\ue000", "\ue001", "\ue002", "\uf8ff"
_FIRST_MEASURE = 0xE100
ANY_FIGURE = "\ue000-\uf8ff"

# Words that hold a numeral and state no figure: names of reforms, of hot lines, of rules. They stay readable in the shape.
FIXED = (
    r"最多跑一(?:次|地)|一次(?:办[好成结]|性|都?不(?:用)?跑)|一件事|一网通?办|一窗(?:通办|办)?|一证办|一站式"
    r"|一把手|一体化?|一张网|一支队伍|一村\(?(?:居|社区)?\)?一(?:名)?法律顾问|一村一|一社区一|一企一"
    r"|两高一低|四议两公开|三统一|三项制度|两个责任|一票否决|一律|一般|一并|统一"
    r"|(?<=[进入惠连访暖系到])万家|千家万户|万里"
    r"|“[一二两三四五六七八九十]{1,3}(?:件|个|项|张|条|次|本|台|场)”"
    r"|“[一二两三四五六七八九十]+[^“”%分]{1,6}[一二两三四五六七八九十]+[^“”\d%分]{0,6}”"
    r"|(?<!\d)(?:12345|12348|12315|12309|12388|12380|12333|12369|12328|12350|12336|110|119|120)"
    r"(?![\d.,%万余多])(?!件|宗|起|人|条|名|次|张|个|户|份|项|场|期|篇|部|卷|本|册|批|轮|台|处)"
)
# Ordinals and names: 第35次常务会议, 第三批, 十九届.
ORDINAL = rf"第(?:{ARABIC}|{CHINESE})(?:至第?(?:{ARABIC}|{CHINESE}))?[^\d,;。、]?"

AT_LEAST = r"(?:首|再)破|不下于?|超过了?|超出|超|突破了?|逾|不[低少下][于於]|至少|高[于於]|大[于於]|多[于於]"
AT_MOST = r"不到|不足|低[于於]|少[于於]|不超过|不高[于於]|未超过|小[于於]"
ABOUT = r"大约|约为?|(?<![最附临靠])将?近|接近"
BEFORE = rf"(?:(?P<min>{AT_LEAST})|(?P<max>{AT_MOST})|(?P<about>{ABOUT})|(?P<over>上)(?=[百千万]))"
AFTER = r"(?:(?P<min2>(?:及|或)?以上)|(?P<max2>(?:及|或)?以[下内]|之内)|(?P<about2>左右|上下))"

# 千分之三 is 0.3 per cent; 百分百 and 百分之百 are 100.
# “双百” behind two rates is 100 for each.
PER_HUNDRED = (
    rf"百分之(?P<pct>{CHINESE}|{ARABIC})|百分(?P<hundred>百)|千分之(?P<mil>{CHINESE}|{ARABIC})"
    r"|(?P<double>双百)(?!”?(?:方针|行动|工程|攻坚|计划|双))"
)
# 九成, 八成五, 九成五以上; not 建成, 调成, 一成不变.
TENTHS = (
    r"(?<![\d零一二两三四五六七八九十百千])(?P<tenth>[一二两三四五六七八九])成(?P<half>[一二三四五六七八九半])?"
    r"(?![功立为员果绩效本就都熟品不])"
)
FRACTION = r"(?P<den>[二三四五六七八九十])分之(?P<num>[一二两三四五六七八九])"
SHARE = r"(?P<percent>" + ARABIC + r")%"
# 数百, 好几十 and 成千 have no value of their own; 人数516人 has.
NUMERAL = (
    rf"(?:(?<![\d第])(?P<arabic>{MIXED}|{ARABIC})(?P<mult>[万亿千百]?)|(?<![数几好成第统])(?P<chinese>{CHINESE}))"
    r"(?:(?P<odd>[余多来])(?P<mult2>[万亿])?+)?"
)
# Where a figure, or what only looks like one, may begin. A numeral is among the first characters of each (不超过3件, 最多跑一次).
_NUMERAL = re.compile(rf"[\d{NUMERALS}]")
# A row of numerals is entered at its first one alone, or a million of them would take for ever; 一百分之三 holds 百分之三.
_MAY_BEGIN = (
    rf"(?:(?<=\d)(?<!\d\d)|(?<=[{NUMERALS}])(?:(?<![{NUMERALS}]{{2}})|(?<=[百千])(?=分))"
    rf"|(?<=[^\d{NUMERALS}])(?=.{{0,5}}[\d{NUMERALS}]))"
)


# How long a unit in brackets may be, with what stands round it: (个工作日):
_LONGEST_UNIT = 10
# 败诉率为0, 纠错率保持0
_OF_RATE = regex.compile(r"率(?:均|都|继续|始终)?(?:保持)?(?:为|是|:)?$")


@dataclass(frozen=True, slots=True)
class Token:
    """A figure in a sentence: where it stands (with the words that bound it) and what it states.

    `measure` is the measure word, "%" for a rate, "" for a figure without one; `quantity` None for what only looks
    like a figure (an ordinal, a range). `lead` is how many characters stand before the figure's own words, and `old` the
    figure that it moved from (see `moves`): 由312件减少到268件.
    """

    start: int
    end: int
    measure: str
    quantity: Quantity | None
    lead: int = 0
    old: Token | None = None


class Measures:
    """The measure words of a catalogue: finds figures that carry them and compiles patterns that ask for them."""

    def __init__(self, words: Collection[str]) -> None:
        self.words = tuple(sorted(set(words) - {"%"}, key=lambda w: (-len(w), w)))
        self._sign = {w: chr(_FIRST_MEASURE + i) for i, w in enumerate(self.words)}
        units = "|".join(regex.escape(w) for w in self.words)
        figure = (
            rf"{BEFORE}?(?:(?:{PER_HUNDRED}|{TENTHS}|{FRACTION}|{SHARE})"
            rf"|{NUMERAL}(?P<unit>{units})(?P<odd2>[余多](?=[^\w]|$))?){AFTER}?"
        )
        ends = rf"(?:{ARABIC}|{CHINESE})(?:%|{units})?"
        self._at = re.compile(
            rf"(?P<fixed>{FIXED})|(?P<ordinal>{ORDINAL})"
            rf"|(?P<range>{ends}(?:-|~|至)(?:{ends})(?:%|{units})?)"
            rf"|{figure}|(?P<bare>(?<![A-Za-z\d.])(?:{ARABIC})(?P<bareodd>[余多])?+(?![A-Za-z\d%]))"
        )
        self._unit_before = re.compile(rf"\((%|{units})\):?$")
        self._starts = re.compile(f"[{find_beginnings(self._at.pattern)}]{_MAY_BEGIN}")

    def find(self, sentence: str) -> Iterator[Token]:
        """The figures of a folded sentence, left to right, never overlapping."""
        reach = 0
        for start in self._starts.finditer(sentence) if _NUMERAL.search(sentence) else ():
            m = self._at.match(sentence, start.start()) if start.start() >= reach else None
            if m is None:
                continue
            reach = m.end()
            if m["fixed"]:
                continue
            if m["ordinal"] or m["range"]:
                yield Token(m.start(), m.end(), "", None)
                continue
            token = self._with_unit_before(_as_rate(_read(m), sentence), sentence)
            if token is not None and not _is_article(token, sentence):
                yield token

    def _with_unit_before(self, token: Token | None, sentence: str) -> Token | None:
        """A bare figure whose unit stands before it in brackets, as tables have it: 收案数(件) 41, 调解成功率(%):98.6."""
        if (
            token is None
            or token.measure
            or token.quantity is None
            or sentence[token.start - 1 : token.start] not in ("）", ")", ":")
        ):
            return token
        m = self._unit_before.search(sentence, max(0, token.start - _LONGEST_UNIT), token.start)
        if m is None:
            return token
        quantity = replace(token.quantity, unit=m[1])
        return replace(token, start=m.start(), measure=m[1], quantity=quantity, lead=token.start - m.start() + token.lead)

    def shape(self, sentence: str, tokens: Collection[Token]) -> str:
        """`sentence` with each token masked by its sign; same length."""
        parts, at = [], 0
        for t in tokens:
            parts += [sentence[at : t.start], self._sign_of(t), REST * (t.end - t.start - 1)]
            at = t.end
        return "".join(parts) + sentence[at:]

    def _sign_of(self, token: Token) -> str:
        if token.quantity is None:
            return NO_FIGURE
        if token.measure == "%":
            return RATE
        return self._sign[token.measure] if token.measure else BARE

    def signs(self, words: Collection[str], *, bare: bool = False) -> str:
        """The class of signs, for use inside [...], of figures that carry one of `words`."""
        signs = "".join(RATE if w == "%" else self._sign[w] for w in sorted(words) if w == "%" or w in self._sign)
        return signs + (BARE if bare else "")

    def write_out(self, source: str, words: Collection[str], *, bare: bool = False) -> str:
        """A catalogue pattern → the source of a regular expression over shapes.

        `<count>` and `<rate>` become the group `figure`, `<part>` and `<whole>` groups of these names, `<n>` any figure
        that is no reading, `<gap>` up to 12 characters (`<gap:30>` up to 30) without punctuation or a figure, and
        `<words>` the same with the 、 of a list among them.
        """
        return _expand(source, self.signs(set(words) - {"%"}, bare=bare))


def _expand(source: str, signs: str) -> str:
    def one(name: str, chars: str) -> str:
        # 建议提案分别为2件、9件: that figures come in order, or are alike, stands before the first of them.
        return f"(?:(?:分别|依次|均)(?:为|达|有)?)?(?P<{name}>[{chars}]{REST}*+)"

    expanded = source.replace("<rate>", one("figure", RATE))
    for placeholder, group in (("<count>", "figure"), ("<part>", "part"), ("<whole>", "whole")):
        if placeholder in expanded:
            expanded = expanded.replace(placeholder, one(group, signs))
    expanded = expanded.replace("<n>", f"[{RATE}-\ue8ff]{REST}*+")
    expanded = expanded.replace("<gap>", "<gap:12>").replace("<words>", "<words:12>")
    expanded = regex.sub(r"<gap:(\d+)>", rf"[^,;:。、!?{ANY_FIGURE}]{{0,\1}}?", expanded)
    return regex.sub(r"<words:(\d+)>", rf"[^,;:。!?{ANY_FIGURE}]{{0,\1}}?", expanded)


def _read(m: re.Match[str]) -> Token | None:
    """A match of the figure expression → the token, or None where its words are no number after all (几十)."""
    measure = "%"
    value: Decimal | None
    if m["bare"]:
        value, measure = parse_number(m["bare"].rstrip("余多")), ""
    elif m["pct"] or m["mil"]:
        value = parse_number(m["pct"] or m["mil"])
        if value is not None and m["mil"]:
            value /= 10
    elif m["hundred"] or m["double"]:
        value = Decimal(100)
    elif m["tenth"]:
        value = (parse_number(m["tenth"]) or Decimal(0)) * 10
        value += Decimal(5) if m["half"] == "半" else parse_number(m["half"] or "零") or Decimal(0)
    elif m["den"]:
        value = round((parse_number(m["num"]) or Decimal(0)) * 100 / (parse_number(m["den"]) or Decimal(1)), 2)
    elif m["percent"]:
        value = parse_number(m["percent"])
    else:
        # 30余万人次: the 余 may stand inside the number.
        value, measure = parse_number((m["arabic"] or m["chinese"]) + (m["mult"] or "") + (m["mult2"] or "")), m["unit"]
        multiplier = m["mult"] or m["mult2"]
        if measure == "元" and multiplier in ("万", "亿"):
            value, measure = _in_ten_thousand_yuan(m["arabic"], multiplier), "万元"
    if value is None:
        return None
    return Token(m.start(), m.end(), measure, Quantity(value, measure, _qualifier(m)))


def _as_rate(token: Token | None, sentence: str) -> Token | None:
    """A nought said of a rate (败诉率为0) is a rate, though no % stands behind it; other bare figures may be anything."""
    if token is None or token.measure or token.quantity is None or token.quantity.value:
        return token
    if not _OF_RATE.search(sentence, max(0, token.start - 10), token.start):
        return token
    return replace(token, measure="%", quantity=replace(token.quantity, unit="%"))


def _in_ten_thousand_yuan(number: str, multiplier: str) -> Decimal | None:
    value = parse_number(number)
    return value if value is None or multiplier == "万" else (value * 10_000).quantize(Decimal(1))


def _qualifier(m: re.Match[str]) -> Qualifier:
    if m["min"] or m["min2"]:
        return Qualifier.MIN
    if m["max"] or m["max2"]:
        return Qualifier.MAX
    if m["about"] or m["about2"] or m["odd"] or m["over"] or m["odd2"] or m["bareodd"]:
        return Qualifier.APPROX
    return Qualifier.EXACT


def _is_article(token: Token, sentence: str) -> bool:
    """Whether 一 is an article and no count: 一项工作, 一次办结; a count only where the clause ends: 收到检察建议一件,"""
    words = sentence[token.start : token.end]
    if not words.startswith("一") or words[1:] != token.measure:
        return False
    return sentence[token.end : token.end + 1] not in ",;。、)" or _is_paired(token, sentence, words)


def _is_paired(token: Token, sentence: str, words: str) -> bool:
    """做到收到一件、回复一件: the same 一件 stands behind another verb."""
    before, after = sentence[max(0, token.start - 6) : token.start], sentence[token.end : token.end + 6]
    return words in after[3:] or f"{words}、" in before or f"{words}," in before


@lru_cache(maxsize=8)
def measures_of(words: tuple[str, ...]) -> Measures:
    """The `Measures` for these words, made once."""
    return Measures(words)

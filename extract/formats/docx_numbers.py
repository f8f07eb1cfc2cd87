"""The numbering of a Word document → the number that Word shows before a paragraph, which stands nowhere in its words.

An abstractNum says how the levels of a list look, a num is a list of that kind; lists of one kind count on together.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from .docx_styles import Styles, hidden, value

_LEVEL = qn("w:ilvl")
_PLACE = re.compile("%([1-9])")
_DEEPEST = 8
# Word itself takes far less; a file may say anything, and it is shown once for each paragraph.
_HIGHEST = 32_767
_LONGEST = 40

_DIGITS = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_LEGAL = str.maketrans("一二三四五六七八九十百千万", "壹贰叁肆伍陆柒捌玖拾佰仟萬")
_FULL_WIDTH = {ord("0") + digit: ord("\uff10") + digit for digit in range(10)}
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def _from(first: str, most: int) -> Callable[[int], str]:
    """Numbers that are single characters, one after the other from `first`; after `most` of them plain digits."""
    return lambda number: chr(ord(first) + number - 1) if 1 <= number <= most else str(number)


def _listed(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if 1 <= number <= len(signs) else str(number)


def _digit_by_digit(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _in_words(number: int) -> str:
    """十, 十一, 一百零一: as it is said."""
    if not 1 <= number < 10_000:
        return _digit_by_digit(number)
    words, rest, skipped = "", number, False
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, rest = divmod(rest, size)
        if digit:
            words += ("零" if skipped and words else "") + _DIGITS[digit] + unit
        skipped = not digit
    return words.removeprefix("一") if 10 <= number < 20 else words


def _up_to_99_in_words(number: int) -> str:
    return _in_words(number) if number < 100 else _digit_by_digit(number)


def _japanese(number: int) -> str:
    """百一: no 一 before 十, 百 and 千, nothing for a place without a digit."""
    return re.sub("一(?=[千百十])", "", _in_words(number).replace("零", "")) if 1 <= number < 10_000 else _digit_by_digit(number)


def _letters(number: int) -> str:
    """a to z, then aa, bb, cc."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 1 <= number <= 780 else str(number)


def _roman(number: int) -> str:
    if not 1 <= number < 4_000:
        return str(number)
    words = ""
    for size, sign in _ROMAN:
        words, number = words + sign * (number // size), number % size
    return words


# By w:numFmt; one that is not here counts in plain digits.
_WRITTEN: dict[str, Callable[[int], str]] = {
    "none": lambda number: "",
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": _from("①", 20),
    "decimalEnclosedCircleChinese": _from("①", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "ideographEnclosedCircle": _from("㊀", 10),
    "chineseCounting": _up_to_99_in_words,
    "chineseCountingThousand": _in_words,
    "taiwaneseCounting": _up_to_99_in_words,
    "taiwaneseCountingThousand": _in_words,
    "japaneseCounting": _japanese,
    "chineseLegalSimplified": lambda number: _in_words(number).translate(_LEGAL),
    "ideographDigital": _digit_by_digit,
    "taiwaneseDigital": _digit_by_digit,
    "japaneseDigitalTenThousand": _digit_by_digit,
    "ideographTraditional": _listed(_STEMS),
    "ideographZodiac": _listed(_BRANCHES),
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
}


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list looks: `words` with %1 to %9 for the numbers of the levels, `after` which one it starts anew
    (0 never, None after any higher one), `plain` where all its numbers are in digits."""

    start: int = 1
    written: str = "decimal"
    words: str = ""
    suffix: str = "tab"
    after: int | None = None
    plain: bool = False


@dataclass(slots=True)
class _List:
    """A num: the abstractNum that it counts with, its levels, and those that start anew when it first comes to them."""

    kind: str
    levels: dict[int, _Level]
    anew: set[int] = field(default_factory=set)


class Numbers:
    """The numbers of a document's paragraphs, counted on from one to the next in reading order."""

    def __init__(self, root: BaseOxmlElement | None, styles: Styles) -> None:
        self._styles = styles
        self._counts: dict[str, dict[int, int]] = {}
        self._level_of_style: dict[tuple[str, str], int] = {}
        self._lists: dict[str, _List] = {}
        if root is not None:
            self._read_lists(root)

    def label(self, paragraph: BaseOxmlElement) -> str:
        """The number before a paragraph with the blank that parts it from the words; "" where it has none or a bullet.
        Counts it, so ask once for each paragraph, in order."""
        found = self._place(paragraph)
        if found is None:
            return ""
        numbered, level = found
        self._count(numbered, level)
        return self._shown(numbered, level)

    def _place(self, paragraph: BaseOxmlElement) -> tuple[_List, int] | None:
        """The list and level of a paragraph, from its own properties or its style; None where it is in no list."""
        style = self._styles.of(paragraph)
        number = value(paragraph, "w:pPr", "w:numPr", "w:numId")
        level = value(paragraph, "w:pPr", "w:numPr", "w:ilvl")
        named = None
        for name, element in self._styles.chain(style) if number is None else ():
            number = value(element, "w:pPr", "w:numPr", "w:numId")
            level = level or value(element, "w:pPr", "w:numPr", "w:ilvl")
            if number is not None:
                named = name
                break
        numbered = self._lists.get(number or "")
        if numbered is None:
            return None
        # Heading 2 says only which list it is in; the level of that list says that it is Heading 2's.
        styled = (self._level_of_style.get((numbered.kind, name)) for name in (style, named) if name and level is None)
        return numbered, _whole(level, next((at for at in styled if at is not None), 0), _DEEPEST)

    def _count(self, numbered: _List, level: int) -> None:
        counts = self._counts.setdefault(numbered.kind, {})
        if level in numbered.anew or level not in counts:
            numbered.anew.discard(level)
            counts[level] = numbered.levels.get(level, _Level()).start
        else:
            counts[level] += 1
        for deeper in [deeper for deeper in counts if deeper > level]:
            after = numbered.levels.get(deeper, _Level()).after
            if after is None or level < after:
                del counts[deeper]

    def _shown(self, numbered: _List, level: int) -> str:
        look = numbered.levels.get(level, _Level())
        if look.written == "bullet":
            return ""
        counts = self._counts[numbered.kind]

        def number(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            there = numbered.levels.get(at, _Level())
            written = "decimal" if look.plain else there.written
            return _WRITTEN.get(written, str)(counts.get(at, there.start))

        shown = _PLACE.sub(number, look.words)[:_LONGEST]
        return shown + _gap(shown, look.suffix)

    def _read_lists(self, root: BaseOxmlElement) -> None:
        kinds: dict[str, BaseOxmlElement] = {
            kind.get(qn("w:abstractNumId"), ""): kind for kind in root.findall(qn("w:abstractNum"))
        }
        by_style = {link: number for number, kind in kinds.items() if (link := value(kind, "w:styleLink"))}
        levels = {number: _levels(kind) for number, kind in kinds.items()}
        for number, kind in kinds.items():
            for level in kind.findall(qn("w:lvl")):
                if style := value(level, "w:pStyle"):
                    self._level_of_style[number, style] = _whole(level.get(_LEVEL), 0, _DEEPEST)
        for num in root.findall(qn("w:num")):
            named = value(num, "w:abstractNumId") or ""
            # A kind with w:numStyleLink is empty and stands for the one with the w:styleLink of that name.
            named = by_style.get(value(kinds.get(named), "w:numStyleLink") or "", named)
            if named in levels:
                self._lists[num.get(qn("w:numId"), "")] = _overridden(_List(named, dict(levels[named])), num)


def _levels(element: BaseOxmlElement) -> dict[int, _Level]:
    """The levels that an abstractNum or an override describes."""
    return {_whole(level.get(_LEVEL), 0, _DEEPEST): _level(level) for level in element.findall(qn("w:lvl"))}


def _level(element: BaseOxmlElement) -> _Level:
    after = value(element, "w:lvlRestart")
    plain = element.find(qn("w:isLgl"))
    words = (value(element, "w:lvlText") or "")[:_LONGEST]
    return _Level(
        # Without w:start Word begins at 0.
        _whole(value(element, "w:start"), 0, _HIGHEST),
        value(element, "w:numFmt") or "decimal",
        "" if hidden(element.find(qn("w:rPr"))) else words,
        value(element, "w:suff") or "tab",
        None if after is None else _whole(after, 0, _DEEPEST),
        plain is not None and plain.get(qn("w:val")) not in {"0", "false", "off"},
    )


def _overridden(numbered: _List, num: BaseOxmlElement) -> _List:
    """The list with what its num says other than its kind."""
    for override in num.findall(qn("w:lvlOverride")):
        level = _whole(override.get(_LEVEL), 0, _DEEPEST)
        if (own := override.find(qn("w:lvl"))) is not None:
            numbered.levels[level] = _level(own)
        if (start := value(override, "w:startOverride")) is not None:
            look = numbered.levels.get(level, _Level())
            numbered.levels[level] = replace(look, start=_whole(start, look.start, _HIGHEST))
            numbered.anew.add(level)
    return numbered


def _gap(shown: str, suffix: str) -> str:
    """What parts a number from the words: 一、总体 needs nothing, 第一章 总则 does, and 1. 5件 must not become 1.5件."""
    if not shown or shown[-1] in "、）．：，" or shown[-1].isspace():
        return ""
    return "" if suffix == "nothing" and not (shown[-1].isdigit() or shown[-1] == ".") else " "


def _whole(words: str | None, otherwise: int, most: int) -> int:
    """A whole number as an attribute gives it, `otherwise` where it is none or out of bounds."""
    if words is None or not re.fullmatch("[0-9]{1,9}", words):
        return otherwise
    return int(words) if int(words) <= most else otherwise

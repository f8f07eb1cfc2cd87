"""Text → the same text in one form: full width, radicals, spaces, dashes and traditional characters folded, one for one.

A fold never changes the length, so that every offset found in folded text is an offset of the report's text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

TRADITIONAL_PAIRS = Path(__file__).with_name("folding_traditional.txt")

_FULL_WIDTH = range(0xFF01, 0xFF5F)
_TO_ASCII = 0xFEE0
_SMALL_FORMS = range(0xFE50, 0xFE6C)

# Dashes that stand between numbers or years, whatever the typist's keyboard gave.
_DASHES = "‐‑‒–—―−─━﹘－"

# Characters that show as a blank: every space of Unicode, tabs and line ends other than \n.
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_BREAKS = "\t\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"
# Characters that show as nothing: soft hyphens, joiners, fillers, byte order marks.
_INVISIBLE = "\u00ad\u180e\u200b\u200c\u200d\u2060\ufeff\u3164\uffa0"

# Halves of characters, which no encoding can write: what looks for words in UTF-8 would stop at them.
_SURROGATES = range(0xD800, 0xE000)
# Characters of a broken font: they mean nothing, and the shape of a sentence masks its figures with them.
_PRIVATE = range(0xE000, 0xF900)

_KANGXI_RADICALS = range(0x2F00, 0x2FD6)
_COMPATIBILITY_IDEOGRAPHS = range(0xF900, 0xFB00)

# The supplement of radicals has no compatibility mapping but for two (⺟, ⻳): each stands beside the character it looks like.
_RADICAL_PAIRS = (
    "⺁厂⺄乙⺅亻⺆冂⺇几⺉刂⺊卜⺌小⺍小⺎兀⺏尣⺐尢⺑尣⺒巳⺓幺⺔彑⺕彐⺖忄⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹"
    "⺯纟⺰纟⺱网⺲罒⺳网⺴网⺵网⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑长⻒镸⻓长⻔门⻕阝⻖阝⻗雨"
    "⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟饣⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟"
)

# A report holds few kinds of characters that fold. To replace these one kind after the other is ten times quicker than to
# look every character up; a text with more kinds is looked up.
_FEW_KINDS = 40


@lru_cache(maxsize=2)
def fold(text: str) -> str:
    """`text` with each character in its plain form; as long as `text`, and folding it again changes nothing.

    Kept for the last texts, since every stage asks for the fold of the whole report.

    Folded are full-width ASCII (９８．３％ to 98.3%), every space and invisible character but the newline to a plain space,
    dashes to -, radicals to the characters they look like, and traditional characters to simplified ones where that
    can't alter a simplified text. 。、 and quotation marks stay.
    """
    at = 0
    for _ in range(_FEW_KINDS):
        found = _FOLDS.search(text, at)
        if found is None:
            return text
        text, at = text.replace(found[0], _TABLE[ord(found[0])]), found.end()
    return text.translate(_TABLE)


def _pairs(table: str) -> Iterator[tuple[str, str]]:
    return zip(table[::2], table[1::2], strict=True)


def _traditional() -> dict[str, str]:
    lines = TRADITIONAL_PAIRS.read_text(encoding="utf-8").splitlines()
    return {pair[0]: pair[1] for line in lines if not line.startswith("#") for pair in line.split()}


def _normal_forms() -> Iterator[tuple[str, str]]:
    """The compatibility characters whose normal form is one character of another code."""
    for code in (*_KANGXI_RADICALS, *range(0x2E80, 0x2F00), *_COMPATIBILITY_IDEOGRAPHS, *_SMALL_FORMS):
        normal = unicodedata.normalize("NFKC", chr(code))
        if len(normal) == 1 and normal != chr(code):
            yield chr(code), normal


def _build_table() -> dict[int, str]:
    traditional = _traditional()
    table = {chr(code): chr(code - _TO_ASCII) for code in _FULL_WIDTH}
    table.update(_normal_forms())
    table.update(_pairs(_RADICAL_PAIRS))
    table.update(dict.fromkeys(_DASHES, "-"))
    table.update(dict.fromkeys(_SPACES + _BREAKS + _INVISIBLE, " "))
    # A radical may give a traditional character (⾒ gives 見): one look-up must do both steps.
    folded = {char: traditional.get(plain, plain) for char, plain in table.items()}
    return {ord(char): plain for char, plain in (traditional | folded).items()} | dict.fromkeys(
        (*_SURROGATES, *_PRIVATE), "\ufffd"
    )


_TABLE = _build_table()
_FOLDS = re.compile(f"[{''.join(map(re.escape, map(chr, _TABLE)))}]")

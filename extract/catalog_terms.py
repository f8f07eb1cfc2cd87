"""Pieces of what is said about a catalogue's faults, in Chinese and in English; the sentences are in catalog_fault_words."""

from __future__ import annotations

from enum import Enum


class Term(Enum):
    """A piece of a sentence: (Chinese, English)."""

    OR = ("或", " or ")
    AND = ("和", " and ")
    COMMA = ("、", ", ")
    NONE = ("无", "none")
    NOTHING_READ = ("没有读数", "nothing")
    # Kinds of values of the file, and the cures of a wrong one
    TEXT = ("文字", "text")
    NUMBER = ("数字", "a number")
    FLAG = ("true 或 false", "true or false")
    NULL = ("空", "nothing")
    LIST = ("列表", "a list")
    TABLE = ("键值表", "a mapping")
    WRITE_WORDS = ("写上文字", "write the words")
    QUOTE_WORDS = ("给文字加上双引号", "put the words in double quotes")
    WRITE_NUMBER = ("写数字，不加引号", "write a number without quotes")
    WRITE_WHOLE = ("写整数，不加引号", "write a whole number without quotes")
    WRITE_FLAG = ("写 true 或 false", "write true or false")
    WRITE_LIST = ("写成列表：每项一行“- ”开头，没有则写 []", "write a list: one '- ' line for each item, or [] for none")
    WRITE_TABLE = ("写成“键: 值”", "write a mapping")
    # What a word that must be known names
    UNIT = ("单位", "unit")
    KIND = ("类型", "kind")
    DIRECTION = ("优劣方向", "direction")
    LEVEL = ("层级", "level")
    THEME = ("主题", "theme")
    GRADE = ("可比性等级", "grade")
    TOPIC = ("话题", "topic")
    MEASURE = ("量词", "measure word")
    QUALIFIER = ("限定", "qualifier")
    INDICATOR = ("指标", "indicator")
    RELATION = ("关系", "relation")
    OUTCOME = (" {holds} 的结果", "outcome of {holds}")
    WAY_OF_PARTS = ("部分的给法", "way to give parts")
    FRAGMENT = ("词组", "fragment")
    PLACEHOLDER = ("占位符", "placeholder")
    # Cures of an unknown one
    NEAREST = ("改写为最接近的 {word}", "write {word}, which is the nearest that is known")
    USE_ONE = ("在这些中选一个：{words}", "use one of: {words}")
    DEFINE_FIRST = ("先定义它：目前一个也没有", "define it first: none is defined yet")
    USE_THESE = ("改用 {words}", "use {words}")
    WORDS_ONLY = ("只写文字", "write words only")
    # A text on which a regex runs away
    ATTACK = (
        "在“{text}”（其中“{piece}”重复 {times} 次）上运行 {seconds} 秒",
        "on “{text}” (“{piece}” {times} times) it runs {seconds} s",
    )
    # What a sentence gives
    EXACT = ("确数", "exact")
    MIN = ("至少", "min")
    MAX = ("至多", "max")
    APPROX = ("约数", "approx")
    STATED = ("原文", "stated")
    COMPUTED = ("推算", "computed")
    IMPLIED = ("推断", "implied")
    EXPECTED = ("{value} {qualifier} {basis}", "{value} {qualifier} {basis}")
    READ = ("{value} {qualifier} {basis}（句式 {pattern}）", "{value} {qualifier} {basis} (pattern {pattern})")

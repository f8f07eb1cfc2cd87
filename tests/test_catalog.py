"""metrics.yaml is read strictly: each kind of fault gives its line, indicator, problem and cure, and what is right loads."""

from __future__ import annotations

import csv
import pickle
import re
import weakref
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.catalog import (
    Better,
    Break,
    Catalog,
    Counterexample,
    Derived,
    Example,
    Expected,
    Grade,
    Kind,
    PatternKind,
    Relation,
    RelationKind,
    Theme,
    Unit,
    read_catalog,
    require_complete,
)
from extract.catalog_faults import CatalogError
from extract.catalog_patterns import expand, probe, resolve_fragments
from extract.catalog_placeholders import PatternError, placeholders
from extract.model import Basis, Level, Qualifier

HERE = Path(__file__).parent
METRICS = HERE.parent / "metrics.yaml"

# A whole catalogue, small. The faults below change one place of it and mark the line to be named with HERE.
BASE = """\
version: "1.0"
units:
  "%":
    name_en: percent
    words: ["%"]
  件:
    name_en: cases
    words: [件, 起, 件次]
measures: [元, 日]
topics:
  petition: 信访
fragments:
  doc: (?:规范性)?文件
  act: 审核{doc}
themes:
  law:
    name: 法治
    name_en: Rule of law
derived: []
indicators:
  - id: docs
    name: 文件数
    name_en: Documents
    theme: law
    unit: 件
    kind: count
    better: none
    levels: [county, township]
    definition: 审核的文件数
    definition_en: documents reviewed
    base: null
    bases: []
    version: 1
    numerator: null
    decimals: 0
    law: null
    bounds: [0, null]
    comparability: B
    note: 口径不一。
    note_en: Scopes differ.
    synonyms: [文件]
    patterns:
      - id: act
        text: "{act}<count>"
      - id: none
        implied: 未发生审核
        value: 0
        topic: petition
        unless: 上年
        measures: [日]
        bare: true
        scope: 机关
        part: true
        base: 全部文件
        qualifier: approx
    examples:
      - text: 审核文件3件
        gives: 3
        year: 2022
      - text: 审核文件约1.5万件,其中7件
        gives: ["~15000", "<=7 computed", "0 implied"]
    counterexamples:
      - text: 审核合同3件
        why: 合同
    checks:
      - at_most: rate
  - id: rate
    name: 审核率
    name_en: Review rate
    theme: law
    unit: "%"
    kind: rate
    better: higher
    levels: [county]
    definition: 经过审核的比例
    definition_en: share reviewed
    base: 全部文件
    bases: [全部文件, 应审文件]
    base_words:
      应审文件: 应审|应当审核
    version: 2
    numerator: 经过审核的
    decimals: 2
    law: 行政处罚法第五十八条
    bounds: [0, 100]
    comparability: A
    note: 几乎都是100%。
    note_en: Nearly all 100.
    synonyms: [审核率]
    patterns:
      - id: name
        name: 审核率
    examples:
      - text: 审核率98.3%
        gives: 98.3
      - text: 审核率达95%以上
        gives: ">=95"
    counterexamples:
      - text: 满意率98%
        why: 另一个指标
        year: 2022
    checks:
      - ratio: [docs, docs]
    adds_up: true
    breaks:
      - {year: 2024, why: 复议法修订, why_en: The law was revised}
      - {year: 2021, why: 处罚法修订, why_en: The other law was revised}
"""


def write(tmp_path: Path, text: str | bytes) -> Path:
    path = tmp_path / "metrics.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def changed(old: str, new: str) -> str:
    """BASE with the first `old` replaced; a row whose `old` is not there tests nothing."""
    assert old in BASE, old
    return BASE.replace(old, new, 1)


def read_or_fault(path: Path, *, complete: bool) -> Catalog | CatalogError:
    """What reading gives; any other exception fails the test."""
    try:
        return read_catalog(path, complete=complete)
    except CatalogError as fault:
        return fault


# ---- what is right loads ----


def test_every_part_of_a_catalogue_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, BASE)
    catalog = read_catalog(path)
    docs, rate = catalog.indicators.values()
    act, none = docs.patterns
    assert (catalog.version, catalog.path) == ("1.0", str(path))
    assert list(catalog.units.values()) == [Unit("%", ("%",), "percent"), Unit("件", ("件", "起", "件次"), "cases")]
    assert catalog.themes == {"law": Theme("law", "法治", "Rule of law")}
    assert catalog.topics == {"petition": "信访"}
    assert catalog.fragments == {"doc": "(?:规范性)?文件", "act": "审核(?:(?:规范性)?文件)"}
    assert (docs.id, docs.name, docs.name_en, docs.theme, docs.unit) == ("docs", "文件数", "Documents", "law", "件")
    assert (docs.kind, docs.better, docs.comparability, docs.levels) == (
        Kind.COUNT,
        Better.NONE,
        Grade.B,
        (Level.COUNTY, Level.TOWNSHIP),
    )
    assert (docs.version, docs.numerator, docs.decimals, docs.law) == (1, None, 0, None)
    assert (rate.version, rate.numerator, rate.decimals, rate.law) == (2, "经过审核的", 2, "行政处罚法第五十八条")
    assert (docs.base, docs.bases, docs.low, docs.high, docs.adds_up) == (None, (), Decimal(0), None, False)
    assert (rate.base, rate.bases, rate.low, rate.high, rate.adds_up) == (
        "全部文件",
        ("全部文件", "应审文件"),
        Decimal(0),
        Decimal(100),
        True,
    )
    assert (act.id, act.kind, act.source, act.value, act.topics, act.unless) == (
        "act", PatternKind.TEXT, "(?:审核(?:(?:规范性)?文件))<count>", None, (), None,
    )  # fmt: skip
    assert (act.measures, act.bare, act.scope, act.part, act.base, act.qualifier) == ((), False, None, False, None, None)
    assert (none.kind, none.value, none.topics, none.unless, none.measures) == (
        PatternKind.IMPLIED,
        Decimal(0),
        ("petition",),
        "上年",
        ("日",),
    )
    assert (none.bare, none.scope, none.part, none.base, none.qualifier) == (True, "机关", True, "全部文件", Qualifier.APPROX)
    lines = BASE.splitlines()
    assert lines[act.line - 1].strip() == "- id: act"
    assert lines[docs.line - 1].strip() == "- id: docs"
    first, second = docs.examples
    assert first == Example("审核文件3件", (Expected(Decimal(3), Qualifier.EXACT, Basis.STATED),), 2022, first.line)
    assert second.year is None
    assert second.gives == (
        Expected(Decimal(15000), Qualifier.APPROX, Basis.STATED),
        Expected(Decimal(7), Qualifier.MAX, Basis.COMPUTED),
        Expected(Decimal(0), Qualifier.EXACT, Basis.IMPLIED),
    )
    assert rate.examples[1].gives == (Expected(Decimal(95), Qualifier.MIN, Basis.STATED),)
    assert docs.counterexamples == (Counterexample("审核合同3件", "合同", None, docs.counterexamples[0].line),)
    assert docs.checks == (Relation(RelationKind.AT_MOST, ("rate",), docs.checks[0].line),)
    assert docs.breaks == ()
    assert rate.breaks == (
        Break(2021, "处罚法修订", "The other law was revised"), Break(2024, "复议法修订", "The law was revised"),
    )  # fmt: skip
    assert rate.checks == (Relation(RelationKind.RATIO, ("docs", "docs"), rate.checks[0].line),)


def test_words_of_a_pattern_and_all_measure_words(tmp_path: Path) -> None:
    catalog = read_catalog(write(tmp_path, BASE))
    docs = catalog.indicators["docs"]
    assert catalog.words_of(docs, docs.patterns[0]) == {"件", "起", "件次"}
    assert catalog.words_of(docs, docs.patterns[1]) == {"件", "起", "件次", "日"}
    assert catalog.measure_words() == ("件次", "%", "件", "元", "日", "起")


def test_the_stamp_changes_with_the_file_and_only_with_it(tmp_path: Path) -> None:
    stamps = [read_catalog(write(tmp_path, text)).stamp for text in (BASE, BASE, BASE + "# more\n")]
    assert stamps[0] == stamps[1] != stamps[2]
    assert all(re.fullmatch(r"1\.0 \([0-9a-f]{8}\)", stamp) for stamp in stamps)


def test_a_catalogue_can_be_a_key_held_weakly_and_pickled(tmp_path: Path) -> None:
    catalog = read_catalog(write(tmp_path, BASE))
    held: weakref.WeakKeyDictionary[Catalog, int] = weakref.WeakKeyDictionary({catalog: 1})
    copy = pickle.loads(pickle.dumps(catalog))
    assert held[catalog] == 1
    assert (copy.indicators, copy.stamp) == (catalog.indicators, catalog.stamp)


RIGHT = {
    "a byte order mark": ("version", "\ufeffversion"),
    "windows line ends": (BASE, BASE.replace("\n", "\r\n")),
    "a comment": ("  - id: docs", "  # a comment\n  - id: docs"),
    "block words": ('text: "{act}<count>"', "text: >-\n          {act}<count>"),
    "a list of topics": ("topic: petition", "topic: [petition]"),
    "a bounded repeat is no fragment": ("implied: 未发生审核", "implied: 未{0,1}发生.{0,8}审核"),
    "a character property is no fragment": ("implied: 未发生审核", r"implied: 未\p{Han}审核"),
    "an escaped brace": ("implied: 未发生审核", r"implied: 未\{act\}"),
    "gaps and a figure that is no reading": ("implied: 未发生审核", "implied: 未<gap>对<gap:30><n>审核"),
    "a lookbehind": ("implied: 未发生审核", "implied: (?<!不)(?<=经)未发生审核"),
    "a group that names the scope": ("implied: 未发生审核", "implied: (?P<scope>镇|村)未发生审核"),
    "a ratio": ("name: 审核率\n    examples", "ratio: 应审<part>,实审<whole>\n    examples"),
    "a rate in a wording": ("name: 审核率\n    examples", "text: 审核<rate>\n    examples"),
    "one value in a list": ("gives: 3\n", "gives: [3]\n"),
    "signs in one letter": ('">=95"', '"≥ 95"'),
    "no topics": ("  petition: 信访\n", "  petition: 信访\n  other: 复议\n"),
    "a word in several units": ("measures: [元, 日]", "measures: [元, 日, 件]"),
    "fractions of bounds": ("bounds: [0, 100]", "bounds: [0.5, 100]"),
    "open bounds": ("bounds: [0, 100]", "bounds: [null, null]"),
}


@pytest.mark.parametrize(("old", "new"), RIGHT.values(), ids=RIGHT)
def test_what_is_right_loads(tmp_path: Path, old: str, new: str) -> None:
    assert list(read_catalog(write(tmp_path, changed(old, new))).indicators) == ["docs", "rate"]


# ---- what is wrong is named ----

# what is wrong: (words of BASE, what stands there instead, indicator, words of the problem, words of the cure)
WRONG: dict[str, tuple[str, str, str | None, str, str]] = {
    # keys
    "unknown key at the top": ("measures: [元, 日]", "measures: [元, 日]\nmeasure: [] # HERE", None, "unknown key 'measure'", "write 'measures'"),
    "unknown key of a unit": ("name_en: cases", "name_eng: cases # HERE", None, "unknown key 'name_eng'", "write 'name_en'"),
    "unknown key of a theme": ("name_en: Rule of law", "color: red # HERE", None, "unknown key 'color'", "use one of: name, name_en"),
    "unknown key of an indicator": ("synonyms: [文件]", "synonims: [文件] # HERE", "docs", "unknown key 'synonims'", "write 'synonyms'"),
    "unknown key of a pattern": ("unless: 上年", "unles: 上年 # HERE", "docs", "unknown key 'unles'", "write 'unless'"),
    "unknown key of an example": ("year: 2022\n      - text", "jahr: 2022 # HERE\n      - text", "docs", "unknown key 'jahr'", "use one of: text, gives, year"),
    "unknown key of a counterexample": ("why: 合同", "why: 合同\n        gives: 0 # HERE", "docs", "unknown key 'gives'", "use one of: text, why, year"),
    "unknown kind of check": ("- at_most: rate", "- atmost: rate # HERE", "docs", "unknown key 'atmost'", "write 'at_most'"),
    "no version": ('version: "1.0"\nunits:', "units: # HERE", None, "has no 'version'", "add the key 'version'"),
    "a key twice in an indicator": ("note_en: Scopes differ.", "note_en: Scopes differ.\n    note_en: x # HERE", "docs", "the key 'note_en' stands twice", "keep one"),
    "an indicator without a unit": ("  - id: docs\n    name: 文件数\n    name_en: Documents\n    theme: law\n    unit: 件\n", "  - id: docs # HERE\n    name: 文件数\n    name_en: Documents\n    theme: law\n", "docs", "has no 'unit'", "add the key 'unit'"),
    "a pattern without an id": ("- id: act\n        text", "- bare: true # HERE\n        text", "docs", "has no 'id'", "add the key 'id'"),
    "an example without gives": ("- text: 审核文件3件\n        gives: 3\n", "- text: 审核文件3件 # HERE\n", "docs", "has no 'gives'", "add the key 'gives'"),
    "a counterexample without why": ("- text: 审核合同3件\n        why: 合同\n", "- text: 审核合同3件 # HERE\n", "docs", "has no 'why'", "add the key 'why'"),
    # doubles
    "a key twice at the top": ("themes:", "measures: [元] # HERE\nthemes:", None, "the key 'measures' stands twice", "the other is at line 9"),
    "a unit twice": ("measures: [元", "  件: {name_en: x, words: [件]} # HERE\nmeasures: [元", None, "the key '件' stands twice", "keep one"),
    "a fragment twice": ("themes:", "  doc: 文书 # HERE\nthemes:", None, "the key 'doc' stands twice", "keep one"),
    "a key twice in a pattern": ("unless: 上年", "unless: 上年\n        unless: 去年 # HERE", "docs", "the key 'unless' stands twice", "keep one"),
    "an indicator's id twice": ("- id: rate", "- id: docs # HERE", "docs", "the id 'docs' is taken by the indicator at line 21", "another id"),
    "a pattern's id twice": ("- id: none", "- id: act # HERE", "docs", "the pattern id 'act' stands twice", "another id"),
    "a word twice in a unit": ("words: [件, 起, 件次]", "words:\n      - 件\n      - 件 # HERE", None, "'件' stands twice", "keep one"),
    "a synonym twice": ("synonyms: [审核率]", "synonyms: [审核率, 审核率] # HERE", "rate", "'审核率' stands twice", "keep one"),
    "a level twice": ("levels: [county]", "levels: [county, county] # HERE", "rate", "'county' stands twice", "keep one"),
    # names that are not known
    "unknown theme": ("theme: law", "theme: laws # HERE", "docs", "unknown theme 'laws'", "write 'law'"),
    "unknown unit": ("unit: 件", "unit: 宗 # HERE", "docs", "unknown unit '宗'", "use one of: %, 件"),
    "unknown kind": ("kind: count", "kind: counts # HERE", "docs", "unknown kind 'counts'", "write 'count'"),
    "unknown direction": ("better: higher", "better: more # HERE", "rate", "unknown direction 'more'", "use one of: higher, lower, none"),
    "unknown level": ("levels: [county]", "levels: [town] # HERE", "rate", "unknown level 'town'", "write 'township'"),
    "unknown grade": ("comparability: A", "comparability: D # HERE", "rate", "unknown grade 'D'", "use one of: A, B, C"),
    "unknown topic": ("topic: petition", "topic: [petition, petitions] # HERE", "docs", "unknown topic 'petitions'", "write 'petition'"),
    "unknown qualifier": ("qualifier: approx", "qualifier: about # HERE", "docs", "unknown qualifier 'about'", "use one of: exact, min, max, approx"),
    "unknown measure word": ("measures: [日]", "measures: [日, 箱] # HERE", "docs", "unknown measure word '箱'", "use one of"),
    "unknown fragment in a pattern": ('"{act}<count>"', '"{acts}<count>" # HERE', "docs", "unknown fragment 'acts'", "write 'act'"),
    "unknown fragment in unless": ("unless: 上年", 'unless: "{old}" # HERE', "docs", "unknown fragment 'old'", "use one of: doc, act"),
    "unknown fragment in a topic": ("petition: 信访", 'petition: "{vist}" # HERE', None, "unknown fragment 'vist'", "use one of: doc, act"),
    "unknown fragment in a fragment": ("act: 审核{doc}", "act: 审核{dok} # HERE", None, "unknown fragment 'dok'", "write 'doc'"),
    "unknown placeholder": ('"{act}<count>"', '"{act}<counts>" # HERE', "docs", "unknown placeholder 'counts'", "write 'count'"),
    "at_most of an unknown indicator": ("- at_most: rate", "- at_most: rates # HERE", "docs", "unknown indicator 'rates'", "write 'rate'"),
    "ratio of an unknown indicator": ("ratio: [docs, docs]", "ratio: [docs, docz] # HERE", "rate", "unknown indicator 'docz'", "write 'docs'"),
    # types
    "the version is a number": ('version: "1.0"', "version: 1.0 # HERE", None, "must be text but is a number", "double quotes"),
    "a name is a number": ("name: 文件数", "name: 12345 # HERE", "docs", "must be text but is a number", "double quotes"),
    "a is blank": ("name: 文件数", 'name: " " # HERE', "docs", "is blank", "write the words"),
    "a name is nothing": ("name: 文件数", "name: # HERE", "docs", "must be text but is nothing", "write the words"),
    "a name is a list": ("name: 文件数", "name: [文件数] # HERE", "docs", "must be text but is a list", "write the words"),
    "a date": ("definition: 审核的文件数", "definition: 2022-01-01 # HERE", None, "a value of type 'timestamp' is not used", "double quotes"),
    "units are a list": ("  petition: 信访", "  - 信访 # HERE", None, "must be a mapping but is a list", "write a mapping"),
    "levels are a word": ("levels: [county]", "levels: county # HERE", "rate", "must be a list but is text", "one '- ' line for each"),
    "an indicator is a word": ("  - id: docs", "  - docs # HERE\n  - id: docs", None, "must be a mapping but is text", "write a mapping"),
    "bare is a word": ("bare: true", "bare: maybe # HERE", "docs", "must be true or false but is text", "write true or false"),
    "adds_up is a number": ("adds_up: true", "adds_up: 1 # HERE", "rate", "must be true or false but is a number", "write true or false"),
    "a break without a year": ("{year: 2024, why: 复议法修订, why_en: The law was revised}", "{why: 复议法修订, why_en: x} # HERE", "rate", "has no 'year'", "add the key 'year'"),
    "a break of a year in quotes": ("{year: 2024, why: 复议法修订, why_en: The law was revised}", '{year: "2024", why: 复, why_en: x} # HERE', "rate", "must be a number but is text", "without quotes"),
    "a year in quotes": ("year: 2022\n      - text", 'year: "2022" # HERE\n      - text', "docs", "must be a number but is text", "without quotes"),
    "a year with a point": ("year: 2022\n      - text", "year: 2022.5 # HERE\n      - text", "docs", "must be a whole number but is 2022.5", "digits only"),
    "a value in quotes": ("value: 0", 'value: "0" # HERE', "docs", "must be a number but is text", "without quotes"),
    "a value below nothing": ("value: 0", "value: -1 # HERE", "docs", "must be a plain number but is -1", "at most one point"),
    "a value without end": ("value: 0", "value: .inf # HERE", "docs", "must be a plain number but is .inf", "at most one point"),
    "a tag": ("theme: law", "theme: !!python/name:os.system law # HERE", None, "a value of type 'os.system' is not used", "double quotes"),
    "an alias": ("definition: 审核的文件数", "definition: *x # HERE", None, "the alias *x is not used", "double quotes"),
    "an alias that is defined": ("name: 文件数", "name: &x 文件数\n    definition_en: *x # HERE", None, "the alias *x is not used", "write the value out"),
    "an id with a capital": ("- id: docs", "- id: Docs # HERE", "Docs", "'Docs' is no id", "small letters"),
    "a fragment named by a number": ("doc: (?:规范性)?文件", "doc: (?:规范性)?文件\n  2nd: 二 # HERE", None, "'2nd' is no name of a fragment", "no digit first"),
    # what does not go together
    "a rate in cases": ("kind: count", "kind: rate # HERE", "docs", "a rate cannot be in the unit '件'", "a rate is in %"),
    "a count in percent": ("kind: rate", "kind: stock # HERE", "rate", "a stock cannot be in the unit '%'", "a rate is in %"),
    "words of an unknown base": (
        "      应审文件: 应审", "      应审的文件: 应审 # HERE", "rate", "'应审的文件' is none of this indicator's bases", "应审文件",
    ),
    "a bad regex of a base": ("应审|应当审核", "应审|(应当审核 # HERE", "rate", "missing )", ""),
    "a rate without base": ("base: 全部文件\n    bases", "base: null # HERE\n    bases", "rate", "a rate needs a base", "what the rate divides by"),
    "a count with a base": ("base: null", "base: 文件 # HERE", "docs", "a count has no base", "write null"),
    "a rate without numerator": ("numerator: 经过审核的", "numerator: null # HERE", "rate", "a rate needs a numerator", "say what the rate divides"),
    "a count with a numerator": ("numerator: null", "numerator: 文件 # HERE", "docs", "a count has no numerator", "write null"),
    "a blank law": ("law: null", 'law: " " # HERE', "docs", "is blank", "write the words"),
    "a law that is a number": ("law: null", "law: 58 # HERE", "docs", "must be text but is a number", "double quotes"),
    "a version in words": ("version: 2", "version: two # HERE", "rate", "must be a number but is text", "without quotes"),
    "a version with a point": ("version: 2", "version: 2.1 # HERE", "rate", "must be a whole number but is 2.1", "digits only"),
    "many decimals": ("decimals: 2", "decimals: 5 # HERE", "rate", "5 decimals are too many", "write 4 at most"),
    "one bound": ("bounds: [0, 100]", "bounds: [100] # HERE", "rate", "bounds are two numbers, not 1", "[low, high]"),
    "bounds turned round": ("bounds: [0, 100]", "bounds: [100, 0] # HERE", "rate", "the low bound 100 is above the high one 0", "[low, high]"),
    "no level": ("levels: [county]", "levels: [] # HERE", "rate", "no level is named", "province"),
    "no synonym": ("synonyms: [审核率]", "synonyms: [] # HERE", "rate", "no synonym is named", "at least the core term"),
    "no measure word": ("words: [件, 起, 件次]", "words: [] # HERE", None, "the unit '件' has no measure word", "at least one"),
    "no topic named": ("topic: petition", "topic: [] # HERE", "docs", "is an empty list", "remove the key"),
    "a pattern of no kind": ("- id: name\n        name: 审核率", "- id: name # HERE", "rate", "exactly one of name, text, implied, ratio, here: none", "keep one"),
    "a pattern of two kinds": ("- id: name\n", "- id: name # HERE\n        text: 审核<rate>\n", "rate", "here: name and text", "keep one"),
    "implied without a value": ("- id: none\n        implied: 未发生审核\n        value: 0", "- id: none # HERE\n        implied: 未发生审核", "docs", "a pattern of kind implied needs 'value'", "which value"),
    "a name with a value": ("- id: name\n", "- id: name # HERE\n        value: 0\n", "rate", "a pattern of kind name has no 'value'", "remove it"),
    "a value out of bounds": ("- id: name\n        name: 审核率", "- id: name\n        implied: 全部审核\n        value: 101 # HERE", "rate", "101 is out of the bounds 0 to 100", "correct the value"),
    "a ratio of a count": ('text: "{act}<count>"', "ratio: 应审<whole>,实审<part> # HERE", "docs", "a ratio cannot be the value of a count", "for a rate only"),
    "a wording without a figure": ('text: "{act}<count>"', 'text: "{act}" # HERE', "docs", "a pattern of kind text needs <count>", "where the figure stands"),
    "a rate's figure in a count": ('text: "{act}<count>"', 'text: "{act}<rate>" # HERE', "docs", "cannot hold the placeholder <rate>", "<count>"),
    "half a ratio": ("name: 审核率\n    examples", "ratio: 实审<part> # HERE\n    examples", "rate", "a pattern of kind ratio needs <whole>", "where the figure stands"),
    "a figure in a name": ("name: 审核率\n    examples", "name: 审核率<rate> # HERE\n    examples", "rate", "cannot hold the placeholder <rate>", "<gap>"),
    "a figure in unless": ("unless: 上年", "unless: 上年<count> # HERE", "docs", "cannot hold the placeholder <count>", "words only"),
    "a gap in a topic": ("petition: 信访", "petition: 信<gap>访 # HERE", None, "cannot hold the placeholder <gap>", "words only"),
    "a gap without end": ("implied: 未发生审核", "implied: 未<gap:wide>审核 # HERE", "docs", "wrong placeholder <gap:wide>", "<gap:20>"),
    "a group of another name": ("implied: 未发生审核", "implied: 未(?P<figure>发生)审核 # HERE", "docs", "a group named 'figure'", "'scope'"),
    "two kinds in a check": ("- at_most: rate", "- at_most: rate # HERE\n        ratio: [docs, docs]", "docs", "a check has exactly one of at_most, ratio", "its own item"),
    "a ratio of three": ("ratio: [docs, docs]", "ratio: [docs, docs, docs] # HERE", "rate", "a ratio names two indicators, not 3", "[part, whole]"),
    "gives words": ("gives: 3\n", "gives: three # HERE\n", "docs", "'three' is no value", ">=95"),
    "gives an unknown basis": ("gives: 3\n", "gives: 3 guessed # HERE\n", "docs", "'3 guessed' is no value", "stated|computed|implied"),
    "gives true": ("gives: 3\n", "gives: true # HERE\n", "docs", "must be a value", "write a number"),
    "gives nothing": ("gives: 3\n", "gives: [] # HERE\n", "docs", "is an empty list", "at least one"),
    "gives a fraction of a sign": ("gives: 3\n", 'gives: ">3" # HERE\n', "docs", "'>3' is no value", ">=95"),
    "gives too much": ("gives: 98.3", "gives: 983 # HERE", "rate", "983 is out of the bounds 0 to 100", "correct"),
    # regexes
    "a faulty regex": ("name: 审核率\n    examples", "name: (审核率 # HERE\n    examples", "rate", "the regex (审核率 is faulty: missing )", "mend the regex"),
    "a regex faulty by its fragment": ("doc: (?:规范性)?文件", "doc: (?:规范性?文件 # HERE", None, "is faulty", "mend the regex"),
    "a faulty regex in unless": ("unless: 上年", "unless: 上年) # HERE", "docs", "is faulty", "mend the regex"),
    "a faulty topic": ("petition: 信访", "petition: '*信访' # HERE", None, "is faulty", "mend the regex"),
    "a regex of nothing": ("name: 审核率\n    examples", "name: (?:审核率)? # HERE\n    examples", "rate", "matches the empty string", "obligatory"),
    "any words": ("name: 审核率\n    examples", "name: 审核.*率 # HERE\n    examples", "rate", "the repeat .* has no bound", "{0,8}"),
    "repeats in repeats": ("name: 审核率\n    examples", "name: (?:审\\s*)+率 # HERE\n    examples", "rate", "repeats a group that holds a repeat without bound", "possessive"),
    "repeats in repeats by a fragment": ("implied: 未发生审核", 'implied: "未{act}+" # HERE', "docs", "the repeat (…)+ repeats a group that can split the same words in too many ways", "possessive"),
    "fragments in a circle": ("doc: (?:规范性)?文件", "doc: 文{act} # HERE", None, "circle: doc → act → doc", "take one of them out"),
    # YAML
    "no closing bracket": ("measures: [元, 日]\ntopics:", "measures: [元, 日\ntopics: # HERE", None, "the file is no YAML", "cut short"),
    "a tab": ("    name: 文件数", "\tname: 文件数 # HERE", None, "the file is no YAML", "mend that line"),
    "a control character": ("口径不一。", "口径\x01不一。 # HERE", None, "the control character '\\x01'", "delete it"),
    "a second document": ("indicators:", "--- # HERE\nindicators:", None, "expected a single document", "mend that line"),
    "brackets without end": ("bases: []", f"bases: {'[' * 60} # HERE", None, "the file nests deeper than 50", "close the brackets"),
    # completeness
    "no pattern": ("    patterns:\n      - id: name\n        name: 审核率\n", "    patterns: []\n", "rate", "no pattern", "how reports word"),
    "one example": ("      - text: 审核率达95%以上\n        gives: \">=95\"\n", "", "rate", "1 of at least 2 examples", "add sentences"),
    "no counterexample": ("    counterexamples:\n      - text: 满意率98%\n        why: 另一个指标\n        year: 2022\n", "    counterexamples: []\n", "rate", "no counterexample", "must give nothing"),
}  # fmt: skip

# Completeness is a fault of the whole indicator: its line is that of its id, far from what was taken away.
MARKED_AT_ID = ("no pattern", "one example", "no counterexample")


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_named_with_line_indicator_and_cure(tmp_path: Path, what: str) -> None:
    old, new, indicator, problem, cure = WRONG[what]
    text = changed(old, new)
    if what in MARKED_AT_ID:
        text = text.replace("  - id: rate", "  - id: rate # HERE")
    marked = [number for number, line in enumerate(text.splitlines(), 1) if "# HERE" in line]
    assert len(marked) == 1
    path = write(tmp_path, text)
    with pytest.raises(CatalogError) as caught:
        read_catalog(path)
    fault = caught.value
    assert (fault.line, fault.indicator, fault.path) == (marked[0], indicator, str(path))
    assert re.search("[一-鿿]", fault.say("zh"))
    assert problem in fault.problem
    assert cure in fault.cure
    assert "\n" not in str(fault)


def test_what_is_incomplete_loads_where_it_may_be(tmp_path: Path) -> None:
    catalog = read_catalog(
        write(tmp_path, changed("    patterns:\n      - id: name\n        name: 审核率\n", "    patterns: []\n")), complete=False
    )
    assert catalog.indicators["rate"].patterns == ()
    with pytest.raises(CatalogError, match="no pattern"):
        require_complete(catalog)


# what stands in the file: (bytes, line, words of the problem)
NO_CATALOGUE = {
    "nothing": (b"", 1, "the file is empty"),
    "comments only": (b"# nothing yet\n", 1, "the file is empty"),
    "words": ("法治政府建设".encode(), 1, "must be a mapping"),
    "a list": (b"- version\n- units\n", 1, "must be a mapping"),
    "a key that is a list": (b"version: '1'\n? [a]\n: 1\n", 2, "a key must be text but is a list"),
    "another encoding": ("version: 1\nname: 法治\n".encode("gb18030"), 2, "the file is not UTF-8"),
    "a character cut through": ("version: 1\nname: 法治".encode()[:-1], 2, "the file is not UTF-8"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00", 1, "the file is not UTF-8"),
    "a quote without end": (b'# c\nversion: "1.0\nunits:\n', 2, "the file is no YAML"),
    "a merge": (b"<<: {a: 1}\n", 1, "a value of type 'merge' is not used"),
    "very deep brackets": (b"[" * 100_000, 1, "the file nests deeper than 50"),
    "very deep mappings": (b"\n".join(b" " * n + b"a:" for n in range(60)), 51, "the file nests deeper than 50"),
    "an alias of itself": (b"version: &x [*x]\n", 1, "the alias *x is not used"),
}


@pytest.mark.parametrize(("data", "line", "problem"), NO_CATALOGUE.values(), ids=NO_CATALOGUE)
def test_what_is_no_catalogue_is_one_fault(tmp_path: Path, data: bytes, line: int, problem: str) -> None:
    with pytest.raises(CatalogError) as caught:
        read_catalog(write(tmp_path, data))
    assert problem in caught.value.problem
    assert (caught.value.line, caught.value.indicator) == (line, None)
    assert caught.value.cure


@pytest.mark.parametrize("name", [".", "absent.yaml"], ids=["a folder", "no file"])
def test_a_path_that_cannot_be_read_is_one_fault(tmp_path: Path, name: str) -> None:
    with pytest.raises(CatalogError) as caught:
        read_catalog(tmp_path / name)
    assert caught.value.problem.startswith("the catalogue cannot be read: ")
    assert (caught.value.path, caught.value.line) == (str(tmp_path / name), None)


def test_yaml_in_python_alone_gives_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, BASE)
    fast = read_catalog(path)
    monkeypatch.setattr("extract.catalog._LOADER", yaml.SafeLoader)
    assert read_catalog(path).indicators == fast.indicators


# ---- what is derived ----

COUNTS = BASE.replace("  - id: rate\n", BASE[BASE.index("  - id: docs") : BASE.index("  - id: rate\n")].replace("id: docs", "id: more") + "  - id: rate\n")
DERIVED = """\
derived:
  - id: share
    name: 占比
    name_en: Share
    unit: "%"
    part: docs
    whole: more
    note: 由件数推算。
    note_en: From counts.
"""


def test_what_is_derived_is_read(tmp_path: Path) -> None:
    catalog = read_catalog(write(tmp_path, COUNTS.replace("derived: []\n", DERIVED)))
    line = next(iter(catalog.derived.values())).line
    assert catalog.derived == {"share": Derived("share", "占比", "Share", "%", "docs", "more", "由件数推算。", "From counts.", line)}
    assert read_catalog(write(tmp_path, BASE)).derived == {}


# what is wrong: (words of DERIVED, what stands there instead, words of the problem)
WRONG_DERIVED = {
    "the id of an indicator": ("id: share", "id: docs", "the id 'docs' is taken by the indicator at line"),
    "an id with a capital": ("id: share", "id: Share", "'Share' is no id"),
    "no name": ("    name: 占比\n", "", "has no 'name'"),
    "an unknown key": ("unit:", "kind: rate\n    unit:", "unknown key 'kind'"),
    "another unit": ('unit: "%"', "unit: 件", "unknown unit '件'"),
    "an unknown part": ("part: docs", "part: doc", "unknown indicator 'doc'"),
    "an unknown whole": ("whole: more", "whole: none_such", "unknown indicator 'none_such'"),
    "a rate divided": ("part: docs", "part: rate", "rate and more cannot be divided"),
    "by itself": ("whole: more", "whole: docs", "docs and docs cannot be divided"),
    "by another unit": ("whole: more", "whole: rate", "docs and rate cannot be divided"),
    "twice": (DERIVED, DERIVED + DERIVED.removeprefix("derived:\n"), "the id 'share' is taken"),
}


@pytest.mark.parametrize(("old", "new", "problem"), WRONG_DERIVED.values(), ids=WRONG_DERIVED)
def test_what_is_wrongly_derived_is_named(old: str, new: str, problem: str, tmp_path: Path) -> None:
    assert old in DERIVED
    with pytest.raises(CatalogError) as caught:
        read_catalog(write(tmp_path, COUNTS.replace("derived: []\n", DERIVED.replace(old, new, 1))))
    assert problem in caught.value.problem
    assert caught.value.key.startswith("derived[")
    assert caught.value.line


def test_no_name_of_a_derived_rate_is_that_of_an_indicator(metrics: Catalog) -> None:
    assert list(metrics.derived) == ["reconsideration_acceptance_rate_derived", "litigation_loss_rate_derived"]
    assert not {derived.name for derived in metrics.derived.values()} & {i.name for i in metrics.indicators.values()}
    assert all("推算" in derived.name and "from counts" in derived.name_en.lower() for derived in metrics.derived.values())


# ---- regexes ----


def told_of(fault: PatternError) -> tuple[str, str]:
    """Problem and cure of what is wrong with a regex."""
    return CatalogError(fault.kind, fault.fields).describe("en")


SAFE = {
    "words": "出庭应诉率",
    "a choice": "(?:办结|答复)率",
    "an optional group": "(?:合法性)?审核",
    "an optional group with a free repeat": r"(?:合法性\s*)?审核",
    "a free repeat of one character": r"审\s*核\d+件",
    "a class, bounded": "审核[^,。]{0,20}件",
    "a class, possessive": "审核[一-鿿]*+件",
    "any character, bounded": "审核.{0,20}件",
    "a list, bounded": "(?:[^,、]{0,8}、){0,3}办结率",
    "a list, atomic": "(?>[一-鿿]{2,6}、?){1,15}办结率",
    "a list, possessive": "(?:[一-鿿]{2,6}、?){1,15}+办结率",
    "a repeat of exact length": "(?:、[一-鿿]{2}){1,9}率",
    "an atomic group inside a repeat": r"(?:(?>、\s*)审核)+率",
    "a lookahead inside a repeat": r"(?:(?=、\s*)、审核)+率",
    "a closing bracket in a class": r"审核[\])]{0,3}率",
    "a star in a class": "审核[*+]率",
    "an escaped star": r"审核.\*率",
    "a bracket first in a class": "审核[]率]{1,2}",
    "a flag": "(?i)abc率",
    "placeholders": "应审<whole>[,,]?实审<part><gap>率",
}


@pytest.mark.parametrize("source", SAFE.values(), ids=SAFE)
def test_a_safe_regex_passes(source: str) -> None:
    assert probe(source).match("") is None


RISKY = {
    "any words": ("审核.*率", "the repeat .* has no bound"),
    "any words, at least one": ("审核.+率", "the repeat .+ has no bound"),
    "any words, lazy": ("审核.*?率", "the repeat .*? has no bound"),
    "any words, possessive": ("审核.*+率", "the repeat .*+ has no bound"),
    "any words, by number": ("审核.{3,}率", "the repeat .{3,} has no bound"),
    "a class without bound": ("审核[^,]*率", "the repeat [^,]* has no bound"),
    "a class without bound, by number": ("审核[一-鿿]{2,}率", "has no bound"),
    "a wide class without bound": (r"审核\w+率", r"the repeat \w+ has no bound"),
    "a repeat of a repeat": (r"(?:审\s*)+率", "holds a repeat without bound"),
    "a bounded repeat of a repeat": (r"(?:审\d+){2,9}率", "holds a repeat without bound"),
    "a capturing repeat of a repeat": (r"(审\d+)*率", "holds a repeat without bound"),
    "a repeat inside two groups": (r"(?:(?:审\d+)核)*率", "holds a repeat without bound"),
    "a repeat in a branch": (r"(?:核|审\d+)*率", "holds a repeat without bound"),
    "a lazy repeat of a repeat": (r"(?:审\d+?)*?率", "holds a repeat without bound"),
    "the one that took 18 seconds": (r"(?:[一-鿿]{2,6}(?:、|和|及)?){1,15}等?共(\d+)件", "in too many ways"),
    "gaps in a repeat": ("(?:审<gap>核){1,9}率", "in too many ways"),
    "a huge bound": ("审{1,501}核率", "repeats more than 500 times"),
    "a huge exact number": ("(?:审核){99999}率", "repeats more than 500 times"),
    "an empty wording": ("(?:审核)?", "matches the empty string"),
    "no closing bracket": ("(审核", "is faulty"),
    "one bracket too many": ("审核)率", "is faulty"),
    "an open class": ("审[核率", "is faulty"),
    "nothing to repeat": ("*审核", "is faulty"),
    "a backslash at the end": ("审核\\", "is faulty"),
    "an unknown placeholder": ("审核<figure>率", "unknown placeholder 'figure'"),
    "a wide count": ("审核<count:9>率", "wrong placeholder <count:9>"),
    "a gap of nothing": ("审核<gap:0>率", "wrong placeholder <gap:0>"),
    "a gap of a thousand": ("审核<gap:1000>率", "wrong placeholder <gap:1000>"),
    "a gap without a width": ("审核<gap:>率", "wrong placeholder <gap:>"),
}


@pytest.mark.parametrize(("source", "problem"), RISKY.values(), ids=RISKY)
def test_a_risky_or_faulty_regex_is_refused(source: str, problem: str) -> None:
    with pytest.raises(PatternError) as caught:
        probe(source)
    told, cure = told_of(caught.value)
    assert problem in told
    assert cure


@given(st.text("审核率件.*+?{}[]()|\\<>=!:^$,0123456789countgap", max_size=40))
def test_any_regex_is_proved_or_refused(source: str) -> None:
    try:
        empty = probe(expand(source, {"n": "件"})).match("")
    except PatternError as error:
        fault: PatternError | None = error
    else:
        fault = None
        assert empty is None
    assert fault is None or all(told_of(fault))


def test_placeholders_are_told_from_groups() -> None:
    assert placeholders(r"(?<scope>镇)(?P<scope>村)(?<=经)(?<!不)\g<0><count><gap><gap:20>") == {"count", "gap"}


FRAGMENTS = {
    "none": ("审核{0,8}", "审核{0,8}"),
    "one": ("{doc}审核", "(?:文件)审核"),
    "twice": ("{doc}{doc}", "(?:文件)(?:文件)"),
    "repeated": ("{doc}{1,2}", "(?:文件){1,2}"),
    "nested": ("{review}率", "(?:审核(?:文件))率"),
    "a property": (r"\p{Han}\P{doc}", r"\p{Han}\P{doc}"),
    "escaped": (r"\{doc}", r"\{doc}"),
    "in Chinese": ("{复议}", "(?:行政复议)"),
}


@pytest.mark.parametrize(("source", "expanded"), FRAGMENTS.values(), ids=FRAGMENTS)
def test_fragments_are_put_in(source: str, expanded: str) -> None:
    raw = {"doc": "文件", "review": "审核{doc}", "复议": "行政复议"}
    fragments, faults = resolve_fragments({name: text for name, text in raw.items() if name != "复议"})
    assert faults == {}
    assert fragments == {"doc": "文件", "review": "审核(?:文件)"}
    assert expand(source, {**fragments, "复议": "行政复议"}) == expanded


CIRCLES = {
    "itself": ({"a": "x{a}"}, {"a": "circle: a → a"}),
    "two": ({"a": "{b}", "b": "{a}", "c": "x"}, {"a": "circle: a → b → a", "b": "circle: b → a → b"}),
    "behind another": ({"a": "{b}", "b": "{b}"}, {"a": "circle: b → b", "b": "circle: b → b"}),
    "unknown": ({"a": "{bb}", "bbb": "x"}, {"a": "unknown fragment 'bb'"}),
    "too deep": ({f"f{n}": f"{{f{n + 1}}}" for n in range(25)} | {"f25": "x"}, {f"f{n}": "deeper than 20" for n in range(6)}),
    "too long": ({"a": "x" * 15_000, "b": "{a}{a}"}, {"b": "longer than 20000"}),
}


@pytest.mark.parametrize(("raw", "wrong"), CIRCLES.values(), ids=CIRCLES)
def test_fragments_that_cannot_be_put_in_are_named(raw: dict[str, str], wrong: dict[str, str]) -> None:
    fragments, faults = resolve_fragments(raw)
    assert list(faults) == list(wrong)
    assert [name for name in wrong if wrong[name] not in told_of(faults[name])[0]] == []
    assert list(fragments) == [name for name in raw if name not in wrong]


def test_fragments_that_double_at_each_step_are_refused_at_once() -> None:
    raw = {f"f{n}": f"{{f{n + 1}}}{{f{n + 1}}}" for n in range(18)} | {"f18": "审核文件"}
    _, faults = resolve_fragments(raw)
    assert "f0" in faults
    assert "f17" not in faults


# ---- the project's own catalogue ----


@pytest.fixture(scope="module")
def metrics() -> Catalog:
    return read_catalog(METRICS, complete=False)


def test_ids_names_units_and_meanings_are_those_agreed(metrics: Catalog) -> None:
    with (HERE / "data" / "indicators.csv").open(encoding="utf-8", newline="") as file:
        agreed = [(row["id"], row["name"], row["unit"], row["definition_en"]) for row in csv.DictReader(file)]
    held = {i.id: (i.id, i.name, i.unit, i.definition_en) for i in metrics.indicators.values()}
    assert len(agreed) == 83
    assert [held.get(row[0]) for row in agreed] == agreed


def test_each_indicator_has_its_own_names_and_every_theme_and_unit_is_used(metrics: Catalog) -> None:
    indicators = metrics.indicators.values()
    assert (
        len({i.name for i in indicators})
        == len({i.name_en for i in indicators})
        == len({i.definition for i in indicators})
        == len(indicators)
    )
    assert {i.theme for i in indicators} == set(metrics.themes)
    assert {i.unit for i in indicators} == set(metrics.units)


AMBIGUOUS = "reconsideration_received reconsideration_error_rate litigation_cases petitions hotline_tickets legal_aid_cases normative_docs_repealed court_appearances"


@pytest.mark.parametrize("name", AMBIGUOUS.split())
def test_what_can_be_good_or_bad_has_no_direction(metrics: Catalog, name: str) -> None:
    assert metrics.indicators[name].better is Better.NONE


def test_rates_run_to_a_hundred_and_counts_are_open(metrics: Catalog) -> None:
    odd = [
        i.id
        for i in metrics.indicators.values()
        if (i.low, i.high) != (Decimal(0), Decimal(100) if i.kind is Kind.RATE else None)
    ]
    assert odd == []


def test_rates_show_two_decimals_and_counts_none(metrics: Catalog) -> None:
    decimals = {i.id: i.decimals for i in metrics.indicators.values()}
    assert {one for one, count in decimals.items() if count == 2} == {
        i.id for i in metrics.indicators.values() if i.kind is Kind.RATE or i.unit == "万元"
    }
    assert set(decimals.values()) == {0, 2}


def test_a_legal_basis_is_a_title(metrics: Catalog) -> None:
    laws = [i.law for i in metrics.indicators.values() if i.law is not None]
    assert len(laws) > 50
    assert [law for law in laws if not law.startswith("《") or law.count("《") != law.count("》")] == []


def test_only_what_compares_everywhere_is_graded_a(metrics: Catalog) -> None:
    graded = {i.id for i in metrics.indicators.values() if i.comparability is Grade.A}
    assert graded == {"litigation_loss_rate", "certification_rate", "court_appearance_rate", "certification_exam_pass_rate"}


def test_people_and_attendances_share_no_measure_word(metrics: Catalog) -> None:
    assert set(metrics.units["人"].words) & set(metrics.units["人次"].words) == set()


@pytest.mark.parametrize("share", [n / 40 for n in range(40)])
def test_the_file_cut_anywhere_loads_or_is_one_fault(tmp_path: Path, metrics: Catalog, share: float) -> None:
    data = METRICS.read_bytes()
    cut = write(tmp_path, data[: int(len(data) * share) + 1])
    outcome = read_or_fault(cut, complete=False)
    if isinstance(outcome, CatalogError):
        assert outcome.line is not None
        assert outcome.cure
    else:  # Cut between two indicators, which leaves a whole catalogue of fewer.
        assert list(outcome.indicators) == list(metrics.indicators)[: len(outcome.indicators)]


@settings(max_examples=150, deadline=None)
@given(cut=st.integers(0, len(BASE.encode())), junk=st.binary(max_size=6), keep=st.integers(0, 400))
def test_a_damaged_file_loads_or_is_one_fault(tmp_path_factory: pytest.TempPathFactory, cut: int, junk: bytes, keep: int) -> None:
    data = BASE.encode()
    path = write(tmp_path_factory.mktemp("damaged"), data[:cut] + junk + data[max(cut, len(data) - keep) :])
    outcome = read_or_fault(path, complete=True)
    assert isinstance(outcome, Catalog) or (outcome.problem and outcome.cure)

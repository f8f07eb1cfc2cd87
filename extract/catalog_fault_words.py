"""Every fault that a catalogue can have → its problem and cure in Chinese and in English: the one table of them.

{fields} are what a fault is raised with; each is the same in both languages (a word of the file, a number), but for Terms,
which are said in either. A sentence has no full stop of its own.
"""

from __future__ import annotations

from enum import Enum

_GO_BACK = (
    "改正该行或上一行；若文件被截断，请恢复",
    "mend that line or the one before it, or restore the file where it was cut short",
)
_BOUND = (
    "限定次数，如 {{0,8}}，或用占有量词（{{0,8}}+）、原子组（?>…）",
    "bound it as in {{0,8}}, or make it possessive ({{0,8}}+) or atomic (?>…)",
)


class Fault(Enum):
    """A kind of fault: ((problem, cure) in Chinese, (problem, cure) in English)."""

    # The file
    UNREADABLE = (
        ("指标目录读不了：{reason}", "给出目录文件的路径，并允许读取"),
        ("the catalogue cannot be read: {reason}", "give the path of the catalogue, and leave to read it"),
    )
    NO_MAPPING = (("文件必须是键值表", "开头写这些键：{keys}"), ("the file must be a mapping", "begin with the keys {keys}"))
    NOT_UTF8 = (
        ("文件不是 UTF-8 编码", "另存为 UTF-8；若文件被截断，请恢复"),
        ("the file is not UTF-8", "save it as UTF-8, or restore it where it was cut short"),
    )
    CONTROL_CHARACTER = (("文字里有控制字符 {char}", "删掉它"), ("the control character {char} in the text", "delete it"))
    NO_YAML = (("文件不合 YAML 格式：{said}", _GO_BACK[0]), ("the file is no YAML: {said}", _GO_BACK[1]))
    EMPTY = (("文件是空的", "从项目中恢复"), ("the file is empty", "restore it from the project"))
    TOO_DEEP = (("嵌套超过 {most} 层", "补上括号"), ("the file nests deeper than {most}", "close the brackets"))
    ALIAS = (
        ("本文件不用别名 *{name}", "把值写出来；若就是星号，请加双引号"),
        ("the alias *{name} is not used in this file", "write the value out, or put it in double quotes where the star is meant"),
    )
    OTHER_TYPE = (
        ("本文件不用 {type!r} 类型的值", "加上双引号"),
        ("a value of type {type!r} is not used in this file", "put it in double quotes"),
    )
    # Keys and values
    WRONG_KIND = (("应为{wanted}，却是{found}", "{cure}"), ("must be {wanted} but is {found}", "{cure}"))
    KEY_NO_TEXT = (
        ("键应为文字，却是{found}", "给键加上双引号"),
        ("a key must be text but is {found}", "put the key in double quotes"),
    )
    KEY_TWICE = (
        ("键 {name!r} 出现两次", "只留一个（另一个在第 {other} 行）"),
        ("the key {name!r} stands twice", "keep one of them (the other is at line {other})"),
    )
    KEY_UNKNOWN = (("没有 {name!r} 这个键", "{near}，或删掉"), ("unknown key {name!r}", "{near}, or remove it"))
    KEY_MISSING = (
        ("缺少键 {name!r}", "加上键 {name!r}（文件若被截断，会缺末尾的键）"),
        ("has no {name!r}", "add the key {name!r} (a file cut short lacks its last keys)"),
    )
    BLANK = (("是空白", "写上文字"), ("is blank", "write the words"))
    WORD_TWICE = (("{word!r} 出现两次", "只留一个"), ("{word!r} stands twice", "keep one of them"))
    LIST_EMPTY = (("是空列表", "至少写一个，或删掉这个键"), ("is an empty list", "name at least one, or remove the key"))
    NOT_WHOLE = (("应为整数，却是 {written}", "只写数码"), ("must be a whole number but is {written}", "write digits only"))
    DECIMALS_MANY = (
        ("小数位数 {count} 太多", "至多 {most} 位"),
        ("{count} decimals are too many", "write {most} at most"),
    )
    NOT_PLAIN = (
        ("应为普通数字，却是 {written}", "只写数码，至多一个小数点，如 98.3"),
        ("must be a plain number but is {written}", "write digits with at most one point, such as 98.3"),
    )
    UNKNOWN_WORD = (("没有{what} {word!r}", "{near}"), ("unknown {what} {word!r}", "{near}"))
    NO_ID = (
        ("{word!r} 不能作编号", "用小写字母、数字和下划线，字母开头"),
        ("{word!r} is no id", "write small letters, digits and underscores, a letter first"),
    )
    # Entries
    DERIVED_UNFIT = (
        ("{part} 与 {whole} 不能相除：要两个不同的、单位相同的数量", "换成两个单位相同的数量指标"),
        ("{part} and {whole} cannot be divided: two different counts of one unit are needed", "name two counts of one unit"),
    )
    UNIT_WITHOUT_WORDS = (
        ("单位 {unit!r} 没有量词", "至少列一个"),
        ("the unit {unit!r} has no measure word", "list at least one"),
    )
    FRAGMENT_NAME = (
        ("{name!r} 不能作词组名", "用文字、数字和下划线，不以数字开头"),
        ("{name!r} is no name of a fragment", "write letters, digits and underscores, no digit first"),
    )
    GROUP_NAME = (
        ("命名组 {name!r} 不能用", "写成 (?:…)：组名只能是 {known}"),
        ("has a group named {name!r}", "write (?:…): the only name a group may have is {known}"),
    )
    PLACEHOLDER_UNFIT = (("这里不能用占位符 <{name}>", "{instead}"), ("cannot hold the placeholder <{name}>", "{instead}"))
    NO_LEVEL = (
        ("没有列出层级", "列出会有此数的层级，可选：{levels}"),
        ("no level is named", "list those that can have the figure, of: {levels}"),
    )
    NO_SYNONYM = (
        ("没有别名", "至少写报告里的核心说法"),
        ("no synonym is named", "list at least the core term, as reports write it"),
    )
    INDICATOR_TWICE = (
        ("编号 {id!r} 已被第 {other} 行的指标占用", "换一个编号"),
        ("the id {id!r} is taken by the indicator at line {other}", "give it another id"),
    )
    RELATION_TWICE = (
        ("编号 {id!r} 已被第 {other} 行的关系占用", "换一个编号"),
        ("the id {id!r} is taken by the relation at line {other}", "give it another id"),
    )
    PATTERN_TWICE = (("句式编号 {id!r} 出现两次", "换一个编号"), ("the pattern id {id!r} stands twice", "give it another id"))
    NO_BASE_OF_IT = (("{base!r} 不在本指标的 bases 里", "{near}"), ("{base!r} is none of this indicator's bases", "{near}"))
    KIND_AND_UNIT = (
        ("类型 {kind} 的单位不能是 {unit!r}", "比率（rate）的单位是 %，单位是 % 的就是比率"),
        ("a {kind} cannot be in the unit {unit!r}", "a rate is in %, and what is in % is a rate"),
    )
    RATE_LACKS = (
        ("比率缺 {name}", "写明比率以什么除以什么"),
        ("a rate needs a {name}", "say what the rate divides, and what the rate divides by"),
    )
    RATE_ONLY = (
        ("类型 {kind} 没有 {name}", "写 null：只有比率才有"),
        ("a {kind} has no {name}", "write null: only a rate divides"),
    )
    BOUNDS_COUNT = (
        ("范围是两个数，不是 {count} 个", "写 [下限, 上限]，不限的一端写 null"),
        ("bounds are two numbers, not {count}", "write [low, high], with null for an open end"),
    )
    BOUNDS_TURNED = (
        ("下限 {low} 大于上限 {high}", "写 [下限, 上限]"),
        ("the low bound {low} is above the high one {high}", "write [low, high]"),
    )
    OUT_OF_BOUNDS = (
        ("{value} 超出范围 {low} 至 {high}", "改正数值或范围"),
        ("{value} is out of the bounds {low} to {high}", "correct the value or the bounds"),
    )
    WAYS = (
        ("句式只能有 {ways} 中的一个，这里有：{said}", "只留一个"),
        ("a pattern has exactly one of {ways}, here: {said}", "keep one of them"),
    )
    RATIO_OF_COUNT = (
        ("类型 {kind} 的数值不能由 ratio 算出", "只用于比率"),
        ("a ratio cannot be the value of a {kind}", "use it for a rate only"),
    )
    VALUE_MISSING = (
        ("{way} 句式缺 'value'", "写明这些话表示什么数值"),
        ("a pattern of kind {way} needs 'value'", "say which value the words imply"),
    )
    VALUE_NEEDLESS = (
        ("{way} 句式没有 'value'", "删掉：数值从数字读出"),
        ("a pattern of kind {way} has no 'value'", "remove it: the value is read from the figure"),
    )
    FIGURE_MISSING = (
        ("{way} 句式缺占位符 {names}", "在数字所在处写上占位符"),
        ("a pattern of kind {way} needs {names}", "write the placeholder where the figure stands"),
    )
    GIVES_NO_VALUE = (
        ("应为数值", '写数字，或 ">=95"、"100 implied" 这样的文字'),
        ("must be a value", 'write a number, or text such as ">=95" or "100 implied"'),
    )
    GIVES_UNREADABLE = (
        ("{written!r} 不是数值", '写成 [>=|<=|~]数值[ stated|computed|implied]，如 ">=95"、"0 implied"'),
        ("{written!r} is no value", 'write [>=|<=|~]value[ stated|computed|implied], such as ">=95" or "0 implied"'),
    )
    ONE_CHECK = (
        ("一条校验只能有 {kinds} 中的一个", "每条校验在列表中各占一项"),
        ("a check has exactly one of {kinds}", "write each check as its own item of the list"),
    )
    RATIO_OF_TWO = (
        ("ratio 要两个指标，不是 {count} 个", "写 [分子, 分母]"),
        ("a ratio names two indicators, not {count}", "write [part, whole]"),
    )
    PLACEHOLDER_TWICE = (("占位符 <{name}> 出现两次", "只写一次"), ("the placeholder <{name}> stands twice", "write it once"))
    RELATION_LACKS = (
        ("{holds} 关系缺占位符 {names}", "在数字所在处写上占位符"),
        ("a relation that holds as {holds} needs {names}", "write the placeholder where the figure stands"),
    )
    # Completeness and proof
    NO_EXAMPLE = (("没有例句", "加一个句子和应得的结果"), ("no example", "add a sentence and how the relation comes out in it"))
    RELATION_FAILS = (
        ("句子“{text}”应得出 {wanted}，实际得出 {got}", "改关系的 text，或改对句子的说法"),
        (
            "the sentence “{text}” should give {wanted} and gives {got}",
            "mend the relation's text, or what is said of the sentence",
        ),
    )
    NO_PATTERN = (
        ("没有句式", "在 patterns 里写明报告怎么说"),
        ("no pattern", "add one to 'patterns': how reports word the indicator"),
    )
    FEW_EXAMPLES = (
        ("例句 {count} 个，至少要 {least} 个", "在 examples 里加句子和应读出的数"),
        ("{count} of at least {least} examples", "add sentences and what they give to 'examples'"),
    )
    NO_COUNTEREXAMPLE = (
        ("没有反例", "在 counterexamples 里加一句不应读出的话"),
        ("no counterexample", "add a sentence that must give nothing to 'counterexamples'"),
    )
    EXAMPLE_FAILS = (
        ("例句“{text}”应读出 {wanted}，实际读出 {got}", "改句式，或改例句的 gives"),
        ("the example “{text}” should give {wanted} and gives {got}", "mend the patterns, or what the example says it gives"),
    )
    COUNTEREXAMPLE_READ = (
        ("反例“{text}”不应读出数值，实际读出 {got}", "收窄句式 {patterns}"),
        ("the counterexample “{text}” should give nothing and gives {got}", "narrow the pattern {patterns}"),
    )
    PATTERN_UNUSED = (
        ("句式 {id} 没有读出任何例句", "加一个它能读的例句，或删掉它"),
        ("the pattern {id} reads none of the examples", "add an example that it reads, or delete it"),
    )
    # Doubts: the catalogue loads all the same
    SYNONYM_SHARED = (
        ("别名“{word}”也属于 {other}", "若两项指标都可由它提及，就留着；否则换成各自的说法"),
        ("the synonym “{word}” is also one of {other}", "keep it if either may be meant, else write what only one is called"),
    )
    NEVER_ALONE = (
        ("句式 {id} 读出的数字，{others} 也都读出", "删掉它，或加一个只有它能读的例句"),
        ("every figure that the pattern {id} reads is read by {others} too", "delete it, or add an example that it alone reads"),
    )
    # Regexes
    FRAGMENT_CIRCLE = (
        ("词组循环引用：{circle}", "去掉其中一环"),
        ("the fragments go round in a circle: {circle}", "take one of them out of the circle"),
    )
    FRAGMENTS_DEEP = (
        ("词组嵌套超过 {most} 层", "把其中一些直接写出来"),
        ("fragments nest deeper than {most}", "write some of them out"),
    )
    REGEX_LONG = (
        ("代入词组后，正则超过 {most} 个字符", "少用词组"),
        ("the regex is longer than {most} characters once its fragments are put in", "use fewer fragments"),
    )
    PLACEHOLDER_WRONG = (
        ("占位符 {written} 写法不对", "只有 <gap> 和 <words> 可写宽度（字数）：<gap:20>"),
        ("wrong placeholder {written}", "only <gap> and <words> have a width, in characters: <gap:20>"),
    )
    REGEX_FAULTY = (("正则 {regex} 有错：{said}", "改正正则"), ("the regex {regex} is faulty: {said}", "mend the regex"))
    REGEX_EMPTY = (
        ("正则 {regex} 能匹配空串", "让其中一些字必须出现"),
        ("the regex {regex} matches the empty string", "make some of its words obligatory"),
    )
    REPEAT_HUGE = (("{repeat} 重复超过 {most} 次", _BOUND[0]), ("the repeat {repeat} repeats more than {most} times", _BOUND[1]))
    REPEAT_OPEN = (
        ("{repeat} 不限次数，几乎什么都能匹配；{attack}", _BOUND[0]),
        ("the repeat {repeat} has no bound and takes nearly anything; {attack}", _BOUND[1]),
    )
    REPEAT_NESTED = (
        ("{repeat} 重复的组里还有不限次数的重复；{attack}", _BOUND[0]),
        ("the repeat {repeat} repeats a group that holds a repeat without bound; {attack}", _BOUND[1]),
    )
    REPEAT_AMBIGUOUS = (
        ("{repeat} 重复的组能用太多方式切分同样的字；{attack}", _BOUND[0]),
        ("the repeat {repeat} repeats a group that can split the same words in too many ways; {attack}", _BOUND[1]),
    )

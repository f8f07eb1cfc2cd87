"""A kind of fault and what it is about → the fault of a catalogue, said in Chinese and in English."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from .catalog_fault_words import Fault
from .catalog_terms import Term
from .errors import ExtractError

Language = Literal["zh", "en"]
_PLACES: dict[Language, int] = {"zh": 0, "en": 1}
# How a fault is put together: where, then what, then the cure.
_WHOLE: dict[Language, str] = {"zh": "{place}：{problem}。改法：{cure}。", "en": "{place}: {problem}. To mend it: {cure}."}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A Term with what its {fields} are."""

    term: Term
    fields: Mapping[str, Part] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Listing:
    """Parts one after the other, `joint` between them."""

    parts: Sequence[Part]
    joint: Term = Term.COMMA


# What a field of a fault can be: words that are the same in both languages, or what is said in either.
Part = str | int | Term | Phrase | Listing


def say(part: Part, lang: Language) -> str:
    """A part in one language. Braces in words mean nothing."""
    if isinstance(part, Term):
        return part.value[_PLACES[lang]]
    if isinstance(part, Phrase):
        return say(part.term, lang).format(**_said(part.fields, lang))
    if isinstance(part, Listing):
        return say(part.joint, lang).join(say(one, lang) for one in part.parts)
    return str(part)


def _said(fields: Mapping[str, Part], lang: Language) -> dict[str, str]:
    return {name: say(part, lang) for name, part in fields.items()}


class CatalogError(ExtractError):
    """A fault in the catalogue of indicators; as text it is one line in English, `say` gives either language.

    `kind` and `fields` say what is wrong; a field that the kind's sentences name and that is not given raises KeyError.
    `path` and `line` (1-based; None when the fault has no single line) say where, `indicator` whose (None when it is not
    one indicator's), `key` under which key of it, else of the file: patterns[name].value ("": none).
    """

    def __init__(
        self,
        kind: Fault,
        fields: Mapping[str, Part] | None = None,
        /,
        *,
        path: str = "metrics.yaml",
        line: int | None = None,
        indicator: str | None = None,
        key: str = "",
    ) -> None:
        self.kind, self.fields = kind, dict(fields or {})
        self.path, self.line, self.indicator, self.key = path, line, indicator, key
        super().__init__(self.say("en"))

    @property
    def problem(self) -> str:
        """What is wrong, in English."""
        return self.describe("en")[0]

    @property
    def cure(self) -> str:
        """What to do about it, in English."""
        return self.describe("en")[1]

    def describe(self, lang: Language) -> tuple[str, str]:
        """Problem and cure, each a sentence without its full stop."""
        problem, cure = self.kind.value[_PLACES[lang]]
        said = _said(self.fields, lang)
        return problem.format(**said), cure.format(**said)

    def owned(self, section: str, whose: str | None) -> CatalogError:
        """The same as the fault of an entry of a section (indicators, relations), its key counted from there."""
        key = self.key.removeprefix(f"{section}[{whose}]").removeprefix(".") if whose else self.key
        return CatalogError(self.kind, self.fields, path=self.path, line=self.line, indicator=whose, key=key)

    def say(self, lang: Language) -> str:
        """The whole fault: file, line, indicator, key, problem and cure."""
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        whose = f" [{self.indicator}]" if self.indicator else ""
        where = f" {self.key}" if self.key else ""
        problem, cure = self.describe(lang)
        return _WHOLE[lang].format(place=place + whose + where, problem=problem, cure=cure)

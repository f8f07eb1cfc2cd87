"""One extraction ↔ a line of JSON: all that is in it but the report's text, and nothing that runs when it is read.

The shape is that of the types in extract/model.py: a value of a dataclass is the list of its fields in their order. What does not
have just this shape raises ValueError.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from extract.model import Extraction

_AS_THEY_ARE = (str, int, float, bool)


def to_record(extraction: Extraction) -> str:
    """The line; the text of the report is kept beside it."""
    report = extraction.report
    source = None if report.source is None else replace(report.source, text="")
    plain = replace(extraction, report=replace(report, text="", source=source))
    return json.dumps(_plain(plain), ensure_ascii=False, separators=(",", ":"))


def from_record(line: str, text: str) -> Extraction:
    """The extraction of such a line and the text of its report."""
    try:
        held: Extraction = _maker(Extraction)(json.loads(line))
    except (ValueError, TypeError, KeyError, IndexError, ArithmeticError) as fault:
        raise ValueError(f"no record of an extraction: {fault}") from fault
    source = None if held.report.source is None else replace(held.report.source, text=text)
    return replace(held, report=replace(held.report, text=text, source=source))


def _plain(value: Any) -> Any:
    """A value in what JSON has."""
    if value is None or type(value) in _AS_THEY_ARE:
        return value
    kind: Any = type(value)
    if is_dataclass(kind):
        return [_plain(getattr(value, field)) for field in _fields(kind)]  # type: ignore[arg-type]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: _plain(held) for key, held in value.items()}
    return [_plain(held) for held in value]


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _maker(kind: Any) -> Callable[[Any], Any]:
    """What makes a value of a type out of its plain form."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _one_of(inner)
    if origin is tuple:
        each = _maker(inner[0])
        if len(inner) == 2 and inner[1] is Ellipsis:
            return lambda held: tuple([each(one) for one in _list(held)])
        every = [_maker(one) for one in inner]
        return lambda held: tuple([make(one) for make, one in zip(every, _list(held), strict=True)])
    if origin is not None and issubclass(origin, Mapping):
        valued = _maker(inner[1])
        return lambda held: {str(key): valued(one) for key, one in dict(held).items()}
    if is_dataclass(kind) or (isinstance(kind, type) and issubclass(kind, tuple)):
        return _of_fields(kind)
    if kind is date:
        return date.fromisoformat
    if kind is Decimal or (isinstance(kind, type) and issubclass(kind, Enum)):
        return kind
    return lambda held: _checked(held, kind)


def _of_fields(kind: Any) -> Callable[[Any], Any]:
    every = [_maker(hint) for hint in get_type_hints(kind).values()]
    return lambda held: kind(*[make(one) for make, one in zip(every, _list(held), strict=True)])


def _one_of(kinds: tuple[Any, ...]) -> Callable[[Any], Any]:
    """One of several types: None, or the one with as many fields as there are (a candidate has more than an overrun)."""
    known = [kind for kind in kinds if kind is not type(None)]
    if len(known) == 1:
        only = _maker(known[0])
        return lambda held: None if held is None else only(held)
    by_size = {len(_fields(kind)): _maker(kind) for kind in known}
    return lambda held: by_size[len(_list(held))](held)


def _list(held: Any) -> list[Any]:
    if not isinstance(held, list):
        raise TypeError(f"{held!r:.40} is no list")
    return held


def _checked(held: Any, kind: type) -> Any:
    if type(held) is not kind:
        raise TypeError(f"{held!r:.40} is no {kind.__name__}")
    return held

"""A PNG and the view that it shows → the same PNG with the view in its metadata; such a PNG → the view again.

The pixels are not touched. What is read back comes from a file that anybody may have made: it is only data, bounded in size, and
whoever uses it treats its fields as unknown values.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from PIL import Image, PngImagePlugin

KEY = "rule-of-law-view"
SIGNATURE = b"\x89PNG\r\n\x1a\n"
# Signature and IHDR, after which a chunk of text may stand.
HEAD = 33
# Bounds of a picture, of the text in it, of a field of the view, and of the values that it carries.
MOST_BYTES, MOST_TEXT, MOST_FIELDS, MOST_LENGTH, MOST_VALUES = 60_000_000, 1_000_000, 64, 400, 4_000
# Faults, as the words tables name them.
FOREIGN, DAMAGED, TOO_LARGE, NEWER = "foreign", "damaged", "too_large", "newer"
FORMAT = 1

Value = tuple[str, str, int | None, str, float, str]


class ViewError(ValueError):
    """A picture that holds no view that can be opened; `kind` is one of FOREIGN, DAMAGED, TOO_LARGE, NEWER."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


@dataclass(frozen=True, slots=True)
class View:
    """What a picture shows: the page's name and address, the language, the day (ISO), the catalogue's version, the stamp of
    the tables, what was selected, and the values drawn.

    A value is doc_id, place, year (None where unknown), indicator id, value, qualifier. `values` is None where they were too
    many.
    """

    page: str
    address: Mapping[str, tuple[str, ...]]
    lang: str
    made: str
    catalogue: str
    stamp: str
    selection: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    values: tuple[Value, ...] | None = ()


def with_view(png: bytes, view: View) -> bytes:
    """The picture with the view in its metadata; of more than MOST_VALUES values it says only that they are not told."""
    told: dict[str, Any] = {"format": FORMAT, **asdict(view)}
    if view.values is not None and len(view.values) > MOST_VALUES:
        told["values"] = None
    info = PngImagePlugin.PngInfo()
    info.add_itxt(KEY, json.dumps(told, ensure_ascii=False, separators=(",", ":"), allow_nan=False), zip=True)
    chunk = io.BytesIO()
    for name, data, *_ in info.chunks:
        PngImagePlugin.putchunk(chunk, name, data)
    return png[:HEAD] + chunk.getvalue() + png[HEAD:]


def is_picture(data: bytes) -> bool:
    """Whether the bytes begin as a PNG does."""
    return data.startswith(SIGNATURE)


def read_view(data: bytes) -> View:
    """The view in a picture. Raises ViewError where there is none or it can't be used."""
    if len(data) > MOST_BYTES:
        raise ViewError(TOO_LARGE)
    try:
        # Only what stands before the pixels is read, and no text beyond Pillow's own bound is unpacked.
        with Image.open(io.BytesIO(data), formats=["PNG"]) as picture:
            text = picture.info.get(KEY)
    except (OSError, SyntaxError, ValueError, EOFError) as fault:
        raise ViewError(TOO_LARGE if "too large" in str(fault).lower() else DAMAGED) from fault
    if text is None:
        raise ViewError(FOREIGN)
    if len(text) > MOST_TEXT:
        raise ViewError(TOO_LARGE)
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise ViewError(DAMAGED) from fault
    if not isinstance(told, dict):
        raise ViewError(DAMAGED)
    if told.get("format") != FORMAT:
        raise ViewError(NEWER)
    try:
        return _view_of(told)
    except (KeyError, TypeError, ValueError, OverflowError) as fault:
        raise ViewError(DAMAGED) from fault


def _view_of(told: Mapping[str, Any]) -> View:
    values = told["values"]
    if values is not None and (not isinstance(values, list) or len(values) > MOST_VALUES):
        raise ValueError("values")
    return View(
        _text(told["page"]),
        _lists(told["address"]),
        _text(told["lang"]),
        _text(told["made"]),
        _text(told["catalogue"]),
        _text(told["stamp"]),
        _lists(told["selection"]),
        None if values is None else tuple(map(_value, values)),
    )


def _value(told: Any) -> Value:
    doc_id, place, year, indicator, value, qualifier = told
    if year is not None and (type(year) is not int or not 0 <= year <= 9999):
        raise ValueError("year")
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1e300:
        raise ValueError("value")
    return _text(doc_id), _text(place), year, _text(indicator), float(value), _text(qualifier)


def _lists(told: Any) -> dict[str, tuple[str, ...]]:
    if not isinstance(told, dict) or len(told) > MOST_FIELDS:
        raise ValueError("fields")
    return {_text(name): tuple(map(_text, _list(values))) for name, values in told.items()}


def _list(told: Any) -> list[Any]:
    if not isinstance(told, list) or len(told) > MOST_VALUES:
        raise ValueError("list")
    return told


def _text(told: Any) -> str:
    """A text of one line and of bounded length."""
    if not isinstance(told, str) or len(told) > MOST_LENGTH or re.search(r"[\x00-\x1f\x7f]", told):
        raise ValueError("text")
    return told

"""exports/picture_view.py: a view in a PNG comes back as it was, and what is no view is a named fault."""

from __future__ import annotations

import io
import json
import random
from dataclasses import asdict, replace

import pytest
from PIL import Image, PngImagePlugin

from exports.picture_view import (
    DAMAGED,
    FOREIGN,
    FORMAT,
    KEY,
    MOST_BYTES,
    MOST_VALUES,
    NEWER,
    SIGNATURE,
    TOO_LARGE,
    View,
    ViewError,
    is_picture,
    read_view,
    with_view,
)


def png(text: str | None = None) -> bytes:
    """A picture of some pixels, with a text under the key if one is given."""
    out, info = io.BytesIO(), PngImagePlugin.PngInfo()
    if text is not None:
        info.add_itxt(KEY, text, zip=True)
    Image.effect_noise((64, 48), 80).save(out, "PNG", pnginfo=info)
    return out.getvalue()


PICTURE = png()
VIEW = View("compare", {"year": ("2020",)}, "zh", "2026-11-26", "1.0 (abc)", "0123", {}, (("甲.txt", "甲镇", 2020, "cases", 3.0, "exact"),))


def random_view(seed: int) -> View:
    chance = random.Random(seed)

    def text() -> str:
        return "".join(chance.choice("甲乙镇县 a&<>\"'\\/%=;😀‎Z9_") for _ in range(chance.randrange(12)))

    def lists() -> dict[str, tuple[str, ...]]:
        return {f"{text()}{at}": tuple(text() for _ in range(chance.randrange(4))) for at in range(chance.randrange(6))}

    values = tuple(
        (text(), text(), chance.choice([None, 2020, 2024]), text(), chance.choice([0.0, 98.36, 1e9 / 3]), text())
        for _ in range(chance.randrange(300))
    )
    return View(text(), lists(), text(), text(), text(), text(), lists(), chance.choice([values, values, None]))


@pytest.mark.parametrize("seed", range(20))
def test_a_view_comes_back_and_the_pixels_stay(seed: int) -> None:
    view = random_view(seed)
    written = with_view(PICTURE, view)
    assert read_view(written) == view
    assert Image.open(io.BytesIO(written)).tobytes() == Image.open(io.BytesIO(PICTURE)).tobytes()


def test_too_many_values_are_not_carried() -> None:
    value = ("甲.txt", "甲镇", 2020, "cases", 3.0, "exact")
    full = replace(VIEW, values=(value,) * MOST_VALUES)
    assert read_view(with_view(PICTURE, full)) == full
    assert read_view(with_view(PICTURE, replace(VIEW, values=(value,) * (MOST_VALUES + 1)))).values is None


def text_of(**changes: object) -> str:
    return json.dumps({"format": FORMAT, **asdict(VIEW), **changes})


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(PICTURE, FOREIGN, id="a picture of somebody else"),
        pytest.param(PICTURE[:20], DAMAGED, id="cut in its head"),
        pytest.param(SIGNATURE, DAMAGED, id="a signature alone"),
        pytest.param(png("{"), DAMAGED, id="no JSON"),
        pytest.param(png("[" * 100_000), DAMAGED, id="JSON without end"),
        pytest.param(png("[]"), DAMAGED, id="no object"),
        pytest.param(png(text_of(format=2)), NEWER, id="another format"),
        pytest.param(png(text_of(page=3)), DAMAGED, id="a page that is no text"),
        pytest.param(png(text_of(page="x" * 401)), DAMAGED, id="a text too long"),
        pytest.param(png(text_of(made="a\nb")), DAMAGED, id="a text of two lines"),
        pytest.param(png(text_of(address={str(at): [] for at in range(65)})), DAMAGED, id="too many fields"),
        pytest.param(png(text_of(address={"year": "2020"})), DAMAGED, id="no list"),
        pytest.param(png(text_of(values=[["a", "b", True, "c", 1, "d"]])), DAMAGED, id="a year that is a truth"),
        pytest.param(png(text_of(values=[["a", "b", 2020, "c", 1e999, "d"]])), DAMAGED, id="a value without end"),
        pytest.param(png(text_of(values=[["a"]])), DAMAGED, id="a short value"),
        pytest.param(png(" " * 30_000_000), TOO_LARGE, id="a text that unpacks to 30 MB"),
        pytest.param(SIGNATURE + bytes(MOST_BYTES), TOO_LARGE, id="a huge file"),
    ],
)
def test_what_is_no_view_is_a_named_fault(data: bytes, kind: str) -> None:
    with pytest.raises(ViewError) as fault:
        read_view(data)
    assert fault.value.kind == kind


def test_a_picture_is_known_by_its_first_bytes() -> None:
    assert is_picture(PICTURE)
    assert not is_picture(b"%PDF-")

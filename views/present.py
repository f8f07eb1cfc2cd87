"""The presentation: chosen charts as slides over the whole window, between a first and a last slide made from the selection."""

from __future__ import annotations

from datetime import date
from html import escape
from types import ModuleType
from typing import Any

import streamlit as st

from charts import ranking, trend
from extract.accuracy import BLIND, load_accuracy, total
from panel.build import Tables
from panel.compare import Selection, reports_of
from panel.reports import place_labels
from panel.selection import first_view
from panel.standing import mark_of, standing_of
from views import _address as address
from views._choose import first_indicators
from views._desk import Desk
from views._markdown import as_code, as_plain
from views._screen import screen_of
from views._slides import MOST_SLIDES, SLIDES, Slide, about, read_slide
from views._stage import SHEET, watch_stage

PATH = "present"
ICON = SLIDES
# How many names a list on the first and the last slide holds.
NAMES = 12
# A slide of a chart with its part, or None for the first and the last one.
Shown = tuple[Slide, int] | None


def is_running() -> bool:
    """Whether the address asks for a slide: then nothing stands round it."""
    return address.value("n") is not None


def show(desk: Desk) -> None:
    """The list of slides; what the reader does with it is in the address at once."""
    values = address.settle_free("slide")
    slides = _slides(desk, values)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(desk.say("present.start"), on_click=address.put, kwargs={"n": "0"}, type="primary", icon=ICON)
        if values:
            st.button(desk.say("present.clear"), on_click=address.put, kwargs={"slide": []})
    st.caption(desk.say("present.keys"))
    if not values:
        st.info(desk.say("present.none"))
    for place, slide in enumerate(slides):
        _show_line(desk, slide, place, [str(value) for value in values])


def run(desk: Desk) -> None:
    """The slide that the address names, and nothing else."""
    slides = _slides(desk, address.settle_free("slide"))
    shown: list[Shown] = [None, *((slide, part) for slide in slides for part in range(1, _parts(desk, slide) + 1)), None]
    # None is the default, so that the first slide too is named in the address.
    at = int(address.settle_one("n", [*map(str, range(len(shown))), None], None) or 0)
    watch_stage(at, len(shown) - 1, lambda to: address.put(n=str(to)), lambda: address.put(n=None))
    with st.container(key="sheet"):
        found = shown[at]
        if found is not None:
            st.plotly_chart(
                _figure(desk, *found), theme=None, width="content", key=f"slide.{at}", config={"displayModeBar": False}
            )
        else:
            whole = about([slide.selection for slide in slides])
            st.html(_first(desk, whole) if at == 0 else _last(desk, whole))
    with st.container(key="count"):
        st.caption(desk.say("present.place", n=at + 1, total=len(shown)))


def _slides(desk: Desk, values: list[Any]) -> list[Slide]:
    """The slides of the address; charts of the present choice where it names none. What does not exist is told."""
    found = []
    for place, value in enumerate(values[:MOST_SLIDES], 1):
        slide = read_slide(str(value), desk.tables)
        if slide is None:
            st.warning(desk.say("present.no_chart", value=as_code(str(value))))
            continue
        for field, name in slide.unknown:
            st.warning(desk.say("present.unknown", n=place, field=desk.say(f"field.{field}"), value=as_code(name)))
        found.append(slide)
    return found if values else _present_choice(desk)


def _present_choice(desk: Desk) -> list[Slide]:
    """Ranking and trend of the indicators that are chosen, or of the one that a bare address shows."""
    view = first_view(desk.tables)
    reports = desk.tables.reports
    levels = address.settle_many("level", sorted(set(reports["level"].dropna())), view.levels)
    years = address.settle_many("year", sorted({int(year) for year in reports["year"].dropna()}), view.years)
    places = address.settle_many("place", list(place_labels(reports)), ())
    slides = []
    for one in address.settle_many("indicator", list(desk.tables.catalog.indicators), first_indicators(desk)):
        own = Selection((one,), tuple(places), tuple(years), tuple(levels))
        slides += [Slide(ranking, own), Slide(trend, Selection((one,), tuple(places), (), tuple(levels)))]
    return slides[:MOST_SLIDES]


def _show_line(desk: Desk, slide: Slide, place: int, values: list[str]) -> None:
    """One slide of the list; those that were added can be moved and taken out."""
    title = _figure(desk, slide, 1).layout.meta["title"]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(desk.say("present.slide", n=place + 1, title=as_plain(f"{slide.chart.TITLE[desk.lang]} · {title}")))
        for key, to in (("up", place - 1), ("down", place + 1)) if values else ():
            st.button(
                desk.say(f"present.{key}"),
                key=f"slide.{place}.{key}",
                on_click=address.put,
                kwargs={"slide": _swapped(values, place, to)},
                type="tertiary",
                disabled=not 0 <= to < len(values),
            )
        if values:
            rest = values[:place] + values[place + 1 :]
            st.button(
                desk.say("present.remove"),
                key=f"slide.{place}.out",
                on_click=address.put,
                kwargs={"slide": rest},
                type="tertiary",
            )


def _swapped(values: list[str], one: int, other: int) -> list[str]:
    swapped = list(values)
    if 0 <= other < len(values):
        swapped[one], swapped[other] = swapped[other], swapped[one]
    return swapped


def _parts(desk: Desk, slide: Slide) -> int:
    parts: int = _figure(desk, slide, 1).layout.meta["parts"]
    return parts


def _figure(desk: Desk, slide: Slide, part: int) -> Any:
    return _drawn(
        desk.stamp, slide.chart.__name__, slide.selection, desk.lang, desk.made, part, screen_of().dark, desk.tables, slide.chart
    )


@st.cache_resource(show_spinner=False, max_entries=128, hash_funcs={Selection: repr})
def _drawn(
    stamp: str,
    name: str,
    selection: Selection,
    lang: str,
    made: date,
    part: int,
    dark: bool,
    _tables: Tables,
    _chart: ModuleType,
) -> Any:
    """The figure of a slide, drawn once."""
    return _chart.draw(_tables, selection, lang=lang, made=made, width=SHEET.width, height=SHEET.height, dark=dark, part=part)


def _first(desk: Desk, whole: Selection) -> str:
    """What the talk is of, as markup; every word from a report is escaped."""
    reports = reports_of(desk.tables, whole)
    years = sorted({int(year) for year in reports["year"].dropna()})
    span = f"{years[0]}–{years[-1]}" if len(years) > 1 else "".join(map(str, years))
    joint = desk.say("overview.joint")
    names = [desk.indicator(one) for one in whole.indicators]
    levels = joint.join(map(desk.level, whole.levels))
    lines = [
        desk.say("present.reports", places=reports["place"].nunique(), n=len(reports), years=span or desk.shared("unknown_year"))
    ]
    lines += [levels] if levels else []
    lines += [desk.say("present.indicators", names=_listed(names, joint))] if names else []
    small = [
        desk.say("present.made", made=desk.made.isoformat(), stamp=desk.tables.catalog.stamp),
        standing_of(desk.tables, desk.lang),
    ]
    return _told(mark_of(desk.tables, desk.lang) + desk.say("present.title"), lines, small)


def _last(desk: Desk, whole: Selection) -> str:
    """The reports that the figures are from, and how far they go."""
    reports = reports_of(desk.tables, whole)
    blind = total(load_accuracy(BLIND).values())
    names = _listed(list(dict.fromkeys(reports["place"])), desk.say("overview.joint"))
    lines = [desk.say("present.sources", n=len(reports), names=names), desk.say("present.proof"), desk.say("present.missing")]
    measured = {"precision": f"{blind.precision or 0:.1%}", "recall": f"{blind.recall or 0:.1%}"}
    small = [
        desk.say("present.measured", **measured),
        desk.say("present.made", made=desk.made.isoformat(), stamp=desk.tables.catalog.stamp),
        standing_of(desk.tables, desk.lang),
    ]
    return _told(mark_of(desk.tables, desk.lang) + desk.say("present.end"), lines, small)


def _listed(names: list[str], joint: str) -> str:
    return joint.join(names[:NAMES]) + (f" … ({len(names)})" if len(names) > NAMES else "")


def _told(title: str, lines: list[str], small: list[str]) -> str:
    told = "".join(f"<p>{escape(line)}</p>" for line in lines)
    told += "".join(f'<p class="small">{escape(line)}</p>' for line in small)
    return f'<div class="told"><h1>{escape(title)}</h1>{told}</div>'

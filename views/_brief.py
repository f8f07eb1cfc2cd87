"""The brief of what a page shows: its sentences, each number leading to its evidence, a button that copies them, a Word file.

The text is built in the browser of plain strings, so that nothing out of a report is ever markup. It is made when it is opened.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from exports import brief_charts
from exports.brief import Picture, to_docx
from exports.brief_copy import to_plain
from exports.brief_figures import say_figure
from exports.brief_text import Brief, place_brief, selection_brief
from exports.picture_names import safe_name
from panel.build import Tables
from panel.compare import Selection
from panel.peers import PeerSet
from panel.statements import Figure
from panel.tabular import Passage
from views import _address as address
from views._copy import show_copy_text
from views._desk import Desk
from views._passage import show_passage
from views._pictures import cannot_draw
from views._tables import show_plain

MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# More rows of what a number counts are the workbook's business.
MOST_COUNTED = 400
_OPENED = "_brief_opened"
_CSS = """
:host {display: block; font-size: var(--type-body); line-height: 1.7; max-width: 46em}
h4 {margin: .9rem 0 .2rem; font: inherit; font-weight: 600}
p {margin: .2rem 0}
ul {margin: 0; padding-left: 1.3em}
a {color: var(--st-link-color); text-underline-offset: 3px; overflow-wrap: anywhere}
a:focus-visible {outline: 2px solid currentColor; outline-offset: 1px}
"""
_JS = """
export default function ({ data, setTriggerValue, parentElement }) {
  const text = parentElement.querySelector('article');
  const add = (parent, name, words) => {
    const made = document.createElement(name);
    if (words) made.textContent = words;
    parent.append(made);
    return made;
  };
  text.replaceChildren();
  for (const line of data.lead) add(text, 'p', line);
  for (const part of data.parts) {
    add(text, 'h4', part.heading);
    const list = add(text, 'ul');
    for (const sentence of part.sentences) {
      const item = add(list, 'li');
      for (const [words, number, href] of sentence) {
        if (number === null) { item.append(words); continue; }
        const link = add(item, 'a', words);
        link.href = href || '#';
        link.onclick = (event) => {
          if (href && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
          event.preventDefault();
          setTriggerValue('open', number);
        };
      }
    }
  }
  for (const line of data.foot) add(text, 'p', line);
}
"""
_text = st.components.v2.component("brief", html="<article></article>", css=_CSS, js=_JS)
Draw = Callable[[], list[Picture]]


def show_brief(desk: Desk, selection: Selection, *, key: str) -> None:
    """The brief of the selection's indicators."""
    _show(
        desk,
        key,
        lambda: _of_selection(desk.stamp, selection, desk.lang, desk.made, desk.tables),
        partial(brief_charts.of_indicators, desk.tables, selection, made=desk.made, lang=desk.lang),
    )


def show_place_brief(desk: Desk, place: str, year: int, peers: PeerSet, others: tuple[str, ...], *, key: str) -> None:
    """The brief of a place in a year against its peers, of whom `others` have a report on the year."""
    _show(
        desk,
        key,
        lambda: _of_place(desk.stamp, place, year, peers, desk.lang, desk.made, desk.tables),
        partial(brief_charts.of_place, desk.tables, place, year, others, made=desk.made, lang=desk.lang),
    )


# As many as figures are kept (views/_figure.py).
@st.cache_resource(show_spinner=False, max_entries=64)
def _of_selection(stamp: str, selection: Selection, lang: str, made: Any, _tables: Tables) -> Brief:
    return selection_brief(_tables, selection, made=made, lang=lang)


@st.cache_resource(show_spinner=False, max_entries=64)
def _of_place(stamp: str, place: str, year: int, peers: PeerSet, lang: str, made: Any, _tables: Tables) -> Brief:
    return place_brief(_tables, place, year, peers, made=made, lang=lang)


def _show(desk: Desk, key: str, make: Callable[[], Brief], draw: Draw) -> None:
    expander = st.expander(
        desk.say("brief.open"), key=f"brief.{key}.{desk.variant}", on_change="rerun", icon=":material/article:"
    )
    if not expander.open:
        return
    with expander:
        brief = make()
        with st.container(horizontal=True, vertical_alignment="center"):
            show_copy_text(desk, desk.say("brief.copy"), to_plain(brief), key=f"brief.{key}")
            _show_save(desk, brief, draw, key)
        st.caption(desk.say("brief.hint"))
        data, opens = page_text(brief, lambda passage: f"evidence?{urlencode(_evidence(passage), doseq=True)}")
        widget = f"brief_text.{key}.{desk.variant}"
        _text(key=widget, data=data, on_open_change=lambda: _note(widget, opens))
    opened: tuple[Figure, ...] | None = st.session_state.pop(_OPENED, None)
    if opened:
        _show_opened(desk, opened)


def page_text(brief: Brief, href: Callable[[Passage], str]) -> tuple[dict[str, Any], list[tuple[Figure, ...]]]:
    """What the browser is given: strings alone, each piece with the number of what it opens and its address, None where it opens
    nothing; and the cells that each of these numbers opens."""
    opens: list[tuple[Figure, ...]] = []

    def piece(text: str, figures: tuple[Figure, ...]) -> list[Any]:
        if not figures:
            return [text, None, None]
        opens.append(figures)
        passage = passage_of(figures[0]) if len(figures) == 1 else None
        return [text, len(opens) - 1, None if passage is None else href(passage)]

    parts = [
        {
            "heading": part.heading,
            "sentences": [[piece(one.text, one.figures) for one in sentence] for sentence in part.sentences],
        }
        for part in brief.parts
    ]
    return {"lead": list(brief.lead), "parts": parts, "foot": list(brief.foot)}, opens


def passage_of(figure: Figure) -> Passage | None:
    """The words of a figure, or the nearest ones of a blank; None where there are none."""
    if figure.doc_id is None or figure.start is None or figure.end is None:
        return None
    return figure.doc_id, figure.start, figure.end


def _evidence(passage: Passage) -> dict[str, list[str]]:
    doc_id, start, end = passage
    return address.current(doc=doc_id, at=f"{start}-{end}")


def _note(widget: str, opens: Sequence[tuple[Figure, ...]]) -> None:
    """Keep what was clicked until the page is shown again."""
    number = (st.session_state.get(widget) or {}).get("open")
    if isinstance(number, int | float) and 0 <= int(number) < len(opens):
        st.session_state[_OPENED] = opens[int(number)]


def _show_opened(desk: Desk, figures: tuple[Figure, ...]) -> None:
    """The words of one figure, or a list of the cells that a number counts, over the page."""
    passage = passage_of(figures[0])
    if len(figures) == 1 and passage is not None:
        st.dialog(desk.say("evidence.title"), width="medium")(show_passage)(desk, passage, key="brief_passage")
    else:
        st.dialog(desk.say("brief.counted", n=len(figures)), width="large")(_show_counted)(desk, figures)


def _show_counted(desk: Desk, figures: tuple[Figure, ...]) -> None:
    ids = [figure.indicator for figure in figures]
    shown = pd.DataFrame(
        {
            "indicator": [desk.indicator(one) if one in desk.tables.catalog.indicators else one for one in ids],
            "place": [figure.place for figure in figures],
            "year": [desk.year(figure.year) for figure in figures],
            "text": [
                say_figure(figure, desk.tables.catalog, desk.lang, of_what=True)
                if figure.has_value
                else desk.shared(f"cause.{figure.state}")
                for figure in figures
            ],
            "quote": [figure.quote or "" for figure in figures],
        }
    ).head(MOST_COUNTED)
    shown = shown if len(set(ids)) > 1 else shown.drop(columns="indicator")
    show_plain(desk, shown, rest="quote")


def _show_save(desk: Desk, brief: Brief, draw: Draw, key: str) -> None:
    why = cannot_draw(desk.lang)

    def made() -> bytes:
        return to_docx(brief, () if why else draw(), made=desk.made, note=why or "")

    st.download_button(
        desk.say("brief.save"),
        data=made,
        file_name=f"{safe_name(brief.title)}_{desk.made.isoformat()}.docx",
        mime=MIME,
        key=f"brief_save.{key}",
        on_click="ignore",
        icon=":material/description:",
    )

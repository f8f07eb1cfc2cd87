"""Tables → how to cite all of them: how many readings of how many reports, catalogue, date, and that places report themselves."""

from __future__ import annotations

from datetime import date

from exports._words_slides import SLIDES
from panel.build import Tables
from panel.standing import standing_of


def panel_citation(tables: Tables, *, app: str, made: date, lang: str = "zh") -> str:
    """The sentence; `app` is the name of what is cited."""
    return SLIDES.say(
        "cite_text",
        lang,
        app=app,
        n=len(tables.extractions),
        readings=len(tables.panel),
        stamp=tables.catalog.stamp,
        made=made.isoformat(),
        standing=standing_of(tables, lang),
    )

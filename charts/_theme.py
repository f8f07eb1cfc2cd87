"""The tokens → plotly's template of either theme, the page's theme as .streamlit/config.toml has it, and the page's variables.

Whatever has a colour, a type face or a type size takes it from here, so that figures and pages are of one piece, light and dark.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from charts._colours import DARK, LIGHT, LIT, Colours
from charts._tokens import (
    BODY_SIZE,
    CODE_FONT,
    FONT,
    HEADING_SIZES,
    HEADLINE_SIZE,
    LABEL_SIZE,
    STAGE_SIZES,
    SUBTITLE_SIZE,
)


def template_of(colours: Colours) -> dict[str, Any]:
    """What every figure on this ground has alike: its type, its paper, its lines, the labels that open, the colours of series."""
    return _templates()["dark" if colours is DARK else "light"]


@cache
def _templates() -> dict[str, dict[str, Any]]:
    return {"light": _template(LIGHT), "dark": _template(DARK)}


def _template(colours: Colours) -> dict[str, Any]:
    font = {"family": FONT, "size": LABEL_SIZE, "color": colours.ink}
    opened = {"font": font, "align": "left", "bgcolor": colours.paper, "bordercolor": colours.muted}
    axis = {"gridcolor": colours.rule, "linecolor": colours.rule, "zerolinecolor": colours.ink, "zerolinewidth": 2, "ticks": ""}
    bare = {"line": {"width": 0}}
    layout = {
        "font": font,
        "colorway": list(colours.series),
        "paper_bgcolor": colours.paper,
        "plot_bgcolor": colours.paper,
        "hoverlabel": opened,
        "hovermode": "closest",
        "xaxis": axis,
        "yaxis": axis,
    }
    return {"layout": layout, "data": {"bar": [{"type": "bar", "marker": {**bare, "pattern": {"fillmode": "overlay"}}}]}}


def page_theme() -> dict[str, object]:
    """The section [theme] of .streamlit/config.toml, which must say the same (tests/test_charts_theme.py)."""
    return {
        "font": FONT,
        "headingFont": FONT,
        "codeFont": CODE_FONT,
        "baseFontSize": BODY_SIZE,
        "headingFontSizes": [_rem(size) for size in HEADING_SIZES],
        "metricValueFontSize": _rem(HEADLINE_SIZE),
        "light": _page_colours(LIGHT),
        "dark": _page_colours(DARK),
    }


def _page_colours(colours: Colours) -> dict[str, object]:
    return {
        "primaryColor": colours.primary,
        "linkColor": colours.link,
        "backgroundColor": colours.paper,
        "secondaryBackgroundColor": colours.raised,
        "textColor": colours.ink,
        "chartCategoricalColors": list(colours.series),
        "chartSequentialColors": list(colours.steps),
    }


def page_variables() -> str:
    """The tokens that the pages' own style sheets use, as CSS variables: sizes as --type-…, marks in a text as --lit-…."""
    sizes = {"body": BODY_SIZE, "small": SUBTITLE_SIZE, "note": LABEL_SIZE}
    lines = [f"--type-{name}: {_rem(size)}" for name, size in sizes.items()]
    stage = zip(("title", "line", "small"), STAGE_SIZES, strict=True)
    lines += [f"--stage-{name}: {size}px" for name, size in stage]
    lines += [f"--lit-{name}: {colour}" for name, colour in LIT.items()]
    return ":root {" + "; ".join(lines) + "}"


def _rem(size: int) -> str:
    return f"{size / BODY_SIZE:g}rem"

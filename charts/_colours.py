"""A theme of the page → the colours of a figure: one palette on white, one on the page's dark ground.

Text stands out from its ground by 4.5 : 1 at least, a mark from the paper by 3 : 1 (WCAG 2.2). The ten colours of series lean on
those of Okabe and Ito, darkened or lightened to that contrast; each series has a mark of its own shape too. No colour means
good or bad.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from panel.blanks import BlankCause
from panel.compare import VALUE

# A value of 0 is a state of its own on the map of coverage.
ZERO = "zero"


@dataclass(frozen=True, slots=True)
class Colours:
    """Of text (`ink`, `muted`), of lines that only guide the eye (`rule`), of the ground (`paper`), of bars, of lines that
    stand behind the ten of `series` (`grey`), of the cells of coverage: state -> (ground, text), and of the quarters of the heat
    map, from the last to the first: one hue that stands out more and more from the paper."""

    ink: str
    muted: str
    rule: str
    paper: str
    bar: str
    grey: str
    series: tuple[str, ...]
    cells: Mapping[str, tuple[str, str]]
    quarters: tuple[tuple[str, str], ...]


INK, PAPER = "#1F2933", "#FFFFFF"
# What the page's own dark theme has as its ground and its text (.streamlit/config.toml).
DARK_INK, DARK_PAPER = "#FAFAFA", "#0E1117"

# Light and dark, blue and orange: the states of cells are apart in any kind of colour vision, and in grey print.
LIGHT = Colours(
    ink=INK,
    muted="#52606D",
    rule="#D5DAE0",
    paper=PAPER,
    bar="#0072B2",
    grey="#87929D",
    series=(
        "#0072B2",
        "#D55E00",
        "#009E73",
        "#C26A9C",
        "#B57C00",
        "#2F94D0",
        "#000000",
        "#7F6A00",
        "#5D3A9B",
        "#A0522D",
    ),
    cells={
        VALUE: ("#A6CEE8", INK),
        ZERO: ("#0072B2", PAPER),
        str(BlankCause.PART_ONLY): ("#F9C784", INK),
        str(BlankCause.REFUSED): ("#D58FB8", INK),
        str(BlankCause.TERM_WITHOUT_FIGURE): ("#FFF3B0", INK),
        str(BlankCause.TERM_ABSENT): ("#F1F3F5", "#52606D"),
        str(BlankCause.NOT_APPLICABLE): ("#D0D5DB", INK),
        str(BlankCause.NO_REPORT): ("#687582", PAPER),
        str(BlankCause.UNREADABLE): ("#323F4B", PAPER),
    },
    quarters=(("#E1EEF8", INK), ("#A6CEE8", INK), ("#5BA3D6", INK), ("#00558A", PAPER)),
)
DARK = Colours(
    ink=DARK_INK,
    muted="#A9B4C0",
    rule="#2B333D",
    paper=DARK_PAPER,
    bar="#56B4E9",
    grey="#6B7682",
    series=(
        "#56B4E9",
        "#FF8A3D",
        "#2FC79B",
        "#E6A3C6",
        "#F2B632",
        "#9FD4F5",
        "#FFFFFF",
        "#C2AC3D",
        "#A98BE0",
        "#D08A5F",
    ),
    cells={
        VALUE: ("#1B5A86", PAPER),
        ZERO: ("#56B4E9", DARK_PAPER),
        str(BlankCause.PART_ONLY): ("#8A5A12", PAPER),
        str(BlankCause.REFUSED): ("#85406A", PAPER),
        str(BlankCause.TERM_WITHOUT_FIGURE): ("#54501F", PAPER),
        str(BlankCause.TERM_ABSENT): ("#1B2129", "#A9B4C0"),
        str(BlankCause.NOT_APPLICABLE): ("#39434E", PAPER),
        str(BlankCause.NO_REPORT): ("#97A3AF", DARK_PAPER),
        str(BlankCause.UNREADABLE): ("#DDE2E7", DARK_PAPER),
    },
    quarters=(("#152A3C", DARK_INK), ("#1B5A86", PAPER), ("#56B4E9", DARK_PAPER), ("#BFE3FA", DARK_PAPER)),
)

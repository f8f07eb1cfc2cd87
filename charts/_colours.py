"""A theme of the page → the colours of figures and page: one palette on white, one on the page's dark ground.

Text stands out from its ground by 4.5 : 1 at least, a mark from the paper by 3 : 1 (WCAG 2.2). The first two colours of series
are Okabe and Ito's blue and vermilion; the other eight were searched for so that all ten are apart for every kind of colour
vision (tests/colour_vision.py measures it), and each series has a mark of its own shape too. No colour means good or bad.
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
    stand behind the ten of `series` (`grey`), of the `names` of those ten (the same colours, nearer to the ink where text would
    be too faint), of the cells of coverage: state -> (ground, text), and of the quarters of the heat
    map, from the last to the first: one hue that stands out more and more from the paper. Of the page alone: `primary` (white
    words stand on it), `link`, `raised` (the ground of what stands on the page), `steps` from little to much."""

    ink: str
    muted: str
    rule: str
    paper: str
    bar: str
    grey: str
    series: tuple[str, ...]
    names: tuple[str, ...]
    cells: Mapping[str, tuple[str, str]]
    quarters: tuple[tuple[str, str], ...]
    primary: str
    link: str
    raised: str
    steps: tuple[str, ...]


# So dark because Streamlit draws the pinned columns of a table with six tenths of it, also where the row is chosen.
INK, PAPER = "#08121B", "#FFFFFF"
DARK_INK, DARK_PAPER = "#FAFAFA", "#0E1117"
# Ten steps of one blue, from little to much on white; on the dark ground the other way round.
STEPS = (
    "#EEF5FB",
    "#DCE9F6",
    "#C3DAEE",
    "#A3C7E4",
    "#7FB1D8",
    "#5C99CB",
    "#3F80BB",
    "#2A67A5",
    "#1A4E88",
    "#0D3666",
)
# Lines round what is lit in the text of a report, on either ground; each has a line of its own kind too.
LIT = {"reading": "#0072B2", "refusal": "#A85000", "chosen": "#B87F00"}

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
        "#21005D",
        "#A90007",
        "#8484FF",
        "#AF1476",
        "#D671A2",
        "#1EA657",
        "#4F15E7",
        "#006B37",
    ),
    names=(
        "#0072B2",
        "#BA5608",
        "#21005D",
        "#A90007",
        "#6669C2",
        "#AF1476",
        "#A85F86",
        "#1E874E",
        "#4F15E7",
        "#006B37",
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
    primary="#0072B2",
    link="#0067A3",
    raised="#F0F2F6",
    steps=STEPS,
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
        "#993FFF",
        "#2AFFCD",
        "#3A7C08",
        "#EAF63F",
        "#C56CB1",
        "#F31A37",
        "#4B619F",
        "#FFCFFF",
    ),
    names=(
        "#56B4E9",
        "#FF8A3D",
        "#A352FE",
        "#2AFFCD",
        "#578F2C",
        "#EAF63F",
        "#C56CB1",
        "#F31A37",
        "#6E80B1",
        "#FFCFFF",
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
    primary="#2A7ABE",
    link="#7CC0F0",
    raised="#262730",
    steps=STEPS[::-1],
)

"""Cells in rows and columns → a grid that says in every cell, and by a colour, what stands there; its heads and its legend.

The parts that the map of coverage and the heat map share: rows may be higher than others, headings are rows without cells, and a
cell carries its evidence and what it says when pointed at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from charts._cells import evidence_of
from charts._colours import Colours
from charts._plot import Plot, scatter_trace
from charts._style import Sheet, margin_label
from charts._text import escape, lines_in, to_label, widest, width_of
from charts._tokens import CELL_SIZE, EDGE, NOTE_SIZE

ROW, HEAD, LINE = 22, 26, 16
LEGEND_LINE = 26
# The most lines of a head that stands upright, the least room for one, and the pixels of a line of a head that lies on its side.
UPRIGHT_LINES, UPRIGHT_ROOM, SIDE_LINE = 4, 50, 18


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells from left to right, or a heading, which has none. `y` is its middle in pixels from the top."""

    label: str
    y: float
    height: float
    cells: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """How the cells of one state look, and what the legend calls them."""

    name: str
    ground: str
    ink: str


def columns_of(rows: Sequence[Row], columns: range) -> list[Row]:
    """The rows with the cells of these columns alone."""
    return [replace(row, cells=row.cells[columns.start : columns.stop]) for row in rows]


class Stack:
    """Rows put one below another; a row is as high as its label needs."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.height = 0.0

    def add(self, label: str, cells: Sequence[Any] = ()) -> None:
        """Put a row of cells, or a heading, below the others; the label is broken into lines already."""
        lines = lines_in([label])
        height = max(ROW, 6 + LINE * lines) if cells else HEAD + LINE * (lines - 1)
        self.rows.append(Row(label, self.height + height / 2, height, tuple(cells)))
        self.height += height


def heads_of(names: Sequence[str], room: float) -> tuple[list[str], int, int]:
    """The columns' labels, their angle and the pixels they need: upright where they fit in a few lines, else on their side."""
    upright = [to_label(name, room - 8, NOTE_SIZE) for name in names]
    if room > UPRIGHT_ROOM and lines_in(upright) <= UPRIGHT_LINES:
        return upright, 0, 10 + 17 * lines_in(upright)
    lines = max(1, int(room // SIDE_LINE))
    length = max(width_of(name, NOTE_SIZE) for name in names)
    # The shortest lines that are few enough, for the longest name first: it is the one that most of them are too short for.
    tried = (length * part / 10 for part in range(1, 10))
    by_length = sorted(names, key=len, reverse=True)
    short = next(
        (most for most in tried if all(lines_in([to_label(name, most, NOTE_SIZE)]) <= lines for name in by_length)), None
    )
    lying = [escape(name) if short is None else to_label(name, short, NOTE_SIZE) for name in names]
    return lying, -90, 14 + widest(lying, NOTE_SIZE)


def set_axes(plot: Plot, rows: Sequence[Row], heads: Sequence[str], angle: int) -> None:
    """The rows' names at the left and the columns' above."""
    named = [row for row in rows if row.cells]
    bare = {"tickfont": {"size": NOTE_SIZE}, "showgrid": False, "zeroline": False}
    upright = {
        "range": [rows[-1].y + rows[-1].height / 2, rows[0].y - rows[0].height / 2],
        "tickvals": [row.y for row in named],
        "ticktext": [row.label for row in named],
        "ticklabelstandoff": 4,
    }
    level = {
        "range": [-0.5, len(heads) - 0.5],
        "side": "top",
        "tickvals": list(range(len(heads))),
        "ticktext": list(heads),
        "tickangle": angle,
    }
    plot.set_axes({**level, **bare}, {**upright, **bare})


def add_colours(plot: Plot, rows: Sequence[Row], columns: int, looks: Mapping[str, Look]) -> None:
    """The grid's colours: rows of their own heights, a heading being a row without any. A cell `shows` one of the `looks`."""
    states, place = list(looks), {state: at for at, state in enumerate(looks)}
    edges = [rows[0].y - rows[0].height / 2, *(row.y + row.height / 2 for row in rows)]
    steps = [(rank + end, looks[state].ground) for rank, state in enumerate(states) for end in (0, 1)]
    grid = {
        "type": "heatmap",
        "x": list(range(columns)),
        "y": edges,
        "z": [[place[cell.shows] for cell in row.cells] if row.cells else [None] * columns for row in rows],
        "zmin": -0.5,
        "zmax": len(states) - 0.5,
        "colorscale": [[at / len(states), colour] for at, colour in steps],
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
        "hoverinfo": "skip",
    }
    plot.add([grid])


def add_words(
    plot: Plot,
    rows: Sequence[Row],
    word_of: Callable[[Any], str],
    ink_of: Callable[[Any], str],
    hover: Callable[[Any], str],
) -> None:
    """The word or code of each cell, which also carries its evidence: a heat map's own cells cannot be selected on a page."""
    found = [(column, row.y, cell) for row in rows for column, cell in enumerate(row.cells)]
    cells = scatter_trace(
        x=[column for column, _, _ in found],
        y=[y for _, y, _ in found],
        mode="text",
        text=[escape(word_of(cell)) for _, _, cell in found],
        textposition="middle center",
        textfont={"size": CELL_SIZE, "color": [ink_of(cell) for _, _, cell in found]},
        customdata=[evidence_of(cell) for _, _, cell in found],
        hovertext=[hover(cell) for _, _, cell in found],
        hoverinfo="text",
        showlegend=False,
        name="cells",
    )
    plot.add([cells])


def headings(rows: Sequence[Row], left: int, colours: Colours) -> list[dict[str, object]]:
    """The headings at the picture's left edge."""
    return [margin_label(f"<b>{row.label}</b>", row.y, left, colours, size=NOTE_SIZE) for row in rows if not row.cells]


def legend_of(
    found: Iterable[str], looks: Mapping[str, Look], left: int, header: int, sheet: Sheet
) -> tuple[list[dict[str, object]], int]:
    """A box a state that occurs, with its colour, name and number of cells; and the pixels that the boxes take. `header` are the
    pixels between them and the grid."""
    states = list(found)
    x, line, items = 0.0, 0, []
    for state, look in looks.items():
        if state in states:
            text = f"{look.name} {states.count(state)}"
            size = width_of(text, NOTE_SIZE) + 22
            if x and x + size > sheet.text_width:
                x, line = 0.0, line + 1
            items.append((x, line, look, text))
            x += size
    height = 10 + LEGEND_LINE * (line + 1)
    place = {"xref": "paper", "yref": "paper", "x": 0, "y": 1, "xanchor": "left", "yanchor": "top"}
    boxes = [
        {
            "text": escape(text),
            "showarrow": False,
            "bgcolor": look.ground,
            "bordercolor": sheet.colours.rule,
            "borderpad": 3,
            "font": {"size": NOTE_SIZE, "color": look.ink},
            "xshift": EDGE - left + 4 + x,
            "yshift": header + height - 6 - LEGEND_LINE * line,
            **place,
        }
        for x, line, look, text in items
    ]
    return boxes, height

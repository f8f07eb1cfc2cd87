"""What a review is: edits of their kinds, and comments; what several cells say of one reading → one edit, or a contradiction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from exports.read_back_figure import Figure, Reason, say_figure


class Kind(StrEnum):
    """What an edit is: a closed list."""

    READING = "reading"
    CONTRADICTION = "contradiction"
    NOT_UNDERSTOOD = "not understood"
    ROW_REMOVED = "row removed"
    ROW_ADDED = "row added"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit, at the cell where it stands now (of what was removed: where it stood).

    `number` is that of the evidence, `indicator` an id; each of these is None where the edit is of none. `exported` and `now` are
    in words, "" for nothing. Of a READING `before` and `after` are the figures: None before where there was a blank, None after
    where it was taken away. `also` are the other cells that say the same, of a CONTRADICTION those that say something else.
    `reason` is set for what is NOT_UNDERSTOOD, and for that alone.
    """

    kind: Kind
    sheet: str
    cell: str
    number: int | None = None
    place: str | None = None
    year: int | None = None
    indicator: str | None = None
    exported: str = ""
    now: str = ""
    before: Figure | None = None
    after: Figure | None = None
    also: tuple[str, ...] = ()
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment beside a cell, at the cell where it stands now; it alters nothing. `author` is "" where it is not given.

    `number` (that of the evidence), `place`, `year` and `indicator` (an id) are those of what the cell shows, None where it is of
    none.
    """

    sheet: str
    cell: str
    author: str
    text: str
    number: int | None = None
    place: str | None = None
    year: int | None = None
    indicator: str | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """What came back: edits and comments, in the order of the sheets and of their cells.

    `compared` is how many exported cells were compared, `moved` by the sheet how many rows stand in another order (which is no
    edit), `quotes` what the report says of the readings that edits and comments are of, by the number of the evidence.
    """

    edits: list[Edit]
    comments: list[Comment] = field(default_factory=list)
    compared: int = 0
    moved: Mapping[str, int] = field(default_factory=dict)
    quotes: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Said:
    """What one cell says of a reading; a cell of the qualifier alone says no value (`of_value` is False)."""

    edit: Edit
    of_value: bool = True


def joined(said: Sequence[Said]) -> Edit | None:
    """What the cells say of one reading, as one edit; None where it is the figure that it was, only written in another way.

    The qualifier is what some cell says, else what it was.
    """
    edits, first = [one.edit for one in said], said[0].edit
    figures = [one.edit.after for one in said if one.of_value]
    values = {None if figure is None else figure.value for figure in figures}
    told = {one.after.qualifier for one in edits if one.after is not None and one.after.sure}
    others = tuple(f"{one.sheet}!{one.cell}" for one in edits[1:])
    if len(values) > 1 or len(told) > 1:
        now = " ≠ ".join(dict.fromkeys(one.now or "—" for one in edits))
        return replace(first, kind=Kind.CONTRADICTION, after=None, now=now, also=others)
    after = figures[0] if figures else first.before
    if after is not None and told:
        after = replace(after, qualifier=told.pop())
    if (
        after is not None
        and first.before is not None
        and (after.value, after.qualifier) == (first.before.value, first.before.qualifier)
    ):
        return None
    return replace(first, after=None if after is None else replace(after, sure=True), now=say_figure(after), also=others)

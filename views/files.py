"""What became of every file: the run log, what each was taken for and by which words, the form to correct it; and the review."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import pandas as pd
import streamlit as st

from extract import Correction, Extraction
from extract.metadata.candidates import localities_named
from extract.model import Level, Locality
from extract.runlog import Fate, LogLine, say_pages
from panel.display import describe_failure
from views._corrections import correct, corrections
from views._data import File, Loaded, saved_panel
from views._desk import Desk
from views._markdown import as_plain
from views._review import show_review
from views._screen import screen_of
from views._widths import MOST_WIDE, column_width, pinned_width

PATH = "files"
ICON = ":material/folder_open:"
_FIRST_YEAR = 2004
_MOST_PHRASES = 30


def show(desk: Desk, loaded: Loaded, reviewed: Sequence[File]) -> None:
    """The page; `reviewed` are workbooks of ours that were added among the reports."""
    _show_log(desk, loaded)
    if loaded.tables.extractions:
        show_review(desk, reviewed)


def _show_log(desk: Desk, loaded: Loaded) -> None:
    """The files, and what became of the one that is selected."""
    log = loaded.log
    if not log:
        st.info(desk.say("files.none" if saved_panel() is None else "files.saved"))
        return
    fates = Counter(line.fate for line in log)
    st.caption(
        desk.say(
            "files.counts",
            n=len(log),
            waiting=len(loaded.waiting),
            read=fates[Fate.READ] - len(loaded.waiting),
            duplicate=fates[Fate.DUPLICATE],
            revised=fates[Fate.REVISED],
            aside=fates[Fate.SET_ASIDE],
            failed=fates[Fate.FAILED],
        )
    )
    st.caption(desk.say("files.hint"))
    chosen = _choose_line(desk, loaded)
    if chosen is None:
        st.info(desk.say("files.select"))
        return
    with st.container(border=True):
        st.subheader(as_plain(chosen.name))
        _show_line(desk, loaded, chosen)


def _choose_line(desk: Desk, loaded: Loaded) -> LogLine | None:
    """The run log as a table; gives the line that is selected."""
    log = loaded.log
    shown = pd.DataFrame([_row(desk, loaded, line) for line in log])
    # What no file has, as pages where all are texts, would stand empty between what they have.
    shown = shown.drop(columns=[name for name in ("why", "pages") if not shown[name].replace("", None).notna().any()])
    event = st.dataframe(
        shown,
        hide_index=True,
        placeholder="",
        column_config={column: _head(desk, column, shown[column]) for column in shown.columns},
        height=420 if len(log) > 10 else "auto",
        key=f"files.{desk.variant}",
        on_select="rerun",
        selection_mode="single-row",
    )
    rows = event["selection"]["rows"]
    return log[rows[0]] if rows and rows[0] < len(log) else None


def _head(desk: Desk, column: str, texts: Iterable[object]) -> object:
    head = desk.say(f"col.{column}")
    if column == "seconds":
        return st.column_config.NumberColumn(head, format="%.2f")
    if column in ("why", "title"):
        return st.column_config.Column(head, width="large")
    pinned = column == "file"
    most = pinned_width(screen_of()) if pinned else MOST_WIDE
    return st.column_config.Column(head, width=column_width(head, texts, most), pinned=pinned)


def _row(desk: Desk, loaded: Loaded, line: LogLine) -> dict[str, object]:
    extraction = _extraction(desk, loaded, line)
    report = extraction.report if extraction else None
    place = report.locality if report else None
    return {
        "file": line.name,
        "status": desk.say("files.waiting") if line.name in loaded.waiting else desk.shared(f"status.{line.fate}"),
        # Elsewhere a place that nobody could tell is called by its file, which stands here already.
        "place": (desk.tables.places.get(line.name, place.name) if place else desk.say("files.unknown")) if report else "",
        "level": desk.level(str(place.level) if place and place.level else None) if report else "",
        "year": (desk.year(report.year) if report else ""),
        "why": _remark(desk, line, extraction),
        "title": (report.title or "") if report else "",
        "pages": line.pages,
        "characters": line.characters,
        "encoding": line.encoding or "",
        "seconds": line.seconds,
    }


def _extraction(desk: Desk, loaded: Loaded, line: LogLine) -> Extraction | None:
    """What was read of a file, whether it has joined or waits; None for one that gives no report of its own."""
    return loaded.waiting.get(line.name) or desk.tables.extractions.get(line.name)


def _remark(desk: Desk, line: LogLine, extraction: Extraction | None) -> str:
    if line.failure is not None:
        problem, cure = describe_failure(line.failure.kind, line.failure.fields, desk.lang)
        return desk.say("failure", name=line.name, problem=problem, cure=cure)
    if line.of is not None:
        return desk.say("revised_file" if line.fate is Fate.REVISED else "same_file", name=line.name, first=line.of)
    shared = _sharing(extraction) if extraction else 0
    remarks = [] if line.annual else [desk.say("files.not_annual")]
    if line.unread:
        remarks.append(desk.say("files.unread", n=len(line.unread), pages=say_pages(line.unread)))
    if shared > 1:
        remarks.append(desk.say("files.ambiguous", n=shared))
    return "".join(remarks)


def _sharing(extraction: Extraction) -> int:
    """How many localities of the register bear the name of one that the text left undecided; 0 where it was decided."""
    place = extraction.report.locality
    if place is None or not place.name or place.code is not None or place.level is Level.DEPARTMENT:
        return 0
    return len(localities_named(place.name, extraction.report.year))


def _show_line(desk: Desk, loaded: Loaded, line: LogLine) -> None:
    extraction = _extraction(desk, loaded, line)
    remark = _remark(desk, line, extraction)
    if remark:
        st.text(remark)
    if line.fate is Fate.REVISED:
        _show_changes(desk, line)
    if extraction is not None:
        st.text("\n".join(_taken_for(desk, extraction, line.digest in corrections())))
        # Whose a made-up report is stands fixed.
        if not desk.tables.demo:
            _show_form(desk, extraction, line.digest)


def _taken_for(desk: Desk, extraction: Extraction, corrected: bool) -> list[str]:
    """Locality, level, divisions, year, title, day and index number, each with the words that it was read from."""
    report = extraction.report
    place = report.locality
    path = " ".join(part for part in place.path if part) if place else ""
    told = (
        ("locality", "place", place.name if place else None),
        ("locality", "level", desk.level(str(place.level)) if place and place.level else None),
        ("", "path", path or None),
        ("", "code", place.code if place else None),
        ("year", "year", report.year),
        ("title", "title", report.title),
        ("published", "published", report.published),
        ("index_number", "index_number", report.index_number),
    )
    lines = [desk.say("files.taken_for") + (desk.say("files.corrected") if corrected else "")]
    for field, label, value in told:
        said = desk.say("files.unknown") if value is None else str(value)
        span = report.evidence.get(field) if value is not None and label != "title" else None
        by = "　" + desk.say("files.by_words", words=" ".join(report.text[span.start : span.end].split())) if span else ""
        lines.append(f"{desk.say(f'files.field.{label}')}：{said}{by}")
    return lines


def _show_changes(desk: Desk, line: LogLine) -> None:
    twin = desk.tables.twins[line.name]
    st.caption(desk.say("files.changed", of=as_plain(twin.of)))
    lines = [
        f"{desk.indicator(change.indicator_id)}：{'、'.join(change.earlier) or '—'} → {'、'.join(change.later) or '—'}"
        for change in twin.changes
    ]
    for key, phrases in (("removed", twin.removed), ("added", twin.added)):
        if phrases:
            lines.append(desk.say(f"files.{key}"))
            lines += [f"　{phrase}" for phrase in phrases[:_MOST_PHRASES]]
        if len(phrases) > _MOST_PHRASES:
            lines.append("　" + desk.say("files.more", n=len(phrases) - _MOST_PHRASES))
    st.text("\n".join(lines))


def _show_form(desk: Desk, extraction: Extraction, digest: str) -> None:
    """Locality, level and year, each open to correction; what is applied is read again."""
    st.caption(desk.say("files.correct"))
    report, key = extraction.report, f"correct.{digest[:16]}.{desk.lang}"
    name_at, which_at, level_at, year_at = st.columns([2, 3, 1, 1])
    name = name_at.text_input(
        desk.say("files.name"),
        report.locality.name if report.locality else "",
        key=f"{key}.name",
        help=desk.say("files.name_help"),
        max_chars=40,
    )
    years = [None, *range(desk.made.year, _FIRST_YEAR - 1, -1)]
    year = year_at.selectbox(
        desk.say("files.year"),
        years,
        index=0,
        format_func=lambda one: desk.say("files.keep") if one is None else str(one),
        key=f"{key}.year",
    )
    known = localities_named(name, year or report.year)
    places: list[Locality | None] = [None, *known, *([Locality(name.strip(), None)] if name.strip() and not known else [])]
    place = which_at.selectbox(
        desk.say("files.which"), range(len(places)), format_func=lambda i: _say_place(desk, places[i]), key=f"{key}.which.{name}"
    )
    levels = [None, *Level]
    level = level_at.selectbox(
        desk.say("files.level"),
        levels,
        format_func=lambda one: desk.say("files.keep") if one is None else desk.level(str(one)),
        key=f"{key}.level",
    )
    apply_at, undo_at, _ = st.columns([2, 2, 4])
    chosen = _corrected(report.locality, places[place], level)
    apply_at.button(
        desk.say("files.apply"),
        key=f"{key}.apply",
        on_click=correct,
        args=(digest, Correction(chosen, year)),
        disabled=chosen is None and year is None,
    )
    undo_at.button(
        desk.say("files.undo"), key=f"{key}.undo", on_click=correct, args=(digest, None), disabled=digest not in corrections()
    )


def _corrected(read: Locality | None, chosen: Locality | None, level: Level | None) -> Locality | None:
    """The locality as corrected; None where nothing of it was."""
    base = chosen or read
    if level is None or base is None:
        return chosen
    return Locality(base.name, level, base.path, base.code)


def _say_place(desk: Desk, place: Locality | None) -> str:
    if place is None:
        return desk.say("files.keep")
    if place.code is None:
        return desk.say("files.only_name", name=place.name)
    return f"{' '.join(part for part in place.path if part)} · {desk.level(str(place.level))} · {place.code}"

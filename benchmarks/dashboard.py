"""3,000 localities, 8 years, all indicators → what each page of the app costs, as ratios to an empty Streamlit page.

    python -m benchmarks.dashboard [--localities N] [--years N] [--folder FOLDER] [--pages PAGE …]

The panel is made up (benchmarks/panel.py), saved as parquet once and kept in the folder. The app opens it in a server of its own,
the empty page in another; both are asked run by run in turn, so that a machine that is busy with something else disturbs both
alike.

    cold     the first run of the first session on a page, in a fresh server whose panel is open: what opening makes ready is
             there (panel/ready.py), and nothing else
    first    the first run of a further session
    click    an interaction that opens the evidence of a mark or a row, or turns a switch
    choice   an interaction that asks for other figures than before: another year, indicator, place or report
    bytes    what the first run sends
    memory   what ten more sessions on the page add to the server

The empty page's own runs are measured in the same way; its click and its choice are the same run. It runs as Streamlit comes: after
each run it has Python look through all that is held for garbage, which is most of its time. The app leaves that to Python
(.streamlit/config.toml), so the last line says what the empty page takes where it does so too. Exit code 1: a budget is missed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

from benchmarks.panel import LOCALITIES, YEARS, made_panel
from benchmarks.served import Run, Server, Session, served
from extract import load_catalog
from panel.saved import load
from panel.selection import first_view, reports_of

ROOT = Path(__file__).parent.parent
EMPTY = "import streamlit as st\n\nst.text('')\n"
# How many times as much as the empty page each may cost. Ten sessions of the empty page hold next to nothing, and a page that shows
# figures sends some: half a megabyte is a second on a slow office line.
BUDGETS = {"cold": 6.0, "first": 6.0, "click": 3.0, "choice": 3.0, "bytes": 1_000.0, "memory": 20.0}
SESSIONS, ROUNDS = 10, 5
# What the project's configuration sets aside of how Streamlit comes.
AS_IT_COMES = {"runner.postScriptGC": "true"}
# Seconds in which a server puts away what its last run has left, which is no part of the next one.
REST = 0.3
# What the empty page's sessions hold is taken as at least so much: below lies what the allocator happens to do.
LEAST_MEMORY = 1_000_000


@dataclass(frozen=True)
class Asked:
    """A page, and the addresses of its clicks and of its choices."""

    page: str
    clicks: tuple[dict[str, object], ...] = ({},)
    choices: tuple[dict[str, object], ...] = ({},)


def pages_of(folder: Path) -> Iterator[Asked]:
    """The pages with what is asked of them, taken from the panel: its years, its places, its reports."""
    tables = load(folder, load_catalog(ROOT / "metrics.yaml"))
    reports = reports_of(tables, first_view(tables))
    counts = tables.panel["indicator"].value_counts()
    others = [{"indicator": str(one)} for one in counts.index[:ROUNDS]]
    mains = tables.panel[tables.panel["main"] & tables.panel["doc_id"].isin(reports["doc_id"])].iloc[:: max(1, len(reports) // 3)]
    found = [{"doc": row.doc_id, "at": f"{row.start}-{row.end}"} for row in mains.head(ROUNDS).itertuples()]
    years = [{"year": int(year)} for year in sorted(tables.reports["year"].dropna().unique(), reverse=True)[1 : 1 + ROUNDS]]
    yield Asked("overview", tuple(found), tuple({"lang": lang} for lang in ("en", "zh")))
    yield Asked("compare", tuple(found), tuple({**year, **other} for year, other in zip(years, others, strict=False)))
    places = [{"focus": place} for place in reports["place"].iloc[10 :: max(1, len(reports) // ROUNDS)]]
    yield Asked("profile", tuple({"hide_blank": on} for on in (0, 1)), tuple(places[:ROUNDS]))
    yield Asked("trend", tuple(found), tuple(others))
    yield Asked("wording", tuple(found), tuple(others))
    yield Asked("coverage", tuple(found), tuple(years))
    yield Asked("evidence", tuple({"refusals": on} for on in (0, 1)), tuple({"doc": one["doc"]} for one in found))
    yield Asked("files")
    yield Asked(
        "catalogue", ({"q": "率"}, {"q": "件"}), tuple({"topic": theme} for theme in list(tables.catalog.themes)[:ROUNDS])
    )
    yield Asked("methods")


@dataclass(frozen=True)
class Cost:
    """What a page costs: seconds, bytes and bytes of memory."""

    cold: float
    first: float
    click: float
    choice: float
    bytes: float
    memory: float


def costs_of(app: Server, blank: Server, asked: Asked) -> tuple[Cost, Cost]:
    """Measure a page of the app and the empty page, run by run in turn."""
    begun = (app.session(), blank.session())
    cold = [begun[0].run(asked.page).seconds, begun[1].run().seconds]
    clicks, choices = (_in_turn(begun, asked.page, addresses) for addresses in (asked.clicks, asked.choices))
    held = [app.session(), blank.session()]
    firsts: list[list[Run]] = [[held[0].run(asked.page)], [held[1].run()]]
    before = (app.memory(), blank.memory())
    for _ in range(SESSIONS):
        for number, (server, page) in enumerate(((app, asked.page), (blank, ""))):
            held.append(server.session())
            firsts[number].append(held[-1].run(page))
    memory = (app.memory() - before[0], blank.memory() - before[1])
    for session in [*begun, *held]:
        session.close()
    first, second = (
        Cost(
            cold[at],
            median(run.seconds for run in firsts[at]),
            clicks[at],
            choices[at],
            median(run.size for run in firsts[at]),
            max(memory[at], 0),
        )
        for at in (0, 1)
    )
    return first, second


def _in_turn(sessions: tuple[Session, Session], page: str, addresses: Sequence[dict[str, object]]) -> tuple[float, float]:
    """The seconds of a run in the middle, of a page over the addresses in turn and of the empty page between them."""
    every = [addresses[number % len(addresses)] for number in range(ROUNDS)]
    found = [(_rested(sessions[0], page, urlencode(address)), _rested(sessions[1])) for address in every]
    return median(run[0] for run in found), median(run[1] for run in found)


def _rested(session: Session, page: str = "", query: str = "") -> float:
    """The seconds of a run that a reader asks for who has looked at the page meanwhile."""
    time.sleep(REST)
    return session.run(page, query).seconds


def main(localities: int, years: int, folder: Path, only: Sequence[str]) -> int:
    """Measure, print, and tell by the exit code whether all budgets are kept."""
    panel = made_panel(folder, localities, years)
    every = [asked for asked in pages_of(panel) if not only or asked.page in only]
    script = folder / "empty.py"
    script.write_text(EMPTY, "utf-8")
    print(f"{localities:,} localities × {years} years\n")
    print(f"{'page':10}" + "".join(f"{name:>21}" for name in BUDGETS))
    kept = []
    with served(ROOT / "dashboard.py", ["panel", str(panel)]) as app:
        opening = app.session().run("methods")
        for asked in every:
            # A fresh server of the empty page beside each page: its cold run is one of its own.
            with served(script, more=AS_IT_COMES) as blank:
                kept.append(_tell(asked.page, *costs_of(app, blank, asked)))
        print(f"\nThe app opened the panel in {opening.seconds:.1f} s and holds {app.memory() / 1e6:,.0f} MB.")
    with served(script) as bare:
        session = bare.session()
        least = median(_rested(session) for _ in range(ROUNDS))
        print(f"The empty page without the collection of garbage after each run: {least * 1000:.0f} ms.")
    missed = sum(not one for page in kept for one in page)
    print("A figure, its ratio to the empty page's, and ! where that is over budget: " + _budgets())
    print("All budgets are kept." if not missed else f"{missed} budgets of {sum(map(len, kept))} are missed.")
    return 1 if missed else 0


def _budgets() -> str:
    return ", ".join(f"{name} {most:g}" for name, most in BUDGETS.items())


def _tell(page: str, cost: Cost, empty: Cost) -> list[bool]:
    """A line of the table; for each figure whether its budget is kept."""
    line, kept = f"{page:10}", []
    for name, most in BUDGETS.items():
        value, least = getattr(cost, name), getattr(empty, name)
        ratio = value / (max(least, LEAST_MEMORY) if name == "memory" else least)
        said = f"{value / 1000:,.0f} kB" if name in ("bytes", "memory") else f"{value * 1000:,.0f} ms"
        kept.append(ratio <= most)
        line += f"{said:>11} {ratio:>7.1f} {' ' if kept[-1] else '!'}"
    print(line, flush=True)
    return kept


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--localities", type=int, default=LOCALITIES)
    parser.add_argument("--years", type=int, default=YEARS)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "law-report-panel-benchmark")
    parser.add_argument("--pages", nargs="*", default=())
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    sys.exit(main(given.localities, given.years, given.folder, given.pages))

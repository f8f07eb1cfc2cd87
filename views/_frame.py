"""What stands round every page: its head, the language, what is loaded, the links, the downloads and the standing sentence."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePath

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from charts import page_variables
from extract import CatalogError
from extract.formats import suffixes
from panel.display import describe_failure
from panel.saved import SavedError
from panel.standing import standing_of
from panel.words import LANGUAGES
from views import _address as address
from views import _data as data
from views import _screen as screen
from views._cite import show_panel_citation
from views._corrections import corrections
from views._desk import Desk
from views._dropped import Dropped, apart
from views._joining import joined
from views._markdown import as_code
from views._top import begin_at_top
from views._words import WORDS

# Streamlit's own spacing leaves a laptop's screen half empty; phones get the whole width.
_STYLE = """<style>
.stAppHeader {height: 2.5rem; min-height: 2.5rem}
.stMainBlockContainer {padding: 2.5rem 2rem 3rem}
.stMainBlockContainer > [data-testid=stVerticalBlock] {gap: .75rem}
@media (max-width: 640px) {
  .stMainBlockContainer {padding: 2.5rem 1rem 2rem}
  .stMainBlockContainer > [data-testid=stVerticalBlock] {gap: .5rem}
}
/* A page's lead stands beside its title where there is room, and what is told at its head in single lines. */
.st-key-named {gap: 0 1rem; align-items: baseline}
.st-key-named > :last-child {flex: 1 1 22rem; width: auto}
.st-key-ways .stPopover button {min-height: 2rem; padding-top: 0; padding-bottom: 0}
.st-key-head [data-testid=stAlertContainer] {padding: .25rem .75rem}
.st-key-head [data-testid=stAlertContainer] p {font-size: var(--type-small)}
.stMainBlockContainer h1 {padding: 0}
.stMainBlockContainer h3 {padding: .5rem 0 .25rem}
/* Lines that the eye finds its way back from. */
[data-testid=stMain] :is([data-testid=stCaptionContainer] p, [data-testid=stText], li) {max-width: 64em; text-wrap: pretty}
[data-testid=stMetricValue] {line-height: 1.2}
/* A chart and its evidence; a chart of more columns than the window has room for is moved sideways, not cut. */
.st-key-beside {gap: var(--gap)}
.st-key-beside > div:has(> .st-key-figure) {flex: 3 1 var(--chart); min-width: min(var(--chart), 100%)}
.st-key-beside > div:has(> .st-key-words) {flex: 1 1 var(--words); min-width: min(var(--words), 100%)}
.st-key-figure {overflow-x: auto}
/* What can be done with a chart stands in one row from its left edge. */
[class*=st-key-under_] {gap: .25rem 1rem}
[class*=st-key-under_] > * {flex: 0 1 auto; width: auto; min-width: 0}
[class*=st-key-under_] [data-testid=stPageLink] a {padding-left: 0}
/* The primary colour is made for white words on it; on the dark page it is too dim for words of its own. */
button[role=radio][data-selected=true], [role=tab][aria-selected=true] {color: inherit !important}
/* What only carries a script takes no room, nor the gap that would follow it. */
[data-testid=stLayoutWrapper]:has(> .st-key-screen_watch, > .st-key-access, > .st-key-top) {position: absolute; height: 0}
/* Streamlit's small print is too faint to be read by everyone. */
[data-testid=stCaptionContainer] {color: inherit !important; opacity: .75}
/* Where the focus is must be seen: Streamlit shows it on links and small buttons by a faint ground alone. */
[data-testid=stPageLink-NavLink]:focus-visible, [data-testid=stBaseButton-elementToolbar]:focus-visible, .lit:focus-visible
  {outline: 2px solid currentColor; outline-offset: -2px}
[data-testid=stSidebarHeader] {height: 2.5rem; margin: 0}
/* While the page is made anew, what a download button would ask for is gone: it waits, and after a moment it shows it. */
[data-testid=stApp]:not([data-test-script-state=notRunning]) .stDownloadButton button
  {pointer-events: none; opacity: .5; transition: opacity 0s .4s}
</style>"""


def show_style() -> None:
    """The sizes, colours and spacing of all pages, and the watch for what they are seen on."""
    lengths = f":root {{--chart: {screen.CHART}px; --words: {screen.WORDS}px; --gap: {screen.GAP}px}}"
    st.html(f"<style>{lengths}{page_variables()}</style>{_STYLE}")
    screen.watch_screen()


def choose_language() -> str:
    """The language of the page: the address says lang=en, Chinese is the default."""
    lang = address.settle_one("lang", LANGUAGES, LANGUAGES[0])
    st.segmented_control(
        WORDS.say("lang", lang),
        LANGUAGES,
        default=lang,
        format_func=lambda one: WORDS.say(f"lang.{one}", lang),
        key=address.seeded("lang", ""),
        on_change=address.moved,
        args=("lang", ""),
        label_visibility="collapsed",
        required=True,
    )
    return lang


def choose_files(lang: str) -> tuple[data.Given, list[Dropped]]:
    """The files that come along, unless switched off, and those that were added; or the demonstration, which stands alone. And
    the pictures among what was added. An app that was started with a saved panel shows that and nothing else."""
    folder = data.saved_panel()
    if folder is not None:
        st.caption(WORDS.say("saved", lang, name=as_code(folder.name)))
        return data.Given(saved=folder), []
    with_demo, with_seeds = address.settle_flag("demo", data.starts_with_demo()), address.settle_flag("seeds", True)
    for field, on in (("demo", with_demo), ("seeds", with_seeds)):
        st.toggle(
            WORDS.say(field, lang),
            value=on,
            key=address.seeded(field, lang),
            on_change=address.moved,
            args=(field, lang),
            disabled=with_demo and field == "seeds",
            help=WORDS.say("demo_help", lang) if field == "demo" else None,
        )
    uploaded = st.file_uploader(
        WORDS.say("upload", lang),
        accept_multiple_files=True,
        key="upload",
        help=WORDS.say("upload_help", lang, formats=" ".join([*suffixes(), ".zip", ".png"])),
    )
    files, dropped, books = apart([(file.name, file.getvalue()) for file in uploaded or ()])
    if with_demo:
        if files:
            st.caption(WORDS.say("demo_alone", lang))
        return data.Given(data.demo_files()[0], demo=True, reviewed=tuple(books)), dropped
    own = data.seed_files() if with_seeds else ()
    return data.Given(own, tuple(files), reviewed=tuple(books)), dropped


def load(given: data.Given, lang: str) -> data.Loaded:
    """Load, and show how far it is at each file that this session has not read before. Raises CatalogError, and SavedError where
    a saved panel can't be opened."""
    if given.saved is not None:
        return _open(given.saved, lang)
    place = st.empty()
    read: set[str] = st.session_state.setdefault("read", set())

    def tell(index: int, count: int, name: str) -> None:
        if name not in read:
            read.add(name)
            place.progress(index / count, text=WORDS.say("reading_files", lang, name=as_code(name), i=index + 1, n=count))

    told = data.demo_files()[1] if given.demo else corrections()
    loaded = data.load(given, data.catalog_of(), joined=joined(), corrections=told, progress=tell)
    place.empty()
    return loaded


def _open(folder: Path, lang: str) -> data.Loaded:
    """The saved panel; the first session shows how far its opening is."""
    place = st.empty()

    def tell(number: int, count: int) -> None:
        place.progress(number / (count + 1), text=WORDS.say("opening_step", lang, i=number, n=count))

    with st.spinner(WORDS.say("opening", lang)):
        loaded = data.load_saved(folder, data.catalog_of(), tell)
    place.empty()
    return loaded


def show_catalog_fault(fault: CatalogError, lang: str) -> None:
    """The fault's file, line, indicator, key, problem and cure, one line each."""
    name = PurePath(fault.path).name
    st.error(WORDS.say("catalogue_fault", lang, path=name))
    lines = [WORDS.say("catalogue_fault_file", lang, path=name)]
    if fault.line is not None:
        lines.append(WORDS.say("catalogue_fault_line", lang, line=fault.line))
    if fault.indicator:
        lines.append(WORDS.say("catalogue_fault_indicator", lang, indicator=fault.indicator))
    if fault.key:
        lines.append(WORDS.say("catalogue_fault_key", lang, name=fault.key))
    problem, cure = fault.describe("zh" if lang == "zh" else "en")
    lines.append(WORDS.say("catalogue_fault_problem", lang, problem=problem))
    lines.append(WORDS.say("catalogue_fault_cure", lang, cure=cure))
    st.code("\n".join(lines), language=None, wrap_lines=True)


def show_saved_fault(fault: SavedError, lang: str) -> None:
    """What is wrong with a saved panel and what to do."""
    problem, cure = fault.describe(lang)
    st.error(WORDS.say("saved_fault", lang))
    st.code(WORDS.say("saved_fault_told", lang, problem=problem, cure=cure), language=None, wrap_lines=True)


def show_links(pages: Mapping[str, st.Page], icons: Mapping[str, str]) -> None:
    """Links to the pages, each carrying the whole state along."""
    here = address.current()
    for path, page in pages.items():
        st.page_link(page, icon=icons[path], query_params=here)


def show_head(path: str, lang: str, *, named: bool) -> DeltaGenerator:
    """The head of the page of a PATH, in the window's sight: its title and lead, unless it is not `named`; gives the place for
    what is to be told before anything else."""
    begin_at_top(path)
    with st.container(key="head", gap="xsmall"):
        if named:
            with st.container(horizontal=True, key="named"):
                st.title(WORDS.say(f"page.{path}", lang), width="content")
                st.caption(WORDS.say(f"lead.{path}", lang))
        return st.container(gap="xsmall")


def show_loaded(loaded: data.Loaded, lang: str) -> None:
    """What was read, and a line for each file that could not be."""
    reports = loaded.tables.reports
    st.caption(
        WORDS.say(
            "loaded",
            lang,
            read=int((reports["status"] == "read").sum()),
            failed=len(loaded.tables.failures),
            readings=len(loaded.tables.panel),
            refusals=len(loaded.tables.refusals),
        )
    )
    lines = []
    for failure in loaded.tables.failures.values():
        problem, cure = describe_failure(failure.kind, failure.fields, lang)
        lines.append(WORDS.say("failure", lang, name=failure.name, problem=problem, cure=cure))
    for twin in loaded.tables.twins.values():
        lines.append(WORDS.say("revised_file" if twin.revised else "same_file", lang, name=twin.name, first=twin.of))
    lines += [WORDS.say("no_annual", lang, name=line.name) for line in loaded.log if not line.annual]
    if lines:
        with st.expander(WORDS.say("failures", lang), expanded=True):
            for line in lines:
                st.text(line)


def show_mark(desk: Desk) -> None:
    """That what is shown is made up, where it is."""
    if desk.tables.demo:
        st.warning(standing_of(desk.tables, desk.lang), icon=":material/science:")


def show_unknown(lang: str) -> None:
    """A line for each thing that the address asks for and that does not exist."""
    for field, value in address.unknown():
        st.warning(WORDS.say("unknown_value", lang, field=WORDS.say(f"field.{field}", lang), value=as_code(value)))


def show_foot(desk: Desk) -> None:
    """The standing sentence, what the figures were made with, and how to cite them."""
    st.divider()
    st.caption(standing_of(desk.tables, desk.lang))
    stamp, made = desk.tables.catalog.stamp, desk.made.isoformat()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(desk.say("stamp", stamp=stamp, made=made), width="content")
        show_panel_citation(desk)

"""The app: takes the address, loads the reports, shows one page of views/ and what stands round it.

Start it with `streamlit run dashboard.py`. Read `main` from top to bottom: it is the whole run.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from types import ModuleType

import streamlit as st

from extract import CatalogError
from panel.compare import Selection
from panel.saved import SavedError
from views import _access as access
from views import _address as address
from views import _frame as frame
from views import catalogue, compare, coverage, evidence, files, methods, overview, present, profile, trend, wording
from views._desk import Desk
from views._downloads import show_downloads
from views._dropped import open_dropped, show_dropped
from views._joining import show_waiting
from views._review import point_to_review
from views._words import WORDS

PAGES = (overview, compare, profile, trend, wording, coverage, evidence, files, catalogue, methods, present)
# What can be shown when no report was read.
WITHOUT_REPORTS = (catalogue, methods)
ICON = Path(__file__).with_name("views") / "icon.svg"


def main(start: str = "compare") -> None:
    """One run of the app. `start` is the PATH of the page that a bare address opens."""
    address.arrive()
    st.set_page_config(page_title=WORDS.say("app", "zh"), page_icon=str(ICON), layout="wide")
    frame.show_style()
    with st.sidebar:
        lang = frame.choose_language()
        links = st.container(gap="xsmall")
        downloads = st.container()
        given, dropped = frame.choose_files(lang)
        summary = st.container()
    pages = {module.PATH: _page(module, lang, module.PATH) for module in PAGES}
    # The page of the bare address: Streamlit would not find it by its own name as well.
    first = next(module for module in PAGES if start == module.PATH)
    bare = _page(first, lang, "start", default=True)
    access.ease_access(lang)
    current = st.navigation([bare, *pages.values()], position="hidden")
    if current == bare:
        pages[start] = bare
    module = next(module for module in PAGES if pages[module.PATH] == current)
    open_dropped(dropped, pages)
    on_stage = module is present and present.is_running()
    notices = frame.show_head(module.PATH, lang, named=not on_stage)
    try:
        loaded = frame.load(given, lang)
    except CatalogError as fault:
        frame.show_catalog_fault(fault, lang)
        st.stop()
    except SavedError as fault:
        frame.show_saved_fault(fault, lang)
        st.stop()
    with summary:
        frame.show_loaded(loaded, lang)
    desk = Desk(loaded.tables, lang, date.today(), loaded.stamp, pages, module.PATH)
    if on_stage and loaded.tables.extractions:
        present.run(desk)
        address.leave()
        return
    selection: Selection | None = None
    if module is files:
        files.show(desk, loaded, given.reviewed)
    elif loaded.tables.extractions or module in WITHOUT_REPORTS:
        selection = module.show(desk)
    else:
        st.info(desk.say("no_reports"))
    frame.show_foot(desk)
    with notices:
        frame.show_mark(desk)
        show_dropped(desk, dropped)
        frame.show_unknown(lang)
        show_waiting(loaded, lang, pages[files.PATH])
        point_to_review(desk, given.reviewed, files.PATH)
    with links:
        frame.show_links(pages, {module.PATH: module.ICON for module in PAGES})
    address.leave()
    with downloads:
        show_downloads(desk, selection)


def _page(module: ModuleType, lang: str, path: str, *, default: bool = False) -> st.Page:
    return st.Page(partial(_nothing), title=WORDS.say(f"page.{module.PATH}", lang), url_path=path, default=default)


def _nothing() -> None:
    """Pages are shown by `main`, which knows what they need; st.navigation only says which one the address names."""


if __name__ == "__main__":
    main()

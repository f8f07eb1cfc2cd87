"""Another page is shown → the window stands at its top: Streamlit keeps the place where the page before was left.

The script knows which page it has seen last, so that whatever happens on one page, a click on a chart above all, moves nothing.
"""

from __future__ import annotations

import streamlit as st

# Before the page's own scripts: one that opens a sentence moves the window on from the top.
_JS = """
export default function ({ data }) {
  const main = document.querySelector('[data-testid="stMain"]');
  if (main && window.pageSeen !== undefined && window.pageSeen !== data.page) main.scrollTop = 0;
  window.pageSeen = data.page;
}
"""
_top = st.components.v2.component("top", js=_JS)


def begin_at_top(page: str) -> None:
    """Put the script on the page: once a run, before the page's own part. `page` is the PATH of the one that is shown."""
    with st.container(key="top"):
        _top(key="top_watch", data={"page": page})

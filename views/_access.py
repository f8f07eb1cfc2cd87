"""What a page needs to be read aloud and used without a mouse in its own language: its tag, and the words of the skip link."""

from __future__ import annotations

import streamlit as st

from views._streamlit_words import say_in
from views._words import WORDS

# Streamlit's own page says lang="en", by which screen readers choose a voice and browsers the forms of Chinese characters; its
# link past the sidebar, the first thing that Tab reaches, is in English whatever the page is in.
LANGUAGE_TAGS = {"zh": "zh-CN", "en": "en"}

_JS = """
export default function ({ data }) {
  document.documentElement.lang = data.lang;
  const link = document.querySelector('[data-testid="stSkipToContent"]');
  if (link) link.textContent = data.label;
}
"""
_access = st.components.v2.component("access", js=_JS)


def ease_access(lang: str) -> None:
    """Tell the browser the language of the page, and say the link to the main content and Streamlit's own words in it."""
    say_in(lang)
    with st.container(key="access"):
        _access(key="access_watch", data={"lang": LANGUAGE_TAGS[lang], "label": WORDS.say("skip", lang)})

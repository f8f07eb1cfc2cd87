"""What Streamlit says in English and no argument changes → the same in the language of the page, by style sheets."""

from __future__ import annotations

import streamlit as st

from views._words import WORDS


def say_uploader(lang: str) -> None:
    """The words in the field for files."""
    field = "[data-testid=stFileUploaderDropzone]"
    limit = int(st.get_option("server.maxUploadSize"))
    parts = {
        "button [data-testid=stMarkdownContainer]": WORDS.say("upload_button", lang),
        "[data-testid=stFileUploaderDropzoneInstructions] > div": WORDS.say("upload_limit", lang, limit=limit),
    }
    _put("".join(_instead(f"{field} {part} > *", f"{field} {part}", said) for part, said in parts.items()))


def say_on_every_page(lang: str) -> None:
    """The button that stops a run, and what stands below a download button whose file was not made."""
    error, stop = "[data-testid=stDownloadButtonError]", "[data-testid=stStatusWidget] button"
    # The button's word stands in it bare, where no rule can hide it.
    bare = f"{stop} {{font-size: 0}}"
    _put(bare + _after(stop, WORDS.say("stop", lang)) + _instead(f"{error} *", error, WORDS.say("download_failed", lang)))


def _instead(hidden: str, place: str, said: str) -> str:
    return f"{hidden} {{display: none}}{_after(place, said)}"


def _after(place: str, said: str) -> str:
    return f'{place}::after {{content: "{said}"; font-size: var(--type-small)}}'


def _put(rules: str) -> None:
    st.html(f"<style>{rules}</style>")

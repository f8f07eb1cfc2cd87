"""What Streamlit says in English and no argument changes → the same in the language of the page, by style sheets."""

from __future__ import annotations

import streamlit as st

from views._words import WORDS


def say_in(lang: str) -> None:
    """The words of the fields for files, of the button that stops a run, and below a download button whose file was not made."""
    field = "[data-testid=stFileUploaderDropzone]"
    button, limit = (
        f"{field} button [data-testid=stMarkdownContainer]",
        f"{field} [data-testid=stFileUploaderDropzoneInstructions] > div",
    )
    stop, error = "[data-testid=stStatusWidget] button", "[data-testid=stDownloadButtonError]"
    rules = (
        _instead(f"{button} > *", button, WORDS.say("upload_button", lang)),
        _instead(f"{limit} > *", limit, WORDS.say("upload_limit", lang, limit=int(st.get_option("server.maxUploadSize")))),
        # The button's word stands in it bare, where no rule can hide it.
        f"{stop} {{font-size: 0}}{_after(stop, WORDS.say('stop', lang))}",
        _instead(f"{error} *", error, WORDS.say("download_failed", lang)),
    )
    st.html(f"<style>{''.join(rules)}</style>")


def _instead(hidden: str, place: str, said: str) -> str:
    return f"{hidden} {{display: none}}{_after(place, said)}"


def _after(place: str, said: str) -> str:
    return f'{place}::after {{content: "{said}"; font-size: var(--type-small)}}'

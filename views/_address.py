"""The address of the page ↔ the state of the choosers: reload it or send it, and the same view returns.

A field is one key of st.session_state and of the address. The address holds ids and never labels, so that it means the
same in both languages, and leaves out what stands at its default. On arrival (first load, a link followed, the browser's
back button) the address is the whole truth; after that the choosers are, and `leave` writes them back. A value that does
not exist is put on the list that `unknown` gives, for the page to tell, and is otherwise ignored.

Streamlit's own bind="query-params" is not used: it writes labels, which change with the language, and drops what it does
not know without a word. A chooser's widget has a key of its own (`seeded`), since Streamlit forgets the value of a widget
on every page that does not show it, and mixes up labels when a widget's language changes under one key.
"""

from __future__ import annotations

from collections.abc import Collection, Container, MutableMapping, Sequence
from typing import Any, TypeVar

import streamlit as st

T = TypeVar("T")

ONE = (
    "lang",
    "seeds",
    "demo",
    "theme",
    "drawn",
    "doc",
    "at",
    "readings",
    "refusals",
    "topic",
    "q",
    "focus",
    "of_year",
    "peers",
    "way",
    "together",
    "hide_blank",
    "borrow",
    "chart",
    "part",
    "pivot",
    "n",
)
MANY = ("indicator", "level", "year", "place", "set", "slide")
FIELDS = ONE + MANY

_LEFT = "_address_left"  # the address as last written: anything else that comes in was changed from outside
_SEEN = "_address_seen"  # every field at the end of the last run
_DEFAULTS = "_address_defaults"
_ASKED = "_address_asked"  # the fields that came with the address and were not settled yet
_UNKNOWN = "_address_unknown"


def _state() -> MutableMapping[Any, Any]:
    return st.session_state


def _incoming() -> dict[str, list[str]]:
    return {key: st.query_params.get_all(key) for key in st.query_params}


def arrive() -> None:
    """Take over the address if it was changed from outside. First thing in a run, before any chooser is shown."""
    state = _state()
    state.setdefault(_DEFAULTS, {})
    state.setdefault(_ASKED, set())
    state.setdefault(_UNKNOWN, [])
    incoming = _incoming()
    # A click that overtakes the browser's own update of the address brings the address of before along: the click counts.
    touched = _LEFT in state and any(state.get(key) != state[_SEEN].get(key) for key in FIELDS)
    if incoming == state.get(_LEFT) and not touched:
        # A run that nobody chose anything for, such as the one that the window asks for: what was told still stands.
        return
    state[_UNKNOWN] = []
    if incoming == state.get(_LEFT) or touched:
        return
    state[_ASKED] = set(incoming)
    for key in FIELDS:
        state.pop(key, None)
        if key in incoming:
            state[key] = [value for value in incoming[key] if value] if key in MANY else incoming[key][-1]


def leave() -> None:
    """Write all fields to the address. Last thing in a run."""
    state = _state()
    address = current()
    if address != _incoming():
        st.query_params.from_dict(address)
    state[_LEFT] = address
    state[_SEEN] = {key: state[key] for key in FIELDS if key in state}


def current(**changes: str) -> dict[str, list[str]]:
    """The address as it would be written now, with some fields changed: what a link to another page carries along."""
    state = _state()
    address: dict[str, list[str]] = {}
    for key in FIELDS:
        if key in changes:
            address[key] = [changes[key]]
        elif state.get(key) is not None and state[key] != state[_DEFAULTS].get(key):
            value = state[key]
            address[key] = ([_written(part) for part in value] or [""]) if key in MANY else [_written(value)]
    return address


def whole() -> dict[str, tuple[str, ...]]:
    """The address with every field that stands at something, defaults too: what a picture keeps, since a default changes with
    the files."""
    state = _state()
    fields = {key: state[key] for key in FIELDS if state.get(key) is not None}
    return {key: tuple(map(_written, value)) or ("",) if key in MANY else (_written(value),) for key, value in fields.items()}


def unknown() -> list[tuple[str, str]]:
    """What the address asked for in this run and does not exist: pairs of a field and a value as written there."""
    return list(_state()[_UNKNOWN])


def settle_one(key: str, options: Sequence[T], default: T) -> T:
    """The option at which a field stands; an unknown one is told, and the default taken."""
    state = _state()
    _let_go_of_default(key, default)
    found = _found(key, [state[key]], options) if state.get(key) is not None else []
    state[key] = found[0] if found else default
    return found[0] if found else default


def settle_known(key: str, known: Container[str]) -> str | None:
    """The one of very many things that a field names, None where it names none; an unknown one is told."""
    state = _state()
    _let_go_of_default(key, None)
    text = None if state.get(key) is None else _written(state[key])
    found = text if text is not None and text in known else None
    if text is not None and found is None and key in state[_ASKED]:
        state[_UNKNOWN].append((key, text))
    state[_ASKED].discard(key)
    state[key] = found
    return found


def settle_many(key: str, options: Sequence[T], default: Sequence[T]) -> list[T]:
    """The options at which a field stands, in the order chosen; unknown ones are told and left out.

    An empty choice made on purpose stays empty; the default stands in only where nothing was chosen or nothing is known.
    """
    state = _state()
    _let_go_of_default(key, list(default))
    chosen = state.get(key)
    found = _found(key, chosen or [], options)
    state[key] = found if found or (chosen is not None and not chosen) else list(default)
    return list(state[key])


def settle_text(key: str) -> str:
    """The text in a free field, "" when nothing was typed."""
    state = _state()
    state[_DEFAULTS][key] = ""
    state[key] = str(state.get(key) or "")
    return str(state[key])


def settle_free(key: str) -> list[object]:
    """The values of a field that may hold anything, once each."""
    state = _state()
    state[_DEFAULTS][key] = []
    state[key] = list(dict.fromkeys(state.get(key) or ()))
    return list(state[key])


def settle_flag(key: str, default: bool) -> bool:
    """Whether a switch is on; the address writes 1 and 0."""
    return settle_one(key, (False, True), default)


def seeded(key: str, variant: str) -> str:
    """The key for the widget of a field, its value set to the field's. `variant` is whatever its labels depend on.

    The widget is given the field's value as its default too: where two runs follow quickly the browser can miss the one that
    set the value, and would then start the widget at nothing and send that with the reader's next click.
    """
    state = _state()
    widget = f"{key}.{variant}"
    if widget not in state or state[widget] != state[key]:
        state[widget] = state[key]
    return widget


def moved(key: str, variant: str) -> None:
    """The on_change callback of a field's widget: the field takes the widget's value.

    Not before a run has ended: a widget that then comes in empty was not filled yet when the browser asked for the next run.
    """
    state = _state()
    if _LEFT not in state:
        return
    if state[f"{key}.{variant}"] is not None:
        state[key] = state[f"{key}.{variant}"]


def value(key: str) -> Any:
    """A field as it stands, not settled; None when it was never set."""
    return _state().get(key)


def put(**fields: object) -> None:
    """Set fields without a widget: from a callback, or for a button that changes the view."""
    _state().update(fields)


def _let_go_of_default(key: str, default: object) -> None:
    """Note the default of a field; where it stood at another page's default, the address names nothing, so nothing is chosen."""
    state = _state()
    defaults = state[_DEFAULTS]
    if key in defaults and defaults[key] != default and state.get(key) == defaults[key]:
        state.pop(key, None)
    defaults[key] = default


def _found(key: str, values: Collection[object], options: Sequence[T]) -> list[T]:
    """The options among the values. Others are told if the address asked for them; if an option went away, that was seen."""
    state = _state()
    found: list[T] = []
    # Of thousands of places none is looked at where none is named.
    by_text = {_written(option): option for option in options} if values else {}
    for value in values:
        text = _written(value)
        if text in by_text and by_text[text] not in found:
            found.append(by_text[text])
        elif text not in by_text and key in state[_ASKED]:
            state[_UNKNOWN].append((key, text))
    state[_ASKED].discard(key)
    return found


def _written(value: object) -> str:
    return str(int(value)) if isinstance(value, bool) else str(value)

"""A button that puts a table, or a sentence, on the clipboard of whoever looks at the page, and says that it did.

The script runs in the page itself, asks nothing of a network, and works on plain http too: where the browser keeps its clipboard
for secure addresses, the older way of copying is taken.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence

import streamlit as st

from exports.clipboard import to_clipboard
from panel.tabular import Tabular
from views._desk import Desk

_HTML = '<button type="button"></button><span role="status"></span>'
_CSS = """
:host {display: inline-block}
button {font: inherit; color: var(--st-text-color); background: transparent; cursor: pointer; min-height: 2rem;
  padding: .25rem .75rem; border: 1px solid var(--st-border-color); border-radius: var(--st-base-radius, .5rem)}
button:hover {border-color: var(--st-primary-color)}
button:focus-visible {outline: 2px solid var(--st-link-color); outline-offset: 2px}
span {margin-left: .75rem}
"""
_JS = """
const byEvent = (html, plain) => {
  // Without something selected some browsers copy nothing; what is copied is set by the event, not by the selection.
  const held = document.createElement('span');
  held.textContent = '-';
  held.style.cssText = 'position: fixed; opacity: 0';
  document.body.append(held);
  const range = document.createRange(), selection = document.getSelection();
  range.selectNodeContents(held);
  selection.removeAllRanges();
  selection.addRange(range);
  const put = (event) => {
    event.clipboardData.setData('text/plain', plain);
    if (html) event.clipboardData.setData('text/html', html);
    event.preventDefault();
  };
  document.addEventListener('copy', put, { once: true, capture: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', put, { capture: true });
  selection.removeAllRanges();
  held.remove();
  return done;
};
const copied = async (html, plain) => {
  if (window.isSecureContext && navigator.clipboard && window.ClipboardItem) {
    const parts = { 'text/plain': new Blob([plain], { type: 'text/plain' }) };
    if (html) parts['text/html'] = new Blob([html], { type: 'text/html' });
    // Refused where the page is framed or the permission is denied: then the older way.
    try { await navigator.clipboard.write([new ClipboardItem(parts)]); return true; } catch (refused) { console.info(refused); }
  }
  return byEvent(html, plain);
};
const unpacked = async (data) => {
  const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream('deflate'));
  return JSON.parse(await new Response(stream).text());
};
const shown = (told, button, status) => {
  button.textContent = told.label;
  status.textContent = '';
  button.onclick = async () => {
    status.textContent = '';
    status.textContent = (await copied(told.html, told.plain)) ? told.done : told.failed;
    button.focus();
  };
};
export default function ({ data, parentElement }) {
  const button = parentElement.querySelector('button'), status = parentElement.querySelector('span');
  // Unpacked at once, not at the click: a browser lets a page copy only just after one. Until then there is nothing to copy,
  // least of all the table that stood here before; and of two that are being unpacked the later one counts.
  button.onclick = null;
  button.packed = data;
  unpacked(data).then((told) => { if (button.packed === data) shown(told, button, status); });
}
"""
_button = st.components.v2.component("copy", html=_HTML, css=_CSS, js=_JS)


def show_copy_table(desk: Desk, title: str, table: Tabular, notes: Sequence[str], source: Sequence[str], *, key: str) -> None:
    """A button that copies the table with its title, notes and source; one of more rows than fit says how many it copies."""
    show_packed(desk, pack_table(desk, title, table, notes, source), key=key)


def show_copy_text(desk: Desk, label: str, text: str, *, key: str) -> None:
    """A button that copies a text as it is."""
    show_packed(desk, _pack(desk, {"label": label, "done": desk.say("copy.done"), "html": "", "plain": text}), key=key)


def pack_table(desk: Desk, title: str, table: Tabular, notes: Sequence[str], source: Sequence[str]) -> bytes:
    """What such a button is given (`show_packed`), for those that keep it: it is the same until the table is another."""
    copy = to_clipboard(title, table, notes, source)
    label = desk.say("copy.table") if copy.rows == copy.of else desk.say("copy.part", n=copy.rows, of=copy.of)
    return _pack(desk, {"label": label, "done": desk.say("copy.done_table", n=copy.rows), "html": copy.html, "plain": copy.plain})


def show_packed(desk: Desk, packed: bytes, *, key: str) -> None:
    """The button for what was packed."""
    _button(key=f"copy.{key}.{desk.variant}", data=packed)


def _pack(desk: Desk, told: dict[str, str]) -> bytes:
    """What the button says and copies, in few bytes: the cells of a table say the same words again and again."""
    return zlib.compress(json.dumps({**told, "failed": desk.say("copy.failed")}, ensure_ascii=False).encode("utf-8"), level=1)

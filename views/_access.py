"""What a page needs to be read aloud and used without a mouse in its own language: its tag, and Streamlit's own words in it."""

from __future__ import annotations

from functools import cache

import streamlit as st

from views._words_streamlit import PLACES, SPOKEN, STREAMLIT_SAYS

# Streamlit's own page says lang="en", by which screen readers choose a voice and browsers the forms of Chinese characters.
LANGUAGE_TAGS = {"zh": "zh-CN", "en": "en"}

# Text and attributes are given another value and nothing is taken out, so that what drew them finds them where they were. What
# Streamlit said is kept: a word of ours is not taken for one of Streamlit's, and another language begins from the same.
_JS = r"""
const ATTRIBUTES = ['aria-label', 'title', 'placeholder', 'aria-roledescription', 'data-title'];
const FIELD = /\{(\w+)\}/;
const page = window.streamlitWords ||= { kept: new WeakMap(), tag: '', stop: () => {} };
const escaped = (words) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const longest = (parts) => parts.filter((_, i) => i % 2 === 0).reduce((one, other) => (other.length > one.length ? other : one));

// Element and what Streamlit says in it → what is to be said.
function reader(places) {
  const exact = new Map(), open = [];
  for (const [place, told] of places) for (const [said, ours] of told) {
    const parts = said.split(FIELD);
    if (parts.length === 1) exact.set(said, [...(exact.get(said) || []), [place, ours]]);
    else {
      const whole = parts.map((one, i) => i % 2 ? `(?<${one}>.+)` : escaped(one)).join('');
      open.push([longest(parts), RegExp(`^${whole}$`, 's'), place, ours]);
    }
  }
  return (element, said) => {
    if (!/[A-Za-z]/.test(said)) return said;
    for (const [place, ours] of exact.get(said) || []) if (element.matches(place)) return ours;
    for (const [part, whole, place, ours] of open) {
      const found = said.includes(part) && element.matches(place) && whole.exec(said);
      if (found) return ours.split(FIELD).map((one, i) => i % 2 ? found.groups[one] : one).join('');
    }
    return said;
  };
}

function keep(translated) {
  const say = (node, name) => {
    const element = name ? node : node.parentElement;
    const now = name ? node.getAttribute(name) : node.nodeValue;
    if (!element || !now) return;
    const last = page.kept.get(node)?.[name];
    const said = last && last.ours === now ? last.said : now;
    const ours = translated(element, said);
    if (ours !== said) page.kept.set(node, { ...page.kept.get(node), [name]: { said, ours } });
    if (ours === now) return;
    if (name) node.setAttribute(name, ours); else node.nodeValue = ours;
  };
  const sayAll = (root, seen) => {
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = root; node; node = walk.nextNode()) {
      if (seen.has(node)) continue;
      seen.add(node);
      if (node.nodeType === Node.TEXT_NODE) say(node, '');
      else for (const name of ATTRIBUTES) if (node.hasAttribute?.(name)) say(node, name);
    }
  };
  const watch = new MutationObserver((changes) => {
    // What is put in piece by piece is told piece by piece: each is looked at once. Figures are ours, and made of thousands.
    const seen = new Set();
    for (const { type, target, attributeName, addedNodes } of changes) {
      if (type !== 'childList') say(target, attributeName || '');
      else if (!target.closest?.('.main-svg')) addedNodes.forEach((node) => seen.has(node) || sayAll(node, seen));
    }
  });
  watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributeFilter: ATTRIBUTES });
  sayAll(document.body, new Set());
  return () => watch.disconnect();
}

export default function ({ data }) {
  // It is told at every run, and a page keeps its language in most of them.
  if (page.tag === data.tag) return;
  page.tag = document.documentElement.lang = data.tag;
  page.stop();
  page.stop = keep(reader(data.places));
}
"""
_access = st.components.v2.component("access", js=_JS)


def ease_access(lang: str) -> None:
    """Tell the browser the language of the page, and have Streamlit's own words said in it."""
    with st.container(key="access"):
        _access(key="access_watch", data={"tag": LANGUAGE_TAGS[lang], "places": replaced(lang)})


@cache
def replaced(lang: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """For each selector what Streamlit says there and what is said instead: only what differs. {fields} are taken over."""
    told: dict[str, list[tuple[str, str]]] = {}
    keys = SPOKEN.keys()
    for key in keys:
        said, ours = streamlit_says(key), _sentence(key, lang)
        if said != ours:
            told.setdefault(PLACES[key.partition(".")[0]], []).append((said, ours))
    return list(told.items())


def streamlit_says(key: str) -> str:
    """Streamlit's own sentence for a key of SPOKEN, with its {fields}."""
    return STREAMLIT_SAYS.get(key) or _sentence(key, "en")


def _sentence(key: str, lang: str) -> str:
    return "".join(words + (f"{{{name}}}" if name else "") for words, name in SPOKEN.pieces(key, lang))

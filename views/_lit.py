"""A report's text and what was found in it → HTML with the findings lit, safe whatever the text holds.

Every character of a report, and every word made from one, passes through html.escape here; nothing else of it reaches a
page as markup. Findings may overlap: the text is cut where any begins or ends, and each piece says all that covers it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

# The two kinds of findings differ by line and pattern as well as by colour, and hold in light and dark alike.
STYLE = """<style>
.lit {white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.9; font-size: var(--type-body); max-width: 46em}
.lit-page {height: max(20rem, calc(100vh - 21.5rem)); overflow-y: auto; padding: .75rem 1rem;
  border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: .5rem}
.lit .reading, .key .reading {background: color-mix(in srgb, var(--lit-reading) 15%, transparent);
  border-bottom: 2px solid var(--lit-reading)}
.lit .refusal, .key .refusal {border-bottom: 2px dotted var(--lit-refusal);
  background: repeating-linear-gradient(135deg, color-mix(in srgb, currentColor 20%, transparent) 0 2px, transparent 2px 7px)}
.lit .figure {font-weight: 700}
.lit mark, .key mark {color: inherit; background: color-mix(in srgb, var(--lit-chosen) 30%, transparent);
  outline: 2px solid var(--lit-chosen); border-radius: 2px; scroll-margin: 6rem}
.key {font-size: var(--type-small); display: flex; flex-wrap: wrap; gap: .25rem 1rem}
.path {font-size: var(--type-note); opacity: .8; margin-bottom: .25rem}
.cut {opacity: .6}
</style>"""
# The frame is scrolled first and the page no further than needed, so that the page's head stays in sight; a moment later,
# since what stands above the frame is still growing when the script comes in.
_SCROLL = """setTimeout(() => {
  const chosen = document.getElementById('chosen'), frame = chosen && chosen.closest('.lit-page');
  if (!frame) return;
  const above = chosen.getBoundingClientRect().top - frame.getBoundingClientRect().top;
  frame.scrollTop += above - (frame.clientHeight - chosen.offsetHeight) / 2;
  chosen.scrollIntoView({block: 'nearest'});
}, 150);"""
READING, REFUSAL = "reading", "refusal"
CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class Finding:
    """Characters `start` to `end` (exclusive) of a text: a READING or a REFUSAL; `label` is shown on hover.

    `figures` are the characters of the figure itself, or of the counts that it is worked out from; perhaps none.
    """

    start: int
    end: int
    kind: str
    label: str
    figures: tuple[tuple[int, int], ...] = ()


def whole_html(text: str, findings: Sequence[Finding], chosen: tuple[int, int] | None = None) -> str:
    """The whole text in a frame that scrolls, the chosen passage as the one element with id="chosen"."""
    return f'{STYLE}<div class="lit lit-page" tabindex="0">{_pieces(text, (0, len(text)), findings, chosen)}</div>'


def sentence_html(text: str, findings: Sequence[Finding]) -> str:
    """A short text with its findings lit."""
    return f'{STYLE}<div class="lit">{_pieces(text, (0, len(text)), findings, None)}</div>'


def passage_html(
    text: str, findings: Sequence[Finding], chosen: tuple[int, int], *, around: int = 120, section: Sequence[str] = ()
) -> str:
    """The chosen passage with up to `around` characters of its own paragraph on either side, under the headings above it."""
    start, end = chosen
    first = max(text.rfind("\n", 0, start) + 1, start - around)
    stop = text.find("\n", end)
    last = min(len(text) if stop < 0 else stop, end + around)
    before = '<span class="cut">…</span>' if first > 0 and text[first - 1] != "\n" else ""
    after = '<span class="cut">…</span>' if last < len(text) and text[last] != "\n" else ""
    path = f'<div class="path">{escape(" › ".join(section))}</div>' if section else ""
    return f'{STYLE}{path}<div class="lit">{before}{_pieces(text, (first, last), findings, chosen)}{after}</div>'


def key_html(labels: Iterable[tuple[str, str]]) -> str:
    """A key of the styles: pairs of a kind (READING, REFUSAL, CHOSEN) and its word."""
    items = [
        f"<mark>{escape(word)}</mark>" if kind == CHOSEN else f'<span class="{escape(kind)}">{escape(word)}</span>'
        for kind, word in labels
    ]
    return f'{STYLE}<div class="key">{"".join(items)}</div>'


def scroll_script(nonce: str) -> str:
    """A script that brings the chosen passage into view; another `nonce` makes it run again. Holds no text of a report."""
    return _script(_SCROLL, nonce)


def scroll_to_script(selector: str, nonce: str) -> str:
    """A script that brings an element into view, no further than needed; `selector` is ours, `nonce` may be anything."""
    return _script(f"document.querySelector('{selector}').scrollIntoView({{block: 'nearest', behavior: 'smooth'}});", nonce)


def _script(code: str, nonce: str) -> str:
    # Only numbers are made of the nonce: a file's name may be in it.
    return f"<script>/* {'-'.join(str(ord(char)) for char in nonce)} */ {code}</script>"


def _pieces(text: str, window: tuple[int, int], findings: Sequence[Finding], chosen: tuple[int, int] | None) -> str:
    first, last = window
    held = [finding for finding in findings if finding.start < last and finding.end > first]
    cuts = {first, last}
    for finding in held:
        cuts |= {finding.start, finding.end, *(end for figure in finding.figures for end in figure)}
    cuts |= set(chosen or ())
    edges = sorted(cut for cut in cuts if first <= cut <= last)
    parts = []
    for start, end in pairwise(edges):
        if chosen is not None and start == max(chosen[0], first):
            parts.append(f'<mark id="{CHOSEN}">')
        parts.append(_piece(text[start:end], start, held))
        if chosen is not None and end == min(chosen[1], last):
            parts.append("</mark>")
    return "".join(parts)


def _piece(words: str, start: int, held: Sequence[Finding]) -> str:
    """One stretch of text over which the same findings lie."""
    over = [finding for finding in held if finding.start <= start < finding.end]
    if not over:
        return escape(words)
    kinds = [kind for kind in (READING, REFUSAL) if any(finding.kind == kind for finding in over)]
    if any(first <= start < last for finding in over for first, last in finding.figures):
        kinds.append("figure")
    labels = "\n".join(dict.fromkeys(finding.label for finding in over))
    return f'<span class="{" ".join(kinds)}" title="{escape(labels, quote=True)}">{escape(words)}</span>'

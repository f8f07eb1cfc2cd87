"""views/_lit.py: the HTML of a report's text, above all that no text of a report becomes markup."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from views._lit import CHOSEN, READING, REFUSAL, Finding, key_html, passage_html, scroll_script, whole_html

HOSTILE = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "</div></mark></span><iframe src=//example.org></iframe>",
    "&lt;b&gt; &amp; &#60;i&#62;",
    "'\" onmouseover='alert(1)",
    "</style><style>*{display:none}</style>",
    "<!-- <![CDATA[ ]]> -->",
    "办结率<达>98%&满意",
]


class _Seen(HTMLParser):
    """What a browser makes of HTML: the tags, the attributes, the text outside the style sheet."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.chosen = ""
        self._inside: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._inside.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self._inside:
            self.text += data
            self.chosen += data if "mark" in self._inside else ""


def _own(tags: list[tuple[str, dict[str, str | None]]]) -> bool:
    return all(
        tag in ("style", "div", "span", "mark") and set(attrs) <= {"class", "title", "id", "tabindex"} for tag, attrs in tags
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    finding = Finding(0, len(text), READING, text, figures=((1, 3),))
    for html in (
        whole_html(text, [finding], (0, len(text))),
        passage_html(text, [finding], (0, len(text)), section=(text,)),
        key_html([(READING, text), (CHOSEN, text)]),
    ):
        seen = _Seen(html)
        assert _own(seen.tags)
        assert text in seen.text


def test_whole_text_is_kept_and_the_chosen_words_are_one_element() -> None:
    text = "一、调解\n成功率98%,满意率97%。\n二、其他"
    findings = [Finding(5, 11, READING, "甲"), Finding(9, 18, READING, "乙"), Finding(12, 18, REFUSAL, "丙")]
    seen = _Seen(whole_html(text, findings, (5, 18)))
    assert seen.text == text
    assert seen.chosen == text[5:18]
    assert [attrs for tag, attrs in seen.tags if tag == "mark"] == [{"id": "chosen"}]


@pytest.mark.parametrize(
    ("findings", "classes", "titles"),
    [
        pytest.param([Finding(0, 2, READING, "甲")], ["reading"], ["甲"], id="reading"),
        pytest.param([Finding(0, 2, REFUSAL, "乙")], ["refusal"], ["乙"], id="refusal"),
        pytest.param(
            [Finding(0, 2, READING, "甲"), Finding(0, 2, REFUSAL, "乙")], ["reading refusal"], ["甲\n乙"], id="both at once"
        ),
        pytest.param([Finding(0, 2, READING, "甲"), Finding(0, 2, READING, "甲")], ["reading"], ["甲"], id="twice the same"),
        pytest.param([Finding(0, 3, READING, "甲", ((1, 2),))], ["reading", "reading figure", "reading"], ["甲"] * 3, id="figure"),
        pytest.param(
            [Finding(0, 2, READING, "甲"), Finding(1, 3, READING, "乙")], ["reading"] * 3, ["甲", "甲\n乙", "乙"], id="overlap"
        ),
        pytest.param([], [], [], id="nothing found"),
    ],
)
def test_findings_by_class_and_label(findings: list[Finding], classes: list[str], titles: list[str]) -> None:
    seen = _Seen(whole_html("甲乙丙", findings))
    spans = [attrs for tag, attrs in seen.tags if tag == "span"]
    assert [attrs["class"] for attrs in spans] == classes
    assert [attrs["title"] for attrs in spans] == titles
    assert "mark" not in [tag for tag, _ in seen.tags]


@pytest.mark.parametrize(
    ("text", "chosen", "shown"),
    [
        pytest.param("甲乙丙丁戊", (2, 3), "…乙丙丁…", id="cut on both sides"),
        pytest.param("甲乙\n丙丁戊\n己", (3, 6), "丙丁戊", id="a whole paragraph has no dots"),
        pytest.param("甲乙\n丙丁戊\n己", (4, 5), "丙丁戊", id="no further than the paragraph"),
        pytest.param("甲乙丙", (0, 3), "甲乙丙", id="the whole text"),
        pytest.param("甲\n乙\n丙", (0, 5), "甲\n乙\n丙", id="a passage of several paragraphs"),
    ],
)
def test_passage_keeps_to_its_paragraph(text: str, chosen: tuple[int, int], shown: str) -> None:
    seen = _Seen(passage_html(text, [], chosen, around=1))
    assert seen.text == shown
    assert seen.chosen == text[slice(*chosen)]


def test_section_stands_above_the_passage() -> None:
    assert _Seen(passage_html("甲", [], (0, 1), section=("一、工作", "(二)<调解>"))).text == "一、工作 › (二)<调解>甲"


def test_scroll_script_holds_no_text_of_a_report() -> None:
    script = scroll_script("*/</script><img>报告.txt 1-2")
    assert script.count("</script>") == 1
    assert script.endswith("</script>")
    assert script.count("*/") == 1
    assert "img" not in script
    assert "报告" not in script
    assert scroll_script("a") != scroll_script("b")


@given(
    st.text(alphabet=st.sampled_from("ab<>&\"'\n甲９"), max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.sampled_from((READING, REFUSAL))), max_size=5),
    st.tuples(st.integers(0, 30), st.integers(0, 30)),
)
def test_any_findings_leave_the_text_as_it_is(text: str, spans: list[tuple[int, int, str]], span: tuple[int, int]) -> None:
    inside = [(min(a, b), min(max(a, b), len(text)), kind) for a, b, kind in spans]
    findings = [Finding(a, b, kind, text) for a, b, kind in inside if a < b]
    start, end = min(span), min(max(span), len(text))
    seen = _Seen(whole_html(text, findings, (start, end) if start < end else None))
    assert seen.text == text
    assert seen.chosen == text[start:end]
    assert _own(seen.tags)

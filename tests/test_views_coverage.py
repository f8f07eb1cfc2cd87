"""The page of coverage: a part of a bar of the ceiling view leads to the places that it counts."""

from __future__ import annotations

from pages import address_of, opened, with_files, words_of

from views._words import WORDS

FILES = [
    (f"{name}.txt", f"{name}2022年法治政府建设年度报告\n\n{told}\n".encode())
    for name, told in (
        ("新昌县", "调解成功率100%。"),
        ("嵊州市", "调解成功率98.5%。"),
        ("诸暨市", "调解成功率达95%以上。"),
        ("柯桥区", "开展普法活动30场。"),
    )
]


def places(part: str) -> list[tuple[str, str]]:
    at = with_files(opened("coverage", seeds="0", part=part), *FILES)
    shown = next((frame.value for frame in at.dataframe if "quote" in frame.value and "earlier_quote" not in frame.value), None)
    return [] if shown is None else [(row.place, row.quote) for row in shown.itertuples()]


def test_a_part_lists_its_places_with_their_words() -> None:
    assert places("mediation_success_rate.top") == [("新昌县", "调解成功率100%")]
    assert places("mediation_success_rate.open") == [("诸暨市", "调解成功率达95%以上")]
    assert [place for place, _ in places("mediation_success_rate.term absent")] == ["柯桥区"]


def test_a_bare_address_lists_nobody() -> None:
    assert places("") == []


def test_an_unknown_part_is_named() -> None:
    at = with_files(opened("coverage", seeds="0", part="mediation_success_rate.nowhere"), *FILES)
    assert WORDS.say("unknown_value", "zh", field="所选的一段", value="`mediation_success_rate.nowhere`") in words_of(at)
    assert "part" not in address_of(at)

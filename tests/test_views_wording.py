"""The page of wordings: one row a sentence, its figure in a column of its own, and what opens it."""

from __future__ import annotations

from pages import opened, run, words_of

from views._screen import PHONE


def test_the_figures_of_the_five_reports_stand_in_one_column() -> None:
    at = opened("wording", indicator="mediation_cases")
    table = at.dataframe[0].value.set_index("place")
    assert table.loc["中峰镇", "figure"] == "132件"
    assert table.loc["泗门镇", "behind"] == ",调处成功率达99%"
    assert table.loc["清溪镇", "differs"] == "单位写作“宗”"
    assert table.loc["新昌县", "differs"].startswith("约数")
    assert "5 处给出数值" in words_of(at)


def test_a_phone_shows_the_figure_beside_the_place() -> None:
    at = opened("wording", indicator="mediation_cases")
    wide = at.dataframe[0].value
    assert list(wide.columns) == ["place", "year", "differs", "before", "figure", "behind"]
    at.session_state["screen"] = {"seen": {"width": PHONE, "dark": False}}
    narrow = run(at).dataframe[0].value
    assert list(narrow.columns)[:2] == ["place", "figure"]
    assert narrow[list(wide.columns)].equals(wide)


def test_an_indicator_that_nobody_gives_says_so() -> None:
    at = opened("wording", indicator="litigation_loss_rate", lang="en")
    assert not at.dataframe
    assert at.info

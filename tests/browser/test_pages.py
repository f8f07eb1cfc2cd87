"""Every page in a real browser with the demonstration, the five reports, one and none; every chart's click leads to its sentence."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from window import Window, settle

from demo import write_reports
from extract.formats import read_source

PAGES = ("总览", "对比", "一地概览", "趋势", "措辞", "覆盖", "证据", "文件", "指标目录", "方法与局限", "放映")
REPORT = "甲县2022年法治政府建设年度报告\n\n全年调解成功率98.6%。\n"
# Where a mark with a passage stands in the window, and its passage: the first that no other passage's mark lies near.
MARK = """() => {
  const plot = document.querySelector('.js-plotly-plot'), box = plot.getBoundingClientRect(), marks = [];
  for (const trace of plot._fullData) {
    const across = plot._fullLayout[(trace.xaxis || 'x').replace('x', 'xaxis')];
    const up = plot._fullLayout[(trace.yaxis || 'y').replace('y', 'yaxis')];
    if (!trace.customdata || trace.visible !== true || trace.hoverinfo === 'skip') continue;
    const put = (x, y, told) => {
      if (x === null || y === null || !told || !told[0] || told[1] === null) return;
      marks.push({left: box.left + across._offset + across.d2p(x), top: box.top + up._offset + up.d2p(y), told: told.slice(0, 3)});
    };
    if (trace.type === 'heatmap') {
      trace.customdata.forEach((row, j) => row.forEach((told, i) => put(trace.x[i], trace.y[j], told)));
    } else {
      trace.customdata.forEach((told, i) => put(trace.type === 'bar' ? (trace.base ? trace.base[i] : 0) + trace.x[i] / 2 : trace.x[i], trace.y[i], told));
    }
  }
  const near = (one, other) => Math.hypot(one.left - other.left, one.top - other.top) < 14;
  const alone = (one) => !marks.some((other) => near(one, other) && String(other.told) !== String(one.told));
  return marks.find((one) => alone(one) && one.top > 40 && one.top < innerHeight - 10) || null;
}"""
# Whether the plot is drawn; it is moved to the window's top on the way.
DRAWN = """() => {
  const plot = document.querySelector('.js-plotly-plot');
  if (!plot || !plot._fullData || !plot._fullData.length || !plot.querySelector('.main-svg')) return false;
  plot.scrollIntoView({block: 'start', behavior: 'instant'});
  return true;
}"""
# A page's path, what its address asks for, and how its evidence is shown.
CHARTS = {
    "ranking": "/?",
    "distribution": "/?chart=distribution",
    "funnel": "/?chart=funnel&indicator=court_appearance_rate",
    "heat map": "/?chart=heatmap&indicator=mediation_success_rate&indicator=mediation_cases",
    "trend": "/trend?",
    "dumbbell": "/trend?way=ends",
    "slope": "/trend?way=slope",
    "small multiples": "/trend?way=multiples&level=prefecture",
    "spine": "/profile?",
    "coverage": "/coverage?indicator=mediation_success_rate&indicator=mediation_cases",
}


@pytest.mark.parametrize("state", ["demo=1", "", "one", "seeds=0"], ids=["demonstration", "five", "one", "none"])
def test_every_page_is_whole(page: Page, app: str, window: Window, state: str) -> None:
    if state == "one":
        # In a tab of its own: what was added stays with it.
        page.goto(f"{app}/?seeds=0")
        settle(page)
        page.locator("input[type=file]").set_input_files({"name": "甲县.txt", "mimeType": "text/plain", "buffer": REPORT.encode()})
        page.get_by_role("button", name=re.compile("加入")).first.click()
        settle(page)
    else:
        page = window.visit(f"/?{state}")
    for name in PAGES:
        page.get_by_role("link", name=name, exact=True).click()
        expect(page.get_by_role("heading", level=1, name=name, exact=True)).to_be_visible()
        settle(page)
        assert page.locator("[data-testid=stException]").count() == 0
        assert (page.get_by_text("演示数据：").count() > 0) is (state == "demo=1")
        told = page.locator("[data-testid=stMain]").inner_text()
        assert len(told) > 60
        assert "undefined" not in told
        assert "nan" not in told


@pytest.mark.parametrize("chart", CHARTS)
def test_a_click_on_a_chart_leads_to_its_sentence(window: Window, chart: str) -> None:
    page = window.visit(f"{CHARTS[chart]}&demo=1")
    page.wait_for_function(DRAWN, timeout=60_000)
    page.mouse.move(5, 5)
    settle(page)
    mark = page.evaluate(MARK)
    assert mark is not None
    page.mouse.click(mark["left"], mark["top"])
    expect(page).to_have_url(re.compile(r"[?&]doc=[^&]+&at=\d+-\d+"))
    settle(page)
    doc, start, end = mark["told"]
    found = re.search(r"[?&]at=(\d+)-(\d+)", page.url)
    assert found is not None
    assert (int(found[1]), int(found[2])) == (start, end)
    report = next(one for one in write_reports() if one.name == doc)
    words = read_source(report.name, report.text.encode()).text[start:end]
    expect(page.locator("#chosen").first).to_have_text(words)


def test_a_part_of_a_ceiling_bar_leads_to_its_places_and_sentences(window: Window) -> None:
    page = window.visit("/coverage?demo=1&indicator=mediation_success_rate&level=county&year=2024")
    page.wait_for_function("() => document.querySelectorAll('.js-plotly-plot').length === 2", timeout=60_000)
    bar = page.locator(".js-plotly-plot").nth(1).locator(".barlayer .point path").first
    bar.scroll_into_view_if_needed()
    settle(page)
    box = bar.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    settle(page)
    expect(page).to_have_url(re.compile(r"[?&]part=mediation_success_rate.top"))
    expect(page.get_by_text(re.compile("调解成功率，100%：[1-9][0-9]* 处"))).to_be_visible()


def test_another_page_begins_at_its_top_and_a_click_on_this_one_moves_nothing(window: Window) -> None:
    page = window.visit("/trend?demo=1")
    moved = "() => document.querySelector('[data-testid=stMain]').scrollTop"
    page.mouse.move(700, 500)
    page.mouse.wheel(0, 900)
    page.wait_for_function(f"() => ({moved})() > 600")
    settle(page)
    before = page.evaluate(moved)
    page.locator("[data-testid=stSidebar]").get_by_text("English", exact=True).click()
    settle(page)
    assert abs(page.evaluate(moved) - before) < 100, "the same page stays where it was"
    page.locator("[data-testid=stSidebar]").get_by_role("link", name="Compare", exact=True).click()
    expect(page.get_by_role("heading", level=1, name="Compare", exact=True)).to_be_visible()
    settle(page)
    assert page.evaluate(moved) == 0
    expect(page.get_by_role("heading", level=1, name="Compare", exact=True)).to_be_in_viewport()


def test_the_first_page_is_found_by_its_name_and_the_bar_over_a_chart_speaks_chinese(window: Window) -> None:
    # Not the chart that the bare address shows: left as it is, it would not be drawn again.
    page = window.visit("/compare?chart=distribution&indicator=mediation_cases")
    page.locator(".js-plotly-plot .main-svg").first.wait_for()
    assert page.locator("[data-testid=stDialog]").count() == 0
    titles = page.locator(".modebar-btn").evaluate_all("found => found.map(one => one.dataset.title)")
    assert titles == ["保存为 PNG 图片", "框选放大", "平移", "放大", "缩小", "恢复坐标轴", "全屏"]

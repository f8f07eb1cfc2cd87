"""Every page in Chinese with everything opened: no English word of Streamlit is seen or read aloud, and none of a report is changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, WebSocketRoute, expect
from window import Window, settle

import dashboard

PAGES = [module.PATH for module in dashboard.PAGES]
# Names of formats, programs and keys, and what the page itself says in English: the switch to it, how to start the app.
NAMES = (
    *"English Language Excel PowerPoint Streamlit LibreOffice CSV PNG SVG PDF WebM OCR KB MB GB Ctrl Shift Enter Esc utf".split(),
    "streamlit run yourscript.py",
)
# All that is seen or read aloud and has Latin words; icons are drawn from their names by their font.
FOREIGN = r"""(names) => {
  const found = new Set();
  const look = (kind, words) => {
    const rest = names.reduce((left, name) => left.replaceAll(name, ' '), words.replace(/\w+[.](txt|yaml)/g, ' '));
    // Files have their own names. In what is read aloud of something that has a Chinese name, a word of Streamlit's begins with a capital.
    const named = /[㐀-鿿]/.test(rest);
    if (named ? kind !== 'text' && /\b[A-Z][a-z]{2,}/.test(rest) : /[A-Za-z]{2,}/.test(rest)) found.add(`${kind}: ${words.trim().slice(0, 80)}`);
  };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      if (!node.parentElement.closest('script, style, noscript, template, [translate=no], [data-testid=stFileChipName]')) look('text', node.nodeValue);
    } else for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'data-title']) {
      if (node.hasAttribute(name)) look(name, node.getAttribute(name));
    }
  }
  return [...found];
}"""

ALONE = """(page, words) => words.forEach((word) => {
  const line = document.createElement('p');
  line.title = line.innerText = word;
  page.append(line);
})"""


def foreign(page: Page) -> list[str]:
    found: list[str] = page.evaluate(FOREIGN, NAMES)
    return found


@pytest.mark.parametrize("path", PAGES)
def test_nothing_on_a_page_is_left_in_english(window: Window, path: str) -> None:
    page = window.visit(f"/{path}")
    # The first page of a window is shown before the watch over it has come.
    page.locator("html[lang^=zh]").wait_for(state="attached")
    found = set(foreign(page))
    closed = page.locator("[data-testid=stExpander] details:not([open]) > summary")
    while closed.count():
        closed.first.click()
    settle(page)
    for one in page.get_by_test_id("stPopover").all():
        one.locator("button").first.click()
        page.get_by_test_id("stPopoverBody").wait_for()
        found.update(foreign(page))
        page.keyboard.press("Escape")
    for one in page.locator(":is([data-testid=stTextInput], [data-testid=stTextArea]) :is(input, textarea):visible").all():
        one.focus()
        found.update(foreign(page))
    assert found | set(foreign(page)) == set()


def test_what_a_table_opens_is_chinese(window: Window) -> None:
    page = window.visit("/overview?demo=1")
    found = set(foreign(page))
    for opened in _of_a_table(page):
        opened.wait_for()
        found.update(foreign(page))
    assert found == set()


def _of_a_table(page: Page) -> Iterator[Locator]:
    grid = page.get_by_test_id("stDataFrame").first
    grid.hover()
    bar = page.get_by_test_id("stElementToolbarButton")
    for name in ("显示或隐藏列", "下载为 CSV", "查找", "全屏"):
        bar.get_by_role("button", name=name).first.hover()
        yield page.get_by_role("tooltip").filter(has_text=name)
    bar.get_by_role("button", name="显示或隐藏列").first.click()
    yield page.get_by_test_id("stDataFrameColumnVisibilityMenu").get_by_text("全选")
    page.keyboard.press("Escape")
    bar.get_by_role("button", name="查找").first.click()
    yield page.locator(".gdg-search-bar").first.get_by_text("输入要查找的内容")
    for searched, said in (("没有", "0 处"), ("2", re.compile("^[1-9][0-9]* 处"))):
        page.get_by_test_id("search-input").first.fill(searched)
        yield page.get_by_test_id("search-result-area").get_by_text(said)
    page.keyboard.press("Enter")
    yield page.get_by_test_id("search-result-area").get_by_text(re.compile("^第 1 处，共 [0-9]+ 处$"))
    page.get_by_test_id("search-close-button").first.click()
    box = grid.bounding_box()
    assert box is not None
    # The menu is in the head of the second column, which is drawn and has no element to be clicked.
    page.mouse.move(box["x"] + 96, box["y"] + 18)
    page.mouse.click(box["x"] + 96, box["y"] + 18)
    yield page.get_by_role("menu", name="列的菜单")
    for name, menu in (("格式", "stDataFrameColumnFormattingMenu"), ("统计", "stDataFrameStatisticsMenu")):
        page.get_by_role("menuitem", name=name).hover()
        yield page.get_by_test_id(menu)
    yield page.locator("[data-testid=stDataFrameStatisticsChart] svg")
    page.keyboard.press("Escape")
    grid.hover()
    bar.get_by_role("button", name="全屏").first.click()
    yield bar.get_by_role("button", name="退出全屏")
    page.keyboard.press("Escape")


def test_choosers_and_the_menu_are_chinese(window: Window) -> None:
    page = window.visit("/compare?demo=1")
    found = set(foreign(page))
    for kind in ("stMultiSelect", "stSelectbox"):
        chooser = page.get_by_test_id(kind).first.locator("input")
        chooser.click()
        expect(page.locator("[data-live-announcer]")).to_contain_text(re.compile("[0-9]+ 个选项"))
        found.update(foreign(page))
        chooser.fill("没有这一项")
        page.get_by_role("option").get_by_text("没有匹配项").wait_for()
        found.update(foreign(page))
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
    page.get_by_role("button", name="主菜单").click()
    assert page.get_by_role("menuitemradio").all_inner_texts() == ["contrast\n系统", "light_mode\n浅色", "dark_mode\n深色"]
    assert page.get_by_role("menuitem", name="打印").is_visible()
    found.update(foreign(page))
    page.get_by_role("menuitem", name="录制屏幕").click()
    page.get_by_role("dialog").get_by_text("开始录制").wait_for()
    found.update(foreign(page))
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert found | set(foreign(page)) == set()


def test_words_of_streamlit_follow_the_switch_and_come_back(window: Window) -> None:
    said = {
        "zh": ["跳到正文", "选择文件", "或拖到这里，每个不超过 200MB", "主菜单"],
        "en": ["Skip to main content", "Choose files", "or drop here; 200MB each", "Main menu"],
    }
    for lang in ("zh", "en", "zh"):
        page = window.visit(f"/methods?lang={lang}")
        assert page.evaluate("document.documentElement.lang.slice(0, 2)") == lang
        field = page.get_by_test_id("stFileUploaderDropzone")
        parts = (
            page.get_by_test_id("stSkipToContent"),
            field.locator("button [data-testid=stMarkdownContainer]"),
            page.get_by_test_id("stFileUploaderDropzoneInstructions"),
        )
        told = [*(part.inner_text() for part in parts), page.get_by_test_id("stMainMenuButton").get_attribute("aria-label")]
        assert told == said[lang]


def test_files_and_a_lost_connection_are_spoken_of_in_chinese_and_words_of_a_report_stay(
    page: Page, app: str, tmp_path: Path
) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    lines: list[WebSocketRoute] = []
    page.route_web_socket(re.compile("_stcore/stream"), lambda line: (line.connect_to_server(), lines.append(line))[0])
    page.goto(f"{app}/evidence?seeds=0")
    settle(page)
    large = tmp_path / "大.txt"
    with large.open("wb") as file:
        file.truncate(201 * 2**20)
    words = ["Search", "Fullscreen", "Select all", "Stop"]
    report = "甲县2022年法治政府建设年度报告\n\n" + "\n\n".join(words) + "\n\n全年调解成功率98.6%。\n"
    field = page.locator("input[type=file]")
    field.set_input_files({"name": "Upload.txt", "mimeType": "text/plain", "buffer": report.encode()})
    expect(page.get_by_test_id("stFileChipName")).to_have_text("Upload.txt")
    page.get_by_role("button", name="加入 1 份报告").click()
    expect(page.locator(".lit-page")).to_contain_text("调解成功率")
    settle(page)
    assert [line for line in page.locator(".lit-page").inner_text().split("\n") if line][1:5] == words
    # A word of a report that stands alone, in the page's own text and in what is read aloud, as Streamlit's does.
    page.locator(".lit-page").evaluate(ALONE, words)
    settle(page)
    assert page.locator(".lit-page p").evaluate_all("all => all.map(one => [one.innerText, one.title])") == [
        [word, word] for word in words
    ]
    field.set_input_files(large)
    expect(page.get_by_test_id("stFileChip").get_by_role("alert")).to_have_text("出错：文件不得超过 200.0MB。")
    expect(page.get_by_role("button", name="移除Upload.txt")).to_have_count(1)

    page.route(re.compile("_stcore/health"), lambda route: route.abort())
    lines[-1].close()
    expect(page.get_by_test_id("stConnectionStatus")).to_have_text("正在连接")
    lost = page.get_by_test_id("stDialog")
    expect(lost.get_by_role("heading")).to_have_text("连接出错")
    expect(lost).to_contain_text("请在终端中重新启动：")
    own = {f"{kind}: {word}" for kind in ("text", "title") for word in words}
    assert [one for one in foreign(page) if one not in own] == []
    assert faults == []

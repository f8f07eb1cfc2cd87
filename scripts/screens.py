"""The demonstration in a browser → a picture of every page in both languages, both themes and three widths, with a sheet of them all.

    python scripts/screens.py FOLDER [PAGE …]

They are there to be looked at: index.html shows them side by side, a page a row.
"""

from __future__ import annotations

import argparse
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
WIDTHS = {390: 844, 1280: 720, 1920: 1080}
LANGUAGES, THEMES = ("zh", "en"), ("light", "dark")
SLIDE = "ranking%3Findicator%3Dmediation_success_rate%26level%3Dcounty%26year%3D2024"
# Each view by its name: what its address asks for, in so far as it is not the page's first view.
VIEWS = {
    "overview": "overview?",
    "ranking": "?",
    "distribution": "?chart=distribution",
    "funnel": "?chart=funnel&indicator=court_appearance_rate",
    "heatmap": "?chart=heatmap&indicator=mediation_success_rate&indicator=mediation_cases&indicator=enforcement_legal_review_rate",
    "profile": "profile?",
    "trend": "trend?",
    "dumbbell": "trend?way=ends",
    "slope": "trend?way=slope",
    "multiples": "trend?way=multiples",
    "wording": "wording?",
    "coverage": "coverage?",
    "evidence": "evidence?",
    "files": "files?",
    "catalogue": "catalogue?",
    "methods": "methods?",
    "present": "present?",
    "slide": f"present?slide={SLIDE}&n=1",
    "empty": "?seeds=0&demo=0",
    "unknown": "?indicator=no_such_thing&year=1066",
}


def main() -> None:
    """Make the pictures of all views, or of those named."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("folder", type=Path)
    asked.add_argument("views", nargs="*", metavar="PAGE", help=f"of {', '.join(VIEWS)}")
    told = asked.parse_args()
    unknown = [name for name in told.views if name not in VIEWS]
    if unknown:
        asked.error(f"no such page: {', '.join(unknown)}; there are {', '.join(VIEWS)}")
    names = told.views or list(VIEWS)
    told.folder.mkdir(parents=True, exist_ok=True)
    with running() as app, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("google-chrome"), args=["--no-sandbox"]
        )
        for language in LANGUAGES:
            for theme in THEMES:
                take(browser, app, told.folder, names, language, theme)
        browser.close()
    (told.folder / "index.html").write_text(sheet(names), "utf-8")
    sys.stdout.write(f"{len(names) * len(LANGUAGES) * len(THEMES) * len(WIDTHS)} pictures: {told.folder / 'index.html'}\n")


def take(browser: Browser, app: str, folder: Path, names: list[str], language: str, theme: str) -> None:
    """The pictures of one language and theme, all from one window that is walked from view to view."""
    page = browser.new_page(color_scheme="dark" if theme == "dark" else "light")
    page.set_default_timeout(120_000)
    for name in names:
        address = f"{app}/{VIEWS[name]}{'' if 'demo=' in VIEWS[name] else '&demo=1'}&lang={language}"
        for width, height in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": height})
            if width == min(WIDTHS):
                page.goto(address)
            settle(page)
            # The whole page, not what the window shows of it: its main part is what scrolls.
            tall = page.evaluate(
                "() => { const main = document.querySelector('[data-testid=stMain]'); return main.scrollHeight; }"
            )
            page.set_viewport_size(
                {"width": width, "height": min(max(height, tall), 4_000)} if name != "slide" else page.viewport_size
            )
            page.wait_for_timeout(400)
            page.screenshot(path=folder / file_of(name, language, theme, width))
        sys.stdout.write(f"{name} {language} {theme}\n")
        sys.stdout.flush()
    page.close()


def settle(page: Page) -> None:
    """Wait until the run is over, also the one that a window of another width asks for."""
    for _ in range(3):
        page.wait_for_timeout(500)
        page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()


def file_of(name: str, language: str, theme: str, width: int) -> str:
    return f"{name}_{language}_{theme}_{width}.png"


def sheet(names: list[str]) -> str:
    """A page that shows all pictures, small, each leading to itself in full."""
    rows = []
    for name in names:
        cells = "".join(
            f'<a href="{file}"><img src="{file}" loading="lazy" height="360" alt="{file}"></a> '
            for language in LANGUAGES
            for theme in THEMES
            for width in WIDTHS
            for file in [escape(file_of(name, language, theme, width))]
        )
        rows.append(f"<h2>{escape(name)}</h2><p>{cells}</p>")
    return f'<!doctype html><meta charset="utf-8"><title>Screens</title>{"".join(rows)}'


@contextmanager
def running() -> Iterator[str]:
    """The app with the demonstration, at an address of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", str(port), "--", "demo"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as process:
        try:
            for _ in range(600):
                try:
                    with urllib.request.urlopen(f"http://localhost:{port}/_stcore/health", timeout=2):
                        break
                except OSError:
                    time.sleep(0.1)
            yield f"http://localhost:{port}"
        finally:
            process.terminate()


if __name__ == "__main__":
    main()

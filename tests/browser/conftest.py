"""The running app and a real Chromium for the tests of this folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from serving import served
from window import Window, watch

# Debian's name for it, then those of other systems; where none is there the browser's own start names what is missing.
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "/usr/bin/chromium")
# A busy machine takes its time; what does not come at all costs this once.
expect.set_options(timeout=60_000)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    # Debian's Chromium; as root it runs without its sandbox only.
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": ["--no-sandbox", "--disable-background-networking"]}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "viewport": {"width": 1280, "height": 720}, "accept_downloads": True}


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app, started as `make run` starts it and stopped at the end."""
    with served(tmp_path_factory.mktemp("app") / "streamlit.log") as address:
        yield address


@pytest.fixture(scope="session")
def window(browser: Browser, browser_context_args: dict[str, Any], app: str) -> Iterator[Window]:
    """The window that the tests of one process share."""
    context = browser.new_context(**browser_context_args)
    # The first page proves the whole catalogue, on two cores that other tests keep busy.
    context.set_default_timeout(120_000)
    watch(context)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield Window(context.new_page(), app)
    context.close()


@pytest.fixture
def page(window: Window) -> Iterator[Page]:
    """A tab of its own beside the window: a session of its own, which need not fetch and translate the app's code again."""
    tab = window.page.context.new_page()
    yield tab
    tab.close()

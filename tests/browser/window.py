"""One window on the app for many tests: it is walked from address to address without loading the app anew."""

from __future__ import annotations

from playwright.sync_api import Page

# Follows an address within the app, as the browser's own back button does; the charts of the page before are gone at once, so
# that whoever waits for one does not take an old one for it.
_GO = """(address) => {
  document.querySelectorAll('.js-plotly-plot').forEach((plot) => plot.remove());
  if (document.activeElement) document.activeElement.blur();
  history.pushState({}, '', address);
  dispatchEvent(new PopStateEvent('popstate'));
}"""


class Window:
    """One window on the app for many tests: to load it anew takes longer than to look at it. It stands as a new one would."""

    def __init__(self, page: Page, app: str) -> None:
        self.page, self._app, self._last = page, app, ""

    def visit(self, address: str, size: tuple[int, int] = (1280, 720)) -> Page:
        """Follow an address (a path and what it asks for) in a window of so many pixels and wait until it is shown."""
        self.page.set_viewport_size({"width": size[0], "height": size[1]})
        self.page.emulate_media(color_scheme="light")
        if address == self._last:
            # The same charts would be taken for shown already, and not be drawn again.
            self.page.evaluate(_GO, f"{self._app}/methods")
            settle(self.page)
        self._last = address
        if self.page.url.startswith(self._app):
            self.page.evaluate(_GO, f"{self._app}{address}")
        else:
            self.page.goto(f"{self._app}{address}")
        settle(self.page)
        return self.page


def settle(page: Page) -> None:
    """Wait until the run that the last action started is over."""
    page.wait_for_timeout(300)
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    page.locator("h1, .st-key-sheet").first.wait_for()
    page.wait_for_timeout(300)

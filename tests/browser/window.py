"""One window on the app for many tests: it is walked from address to address without loading the app anew.

What the tests wait for is that the page stands still: no run, and nothing that has changed in it for a while.
"""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Page

# Follows an address within the app, as the browser's own back button does.
_GO = """(address) => {
  if (document.activeElement) document.activeElement.blur();
  history.pushState({}, '', address);
  dispatchEvent(new PopStateEvent('popstate'));
}"""


# Notes when anything in the page last changed, and when a run last began or ended.
_WATCH = """() => {
  window.lastChange = window.lastTurn = performance.now();
  new MutationObserver((changes) => {
    window.lastChange = performance.now();
    if (changes.some((one) => one.attributeName === 'data-test-script-state')) window.lastTurn = window.lastChange;
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
}"""
# A run begins well within this time after what asked for it, and a page of the app never changes by itself.
_QUIET = 300
# The app hears of a window's width when it has been the same for this long.
_RESIZED = 500
# Another address always asks for a run; whether it began or not is seen then.
_BEGUN = "(since) => window.lastTurn > since || performance.now() - since > 5000"
_STILL = """([since, quiet]) => document.querySelector('[data-testid=stApp][data-test-script-state=notRunning]')
  && document.querySelector('h1, .st-key-sheet') && performance.now() - Math.max(since, window.lastChange) > quiet"""


class Window:
    """One window on the app for many tests: to load it anew takes longer than to look at it. It stands as a new one would."""

    def __init__(self, page: Page, app: str) -> None:
        self.page, self._app, self._last = page, app, ""

    def visit(self, address: str, size: tuple[int, int] = (1280, 720)) -> Page:
        """Follow an address (a path and what it asks for) in a window of so many pixels and wait until it is shown."""
        if self.page.viewport_size != {"width": size[0], "height": size[1]}:
            # It asks for a run too: the address is followed when that is over, or the one would stop the other.
            self.page.set_viewport_size({"width": size[0], "height": size[1]})
            if self.page.url.startswith(self._app):
                self.page.wait_for_timeout(_RESIZED)
                settle(self.page)
        self.page.emulate_media(color_scheme="light")
        if address == self._last:
            # What a test before opened on this page is closed again only by leaving it.
            self._go("/methods")
        self._last = address
        if self.page.url.startswith(self._app):
            self._go(address)
        else:
            self.page.goto(f"{self._app}{address}")
            settle(self.page)
        return self.page

    def _go(self, address: str) -> None:
        since = self.page.evaluate("performance.now()")
        self.page.evaluate(_GO, f"{self._app}{address}")
        self.page.wait_for_function(_BEGUN, arg=since, polling=20)
        settle(self.page)


def settle(page: Page) -> None:
    """Wait until the run that the last action started is over, with all that it changes in the page."""
    page.wait_for_function(_STILL, arg=[page.evaluate("performance.now()"), _QUIET], polling=50)


def watch(context: BrowserContext) -> None:
    """Let every page of a context note its changes, for `settle`."""
    context.add_init_script(f"({_WATCH})()")

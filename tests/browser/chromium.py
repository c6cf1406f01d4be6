"""Debian's Chromium, driven by Playwright. Browsers that Playwright would download are never used."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

from tests.postgres import need

MISSING = "Chromium is not installed (Debian: apt-get install chromium)"
# As root Chromium has no sandbox; without the others it looks for updates at every start.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@contextmanager
def launch() -> Iterator[Browser]:
    """A headless browser; skips the test when there is none."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        need("chromium", MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()

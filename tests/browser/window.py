"""What every page of the desk has: fields by their labels, buttons and links by their words."""

import re
from pathlib import Path

from playwright.sync_api import Download, Locator, Page, expect

# A ring around what has the focus, or what a text field or a choice shows by itself.
_SHOWS_FOCUS = """() => {
  const style = getComputedStyle(document.activeElement);
  return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
}"""


class Window:
    """A browser window on a page of the desk. `javascript` is whether scripts run in it."""

    def __init__(self, page: Page, *, javascript: bool = True) -> None:
        self.page = page
        self.javascript = javascript

    @property
    def main(self) -> Locator:
        return self.page.get_by_role("main")

    @property
    def heading(self) -> Locator:
        return self.main.get_by_role("heading", level=1)

    def field(self, label: str, within: Locator | None = None) -> Locator:
        """A field by how its label begins: "Claimant" is not "The claimant is a"."""
        return (within or self.main).get_by_label(re.compile(rf"^\s*{re.escape(label)}"))

    def fill(self, within: Locator | None = None, **values: str) -> None:
        """`title=…` goes into the field called "Title", `published_on=…` into "Published on", of one form
        where a page has several."""
        for name, value in values.items():
            field = self.field(name.replace("_", " ").capitalize(), within)
            if field.evaluate("field => field.tagName") == "SELECT":
                field.select_option(label=value)
            else:
                field.fill(value)

    def press(self, name: str) -> None:
        """A button, or a link that looks like one."""
        button = self.main.get_by_role("button", name=name, exact=True)
        self.main.get_by_role("link", name=name, exact=True).or_(button).first.click()

    def download(self, name: str) -> Download:
        """Press what answers a file."""
        with self.page.expect_download() as waiting:
            self.press(name)
        return waiting.value

    def read_download(self, name: str) -> bytes:
        return Path(self.download(name).path()).read_bytes()

    def tab_to(self, wanted: Locator, most: int = 30) -> None:
        """Press Tab until something has the focus; each stop on the way must show that it has it."""
        for _ in range(most):
            self.page.keyboard.press("Tab")
            assert self.page.evaluate(_SHOWS_FOCUS), self.page.evaluate("document.activeElement.outerHTML")
            if wanted.evaluate("wanted => wanted === document.activeElement"):
                return
        expect(wanted).to_be_focused(timeout=1)

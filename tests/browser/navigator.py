"""The desk as a person uses it: what they do by the words they see, never by how a page is built."""

import re

from playwright.sync_api import ConsoleMessage, Page, Request, expect

from tests.browser.article_page import ArticlePage
from tests.browser.claim_page import ClaimPage
from tests.browser.site import PASSWORD
from tests.browser.window import Window
from workbench.domain.roles import Role

# Chromium reports every answer from 400 on as an error of the page; the tests ask for those themselves.
_EXPECTED = re.compile(r"^Failed to load resource: the server responded with a status of 4\d\d")


class Desk(Window):
    """One person's browser window. `complaints` are console errors, scripts that crashed, refusals of the
    content security policy and requests to anywhere else."""

    def __init__(self, page: Page, url: str, *, javascript: bool = True) -> None:
        super().__init__(page, javascript=javascript)
        self.url = url
        self.complaints: list[str] = []
        page.on("console", self._listen)
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        page.on("request", self._watch)

    def log_in(self, role: Role) -> None:
        self.page.goto("/login")
        self.fill(name=role.value, password=PASSWORD)
        self.press("Log in")
        expect(self.page.get_by_role("button", name="Log out", exact=True)).to_be_visible()

    def log_out(self) -> None:
        self.page.get_by_role("button", name="Log out", exact=True).click()
        expect(self.heading).to_have_text("Log in")

    def go_to(self, name: str) -> None:
        """A list, through the menu."""
        self.page.get_by_role("navigation", name="Main").get_by_role("link", name=name).click()
        expect(self.heading).to_have_text(name)

    def filter(self, **values: str) -> list[str]:
        """Use the filter of a list; the titles that are left."""
        self.fill(**values)
        with self.page.expect_navigation():
            self.press("Filter")
        return self.rows()

    def rows(self) -> list[str]:
        """The titles of a list."""
        return self.main.locator("tbody th a").all_inner_texts()

    def paste_article(self, text: str, **details: str) -> ArticlePage:
        self.page.goto("/articles/new")
        self.fill(text=text, **details)
        return self._add_article()

    def upload_article(self, name: str, data: bytes, **details: str) -> ArticlePage:
        self.page.goto("/articles/new")
        self.field("Or a file").set_input_files({"name": name, "mimeType": "text/plain", "buffer": data})
        self.fill(**details)
        return self._add_article()

    def open_article(self, ref: str) -> ArticlePage:
        self.page.goto(f"/articles/{ref}")
        return self._on_article()

    def open_claim(self, ref: str) -> ClaimPage:
        self.page.goto(f"/claims/{ref}")
        return ClaimPage(self.page, javascript=self.javascript)

    def _add_article(self) -> ArticlePage:
        """Send the form; what the desk has already becomes an article of its own all the same."""
        self.press("Add and split")
        expect(self.heading).not_to_have_text("Add an article")
        if self.heading.inner_text() == "Is this an article you have?":
            self.press("None of these: an article of its own")
        return self._on_article()

    def _on_article(self) -> ArticlePage:
        self.page.wait_for_url(re.compile(r"/articles/A-\d+"))
        return ArticlePage(self.page, javascript=self.javascript)

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not _EXPECTED.match(message.text):
            self.complaints.append(f"{self.page.url}: {message.text}")

    def _watch(self, request: Request) -> None:
        if not request.url.startswith((f"{self.url}/", "data:", "blob:")):
            self.complaints.append(f"{self.page.url} asked {request.url}")

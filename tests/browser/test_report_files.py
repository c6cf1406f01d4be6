"""A report as one HTML file: it asks for nothing, and everybody can read it, in the dark and by keys, too."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.looks import find_overflow, find_violations
from tests.exports.changed_reports import REPORTS
from workbench.exports.html import render

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("kind", sorted(REPORTS))
def test_it_asks_for_nothing_and_everybody_can_read_it(browser: Browser, tmp_path: Path, kind: str) -> None:
    file = tmp_path / "report.html"
    file.write_bytes(render(REPORTS[kind]()))
    with browser.new_context() as window:
        page = window.new_page()
        complaints, asked = list[str](), list[str]()

        def refuse(route: Route) -> None:
            asked.append(route.request.url)
            if route.request.url == file.as_uri():
                route.continue_()
            else:
                route.abort()

        page.on("console", lambda told: complaints.append(told.text))
        page.route("**/*", refuse)
        page.goto(file.as_uri())
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
        page.emulate_media(media="print")
        page.emulate_media(media="screen")
        assert (asked, complaints) == ([file.as_uri()], [])  # before axe, whose own styles the policy refuses
        assert find_violations(page) == []
        assert find_overflow(page) == []


def read_fills(page: Page) -> set[str]:
    return set(
        page.locator(".claim .picture text:not([data-rating])").evaluate_all(
            "all => all.map((one) => getComputedStyle(one).fill)"
        )
    )


def test_the_days_under_a_picture_are_no_part_of_a_rating(browser: Browser, tmp_path: Path) -> None:
    """Whatever ink is on a rating's fill: they stand on the page."""
    file = tmp_path / "report.html"
    file.write_bytes(render(REPORTS["correction"]()))
    with browser.new_context(color_scheme="dark") as window:
        page = window.new_page()
        page.goto(file.as_uri())
        assert read_fills(page) == {"rgb(169, 176, 185)"}


def test_by_keys_a_note_leads_to_its_verdict(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_bytes(render(REPORTS["report"]()))
    with browser.new_context() as window:
        page = window.new_page()
        page.goto(file.as_uri())
        page.locator(".text sup a").first.focus()
        page.keyboard.press("Enter")
        assert page.url.endswith("#C-2")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('article')?.id") == "C-2"

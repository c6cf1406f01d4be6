"""The small help of desk.js: one save at a time, and words when a save did not arrive."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser

STATIC = Path(__file__).resolve().parents[2] / "workbench" / "static"
ADDRESS = "http://desk.test/"
# Slower than a double click, quicker than an answer; Playwright itself would wait for the button.
CLICK_THREE_TIMES = """async (id) => {
  document.getElementById(id).focus();
  for (let n = 0; n < 3; n += 1) {
    document.getElementById(id).click();
    await new Promise((done) => setTimeout(done, 30));
  }
}"""

PAGE = """<!doctype html><meta charset="utf-8"><meta name="csrf-token" content="token-1">
<div id="notices" role="status" data-not-saved="Not saved, still here." data-not-loaded="Not loaded."
     data-offline="Offline, still here." data-dismiss="Dismiss"></div>
<form id="edit" hx-post="/save" hx-target="#part"><textarea name="text">typed</textarea>
<button id="go">Save</button></form>
<form id="plain" action="/plain" method="post"><button id="send">Send</button></form>
<div id="part" tabindex="-1">
<button id="act" hx-post="/save" hx-target="#part" hx-swap="outerHTML">Act</button></div>"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.route(ADDRESS, lambda route: route.fulfill(body=PAGE, content_type="text/html"))
    page.goto(ADDRESS)
    for name in ("vendor/htmx/htmx.min.js", "desk.js"):
        page.add_script_tag(path=STATIC / name)
    yield page
    page.close()


def test_second_click_on_a_running_save_sends_nothing_and_the_token_goes_along(page: Page) -> None:
    waiting: list[Route] = []
    page.route("**/save", lambda route: waiting.append(route))
    page.evaluate(CLICK_THREE_TIMES, "go")
    page.wait_for_timeout(200)

    assert [route.request.header_value("x-csrftoken") for route in waiting] == ["token-1"]
    assert page.get_attribute("#go", "aria-busy") == "true"
    waiting[0].fulfill(body="done")
    page.wait_for_function("!document.documentElement.classList.contains('is-busy')")
    assert page.get_attribute("#go", "aria-disabled") is None
    assert page.evaluate("document.activeElement.id") == "go"


def test_failed_save_keeps_what_was_typed_and_says_the_servers_words_as_text(page: Page) -> None:
    body = "<p><span data-notice>The desk is resting. &lt;b&gt;</span></p>"
    page.route("**/save", lambda route: route.fulfill(status=503, body=body, content_type="text/html"))
    page.fill("textarea", "long work")
    page.click("#go")
    page.wait_for_selector("#notices .notice")

    assert page.inner_text("#notices .notice").startswith("The desk is resting. <b> Not saved, still here.")
    assert page.input_value("textarea") == "long work"
    assert page.get_attribute("#go", "aria-disabled") is None


def test_lost_connection_is_told(page: Page) -> None:
    page.route("**/save", lambda route: route.abort())
    page.click("#go")
    page.wait_for_selector("#notices .notice")

    assert page.inner_text("#notices .notice").startswith("Offline, still here.")


def test_plain_form_is_sent_once(page: Page) -> None:
    waiting: list[Route] = []
    page.route("**/plain", lambda route: waiting.append(route))
    page.evaluate(CLICK_THREE_TIMES, "send")
    page.wait_for_timeout(200)

    assert len(waiting) == 1


def test_focus_goes_to_the_part_when_the_swap_takes_its_button(page: Page) -> None:
    answer = '<div id="part" tabindex="-1">accepted</div>'
    page.route("**/save", lambda route: route.fulfill(body=answer, content_type="text/html"))
    page.focus("#act")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=accepted")
    page.wait_for_timeout(100)

    assert page.evaluate("document.activeElement.id") == "part"

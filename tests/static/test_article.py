"""What article.js adds: light on both sides, ways between them, marks that follow their cards."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

STATIC = Path(__file__).resolve().parents[2] / "workbench" / "static"
ADDRESS = "http://desk.test/"
PAGE = """<!doctype html><meta charset="utf-8">
<mark class="claim is-proposal" data-claims="C-1 C-2" data-rating="none">words</mark>
<div id="cards"><details><summary>Cards</summary>
<article id="claim-C-1" data-claim-card="C-1" data-rating="none" data-status="new" class="is-proposal"
 tabindex="-1">one
<button hx-post="/act" hx-target="closest article" hx-swap="outerHTML">Act</button></article></details>
<article id="claim-C-2" data-claim-card="C-2" data-rating="false" data-status="checked"
 tabindex="-1">two</article>
</div>
<div id="claim-looks" data-looks="new,none,proposal,1;checked,false,,2" hidden></div>"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.route(ADDRESS, lambda route: route.fulfill(body=PAGE, content_type="text/html"))
    page.goto(ADDRESS)
    for name in ("vendor/htmx/htmx.min.js", "article.js"):
        page.add_script_tag(path=STATIC / name)
    yield page
    page.close()


def test_words_and_cards_light_each_other_and_a_click_leads_from_card_to_card(page: Page) -> None:
    page.hover("mark")
    assert page.locator(".is-lit").count() == 3
    page.hover("#claim-C-2")
    assert page.locator(".is-lit").evaluate_all("all => all.map((e) => e.tagName + e.id)") == [
        "MARK",
        "ARTICLEclaim-C-2",
    ]

    focused = []
    for _ in range(3):
        page.click("mark")
        focused.append(page.evaluate("document.activeElement.id"))
    assert focused == ["claim-C-1", "claim-C-2", "claim-C-1"]


def test_marks_follow_the_card_that_came_back(page: Page) -> None:
    gone = PAGE[PAGE.index("<article") : PAGE.index("</article>")]
    gone = gone.replace("is-proposal", "is-withdrawn").replace('"new"', '"withdrawn"')
    page.route("**/act", lambda route: route.fulfill(body=f"{gone}</article>", content_type="text/html"))
    page.click("summary")
    page.click("button")
    page.wait_for_selector("#claim-C-1.is-withdrawn")
    page.wait_for_function("document.querySelector('mark').dataset.rating === 'false'")
    assert "is-proposal" not in (page.get_attribute("mark", "class") or "")
    assert page.get_attribute("mark", "data-status") == "checked"

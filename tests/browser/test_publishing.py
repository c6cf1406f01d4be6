"""A report is published and changed without a reload, and what was done is said where it is heard."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenDesk
from tests.browser.navigator import Desk
from workbench.domain.roles import Role

pytestmark = pytest.mark.browser


def expect_told(desk: Desk, ref: str, words: str) -> None:
    """The report's own page stands there, under its address, in the window that was open before."""
    expect(desk.page).to_have_url(re.compile(rf"/reports/{ref}$"))
    expect(desk.page).to_have_title(re.compile(ref))
    expect(desk.page.locator("#notices")).to_have_text(re.compile(re.escape(words)))
    expect(desk.main).to_be_focused()
    expect(desk.main.get_by_role("status")).to_have_count(0)  # told once
    assert desk.page.evaluate("window.stayed")


def test_publishing_and_clarifying(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.REVIEWER)
    desk.page.goto("/articles/A-1/publish")
    desk.page.evaluate("window.stayed = true")
    for box in desk.main.locator("input[name=claims]:checked").all():
        box.uncheck()
    desk.press("Publish")
    expect(desk.main.get_by_role("alert")).to_be_focused()  # nothing chosen: the form again, in its place
    desk.main.locator("input[name=claims]").first.check()
    desk.press("Publish")
    desk.page.wait_for_url(re.compile(r"/reports/R-\d+$"))
    first = desk.page.url.rsplit("/", 1)[1]
    expect_told(desk, first, f"{first} is published.")
    desk.page.goto(f"/reports/{first}/change")
    desk.page.evaluate("window.stayed = true")
    desk.main.get_by_label("Clarification").check()
    desk.fill(public_note="Said more clearly.")
    desk.press("Publish the change")
    desk.page.wait_for_url(re.compile(rf"/reports/(?!{first}\b)R-\d+$"))
    later = desk.page.url.rsplit("/", 1)[1]
    expect_told(desk, later, f"{later} is published in place of {first}.")


@pytest.mark.parametrize("javascript", [True, False], ids=["", "no-javascript"])
def test_claims_chosen_in_their_list_are_published(open_desk: OpenDesk, javascript: bool) -> None:
    desk = open_desk(Role.REVIEWER, java_script_enabled=javascript)
    desk.page.goto("/claims")
    desk.main.get_by_label("Choose C-9", exact=True).focus()
    desk.page.keyboard.press("Space")
    desk.main.get_by_role("button", name="Publish…").press("Enter")
    expect(desk.heading).to_have_text("Publish chosen claims?")
    expect(desk.main.locator("input[name=claims]:checked")).to_have_count(1)
    desk.fill(title="Chosen by keys", further_claims="C-999")
    desk.press("Publish")
    expect(desk.main.get_by_role("alert")).to_contain_text("C-999 (there is no such claim)")
    desk.fill(further_claims="")
    desk.press("Publish")
    expect(desk.heading).to_have_text("Chosen by keys")
    expect(desk.main).to_contain_text("About 30 km")

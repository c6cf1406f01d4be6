"""From the login to a verdict without touching the mouse, seeing at every step where one is."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenDesk
from tests.browser.site import PASSWORD

pytestmark = pytest.mark.browser

PROPOSAL = "Two brigades crossed river Vell"


def test_login_accept_and_verdict_by_keyboard_alone(open_desk: OpenDesk) -> None:
    desk = open_desk()
    page, keys = desk.page, desk.page.keyboard
    page.goto("/articles/A-1")
    expect(desk.field("Name")).to_be_focused()
    keys.type("checker")
    desk.tab_to(desk.field("Password"), most=1)
    keys.type(PASSWORD)
    keys.press("Enter")
    expect(page.get_by_role("button", name="Log out", exact=True)).to_be_visible()

    desk.tab_to(page.get_by_role("link", name="Skip to content"), most=1)
    keys.press("Enter")
    card = desk.main.locator("[data-claim-card]").filter(has_text=PROPOSAL)
    desk.tab_to(card.get_by_role("button", name=re.compile("^Accept")), most=60)
    keys.press("Enter")
    expect(card).to_contain_text("No verdict")
    expect(card).to_be_focused()

    desk.tab_to(card.get_by_role("link", name=PROPOSAL), most=1)
    keys.press("Enter")
    page.wait_for_url(re.compile("/claims/C-"))
    desk.tab_to(desk.main.get_by_role("radio", name=re.compile("^False")), most=30)
    for _ in range(3):
        keys.press("ArrowDown")
    expect(desk.main.get_by_role("radio", name=re.compile("^Mostly true"))).to_be_checked()
    desk.tab_to(desk.main.get_by_role("radio", name=re.compile("^Low")), most=1)
    keys.press("Space")
    keys.press("ArrowDown")
    expect(desk.main.get_by_role("radio", name=re.compile("^Medium"))).to_be_checked()
    desk.tab_to(desk.field("Reasoning"), most=1)
    keys.type("Both bridges were photographed.")
    desk.tab_to(desk.main.get_by_role("button", name="Save verdict"), most=1)
    keys.press("Enter")

    expect(desk.main.locator(".verdict")).to_contain_text("Both bridges were photographed.")
    expect(desk.main.locator(".verdict")).to_contain_text("Mostly true")

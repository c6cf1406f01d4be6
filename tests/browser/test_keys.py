"""Single keys: through lists and cards and to their forms, never while somebody types."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenDesk
from tests.browser.looks import find_overflow, find_violations
from workbench.domain.roles import Role

pytestmark = pytest.mark.browser
KEPT = "window.kept = true"  # gone after a reload


def test_through_the_list_of_claims_and_to_a_verdict(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.CHECKER)
    page, keys = desk.page, desk.page.keyboard
    page.goto("/claims")
    titles = desk.main.locator("tbody th a")
    keys.press("j")
    expect(titles.nth(0)).to_be_focused()
    keys.press("j")
    keys.press("j")
    expect(titles.nth(2)).to_be_focused()
    keys.press("k")
    expect(titles.nth(1)).to_be_focused()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    keys.press("x")
    expect(desk.main.locator("tbody input[type=checkbox]").nth(1)).to_be_checked()
    expect(desk.main.locator("[data-chosen-count]")).to_have_text("1 chosen")
    keys.press("a")
    expect(desk.main.get_by_label("Assign to")).to_be_focused()

    page.goto("/claims?q=C-10")
    keys.press("j")
    keys.press("v")
    page.wait_for_url(re.compile("/claims/C-10#verdict-form"))
    expect(page.locator("#verdict-form input[name=rating]:focus")).to_have_count(1)
    page.go_back()
    keys.press("j")
    keys.press("Enter")
    page.wait_for_url(re.compile("/claims/C-10$"))


def test_on_a_claim(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.REVIEWER)
    page, keys = desk.page, desk.page.keyboard
    page.goto("/claims/C-10")
    keys.press("v")
    expect(page.locator("#verdict-form input[name=rating]:focus")).to_have_count(1)  # its fold is open now
    keys.press("r")
    expect(page.locator("#comment")).to_be_focused()
    keys.type("vsjke?")
    expect(page.locator("#comment")).to_have_value("vsjke?")  # a field takes what is typed
    page.evaluate("document.activeElement.blur()")
    keys.press("s")
    expect(page.locator("#status")).to_be_focused()
    page.evaluate("document.activeElement.blur()")
    keys.press("a")
    expect(page.locator("#assign-to")).to_be_focused()  # its fold is open now
    page.evaluate("document.activeElement.blur()")
    keys.press("Control+e")
    expect(desk.heading).to_contain_text("sabotage unit")
    keys.press("e")
    expect(desk.field("Title")).to_be_visible()  # opened in place


def test_proposals_are_gone_through_without_a_reload(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.CHECKER)
    page, keys = desk.page, desk.page.keyboard
    page.goto("/articles/A-1")
    page.evaluate(KEPT)
    cards = desk.main.locator("[data-claim-card]:visible")
    keys.press("j")
    expect(cards.nth(0)).to_be_focused()
    proposal = desk.main.locator("[data-claim-card].is-proposal").first
    name = proposal.get_attribute("data-claim-card")
    for _ in range(60):
        keys.press("j")
        if proposal.evaluate("card => card === document.activeElement"):
            break
    keys.press("a")
    card = page.locator(f'[data-claim-card="{name}"]')
    expect(card).not_to_have_class(re.compile("is-proposal"))
    expect(card).to_be_focused()
    assert page.evaluate("window.kept")
    keys.press("Enter")
    page.wait_for_url(re.compile(f"/claims/{name}$"))


def test_the_sheet_opens_closes_and_turns_single_keys_off(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.CHECKER)
    page, keys = desk.page, desk.page.keyboard
    page.goto("/claims")
    keys.press("?")
    sheet = page.get_by_role("dialog", name="Keyboard")
    expect(sheet).to_contain_text("next, previous row or card")
    assert desk.complaints == []
    assert find_violations(page) == []
    desk.complaints.clear()
    assert find_overflow(page) == []
    sheet.get_by_label("Use single keys in this browser").uncheck()
    keys.press("Escape")
    expect(sheet).to_be_hidden()
    keys.press("j")
    expect(desk.main.locator("tbody th a").first).not_to_be_focused()
    page.get_by_role("link", name="Keyboard").click()
    sheet.get_by_label("Use single keys in this browser").check()
    sheet.get_by_role("button", name="Close").click()
    page.get_by_role("link", name="Keyboard").blur()
    keys.press("j")
    expect(desk.main.locator("tbody th a").first).to_be_focused()


def test_without_a_script_the_sheet_is_a_page(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.VIEWER, java_script_enabled=False)
    desk.page.goto("/articles")
    desk.page.get_by_role("link", name="Keyboard").click()
    expect(desk.heading).to_have_text("Keyboard")
    expect(desk.main).to_contain_text("next, previous row or card")
    expect(desk.main.get_by_role("checkbox")).to_have_count(0)


def test_who_comes_to_a_card_by_keys_sees_its_words(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.CHECKER, viewport={"width": 1280, "height": 500})
    desk.open_article("A-1")
    desk.page.keyboard.press("k")  # the last card, whose words stand far down
    card = desk.page.locator("[data-claim-card]:focus")
    ref = card.get_attribute("data-claim-card")
    words = desk.main.locator(f'mark[data-claims~="{ref}"]').first
    expect(words).to_have_class(re.compile("is-lit"))
    expect(words).to_be_in_viewport()
    expect(card).to_be_in_viewport(ratio=1)


def test_home_is_one_key_away(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.CHECKER)
    desk.open_claim("C-10")
    desk.page.keyboard.press("h")
    expect(desk.heading).to_have_text("My work")

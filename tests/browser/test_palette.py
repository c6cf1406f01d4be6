"""The palette opens over any page, finds while one types, and gives the focus back."""

import re

import pytest
from playwright.sync_api import Locator, Route, expect

from tests.browser.conftest import OpenDesk
from tests.browser.looks import find_overflow, find_violations
from tests.browser.navigator import Desk
from workbench.domain.roles import Role

pytestmark = pytest.mark.browser


def open_palette(desk: Desk) -> Locator:
    desk.page.keyboard.press("Control+k")
    palette = desk.page.get_by_role("dialog", name="Find")
    expect(palette.get_by_role("combobox")).to_be_focused()
    expect(palette.get_by_role("option").first).to_be_visible()
    return palette


def test_a_claim_is_found_and_opened_by_keyboard(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.CHECKER)
    desk.page.goto("/claims/C-10")
    palette, keys = open_palette(desk), desk.page.keyboard
    field = palette.get_by_role("combobox")
    expect(palette.get_by_role("option", name="Add an article")).to_be_visible()

    keys.type("vel")
    expect(palette.get_by_role("option", name="Vell Valley Courier")).to_be_visible()
    assert desk.complaints == []
    assert find_violations(desk.page) == []
    desk.complaints.clear()

    first = field.get_attribute("aria-activedescendant")
    keys.press("ArrowDown")
    expect(field).not_to_have_attribute("aria-activedescendant", first or "")
    keys.press("ArrowUp")
    expect(field).to_have_attribute("aria-activedescendant", first or "")
    expect(palette.locator("[aria-selected=true]")).to_have_count(1)
    field.fill("")
    keys.type("30 k")
    expect(palette.get_by_role("option").first).to_contain_text("About 30 km")
    keys.press("Enter")
    desk.page.wait_for_url(re.compile("/claims/C-9$"))


def test_asked_for_while_the_page_is_still_coming_in(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.CHECKER)
    held: list[Route] = []
    desk.page.route("**/palette.js*", lambda route: held.append(route))
    with desk.page.expect_event("requestfinished", lambda request: "/early.js" in request.url):
        desk.page.goto("/claims", wait_until="commit")
    expect(desk.main).to_be_visible()
    desk.page.keyboard.press("Control+k")
    expect(desk.page.get_by_role("dialog", name="Find")).to_be_hidden()
    held[0].continue_()
    palette = desk.page.get_by_role("dialog", name="Find")
    expect(palette.get_by_role("combobox")).to_be_focused()
    expect(palette.get_by_role("option").first).to_be_visible()


def test_enter_waits_for_what_was_typed(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.CHECKER)
    desk.page.goto("/articles")
    open_palette(desk)
    desk.page.keyboard.type("c-10")
    desk.page.keyboard.press("Enter")  # before any line for it has come
    desk.page.wait_for_url(re.compile("/claims/C-10$"))


def test_escape_gives_the_focus_back_and_typing_goes_on(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.CHECKER)
    desk.page.goto("/claims/C-10/evidence/new")
    note = desk.field("Note")
    note.fill("half a sent")
    note.press("End")
    palette = open_palette(desk)
    desk.page.keyboard.type("nothing is called so")
    expect(palette.get_by_role("status")).to_contain_text("Nothing is called that.")
    desk.page.keyboard.press("Enter")
    desk.page.keyboard.press("Escape")
    expect(palette).to_be_hidden()
    expect(note).to_be_focused()
    desk.page.keyboard.type("ence")
    expect(note).to_have_value("half a sentence")


def test_it_fits_a_phone(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.CHECKER, viewport={"width": 360, "height": 740})
    desk.page.goto("/claims")
    desk.page.get_by_role("link", name="Find").click()
    palette = desk.page.get_by_role("dialog", name="Find")
    expect(palette.get_by_role("option").first).to_be_visible()
    assert find_overflow(desk.page) == []


def test_without_a_script_it_is_a_page(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.CHECKER, java_script_enabled=False)
    desk.page.goto("/claims")
    desk.page.get_by_role("link", name="Find").click()
    expect(desk.heading).to_have_text("Find")
    desk.fill(reference_or_words="sabotage")
    desk.press("Find")
    desk.main.get_by_role("link", name="sabotage unit").first.click()
    expect(desk.heading).to_contain_text("sabotage unit")


def test_what_can_be_done_with_the_claim_is_done_from_the_palette(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.CHECKER)
    desk.page.goto("/claims/C-16")
    desk.page.evaluate("window.before = true")
    keys = desk.page.keyboard
    palette = open_palette(desk)
    expect(palette.get_by_role("option", name="Split C-16")).to_be_visible()
    assert find_violations(desk.page) == []
    desk.complaints.clear()

    keys.type("give verd")
    expect(palette.get_by_role("option")).to_have_count(1)
    expect(palette.get_by_role("status")).to_have_text("1 line")
    keys.press("Enter")
    expect(desk.main.locator("#verdict-form").get_by_role("radio").first).to_be_focused()

    open_palette(desk)
    keys.type("split")
    keys.press("Enter")
    expect(desk.main.get_by_role("heading", name="Split")).to_be_visible()
    assert desk.page.evaluate("window.before")  # no page was loaded for it


def test_a_card_beside_the_text_is_worked_on_from_the_palette(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.CHECKER)
    card = desk.open_article("A-1").proposals().first
    ref = card.get_attribute("data-claim-card")
    card.focus()
    palette = open_palette(desk)
    desk.page.keyboard.type("acc")
    expect(palette.get_by_role("option").first).to_have_text(f"Accept{ref}")
    desk.page.keyboard.press("Enter")
    expect(desk.page.locator("#notices")).to_contain_text("accepted")


def test_what_an_unopened_card_folds_away_is_found_too(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.CHECKER)
    card = desk.open_article("A-1").proposals().last
    ref = card.get_attribute("data-claim-card")
    card.focus()
    palette = open_palette(desk)
    desk.page.keyboard.type("spl")
    expect(palette.get_by_role("option").first).to_have_text(f"Open: edit, split, move{ref}")
    desk.page.keyboard.press("Enter")
    expect(desk.main.locator(f"#split-{ref}")).to_be_visible()
    expect(desk.main.locator(f"#claim-{ref}")).to_be_focused()


def test_who_may_only_read_is_offered_no_act(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.VIEWER)
    desk.page.goto("/claims/C-16")
    palette = open_palette(desk)
    expect(palette.get_by_role("option").first).to_have_text("Copy as textC-16")
    expect(palette.get_by_role("option", name="Split C-16")).to_have_count(0)

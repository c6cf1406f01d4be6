"""On the claim page nothing loads anew: what is done comes as parts, and hints as one types."""

from playwright.sync_api import expect

from tests.browser.conftest import OpenDesk
from workbench.domain.roles import Role

REF = "C-16"


def test_the_page_works_in_parts_and_loses_nothing_that_is_typed(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.CHECKER)
    claim = desk.open_claim(REF)
    loads: list[str] = []
    claim.page.on("load", lambda page: loads.append(page.url))

    claim.main.locator("#verdict-form").get_by_label("Reasoning").fill("Half a thought")
    # A field whose corner somebody dragged: parts that come may not copy its style, the policy forbids it.
    claim.main.locator("#comment-words").evaluate("field => { field.style.height = '9rem' }")
    claim.say("Which register is this?")
    expect(claim.main.locator("#open-comments")).to_have_text("1 open comment")
    claim.press("Take it")
    expect(claim.main.get_by_text("Assigned to you")).to_be_visible()
    claim.main.get_by_text("Assign and tag").click()
    claim.main.locator("#tags").fill("shelters")
    claim.press("Save tags")
    expect(claim.main.locator("#sorting").get_by_role("link", name="shelters")).to_be_visible()
    expect(claim.main.locator("#verdict-form").get_by_label("Reasoning")).to_have_value("Half a thought")
    claim.main.locator(".comment").get_by_role("button", name="Resolve").click()
    expect(claim.main.locator("#open-comments")).to_be_empty()
    assert loads == []


def test_a_verdict_is_given_and_moved_on_without_loading_anew(open_desk: OpenDesk) -> None:
    claim = open_desk(Role.CHECKER).open_claim("C-25")
    loads: list[str] = []
    claim.page.on("load", lambda page: loads.append(page.url))

    claim.add_evidence("Refutes", "Tarsk administration", link="https://example.org/register")
    claim.give_verdict("Half true", "Low", "The register shows fewer places.")
    claim.move_to("In review", "See the register.", one_sided="There is no other register.")
    assert loads == []


def test_hints_come_while_one_types_and_go_again(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.OWNER)
    claim = desk.open_claim("C-25")
    claim.main.locator("#claim-edit-open").click()
    expect(claim.field("Title")).to_be_focused()
    hints = claim.main.locator("#claim-form .hints > li")
    claim.field("Statement").fill("The office falsely counted the shelters in Tarsk on 14 May 2025.")
    expect(hints).to_have_count(1)
    expect(hints).to_contain_text("falsely")
    expect(claim.field("Statement")).to_be_focused()
    claim.field("Statement").fill("The office counted the shelters in Tarsk on 14 May 2025.")
    expect(hints).to_have_count(0)
    claim.press("Cancel")
    expect(claim.main.locator("#claim-form")).to_have_count(0)


def test_the_same_without_a_script(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.REVIEWER, java_script_enabled=False)
    claim = desk.open_claim("C-25")
    claim.say("Seen on paper.")
    claim.main.locator(".comment").get_by_role("button", name="Resolve").click()
    expect(claim.main.get_by_text("Resolved: 1")).to_be_visible()
    claim.press("Take it")
    expect(claim.main.get_by_text("Assigned to you")).to_be_visible()

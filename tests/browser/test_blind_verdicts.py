"""Two people judge a claim without seeing each other's verdict, and a third settles it, all on its page."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.claim_page import ClaimPage
from tests.browser.conftest import OpenDesk
from workbench.domain.roles import Role

pytestmark = pytest.mark.browser

REF = "C-16"
FIRST = "The first map shows it."
SECOND = "The second map shows half of it."


def ask(claim: ClaimPage, person: str) -> None:
    claim.main.locator("#blind-ask-open").click()
    form = claim.main.locator("#blind-ask-form")
    form.get_by_label("Who gives it").select_option(label=person)
    form.get_by_role("button", name="Ask for it").click()


def give(claim: ClaimPage, rating: str, reasoning: str) -> None:
    """A verdict that is not shown in its place afterwards."""
    form = claim.main.locator("#verdict-form")
    form.get_by_role("radio", name=re.compile(f"^{rating}")).check()
    form.get_by_role("radio", name=re.compile("^Low")).check()
    form.get_by_label("Reasoning").fill(reasoning)
    form.get_by_role("button", name="Save verdict").click()


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "plain"])
def test_two_people_and_a_third(open_desk: OpenDesk, javascript: bool) -> None:
    ref = REF if javascript else "C-25"
    asked, first, second = (
        open_desk(role, java_script_enabled=javascript).open_claim(ref)
        for role in (Role.OWNER, Role.CHECKER, Role.REVIEWER)
    )
    first.give_verdict("False", "High", FIRST)
    asked.page.reload()
    ask(asked, "Demo reviewer")
    expect(asked.main.locator("#blind")).to_contain_text("One verdict is in and sealed.")
    expect(asked.main.get_by_text(FIRST)).to_have_count(0)

    second.page.reload()
    expect(second.main.locator("#blind")).to_contain_text("You were asked.")
    expect(second.page.locator("body")).not_to_contain_text(FIRST)
    give(second, "Half true", SECOND)
    expect(second.main.locator("#blind")).to_contain_text("somebody has to settle them")
    expect(second.main.locator("#verdict")).to_contain_text(FIRST)
    expect(second.main.locator("#verdict")).to_contain_text(SECOND)

    asked.page.reload()
    asked.main.locator("#blind-settle-open").click()
    form = asked.main.locator("#settle-form")
    expect(form.get_by_label("Reasoning")).to_be_hidden()
    form.get_by_role("radio", name="Neither: a verdict of my own").check()
    form.get_by_label("Why", exact=True).fill("The second map is of the day itself.")
    form.get_by_label("Reasoning").fill("Mine is better.")
    form.get_by_role("button", name="Settle", exact=True).click()
    expect(form.get_by_role("alert")).to_contain_text("Choose a rating.")
    expect(form.get_by_label("Reasoning")).to_have_value("Mine is better.")
    form.get_by_role("radio", name="Demo reviewer: Half true").check()
    form.get_by_role("button", name="Settle", exact=True).click()

    expect(asked.verdict.locator(".badge-rating").first).to_have_text("Half true")
    asked.main.locator("#blind > summary").click()
    expect(asked.main.locator("#blind")).to_contain_text("settled it with the second")
    asked.page.goto("/agreement")
    expect(asked.main.get_by_role("listitem").filter(has_text=ref)).to_contain_text("Demo checker")

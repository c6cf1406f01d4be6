"""Two people at work on one claim, on its page: nobody's words are lost, and they settle it."""

import pytest
from playwright.sync_api import expect

from tests.browser.claim_page import ClaimPage
from tests.browser.conftest import OpenDesk
from workbench.domain.roles import Role

pytestmark = pytest.mark.browser

REF = "C-16"
HERS = "The emergency office opened shelters for 8,500 people overnight"
HIS = "Shelters for 8,500 people were opened by the emergency office"


@pytest.fixture
def hers(open_desk: OpenDesk) -> ClaimPage:
    return open_desk(Role.CHECKER).open_claim(REF)


@pytest.fixture
def his(open_desk: OpenDesk) -> ClaimPage:
    return open_desk(Role.REVIEWER).open_claim(REF)


def open_edit(claim: ClaimPage) -> None:
    claim.main.locator("#claim-edit-open").click()
    expect(claim.main.locator("#claim-form")).to_be_visible()


def test_both_mend_its_words(hers: ClaimPage, his: ClaimPage) -> None:
    for claim in (hers, his):
        open_edit(claim)
    save_statement(hers, HERS)
    expect(hers.main.locator("#claim-head .statement")).to_have_text(HERS)

    save_statement(his, HIS)

    conflict = his.page.get_by_role("alert").filter(has_text="Changed meanwhile")
    expect(conflict).to_contain_text(HERS)
    expect(conflict).to_contain_text(HIS)
    expect(his.main.locator("#claim-form").get_by_label("Statement")).to_have_value(HIS)
    expect(conflict).to_be_focused()
    his.tab_to(conflict.get_by_label("Your text: Statement"), most=1)
    his.page.keyboard.press("Control+End")
    his.page.keyboard.type(" overnight")
    his.page.keyboard.press("Control+Enter")

    expect(his.main.locator("#claim-head .statement")).to_have_text(f"{HIS} overnight")
    expect(his.main.locator("#claim-form")).to_have_count(0)
    acts = his.history()
    assert acts[0].startswith("Demo reviewer edited this")
    assert acts[1].startswith("Demo checker edited this")
    open_edit(his)
    expect(his.main.get_by_text("This is your draft")).to_have_count(0)


def test_one_decides_while_the_other_does(hers: ClaimPage, his: ClaimPage) -> None:
    hers.give_verdict("Half true", "Low", "Her reason.")
    form = his.main.locator("#verdict-form")
    form.get_by_role("radio", name="False", exact=False).first.check()
    form.get_by_role("radio", name="High").check()
    form.get_by_label("Reasoning").fill("His reason.")
    his.press("Save verdict")

    conflict = his.page.get_by_role("alert").filter(has_text="Changed meanwhile")
    expect(conflict).to_contain_text("His reason.")
    expect(form.get_by_label("Reasoning")).to_have_value("His reason.")
    conflict.get_by_role("link", name="Keep what is saved").click()

    expect(his.verdict.locator(".reasoning")).to_have_text("Her reason.")
    expect(form.get_by_label("Reasoning")).to_have_value("His reason.")  # still a draft


def save_statement(claim: ClaimPage, words: str) -> None:
    form = claim.main.locator("#claim-form")
    claim.fill(form, statement=words)
    form.get_by_role("button", name="Save", exact=True).click()

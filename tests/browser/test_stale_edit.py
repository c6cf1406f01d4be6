"""Two people mend one claim: the later one sees both texts, loses no word, and decides."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenDesk
from tests.browser.navigator import Desk
from workbench.domain.roles import Role

pytestmark = pytest.mark.browser

HERS = "Two road bridges over the Vell were destroyed by night"
HIS = "Two bridges were destroyed overnight, says the regional administration"


@pytest.mark.parametrize("javascript", [True, False], ids=["with-javascript", "without-javascript"])
def test_later_edit_shows_both_texts_and_can_save_over(open_desk: OpenDesk, javascript: bool) -> None:
    hers = open_desk(Role.CHECKER, java_script_enabled=javascript)
    his = open_desk(Role.REVIEWER, java_script_enabled=javascript)
    for desk in (hers, his):
        desk.page.goto("/claims/C-13/edit")
    save_statement(hers, HERS)
    expect(hers.heading).to_have_text("Two road bridges over Vell destroyed overnight")

    save_statement(his, HIS)

    expect(his.heading).to_have_text("Not saved yet")
    conflict = his.main.get_by_role("alert")
    expect(conflict).to_contain_text("Changed meanwhile")
    expect(conflict.locator(".conflict-text").first).to_contain_text(HERS)
    expect(conflict.locator(".conflict-text").last).to_contain_text(HIS)
    expect(his.field("Your text: Statement")).to_have_value(HIS)
    expect(hers.open_claim("C-13").main.locator("#claim-head")).to_contain_text(HERS)

    his.field("Your text: Statement").fill(f"{HIS}.")
    his.press("Save mine over it")

    expect(his.main.locator("#claim-head")).to_contain_text(f"{HIS}.")
    [latest, before, *_] = his.open_claim("C-13").history()
    assert latest.startswith("Demo reviewer edited this")
    assert before.startswith("Demo checker edited this")


def save_statement(desk: Desk, words: str) -> None:
    desk.field("Statement").fill(words)
    desk.press("Save")

"""Each role finds what it may do, and nothing that would only be refused."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenDesk
from tests.browser.navigator import Desk
from workbench.domain.roles import Role

pytestmark = pytest.mark.browser

WRITING = ("Accept all", "Edit details", "Edit", "Withdraw", "Add evidence", "Save verdict", "Move", "Sign")
IN_REVIEW = "C-10"
OPEN = "C-16"


def offered(desk: Desk) -> set[str]:
    """Buttons and links of the page."""
    found = desk.main.get_by_role("button").or_(desk.main.get_by_role("link")).all_inner_texts()
    return {" ".join(words.split()) for words in found}


def test_viewer_reads_and_is_offered_nothing_to_write(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.VIEWER)
    for path in ("/articles/A-1", "/claims/C-10", "/claims", "/sources"):
        desk.page.goto(path)
        assert not offered(desk) & set(WRITING), path
        assert not [words for words in offered(desk) if words.startswith(("Accept", "Dismiss"))], path

    desk.page.goto("/articles/new")
    expect(desk.heading).to_have_text("Not allowed")
    desk.page.goto("/settings")
    expect(desk.heading).to_have_text("Not allowed")


def test_checker_writes_but_does_not_sign_or_publish(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.CHECKER)
    desk.open_claim(OPEN)
    assert {"Edit", "Add evidence", "Save verdict", "Move"} <= offered(desk)
    claim = desk.open_claim(IN_REVIEW)
    assert "Sign" not in offered(desk)
    expect(claim.main).to_contain_text("Waiting for a reviewer.")

    desk.open_article("A-1").press("Make a report")
    expect(desk.heading).to_have_text("Verdict report")
    assert not [words for words in offered(desk) if words.startswith("Publish")]
    assert desk.page.goto("/articles/A-1/publish").status == 403  # type: ignore[union-attr]  # never None


def test_reviewer_signs_and_publishes_but_does_not_manage(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.REVIEWER)
    desk.open_claim(IN_REVIEW)
    assert {"Sign", "Return"} <= offered(desk)
    menu = desk.page.get_by_role("navigation", name="Main")
    expect(menu.get_by_role("link", name="People")).to_have_count(0)
    desk.open_article("A-1").press("Make a report")
    desk.press("Publish the chosen claims…")
    expect(desk.heading).to_have_text("Publish this report?")


def test_owner_adds_a_person_who_can_log_in(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.OWNER)
    desk.go_to("People")
    desk.press("Add a person")
    desk.fill(name="Ada New", login_name="ada")
    desk.press("Add person")
    password = desk.main.locator("#new-password").inner_text()
    desk.press("Done")
    expect(desk.heading).to_have_text("People")
    assert "Ada New" in desk.rows()

    newcomer = open_desk()
    newcomer.page.goto("/login")
    newcomer.fill(name="ada", password=password)
    newcomer.press("Log in")
    expect(newcomer.heading).to_have_text("My work")

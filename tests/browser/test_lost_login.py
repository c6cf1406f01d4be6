"""The login ends while somebody writes: what they typed is there when they have logged in again."""

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from tests.browser.conftest import OpenDesk
from tests.browser.navigator import Desk
from tests.browser.site import PASSWORD, Site
from workbench import database
from workbench.domain.roles import Role
from workbench.models import LoginSession

pytestmark = pytest.mark.browser

STATEMENT = "The emergency office opened shelters for 8,500 people in Tarsk"
REASON = "The register counts 8,500 places."


def end_login(site: Site) -> None:
    """As when it runs out: the cookie stays, the server knows it no more."""
    with database.scratch(site.engine) as session:
        for login in session.execute(select(LoginSession)).scalars():
            session.delete(login)


def log_in_again(desk: Desk) -> None:
    expect(desk.heading).to_have_text("Log in")
    desk.fill(name="checker", password=PASSWORD)
    desk.press("Log in")
    expect(desk.page.get_by_role("button", name="Log out", exact=True)).to_be_visible()


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    """With a login of its own, which may be lost."""
    desk = open_desk()
    desk.log_in(Role.CHECKER)
    return desk


def test_an_edit_in_the_claim_page(desk: Desk, site: Site) -> None:
    """The hints that are looked up while one types do not throw one out, and leaving loses nothing."""
    claim = desk.open_claim("C-16")
    claim.main.locator("#claim-edit-open").click()
    form = claim.main.locator("#claim-form")
    expect(form).to_be_visible()
    end_login(site)
    claim.fill(form, statement="Shelters for 8,500 people")
    expect(desk.page.locator("#notices")).to_contain_text("Your login has ended")
    claim.fill(form, statement=STATEMENT)
    desk.complaints.clear()  # 401
    desk.page.get_by_role("link", name="Claims", exact=True).click()

    log_in_again(desk)

    desk.open_claim("C-16").main.locator("#claim-edit-open").click()
    expect(form.get_by_label("Statement")).to_have_value(STATEMENT)
    form.get_by_role("button", name="Save", exact=True).click()
    expect(claim.main.locator("#claim-head .statement")).to_have_text(STATEMENT)


def test_a_verdict_that_is_half_written(desk: Desk, site: Site) -> None:
    claim = desk.open_claim("C-16")
    form = claim.main.locator("#verdict-form")
    form.get_by_role("radio", name="Half true").check()
    form.get_by_role("radio", name="Low").check()
    expect(form.locator("[data-draft-state]")).to_contain_text("Draft kept at")
    end_login(site)
    form.get_by_label("Reasoning").fill(REASON)
    claim.press("Save verdict")
    expect(desk.page.locator("#notices")).to_contain_text("Your login has ended")
    expect(form.locator("[data-draft-state]")).to_contain_text("kept in this browser")
    desk.complaints.clear()  # 401
    desk.page.reload()

    log_in_again(desk)

    expect(form.get_by_label("Reasoning")).to_have_value(REASON)
    expect(form.get_by_role("radio", name="Half true")).to_be_checked()
    claim.press("Save verdict")
    expect(claim.verdict.locator(".reasoning")).to_have_text(REASON)
    claim.page.reload()
    expect(claim.main.get_by_text("This is your draft")).to_have_count(0)


def test_a_login_in_another_tab_lets_the_form_be_sent_again(desk: Desk, site: Site) -> None:
    claim = desk.open_claim("C-25")
    form = claim.main.locator("#verdict-form")
    form.get_by_role("radio", name="Half true").check()
    form.get_by_role("radio", name="Low").check()
    end_login(site)
    form.get_by_label("Reasoning").fill(REASON)
    claim.press("Save verdict")
    expect(desk.page.locator("#notices")).to_contain_text("Your login has ended")
    desk.complaints.clear()  # 401

    other = Desk(desk.page.context.new_page(), desk.url)
    other.log_in(Role.CHECKER)
    claim.press("Save verdict")

    expect(claim.verdict.locator(".reasoning")).to_have_text(REASON)

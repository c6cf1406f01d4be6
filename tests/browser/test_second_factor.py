"""A device is set up, asked for at the next login, and turned off again, in a real browser."""

import pyotp
import pytest
from playwright.sync_api import expect
from sqlmodel import select

from tests.browser.conftest import OpenDesk
from tests.browser.looks import find_overflow, find_violations
from tests.browser.navigator import Desk
from tests.browser.site import PASSWORD, Site
from workbench import database
from workbench.domain.roles import Role
from workbench.login.second_factor import STEP_SECONDS, current_step
from workbench.models import SecondFactor

pytestmark = pytest.mark.browser


def is_fit_to_be_seen(desk: Desk) -> bool:
    return desk.complaints == [] and find_violations(desk.page) == [] and find_overflow(desk.page) == []


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without"])
def test_a_device_from_its_first_code_to_its_last(open_desk: OpenDesk, site: Site, javascript: bool) -> None:
    desk = open_desk(java_script_enabled=javascript)
    desk.log_in(Role.VIEWER)
    desk.page.get_by_role("link", name="Demo viewer").click()
    desk.page.get_by_role("link", name="Set up a second factor").click()
    desk.page.get_by_label("Your password").fill(PASSWORD)
    desk.press("Set up a device")
    expect(desk.page.get_by_role("img", name="The key below")).to_be_visible()
    if javascript:
        assert is_fit_to_be_seen(desk)
        desk.complaints.clear()
    device = pyotp.TOTP(desk.page.locator("#device-key").inner_text().replace(" ", ""))
    desk.page.get_by_role("textbox", name="Code").fill(device.now())
    desk.press("Turn on")
    codes = desk.page.locator("#recovery-codes").inner_text().split()
    assert len(codes) == 10
    if javascript:
        assert is_fit_to_be_seen(desk)
        desk.complaints.clear()
    desk.page.get_by_role("link", name="I have kept them").click()
    desk.log_out()

    desk.fill(name="viewer", password=PASSWORD)
    desk.press("Log in")
    expect(desk.heading).to_have_text("Your code")
    expect(desk.page.get_by_role("textbox", name="Code")).to_be_focused()
    if javascript:
        assert is_fit_to_be_seen(desk)
        desk.complaints.clear()
    desk.page.get_by_role("textbox", name="Code").fill("12")
    desk.press("Log in")
    expect(desk.page.get_by_role("alert")).to_contain_text("not right")
    desk.complaints.clear()  # 422
    forget_what_was_used(site)
    desk.page.get_by_role("textbox", name="Code").fill(device.now())
    desk.press("Log in")
    expect(desk.page.get_by_role("button", name="Log out", exact=True)).to_be_visible()

    desk.page.goto("/account/second-factor")
    desk.page.get_by_label("Your password").fill(PASSWORD)
    desk.press("Turn it off")
    expect(desk.page.get_by_role("button", name="Set up a device")).to_be_visible()


def forget_what_was_used(site: Site) -> None:
    """As when half a minute went by: a code works once, and nobody wants to wait for the next here."""
    with database.scratch(site.engine) as session:
        for factor in session.exec(select(SecondFactor)):
            assert 0 <= current_step() - factor.last_step <= 120 // STEP_SECONDS
            factor.last_step = 0

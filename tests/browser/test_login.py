"""Logging in and out: a login session lives on the server, so a copied cookie dies with it."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenDesk
from workbench.domain.roles import Role

pytestmark = pytest.mark.browser


def test_copied_cookie_is_dead_after_the_log_out(open_desk: OpenDesk) -> None:
    desk, thief = open_desk(), open_desk()
    desk.log_in(Role.OWNER)
    thief.page.context.add_cookies(desk.page.context.cookies())  # type: ignore[arg-type]  # what it gave
    thief.page.goto("/settings")
    expect(thief.heading).to_have_text("Settings")

    desk.log_out()

    thief.page.goto("/settings")
    expect(thief.heading).to_have_text("Log in")
    desk.page.goto("/articles")
    expect(desk.heading).to_have_text("Log in")


def test_who_comes_by_a_link_gets_to_its_page_after_the_login(open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.page.goto("/claims?q=border")
    desk.fill(name="checker", password="not this one at all")
    desk.press("Log in")
    expect(desk.main.get_by_role("alert")).to_contain_text("don't belong together")
    assert desk.field("Name").input_value() == "checker"

    desk.fill(password="four quiet words here")
    desk.press("Log in")

    expect(desk.heading).to_have_text("Claims")
    assert desk.field("Words").input_value() == "border"

"""A form that is too large is refused unread; what was typed beside the file is there when one goes back."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenDesk
from workbench.domain.roles import Role

pytestmark = pytest.mark.browser


def test_back_shows_what_was_typed(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk(Role.CHECKER, java_script_enabled=False)
    page = desk.page
    page.goto(f"{desk.url}/articles/new")
    page.get_by_label("Title").fill("The bridge stays closed")
    long = tmp_path / "long.txt"
    long.write_bytes(b"x" * 28_000_000)
    page.get_by_label("Or a file").set_input_files(long)
    desk.press("Add and split")
    expect(desk.heading).to_have_text("Too much at once")
    expect(desk.main).to_contain_text("Go back in your browser")
    desk.complaints.clear()  # 413
    page.go_back()
    expect(page.get_by_label("Title")).to_have_value("The bridge stays closed")

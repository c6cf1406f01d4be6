"""The fields of a place show for a geolocation, and for what holds a position; by the stylesheet alone."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenDesk
from workbench.domain.roles import Role

pytestmark = pytest.mark.browser


def test_a_place_is_asked_for_where_one_belongs(open_desk: OpenDesk) -> None:
    claim = open_desk(Role.CHECKER).open_claim("C-16")
    form = claim.main.locator("#evidence-form")
    claim.main.get_by_role("link", name="Add evidence").click()
    kind, latitude = form.locator('[name="kind"]'), form.locator('[name="latitude"]')
    expect(kind).to_be_visible()
    expect(latitude).to_be_hidden()
    kind.select_option("geolocation")
    expect(latitude).to_be_visible()
    latitude.fill("50.1, 36.2")
    kind.select_option("link")
    expect(latitude).to_be_visible()  # what is typed is never sent unseen
    latitude.fill("")
    expect(latitude).to_be_hidden()

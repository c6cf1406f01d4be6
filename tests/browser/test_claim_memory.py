"""Earlier claims come while somebody types, and are linked without the page being loaded again."""

import pytest
from playwright.sync_api import Locator, expect

from tests import factories
from tests.browser.conftest import OpenDesk
from tests.browser.looks import find_overflow, find_violations
from tests.browser.navigator import Desk
from tests.browser.site import Site
from workbench import database
from workbench.domain.roles import Role
from workbench.queries.claims import get_claim

pytestmark = pytest.mark.browser

KEPT = "window.kept = true"  # gone after a reload
OTHER_NUMBER = "Varnovia lost 14 armoured vehicles"


def check_access(desk: Desk) -> None:
    assert desk.complaints == []  # before axe, whose own styles the policy refuses
    assert find_violations(desk.page) == []
    desk.complaints.clear()


def find_earlier(desk: Desk) -> Locator:
    return desk.main.locator(".earlier-claim")


def test_earlier_claims_follow_what_is_typed(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.CHECKER)
    desk.page.goto("/claims/C-16/edit")
    desk.page.evaluate(KEPT)
    asked: list[str] = []
    desk.page.on("request", lambda request: asked.append(request.url) if "/earlier?" in request.url else None)

    statement = desk.field("Statement")
    statement.fill(OTHER_NUMBER)

    expect(find_earlier(desk).first).to_contain_text("14 armoured vehicles here, 11 armoured vehicles there")
    expect(find_earlier(desk).first).to_contain_text("Conflicting")
    expect(desk.page.locator("#earlier-said")).to_contain_text("C-25 Conflicting")
    expect(statement).to_be_focused()
    desk.page.keyboard.press("ArrowLeft")
    desk.page.wait_for_timeout(900)
    assert len(asked) == 1  # keys that change no word ask for nothing
    assert desk.page.evaluate("window.kept")
    check_access(desk)


def test_they_are_looked_for_by_a_button_without_a_script(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.CHECKER, java_script_enabled=False)
    desk.page.goto("/articles/A-1/claims/new?quote=a+third+was+badly+damaged")
    desk.fill(statement=OTHER_NUMBER)
    desk.press("Look for earlier claims")

    expect(find_earlier(desk).first).to_contain_text("14 armoured vehicles here, 11 armoured vehicles there")
    expect(desk.field("Statement")).to_have_value(OTHER_NUMBER)
    expect(desk.heading).to_have_text("New claim")


def test_a_claim_is_linked_and_the_link_taken_back_in_place(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.CHECKER)
    claim = desk.open_claim("C-10")
    desk.page.evaluate(KEPT)
    claim.main.get_by_text("Link a claim").click()
    claim.fill(this_claim_is="Depends on", note="The units are the same.")
    form = claim.main.locator("#link-form")
    form.get_by_label("Claim", exact=True).fill("C-999")
    form.get_by_role("button", name="Link").click()
    expect(claim.main.get_by_role("alert")).to_contain_text("There is no claim C-999.")

    form.get_by_label("Claim", exact=True).fill("c-9")
    form.get_by_role("button", name="Link").click()

    related = claim.main.locator("#related")
    expect(related).to_contain_text("Depends on")
    expect(related).to_contain_text("The units are the same.")
    check_access(desk)
    related.get_by_role("button", name="Take the link back").click()
    expect(related).to_contain_text("None linked yet.")
    assert desk.page.evaluate("window.kept")


def test_another_look_is_cleared_in_place_and_the_page_works_on(open_desk: OpenDesk, site: Site) -> None:
    with database.open_session(site.engine) as session:
        factories.edit(
            session, get_claim(session, 25), look_again="C-9, which this depends on, was re-opened."
        )
    claim = open_desk(Role.CHECKER).open_claim("C-25")
    claim.page.evaluate(KEPT)
    expect(claim.main.locator("#look-again")).to_contain_text("C-9, which this depends on")

    claim.fill(what_you_found="Still so.")
    claim.press("Looked again")

    expect(claim.main.locator("#look-again .notice")).to_have_count(0)
    assert "Still so." in claim.history()[0]
    assert claim.page.evaluate("window.kept")
    claim.move_to("Checking")  # made from the version that the answer brought


def test_it_fits_a_phone(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.CHECKER, viewport={"width": 360, "height": 740})
    for path in ("/claims/C-25/edit", "/claims/C-25", "/claims/earlier?statement=Varnovia+lost+vehicles"):
        desk.page.goto(path)
        assert find_overflow(desk.page) == []

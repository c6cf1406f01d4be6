"""Nothing typed is lost: not by a crashed tab, a desk that is away, or a login that ended."""

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import OpenDesk
from tests.browser.navigator import Desk
from workbench.domain.roles import Role

pytestmark = pytest.mark.browser

TYPED = "Typed by a person who is called away"


def type_statement(desk: Desk, ref: str) -> None:
    desk.page.goto(f"/claims/{ref}/edit")
    desk.field("Statement").fill(TYPED)


def test_words_come_back_after_the_tab_is_gone(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.CHECKER)
    type_statement(desk, "C-13")
    expect(desk.page.locator("[data-draft-state]").first).to_contain_text("Draft kept at")

    other = desk.page.context.new_page()
    desk.page.close()
    other.goto("/claims/C-13/edit")

    expect(other.get_by_label("Statement")).to_have_value(TYPED)
    expect(other.get_by_role("main")).to_contain_text("This is your draft of")
    other.get_by_role("button", name="Discard the draft").click()
    expect(other.get_by_label("Statement")).not_to_have_value(TYPED)


def test_words_typed_while_the_desk_is_away_come_back(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.REVIEWER)
    desk.page.goto("/claims/C-13/edit")
    desk.page.route("**/drafts", lambda route: route.abort())
    desk.field("Statement").fill(TYPED)
    expect(desk.page.locator("[data-draft-state]").first).to_contain_text("kept in this browser")
    desk.complaints.clear()  # the request that we broke ourselves

    desk.page.unroute("**/drafts")
    desk.page.reload()

    expect(desk.field("Statement")).to_have_value(TYPED)
    expect(desk.page.locator("[data-draft-state]").first).to_contain_text("Draft kept at")


def test_words_that_are_on_their_way_when_one_leaves_the_page_come_back(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.OWNER)
    held: list[Route] = []
    desk.page.route("**/drafts", lambda route: held.append(route), times=1)
    with desk.page.expect_request("**/drafts"):
        type_statement(desk, "C-13")
    desk.page.goto("/claims")
    desk.page.goto("/claims/C-13/edit")

    expect(desk.field("Statement")).to_have_value(TYPED)
    expect(desk.page.locator("[data-draft-state]").first).to_contain_text("Draft kept at")
    assert not desk.page.evaluate(
        "Object.keys(localStorage).filter((key) => key.startsWith('draft ')).length"
    )


def test_words_that_arrive_after_the_next_page_was_drawn_stand_on_it(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.OWNER)
    page, held = desk.page, []

    def draw_first(route: Route) -> None:
        drawn = route.fetch()
        held[0].fulfill(response=held[0].fetch())  # now the desk has the words, and the old page knows
        route.fulfill(response=drawn)

    page.route("**/drafts", lambda route: held.append(route), times=1)
    with page.expect_request("**/drafts"):
        type_statement(desk, "C-13")
    page.route("**/claims/C-13/edit", draw_first, times=1)
    page.reload()

    expect(desk.field("Statement")).to_have_value(TYPED)


def test_a_draft_slower_than_ones_own_acts_stands_in_no_way(open_desk: OpenDesk) -> None:
    """Half a verdict, other acts on the claim while its draft is still on its way, then the verdict."""
    claim = open_desk(Role.CHECKER).open_claim("C-16")
    held: list[Route] = []
    claim.page.route("**/drafts", lambda route: held.append(route), times=1)
    form = claim.main.locator("#verdict-form")
    with claim.page.expect_request("**/drafts"):
        form.get_by_role("radio", name="Half true").check()
        form.get_by_label("Reasoning").fill("Half a thought")
    claim.press("Take it")
    expect(claim.main.locator("#sorting")).to_contain_text("Assigned to you")
    with claim.page.expect_response("**/drafts"):
        held[0].continue_()
    claim.main.get_by_text("Assign and tag").click()
    claim.main.locator("#tags").fill("shelters")
    claim.press("Save tags")
    expect(claim.main.locator("#sorting").get_by_role("link", name="shelters")).to_be_visible()

    expect(form.get_by_label("Reasoning")).to_have_value("Half a thought")
    expect(form.get_by_role("radio", name="Half true")).to_be_checked()
    claim.give_verdict("Half true", "Low", "Half a thought, and the other half")
    expect(claim.page.get_by_role("alert")).to_have_count(0)

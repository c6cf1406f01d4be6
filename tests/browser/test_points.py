"""A return points at words: a reviewer picks them in the text, the author reads them marked in place."""

import re
from itertools import count

import pytest
from playwright.sync_api import expect

from tests import factories
from tests.browser.claim_page import ClaimPage
from tests.browser.conftest import OpenDesk
from tests.browser.site import Site
from workbench import database
from workbench.domain.roles import Role
from workbench.domain.status import Status

pytestmark = pytest.mark.browser

REASONING = "Satellite pictures of all nineteen crossings show four destroyed bridges."
_numbers = count(1)


def put_in_review(site: Site) -> str:
    """The reference of a claim whose verdict waits for a signature."""
    with database.open_session(site.engine) as session:
        claim = factories.make_claim(session, title=f"Four bridges were destroyed ({next(_numbers)})")
        factories.make_ready(session, claim)
        factories.make_verdict(session, claim, reasoning=REASONING)
        factories.edit(session, claim, status=Status.IN_REVIEW)
        return f"C-{claim.number}"


def select_words(claim: ClaimPage, words: str) -> None:
    """The selection that a mouse, or the caret of a browser's own caret browsing, leaves behind."""
    claim.main.locator(".reasoning").evaluate(
        """(place, words) => {
            const start = place.firstChild.data.indexOf(words)
            getSelection().setBaseAndExtent(place.firstChild, start, place.firstChild, start + words.length)
        }""",
        words,
    )


def read_as_author(open_desk: OpenDesk, ref: str, told: list[str]) -> None:
    author = open_desk(Role.CHECKER).open_claim(ref)
    expect(author.main).to_contain_text("Count them again.")
    marks = author.verdict.locator("mark.pointed")
    assert [mark.inner_text() for mark in marks.all()] == [f"{one}{at}" for at, one in enumerate(told, 1)]
    expect(author.main.locator("ol.points > li")).to_have_text([re.compile(re.escape(one)) for one in told])


def test_selected_words_go_into_the_return_by_keyboard(open_desk: OpenDesk, site: Site) -> None:
    ref = put_in_review(site)
    claim = open_desk(Role.REVIEWER).open_claim(ref)
    keys, field = claim.page.keyboard, claim.main.locator("#points")
    add = claim.main.get_by_role("button", name="Add the selected words")
    expect(add).to_be_visible()

    select_words(claim, "all nineteen ")
    keys.press("Control+Shift+ArrowRight")  # one word more
    add.focus()
    keys.press("Enter")
    expect(field).to_have_value("all nineteen crossings")
    expect(field).to_be_focused()
    select_words(claim, "four destroyed bridges")
    keys.press("Tab")
    expect(add).to_be_focused()
    keys.press("Space")
    expect(field).to_have_value("all nineteen crossings\nfour destroyed bridges")
    # Nothing is selected any more: the button leads to the field and adds nothing.
    add.press("Enter")
    expect(field).to_have_value("all nineteen crossings\nfour destroyed bridges")

    claim.send_back("Count them again.")
    read_as_author(open_desk, ref, ["all nineteen crossings", "four destroyed bridges"])


def test_words_are_taken_before_the_browser_has_told_of_the_selection(
    open_desk: OpenDesk, site: Site
) -> None:
    claim = open_desk(Role.REVIEWER).open_claim(put_in_review(site))
    expect(claim.main.get_by_role("button", name="Add the selected words")).to_be_visible()
    claim.page.evaluate(
        """() => {
            getSelection().selectAllChildren(document.querySelector(".reasoning"))
            document.querySelector("[data-points-into]").click()
        }"""
    )
    expect(claim.main.locator("#points")).to_have_value(REASONING)


def test_words_from_elsewhere_are_not_taken(open_desk: OpenDesk, site: Site) -> None:
    claim = open_desk(Role.REVIEWER).open_claim(put_in_review(site))
    claim.main.locator("h1").evaluate("place => getSelection().selectAllChildren(place)")
    claim.press("Add the selected words")
    expect(claim.main.locator("#points")).to_have_value("")
    claim.page.evaluate(
        """() => {
            const start = document.querySelector(".statement").firstChild
            getSelection().setBaseAndExtent(start, 0, document.querySelector(".reasoning").firstChild, 9)
        }"""
    )
    claim.press("Add the selected words")
    expect(claim.main.locator("#points")).to_have_value("")


def test_what_was_typed_stays_when_the_words_are_not_there(open_desk: OpenDesk, site: Site) -> None:
    claim = open_desk(Role.REVIEWER).open_claim(put_in_review(site))
    claim.main.locator("#review-form").get_by_label("Comment").fill("Count them again.")
    claim.main.locator("#points").fill("nineteen rivers")
    claim.press("Return")
    expect(claim.main.locator("#review-form")).to_contain_text("Not in the statement or the verdict")
    expect(claim.main.locator("#points")).to_have_value("nineteen rivers")
    # The part that came has its button, too.
    select_words(claim, "nineteen crossings")
    claim.press("Add the selected words")
    expect(claim.main.locator("#points")).to_have_value("nineteen rivers\nnineteen crossings")


def test_without_a_script_the_words_are_pasted(open_desk: OpenDesk, site: Site) -> None:
    ref = put_in_review(site)
    claim = open_desk(Role.REVIEWER, java_script_enabled=False).open_claim(ref)
    expect(claim.main.get_by_role("button", name="Add the selected words")).to_be_hidden()
    claim.main.locator("#points").fill("all nineteen crossings\nfour destroyed bridges")
    claim.send_back("Count them again.")
    read_as_author(open_desk, ref, ["all nineteen crossings", "four destroyed bridges"])

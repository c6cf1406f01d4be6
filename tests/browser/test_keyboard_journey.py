"""From a pasted article to ten decided claims with nothing but the keys of the help sheet."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import OpenDesk
from tests.browser.navigator import Desk
from tests.browser.site import PASSWORD, Site, make_empty, serve
from workbench import database, history
from workbench.demo import ARTICLE, SEEDS
from workbench.queries.desk import get_desk
from workbench.services.desk import DeskValues, save_settings

pytestmark = pytest.mark.browser

TEXT = (SEEDS / ARTICLE).read_text("utf-8")
DECIDED = 10
WORDS = "Tarsk regional administration"
NO_CLAIMANT, ONE_SIDED = "Nobody is named as the claimant, because", "No evidence on both sides, because"


@pytest.fixture
def site(sqlite_template: Path, tmp_path: Path) -> Iterator[Site]:
    """An empty desk of one, who may sign what they found."""
    make_empty(sqlite_template, tmp_path / "data")
    with serve(tmp_path / "data") as site:
        with database.open_session(site.engine) as session:
            desk = get_desk(session)
            values = DeskValues(name=desk.name, alone=True)
            save_settings(session, desk, values, seen=desk.version, by=history.COMMAND_LINE)
        yield site


def test_ten_claims_are_decided_by_keyboard_alone(open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.page.goto("/")
    log_in(desk)
    paste(desk)
    take_a_step_back(desk)
    edit_first(desk)
    for number in range(1, DECIDED):
        accept_next(desk)
        open_verdict(desk)
        decide(desk, f"Reason number {number}.")
        add_evidence(desk)
        sign(desk)
        go_back(desk)
    expect(desk.main.locator("#claim-counts")).to_contain_text(re.compile(r"10 claims,\s+10 checked"))
    make_claim_of_words(desk)


def log_in(desk: Desk) -> None:
    keys = desk.page.keyboard
    keys.type("reviewer")
    keys.press("Tab")
    keys.type(PASSWORD)
    keys.press("Enter")
    arrive(desk, r"^[^?]+/$")  # not the login page, whose address ends with where one wants to go
    expect(desk.heading).to_have_text("My work")


def paste(desk: Desk) -> None:
    """The page is reached through the palette; a paste puts the whole text in at once."""
    keys = desk.page.keyboard
    keys.press("Control+k")
    expect(desk.page.get_by_role("combobox")).to_be_focused()
    keys.type("add art")
    keys.press("Enter")
    arrive(desk, "/articles/new$")
    expect(desk.field("Text")).to_be_focused()
    keys.insert_text(TEXT)
    keys.press("Control+Enter")
    arrive(desk, r"/articles/A-\d+$")
    expect(desk.main.locator(".claim-card.is-proposal").nth(DECIDED)).to_be_visible()


def take_a_step_back(desk: Desk) -> None:
    """A proposal dismissed by mistake is there again, and one still stands on its card."""
    keys = desk.page.keyboard
    keys.press("j")
    card = stand(desk)
    keys.press("o")
    expect(card).to_have_class(re.compile("is-open"))
    keys.press("o")
    expect(card).not_to_have_class(re.compile("is-open"))
    keys.press("d")
    expect(card).to_have_class(re.compile("is-withdrawn"))
    expect(desk.page.locator("#notices")).to_contain_text("dismissed")
    keys.press("u")
    expect(card).to_have_class(re.compile("is-proposal"))
    expect(card).to_be_focused()


def edit_first(desk: Desk) -> None:
    """The card one stands on; saving the edit accepts it."""
    keys = desk.page.keyboard
    keys.press("e")
    expect(desk.field("Title")).to_be_focused()
    desk.page.wait_for_load_state("load")
    keys.press("Control+a")
    keys.type("A title of my own")
    keys.press("Control+Enter")
    card_or_page = desk.heading.or_(desk.main.locator(".claim-title")).filter(has_text="A title of my own")
    expect(card_or_page.first).to_be_visible()
    expect(desk.field("Title")).to_have_count(0)
    desk.page.wait_for_load_state("load")
    if "/articles/" in desk.page.url:
        open_verdict(desk)
    else:
        keys.press("v")
    decide(desk, "Reason number 0.")
    add_evidence(desk)
    sign(desk)
    go_back(desk)


def accept_next(desk: Desk) -> None:
    keys = desk.page.keyboard
    keys.press("j")
    card = stand(desk)
    expect(card).to_have_class(re.compile("is-proposal"))
    keys.press("a")
    expect(card).not_to_have_class(re.compile("is-proposal"))
    expect(card).to_be_focused()


def open_verdict(desk: Desk) -> None:
    desk.page.keyboard.press("v")
    arrive(desk, r"/claims/C-\d+#verdict-form$")


def decide(desk: Desk, reason: str) -> None:
    keys = desk.page.keyboard
    form = desk.main.locator("#verdict-form")
    expect(form.locator("input[name=rating]:focus")).to_have_count(1)
    keys.press("ArrowDown")
    keys.press("Tab")
    keys.press("Space")
    keys.press("Tab")
    expect(desk.field("Reasoning")).to_be_focused()
    keys.type(reason)
    keys.press("Control+Enter")
    expect(desk.main.locator(".verdict .reasoning")).to_have_text(reason)
    expect(desk.main.locator("#verdict")).to_be_focused()


def sign(desk: Desk) -> None:
    """Moved into review and signed, each with one letter and Ctrl+Enter."""
    keys = desk.page.keyboard
    status = desk.main.locator("#claim-head .badge-status")
    expect(desk.field(ONE_SIDED)).to_be_visible()
    keys.press("s")
    expect(desk.main.locator("#status")).to_be_focused()
    keys.type("In")
    keys.press("Tab")
    for missing in (NO_CLAIMANT, ONE_SIDED):
        if desk.field(missing).count():
            keys.press("Tab")
            expect(desk.field(missing)).to_be_focused()
            keys.type("Nobody else was there.")
    keys.press("Control+Enter")
    expect(status).to_have_text("In review")
    keys.press("r")
    expect(desk.main.locator("#review-form #comment")).to_be_focused()
    keys.type("Seen.")
    keys.press("Control+Enter")
    expect(status).to_have_text("Checked")
    expect(desk.main.locator("#verdict")).to_be_focused()


def add_evidence(desk: Desk) -> None:
    keys = desk.page.keyboard
    keys.press("n")
    form = desk.main.locator("#evidence-form")
    expect(form.get_by_role("radio", name="Supports")).to_be_focused()
    keys.press("ArrowDown")
    keys.press("Tab")
    keys.type("Tarsk Survey Office")
    for _ in range(3):
        keys.press("Tab")
    keys.type("https://example.org/survey")
    keys.press("Control+Enter")
    expect(desk.main.locator(".evidence-item")).to_contain_text("Tarsk Survey Office")
    expect(form).to_have_count(0)


def go_back(desk: Desk) -> None:
    ref = desk.page.url.rpartition("/claims/")[2].partition("#")[0]
    desk.page.keyboard.press("b")
    arrive(desk, rf"/articles/A-\d+#claim-{ref}$")
    expect(desk.page.locator(f"#claim-{ref}")).to_be_focused()


def make_claim_of_words(desk: Desk) -> None:
    keys = desk.page.keyboard
    keys.press("w")
    expect(desk.main.locator("#quote-words")).to_be_focused()
    keys.type("four quiet words")
    keys.press("Control+a")
    keys.type("a third was badly damaged")
    keys.press("Control+Enter")
    expect(desk.field("Title")).to_be_focused()
    keys.press("Control+a")
    keys.type("A third bridge was damaged")
    keys.press("Control+Enter")
    expect(desk.main.locator("[data-claim-card]:focus")).to_contain_text("A third bridge was damaged")


def stand(desk: Desk) -> Locator:
    """The card that has the focus."""
    expect(desk.main.locator("[data-claim-card]:focus")).to_have_count(1)
    return desk.page.locator(f"#{desk.page.evaluate('document.activeElement.id')}")


def arrive(desk: Desk, address: str) -> None:
    """Wait for a page whose scripts listen to keys."""
    desk.page.wait_for_url(re.compile(address), wait_until="load")

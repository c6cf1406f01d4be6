"""Acts swap parts of a page and nothing else moves; nothing moves by itself where that is not wanted; what
happened is said where a screen reader hears it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenDesk
from tests.browser.navigator import Desk
from workbench.domain.roles import Role

pytestmark = pytest.mark.browser

# Every shift of the page's own flow, also those right after a key. What floats above the page may grow.
WATCH = """() => {
  const own = ({ node }) => node && !(node.nodeType === 1 ? node : node.parentElement)?.closest("#notices");
  const tell = ({ node, previousRect: from, currentRect: to }) =>
    `${node.nodeName} ${(node.id || node.textContent).trim().slice(0, 40)}: ${from.y} to ${to.y}`;
  window.shifts = [];
  window.see = (entries) => {
    for (const { sources } of entries) window.shifts.push(...sources.filter(own).map(tell));
  };
  window.watching = new PerformanceObserver((list) => window.see(list.getEntries()));
  window.watching.observe({ type: "layout-shift" });
}"""
# What was drawn last is reported with the frame after it. On a machine with much to do a page nobody looks at
# may be given no frame at all: then nothing moved in it either.
READ = """async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const soon = new Promise((done) => setTimeout(done, 2000));
  await Promise.race([frame().then(frame), soon]);
  window.see(window.watching.takeRecords());
  return window.shifts;
}"""
MOVES = """[...document.querySelectorAll("*")].filter((one) => ["", "::before", "::after"].some((part) => {
  const { transitionDuration, animationDuration, animationName } = getComputedStyle(one, part || null);
  const longest = (times) => Math.max(...times.split(", ").map(parseFloat));
  const animated = animationName !== "none" && longest(animationDuration) > 0.01;
  return animated || longest(transitionDuration) > 0.01;
})).map((one) => one.outerHTML.slice(0, 80))"""


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    return open_desk(Role.CHECKER)


@contextmanager
def still(page: Page) -> Iterator[None]:
    """From here to the end of the block nothing of this page may move."""
    page.evaluate(WATCH)
    yield
    assert page.evaluate(READ) == []


def test_a_card_is_accepted_dismissed_and_taken_back(desk: Desk) -> None:
    article, keys = desk.open_article("A-1"), desk.page.keyboard
    card = article.proposals().first
    card = desk.page.locator(f"#{card.get_attribute('id')}")
    card.focus()
    said = desk.page.locator("#notices")
    said.evaluate("region => { window.region = region }")
    with still(desk.page):
        for key, words in (("a", "accepted"), ("u", "Undone."), ("d", "dismissed"), ("u", "Undone.")):
            keys.press(key)
            expect(said).to_contain_text(words)
            expect(card).to_be_focused()
    expect(said).to_have_attribute("aria-live", "polite")
    assert said.evaluate("region => region === window.region")  # one that was there before is heard


def test_a_new_part_takes_a_key_as_soon_as_it_is_there(desk: Desk) -> None:
    """Between a part's arrival and htmx's hold of it, its button would send the whole page."""
    article, keys = desk.open_article("A-1"), desk.page.keyboard
    article.proposals().first.focus()
    desk.page.evaluate("""() => {
      window.samePage = true;
      const seen = new MutationObserver(() => {
        const undo = document.querySelector("#notices [data-key=u]");
        if (!undo) return;
        seen.disconnect();
        undo.click();
      });
      seen.observe(document.getElementById("notices"), { childList: true, subtree: true });
    }""")
    keys.press("a")
    expect(desk.page.locator("#notices")).to_contain_text("Undone.")
    assert desk.page.evaluate("window.samePage") is True


def test_who_goes_on_by_keyboard_is_never_under_the_notice(desk: Desk) -> None:
    article, keys = desk.open_article("A-1"), desk.page.keyboard
    notice = desk.page.locator("#notices .notice")
    cards = article.proposals()
    cards.first.focus()
    keys.press("a")
    expect(notice).to_contain_text("accepted")
    expect(desk.page.locator("[data-claim-card]:focus")).to_have_class(re.compile("is-lit"))
    top = notice.bounding_box()["y"]  # type: ignore[index]  # it is there
    for _ in range(cards.count()):
        keys.press("j")
        here = desk.page.locator("[data-claim-card]:focus").bounding_box()
        assert here
        assert here["y"] + here["height"] <= top
    keys.press("u")
    expect(desk.page.locator("#notices")).to_contain_text("Undone.")


def test_a_claim_is_taken_and_written_about(desk: Desk) -> None:
    claim = desk.open_claim("C-16")
    form = claim.main.locator("#verdict-form")
    form.scroll_into_view_if_needed()
    said = claim.page.get_by_role("status").and_(claim.page.locator("#claim-said"))
    said.evaluate("region => { window.region = region }")
    with still(desk.page):
        form.get_by_role("radio", name="Half true").check()
        form.get_by_label("Reasoning").fill("One line")
        expect(form.locator("[data-draft-state]")).to_contain_text("Draft kept at")
        claim.press("Take it")
        expect(claim.main.get_by_text("Assigned to you")).to_be_visible()
        expect(said).to_contain_text("Saved. C-16")
    assert said.evaluate("region => region === window.region")


def test_the_palette_and_the_sheet_lie_above_the_page(desk: Desk) -> None:
    desk.page.goto("/claims")
    keys, find = desk.page.keyboard, desk.page.get_by_role("dialog", name="Find")
    with still(desk.page):
        keys.press("?")
        expect(desk.page.get_by_role("dialog", name="Keyboard")).to_contain_text("next, previous row")
        keys.press("Escape")
        keys.press("Control+k")
        expect(find.get_by_role("option").first).to_be_visible()
        keys.type("nothing at all")
        expect(find.get_by_role("status")).to_have_text("Nothing is called that.")
        keys.press("Escape")
    expect(find).to_be_hidden()


def test_the_watch_sees_what_moves(desk: Desk) -> None:
    desk.page.goto("/claims")
    desk.page.evaluate(WATCH)
    desk.page.evaluate("document.querySelector('main').style.paddingTop = '60px'")
    desk.page.wait_for_function("window.shifts.length")
    desk.complaints.clear()  # the policy refuses styles in place


@pytest.mark.parametrize("path", ["/articles/A-1", "/claims/C-10", "/claims"])
def test_nothing_moves_by_itself_where_that_is_not_wanted(open_desk: OpenDesk, path: str) -> None:
    desk = open_desk(Role.CHECKER, reduced_motion="reduce")
    desk.page.goto(path)
    assert desk.page.evaluate(MOVES) == []
    assert desk.page.evaluate("document.getAnimations().length") == 0
    desk.page.emulate_media(reduced_motion="no-preference")
    assert desk.page.evaluate(MOVES) != []  # else this would prove nothing

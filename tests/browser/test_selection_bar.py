"""Selected words for a claim there is: said here too, taken in, left out; and claims on the same words."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.article_page import ArticlePage
from tests.browser.conftest import OpenDesk
from workbench.domain.roles import Role

pytestmark = pytest.mark.browser

TITLE = "Varnovia lost 11 armoured vehicles"
BEFORE_IT = "at least 25 armoured vehicles and that"  # in the text
OTHER = "Emergency office opened shelters for 8,500 people"
ELSEWHERE = "the Institute for Frontier Studies warned"
KEPT = "window.kept = true"  # gone after a reload
SHINES = "[...(CSS.highlights.get('claim') ?? [])].map(String).join('')"


@pytest.fixture
def article(open_desk: OpenDesk) -> Iterator[ArticlePage]:
    article = open_desk(Role.CHECKER).open_article("A-1")
    article.page.evaluate(KEPT)
    yield article
    assert article.page.evaluate("window.kept")


def draw_over(article: ArticlePage, words: str) -> None:
    article.drag_over(words)
    expect(article.selection_bar()).to_be_visible()
    expect(article.selection_bar().locator("output")).to_have_text(f"“{words}”")


def press_with(article: ArticlePage, words: str, button: str) -> None:
    """Select words, and use a button of the bar for the claim whose card one was on."""
    draw_over(article, words)
    expect(article.selection_bar().get_by_label("or for")).to_have_value(article.ref_of(TITLE))
    article.tab_to(article.selection_bar().get_by_role("button", name=button), most=5)
    article.page.keyboard.press("Enter")
    expect(article.selection_bar()).to_be_hidden()


def test_said_here_too_and_undone(article: ArticlePage) -> None:
    before = article.marked_words(TITLE)
    article.card(TITLE).focus()
    press_with(article, ELSEWHERE, "Said here too")

    card = article.card(TITLE)
    expect(article.page.locator("#notices")).to_contain_text("is said here, too")
    expect(article.main.locator(f'mark[data-claims~="{article.ref_of(TITLE)}"]')).not_to_have_count(1)
    assert sorted([before, ELSEWHERE]) == sorted(marked_pieces(article))
    expect(card).to_be_focused()
    expect(card).to_contain_text(ELSEWHERE)

    article.page.keyboard.press("u")
    expect(article.page.locator("#notices")).to_contain_text("Undone")
    expect(card).not_to_contain_text(ELSEWHERE)
    assert article.marked_words(TITLE) == before


def test_words_are_taken_in_and_left_out(article: ArticlePage) -> None:
    before = article.marked_words(TITLE)
    wider = f"{BEFORE_IT} {before}"
    article.card(TITLE).focus()

    press_with(article, wider, "Take in")
    expect(article.page.locator("#notices")).to_contain_text("stands on other words now")
    expect(article.card(TITLE)).to_be_focused()
    assert article.marked_words(TITLE) == wider

    article.card(TITLE).focus()
    press_with(article, BEFORE_IT, "Leave out")
    expect(article.main.locator(f'mark[data-claims~="{article.ref_of(TITLE)}"]')).to_have_text([before])


def test_each_of_several_claims_on_the_same_words_shines_alone(article: ArticlePage) -> None:
    """By keyboard from card to card; the mark is one for all of them."""
    words = article.marked_words(TITLE)
    part = " ".join(words.split()[:3])
    other = OTHER
    article.card(other).focus()
    draw_over(article, part)
    article.tab_to(article.selection_bar().get_by_role("button", name="Said here too"), most=5)
    article.page.keyboard.press("Enter")
    refs = {article.ref_of(TITLE), article.ref_of(other)}
    shared = article.main.locator("mark.is-overlap").filter(has_text=re.compile(f"^{re.escape(part)}$"))
    expect(shared).to_have_count(1)
    assert set((shared.get_attribute("data-claims") or "").split()) == refs

    cards = article.main.locator("[data-claim-card]:visible")
    for _ in range(cards.count()):
        if article.card(TITLE).evaluate("card => card === document.activeElement"):
            break
        article.page.keyboard.press("j")
    expect(article.card(TITLE)).to_be_focused()
    assert article.page.evaluate(SHINES) == words
    article.card(other).focus()
    shines = article.page.evaluate(SHINES)
    assert part in shines
    assert words not in shines
    expect(shared).to_have_class(re.compile("is-lit"))

    shared.click()  # a click on words that several claims share goes through their cards
    first = article.page.evaluate("document.activeElement.dataset.claimCard")
    shared.click()
    assert {first, article.page.evaluate("document.activeElement.dataset.claimCard")} == refs
    article.page.keyboard.press("u")
    expect(
        article.main.locator("mark.is-overlap").filter(has_text=re.compile(f"^{re.escape(part)}$"))
    ).to_have_count(0)


def marked_pieces(article: ArticlePage) -> list[str]:
    """The stretches of the claim's words, those that stand side by side together."""
    marks = article.main.locator(f'mark[data-claims~="{article.ref_of(TITLE)}"]')
    pieces: list[str] = marks.evaluate_all(
        """marks => marks.reduce((found, { textContent: text, dataset }) => {
          const start = Number(dataset.start), end = start + [...text].length, last = found.at(-1);
          if (last?.end === start) Object.assign(last, { text: last.text + text, end });
          else found.push({ text, end });
          return found;
        }, []).map(({ text }) => text)"""
    )
    return pieces

"""Words selected in the article become a claim: with the mouse, and with the keyboard."""

import pytest
from playwright.sync_api import Route, expect

from tests.browser.article_page import ArticlePage
from tests.browser.conftest import OpenDesk
from workbench.domain.roles import Role

pytestmark = pytest.mark.browser

ACROSS_MARKS = "the Tarsk regional administration said. Its emergency office"
UNMARKED = "the Institute for Frontier Studies warned"


@pytest.fixture
def article(open_desk: OpenDesk) -> ArticlePage:
    return open_desk(Role.CHECKER).open_article("A-1")


def test_mouse_drawn_over_words_makes_a_claim_of_them(article: ArticlePage) -> None:
    article.drag_over(ACROSS_MARKS)
    expect(article.selection_bar()).to_contain_text(ACROSS_MARKS)

    claim = article.make_claim().save(title="An office of the administration acted")

    expect(claim.main.locator("blockquote b")).to_have_text(ACROSS_MARKS)
    expect(claim.status).to_have_text("New")
    claim.page.goto("/articles/A-1")
    assert article.marked_words("An office of the administration acted") == ACROSS_MARKS


def test_keyboard_extends_a_selection_and_goes_on_to_the_claim(article: ArticlePage) -> None:
    article.extend_over(UNMARKED)
    expect(article.selection_bar()).to_contain_text(UNMARKED)

    keyboard = article.page.keyboard
    article.tab_to(article.selection_bar().get_by_role("button", name="New claim"), most=5)
    keyboard.press("Enter")
    expect(article.field("Title")).to_be_focused()
    article.field("Title").fill("An institute gave a warning")
    article.field("Title").press("Enter")

    expect(article.card("An institute gave a warning")).to_be_focused()
    assert article.marked_words("An institute gave a warning") == UNMARKED


def test_words_selected_before_the_script_came_count(article: ArticlePage) -> None:
    held: list[Route] = []
    article.page.route("**/selection.js*", lambda route: held.append(route))
    article.page.goto("/articles/A-1", wait_until="commit")
    expect(article.main.locator("[data-article-text]")).to_contain_text(UNMARKED)
    article.select(UNMARKED)
    expect(article.selection_bar()).to_be_hidden()

    for route in held:
        route.continue_()

    expect(article.selection_bar()).to_contain_text(UNMARKED)


def test_escape_lets_go_of_the_words(article: ArticlePage) -> None:
    article.select(UNMARKED)
    expect(article.selection_bar()).to_be_visible()

    article.page.keyboard.press("Escape")

    expect(article.selection_bar()).to_be_hidden()


def test_words_that_stand_twice_ask_which_is_meant(article: ArticlePage) -> None:
    article.quote_words("Kessel Ford")
    slot = article.main.locator("#slot-new")
    expect(slot).to_contain_text("Which words?")
    expect(slot).to_be_focused()
    slot.get_by_role("link", name="This one 2").click()
    expect(slot.locator("blockquote mark")).to_have_text("Kessel Ford")
    expect(article.field("Title")).to_be_focused()
    article.page.keyboard.press("Escape")
    expect(article.main.locator("#quote-words")).to_be_focused()


def test_words_that_are_not_there_stay_to_be_mended(article: ArticlePage, open_desk: OpenDesk) -> None:
    article.quote_words("no such words")
    expect(article.page.locator("#notices")).to_contain_text("not in the text just so")
    expect(article.main.locator("#quote-words")).to_have_value("no such words")
    expect(article.main.locator("#slot-new")).to_be_empty()

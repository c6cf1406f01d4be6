"""An article in Arabic reads from right to left, and words selected in it are the words of the claim."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.article_page import ArticlePage
from tests.browser.conftest import OpenDesk
from tests.browser.looks import find_overflow, find_violations
from tests.browser.navigator import Desk
from workbench.domain.roles import Role

pytestmark = pytest.mark.browser

FIRST = "قالت وزارة الدفاع يوم الاثنين إن القوات تبعد نحو 30 كم عن الحدود."
SECOND = "ودمرت الغارة جسرين على نهر فيل بطول 120 مترا، بحسب وكالة Reuters."
THIRD = "ونفت الإدارة الإقليمية إصابة أي مدني في الهجوم."
TEXT = f"{FIRST} {SECOND}\n\n{THIRD}\n"
WORDS = "30 كم عن الحدود. ودمرت الغارة جسرين"  # over the border of two proposals
MIXED = "مترا، بحسب وكالة Reuters"  # with Latin letters, which run the other way
TITLE = "القوات تبعد 30 كم"


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    return open_desk(Role.CHECKER)


@pytest.fixture
def article(desk: Desk) -> ArticlePage:
    return desk.paste_article(TEXT, title="تقرير عن نهر فيل")


def test_it_is_set_from_right_to_left(article: ArticlePage, desk: Desk) -> None:
    assert article.text == TEXT
    expect(article.main.locator("[data-article-text]")).to_have_attribute("lang", "ar")
    first = article.main.locator("[data-article-text] p").first
    expect(first).to_have_attribute("dir", "rtl")
    expect(article.heading).to_have_css("direction", "rtl")
    expect(article.main.locator(".claim-title a").first).to_have_css("direction", "rtl")
    box, mark = first.bounding_box(), first.locator("mark").first.bounding_box()
    assert box
    assert mark
    assert mark["x"] + mark["width"] == pytest.approx(box["x"] + box["width"], abs=2)  # begins at the right
    assert article.page.evaluate("getComputedStyle(document.querySelector('.desk')).direction") == "ltr"
    assert desk.complaints == []
    assert find_violations(article.page) == []
    assert find_overflow(article.page) == []
    desk.complaints.clear()  # the policy refuses the styles of axe


def test_marks_and_cards_lead_to_each_other(article: ArticlePage) -> None:
    card = article.main.locator("[data-claim-card]").first
    mark = article.main.locator("mark").first
    expect(mark).to_have_attribute("data-claims", re.compile(card.get_attribute("data-claim-card") or "none"))
    mark.click()
    expect(card).to_be_focused()
    expect(mark).to_have_class(re.compile("is-lit"))


@pytest.mark.parametrize("words", [WORDS, MIXED], ids=["across sentences", "with Latin letters"])
def test_words_drawn_over_become_the_claims(article: ArticlePage, words: str) -> None:
    address = article.page.url
    article.select(words)
    expect(article.selection_bar()).to_contain_text(words)
    expect(article.selection_bar().locator("output")).to_have_css("direction", "rtl")
    claim = article.make_claim().save(title=TITLE)

    expect(claim.heading).to_have_text(TITLE)
    expect(claim.heading).to_have_css("direction", "rtl")
    expect(claim.main.locator("blockquote b")).to_have_text(words)
    article.page.goto(address)
    assert article.marked_words(TITLE) == words


def test_the_keyboard_extends_a_selection_to_the_left(article: ArticlePage) -> None:
    words = "وزارة الدفاع يوم الاثنين"
    article.extend_over(words, "Shift+ArrowLeft")
    expect(article.selection_bar().locator("output")).to_have_text(f"“{words}”")

"""An article with more cards than a page holds at once: every one is a key, a click or a scroll away."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests import factories
from tests.browser.article_page import ArticlePage
from tests.browser.conftest import OpenDesk
from tests.browser.site import Site
from workbench import database
from workbench.domain.roles import Role
from workbench.domain.status import Origin
from workbench.models import Claim

pytestmark = pytest.mark.browser

COUNT = 130
KEPT = "window.kept = true"  # gone after a reload


@pytest.fixture
def refs(site: Site) -> Iterator[list[str]]:
    """An article of its own for each test: its reference, then those of its claims in order."""
    lines = [f"Unit {number} is near the crossing.\n\n" for number in range(1, COUNT + 1)]
    with database.open_session(site.installation.engine) as session:
        version = factories.make_article(session, "".join(lines))
        claims: list[Claim] = [
            factories.make_claim(
                session,
                version,
                line.strip(),
                title=f"Unit {number}",
                accepted_at=None,
                origin=Origin.MACHINE,
            )
            for number, line in enumerate(lines, 1)
        ]
        article = factories.find_article(session, version)
        yield [f"A-{article.number}", *(f"C-{claim.number}" for claim in claims)]


def open_article(open_desk: OpenDesk, ref: str, **options: object) -> ArticlePage:
    return open_desk(Role.CHECKER, **options).open_article(ref)


def test_words_far_down_lead_to_a_card_that_was_not_there(open_desk: OpenDesk, refs: list[str]) -> None:
    article = open_article(open_desk, refs[0])
    page = article.page
    page.evaluate(KEPT)
    far = page.locator(f"#claim-{refs[110]}")
    expect(article.proposals()).to_have_count(60)
    expect(far).to_have_count(0)
    page.locator(f"#m-{refs[110]}").click()
    expect(far).to_be_focused()
    expect(far).to_be_in_viewport()
    expect(page.locator(".cards-later")).not_to_have_count(0)  # others still wait
    page.locator(".cards-later").first.scroll_into_view_if_needed()
    expect(page.locator(f"#claim-{refs[61]}")).to_be_visible()
    assert page.evaluate("window.kept")


def test_keys_go_on_where_the_page_ended(open_desk: OpenDesk, refs: list[str]) -> None:
    article = open_article(open_desk, refs[0])
    page = article.page
    page.locator(f"#claim-{refs[57]}").focus()
    expect(page.locator(f"#claim-{refs[61]}")).to_be_attached()
    for ref in refs[58:63]:
        page.keyboard.press("j")
        expect(page.locator(f"#claim-{ref}")).to_be_focused()


def test_a_claim_is_moved_over_the_edge_and_back(open_desk: OpenDesk, refs: list[str]) -> None:
    article = open_article(open_desk, f"{refs[0]}?claim={refs[60]}")
    page = article.page
    page.evaluate(KEPT)
    page.locator(f"#down-{refs[60]}").click()
    expect(page.locator(f"li:has(> #claim-{refs[61]}) + li > article")).to_have_id(f"claim-{refs[60]}")
    expect(page.locator("#notices")).to_contain_text("is moved")
    expect(page.locator(f"#down-{refs[60]}")).to_be_focused()
    page.locator("#notices").get_by_role("button", name="Undo").click()
    expect(page.locator(f"li:has(> #claim-{refs[60]}) + li > article")).to_have_id(f"claim-{refs[61]}")
    assert page_order(article)[58:62] == refs[59:63]
    assert page.evaluate("window.kept")


def test_all_are_accepted_and_marks_follow_whose_card_is_not_there(
    open_desk: OpenDesk, refs: list[str]
) -> None:
    article = open_article(open_desk, refs[0])
    page = article.page
    page.evaluate(KEPT)
    far = page.locator(f"#m-{refs[120]}")
    expect(far).to_have_class(re.compile("is-proposal"))
    article.accept_all()
    expect(far).not_to_have_class(re.compile("is-proposal"))
    expect(page.locator("[data-claim-card]")).to_have_count(60)  # what a page holds comes by itself
    page.locator("#notices").get_by_role("button", name="Undo").click()
    expect(far).to_have_class(re.compile("is-proposal"))
    assert page.evaluate("window.kept")


def test_without_a_script_each_stretch_is_a_link_away(open_desk: OpenDesk, refs: list[str]) -> None:
    article = open_article(open_desk, refs[0], java_script_enabled=False)
    page = article.page
    page.get_by_role("link", name=re.compile(f"20 more claims: {refs[101]} ")).click()
    expect(page.locator(f"#claim-{refs[101]}")).to_be_in_viewport()
    expect(page.locator(f"#claim-{refs[120]}")).to_have_count(1)


def page_order(article: ArticlePage) -> list[str]:
    return article.main.locator("[data-claim-card]").evaluate_all(
        "all => all.map((one) => one.dataset.claimCard)"
    )

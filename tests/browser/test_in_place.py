"""The forms of a claim open in the page, are saved there, and give the focus back: nothing loads anew."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.article_page import ArticlePage
from tests.browser.claim_page import ClaimPage
from tests.browser.conftest import OpenDesk
from tests.browser.looks import find_overflow, find_violations
from workbench.domain.roles import Role

pytestmark = pytest.mark.browser

SELECTED = "the Institute for Frontier Studies warned"  # unmarked words of the article


def mark(page: Page) -> None:
    """Leave a mark that any loading anew would wipe."""
    page.evaluate("window.kept = true")


def is_marked(page: Page) -> bool:
    return bool(page.evaluate("window.kept === true"))


def test_evidence_is_added_mended_and_withdrawn_in_place(open_desk: OpenDesk) -> None:
    claim = open_desk(Role.CHECKER).open_claim("C-25")
    page, form = claim.page, claim.main.locator("#evidence-form")
    mark(page)
    claim.main.locator("#verdict-form").get_by_label("Reasoning").fill("Half a thought")
    claim.main.get_by_role("link", name="Add evidence").click()
    expect(claim.field("Supports", form)).to_be_focused()
    claim.field("Context", form).check()
    claim.fill(form, excerpt="Twelve shelters.")
    page.evaluate("document.getElementById('evidence-form').noValidate = true")
    form.get_by_role("button", name="Add evidence").click()
    expect(form.get_by_role("alert")).to_be_focused()
    expect(claim.field("Excerpt", form)).to_have_value("Twelve shelters.")
    assert find_overflow(page) == []
    claim.fill(form, source="Shelter register", link="https://example.org/shelters")
    form.get_by_role("button", name="Add evidence").click()
    expect(claim.evidence("Context")).to_contain_text("Twelve shelters.")
    expect(form).to_have_count(0)
    expect(page.locator("#evidence-add")).to_be_focused()
    expect(claim.main.locator("#about")).to_contain_text("Shelter register")  # can be talked about at once
    assert "added evidence" in claim.history()[0]

    claim.evidence("Context").get_by_role("link", name="Edit").click()
    claim.fill(form, excerpt="Thirteen shelters.")
    form.get_by_role("button", name="Save").click()
    expect(claim.evidence("Context")).to_contain_text("Thirteen shelters.")
    expect(claim.evidence("Context").get_by_role("link", name="Edit")).to_be_focused()

    claim.evidence("Context").get_by_role("link", name="Withdraw").click()
    form = claim.main.locator("#evidence-withdraw-form")
    claim.fill(form, why="Of another town")
    form.get_by_role("button", name="Withdraw").click()
    expect(claim.evidence("Context")).to_have_count(0)
    expect(claim.main.get_by_text("Withdrawn evidence: 1")).to_be_visible()
    expect(claim.main.locator("#verdict-form").get_by_label("Reasoning")).to_have_value("Half a thought")
    assert is_marked(page)


def test_escape_and_cancel_give_back_and_the_draft_waits(open_desk: OpenDesk) -> None:
    claim = open_desk(Role.CHECKER).open_claim("C-16")
    page, main = claim.page, claim.main
    mark(page)
    main.locator("#claim-split-open").click()
    words = claim.field("Words of the new claim")
    expect(words).to_be_focused()
    with page.expect_response("**/drafts"):
        words.fill("a few words")
        page.keyboard.press("Escape")  # before the pause after which a draft is kept
    expect(words).to_have_count(0)
    expect(main.locator("#claim-split-open")).to_be_focused()
    page.keyboard.press("Enter")
    expect(words).to_have_value("a few words")
    expect(main.get_by_text("This is your draft")).to_be_visible()
    main.get_by_role("button", name="Discard the draft").click()
    expect(words).to_have_value("")
    expect(main.get_by_text("This is your draft")).to_have_count(0)

    main.locator("#claim-merge-open").click()  # one form of a claim at a time
    expect(words).to_have_count(0)
    expect(claim.field("Merge with")).to_be_focused()
    main.locator("#merge-form").get_by_role("link", name="Cancel").click()
    expect(main.locator("#claim-merge-open")).to_be_focused()
    assert is_marked(page)


def test_a_form_that_stands_open_goes_along_with_ones_own_acts(open_desk: OpenDesk) -> None:
    claim = open_desk(Role.REVIEWER).open_claim("C-25")
    mark(claim.page)
    claim.main.locator("#claim-edit-open").click()
    form = claim.main.locator("#claim-form")
    claim.fill(form, title="Twelve shelters stood in Tarsk")
    claim.press("Take it")
    expect(claim.main.get_by_text("Assigned to you")).to_be_visible()
    form.get_by_role("button", name="Save").click()
    expect(claim.heading).to_have_text("Twelve shelters stood in Tarsk")
    expect(claim.main.locator("#claim-edit-open")).to_be_focused()
    assert is_marked(claim.page)


def test_a_claim_is_split_withdrawn_and_taken_back_on_its_page(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.CHECKER)
    claim = desk.open_claim("C-25")
    mark(claim.page)
    quote = claim.main.locator("#appearances b").inner_text()
    split(claim, quote.split()[0])
    notice = claim.page.locator("#notices")
    expect(notice).to_contain_text("C-25 is split")
    expect(notice.get_by_role("link", name="Show C-")).to_be_visible()
    expect(claim.main.locator("#appearances b")).not_to_have_text(quote)
    expect(claim.main.locator("#claim-split-open")).to_be_focused()
    notice.get_by_role("button", name="Undo").click()
    expect(claim.main.locator("#appearances b")).to_have_text(quote)
    expect(notice).to_contain_text("Undone.")

    claim.withdraw("Said of another bridge")
    expect(claim.main.locator("#claim-head")).to_be_focused()
    assert "Said of another bridge" in claim.history()[0]
    claim.reinstate()
    assert is_marked(claim.page)
    assert find_violations(claim.page) == []
    desk.complaints.clear()


def test_another_scale_is_shown_as_soon_as_it_is_chosen(open_desk: OpenDesk) -> None:
    claim = open_desk(Role.CHECKER).open_claim("C-16")
    mark(claim.page)
    form = claim.main.locator("#verdict-form")
    form.get_by_label("Reasoning").fill("Typed before.")
    form.get_by_label("Scale").focus()
    form.get_by_label("Scale").select_option(label="PolitiFact Truth-O-Meter")
    expect(form.get_by_role("radio", name="Pants on Fire")).to_be_visible()
    expect(form.get_by_label("Scale")).to_be_focused()
    expect(form.get_by_label("Reasoning")).to_have_value("Typed before.")
    form.get_by_label("Scale").select_option(label="Five steps, False to True")
    expect(form.get_by_role("radio", name="Pants on Fire")).to_have_count(0)
    assert is_marked(claim.page)


def test_a_verdict_without_a_rating_leads_to_the_ratings(open_desk: OpenDesk) -> None:
    claim = open_desk(Role.CHECKER).open_claim("C-25")
    form = claim.main.locator("#verdict-form")
    form.get_by_label("Reasoning").fill("Typed before.")
    claim.press("Save verdict")
    expect(form.locator("input[name=rating]").first).to_be_focused()


def test_what_nobody_chose_is_not_kept_as_a_choice(open_desk: OpenDesk) -> None:
    """The verdict moves a new claim on: the step ahead is offered then, not the one that is behind."""
    claim = open_desk(Role.OWNER).open_claim("C-25")
    status = claim.main.locator("#status")
    expect(status).to_have_value("checking")
    claim.give_verdict("Half true", "Low", "Half of it holds.")
    expect(claim.status).to_have_text("Checking")
    expect(status).to_have_value("in review")
    status.select_option("new")
    claim.press("Take it")
    expect(claim.main.locator("#sorting")).to_contain_text("Assigned to you")
    expect(status).to_have_value("new")


def test_links_bring_the_history_up_to_date(open_desk: OpenDesk) -> None:
    claim = open_desk(Role.CHECKER).open_claim("C-16")
    mark(claim.page)
    claim.main.get_by_text("Link a claim").click()
    form = claim.main.locator("#link-form")
    claim.fill(form, claim="C-10")
    form.get_by_role("button", name="Link").click()
    related = claim.main.locator("#related")
    expect(related.get_by_role("button", name="Take the link back C-10")).to_be_visible()
    expect(claim.main.locator("ol.history > li").first).to_contain_text("link")
    related.get_by_role("button", name="Take the link back C-10").click()
    expect(claim.main.locator("ol.history > li").first).to_contain_text("took a link back")
    assert is_marked(claim.page)


def test_beside_the_text_cards_and_marks_change_alone(open_desk: OpenDesk) -> None:
    article = open_desk(Role.CHECKER).open_article("A-1")
    page = article.page
    mark(page)
    article.accept_all()
    text = page.evaluate("window.words = document.getElementById('article-text').outerHTML.length")
    assert text > 1000
    [title, other, third, *_] = article.titles()
    card = article.unfold(title)
    ref = article.ref_of(title)
    words = card.locator("blockquote").first.inner_text().split()[0]
    card.get_by_role("link", name="Split").click()
    expect(card.locator("#split-form")).to_be_visible()
    assert find_overflow(page) == []
    page.keyboard.press("Escape")
    expect(card.get_by_role("link", name="Split")).to_be_focused()
    card.get_by_role("link", name="Split").click()
    fill_split(article, words)
    new = article.card("Split off")
    expect(new).to_be_visible()
    new_ref = new.get_attribute("data-claim-card")
    mark_of_new = article.main.locator(f'mark[data-claims~="{new_ref}"]').first
    expect(mark_of_new).to_be_visible()  # the paragraph came along
    following = page.locator(f"li:has(> #claim-{ref}) + li > article")
    expect(following).to_have_attribute("id", f"claim-{new_ref}")

    card = article.unfold("Split off")
    card.get_by_role("link", name="Merge").click()
    form = card.locator("#merge-form")
    article.fill(form, merge_with=ref)
    form.get_by_role("button", name="Merge").click()
    expect(page.locator(f"#claim-{new_ref}")).to_have_count(0)
    expect(page.locator(f"#claim-{ref}")).to_be_focused()
    expect(mark_of_new).to_have_count(0)

    card = article.unfold(other)
    card.get_by_role("link", name="Withdraw").click()
    form = card.locator("#withdraw-form")
    article.fill(form, why="Nobody said so")
    form.get_by_role("button", name="Withdraw").click()
    expect(article.card(other)).to_contain_text("Nobody said so")

    card = article.unfold(third)
    card.get_by_role("link", name="Edit").click()
    form = card.locator("#claim-form")
    article.fill(form, title="In other words")
    form.get_by_role("button", name="Save").click()
    expect(article.card("In other words")).to_be_visible()
    expect(article.card("In other words").get_by_role("link", name="Edit")).to_be_focused()
    assert is_marked(page)


def test_selected_words_become_a_claim_beside_the_text(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.CHECKER)
    article = desk.open_article("A-1")
    page, bar = article.page, article.selection_bar()
    form, title = article.main.locator("#claim-form"), article.field("Title")
    mark(page)
    article.drag_over(SELECTED)
    expect(bar).to_be_visible()
    bar.get_by_role("button", name="New claim").click()
    expect(title).to_be_focused()
    expect(bar).to_be_hidden()
    expect(article.main.locator("#slot-new mark")).to_have_text(SELECTED)
    expect(article.main.locator("#slot-new .memory")).to_be_visible()
    assert find_overflow(page) == []
    assert find_violations(page) == []
    desk.complaints.clear()  # the policy refuses the styles of axe

    with page.expect_response("**/drafts"):
        title.fill("A warning was given")
        page.keyboard.press("Escape")
    expect(form).to_have_count(0)
    expect(bar.get_by_role("button", name="New claim")).to_be_focused()
    expect(bar.locator("output")).to_have_text(f"“{SELECTED}”")  # the words are selected as they were
    page.keyboard.press("Enter")
    expect(title).to_have_value("A warning was given")
    article.main.get_by_role("button", name="Discard the draft").click()
    expect(title).not_to_have_value("A warning was given")
    expect(article.main.get_by_text("This is your draft")).to_have_count(0)

    page.evaluate("document.getElementById('claim-form').noValidate = true")
    article.fill(form, title="A warning was given", statement="")
    form.get_by_role("button", name="Save claim").click()
    expect(form.get_by_role("alert")).to_be_focused()
    expect(title).to_have_value("A warning was given")
    article.fill(form, statement="The institute warned.")
    form.get_by_role("button", name="Save claim").click()
    expect(form).to_have_count(0)
    card = article.card("A warning was given")
    expect(card).to_be_focused()
    expect(card.get_by_role("link", name="Split")).to_be_visible()
    ref = article.ref_of("A warning was given")
    expect(article.main.locator(f'mark[data-claims~="{ref}"]').first).to_be_visible()
    assert article.marked_words("A warning was given") == SELECTED

    page.locator("#notices").get_by_role("button", name="Undo").click()
    expect(card).to_have_count(0)
    expect(article.main.locator(f'mark[data-claims~="{ref}"]')).to_have_count(0)
    assert is_marked(page)


def split(claim: ClaimPage, words: str) -> None:
    claim.main.locator("#claim-split-open").click()
    fill_split(claim, words)


def fill_split(window: ArticlePage | ClaimPage, words: str) -> None:
    form = window.main.locator("#split-form")
    window.fill(
        form,
        words_of_the_new_claim=words,
        title_of_the_new_claim="Split off",
        statement_of_the_new_claim="This was split off.",
    )
    form.get_by_role("button", name="Split").click()
    expect(form).to_have_count(0)

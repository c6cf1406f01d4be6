"""The main job end to end, as two people do it; the very same with JavaScript switched off."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.article_page import ArticlePage
from tests.browser.claim_page import ClaimPage
from tests.browser.conftest import OpenDesk
from tests.browser.navigator import Desk
from tests.browser.site import Site, make_empty, serve
from workbench.demo import ARTICLE, SEEDS
from workbench.domain.roles import Role

pytestmark = pytest.mark.browser

DEMO = (SEEDS / ARTICLE).read_text("utf-8")
TITLE = "Northern brigades cross the Vell; Varnovia disputes it"
DETAILS = {
    "title": TITLE,
    "outlet": "Vell Valley Courier",
    "address": "https://example.org/courier/vell",
    "author": "Staff writers",
    "published_on": "2025-05-14",
}
BORDER = "About 30 km from Varnovian border, near rail junction at Kessel Ford"
BORDER_WORDS = (
    "Northern units are reportedly about 30 km from the Varnovian border, "
    "near the rail junction at Kessel Ford"
)
BRIDGES = "Third bridge badly damaged"
SURVEY = b"point,km\nKessel Ford,41\nrail junction,41.3\n"
REASONING = "The junction is 41 km from the border; patrols were seen at 31 km."


@pytest.fixture
def site(sqlite_template: Path, tmp_path: Path) -> Iterator[Site]:
    """A desk of its own for each walk, so that its lists hold nothing else."""
    make_empty(sqlite_template, tmp_path / "data")
    with serve(tmp_path / "data") as site:
        yield site


@pytest.mark.parametrize("javascript", [True, False], ids=["with-javascript", "without-javascript"])
def test_from_a_pasted_article_to_a_published_report(open_desk: OpenDesk, javascript: bool) -> None:
    desk = open_desk(
        Role.CHECKER, java_script_enabled=javascript, permissions=["clipboard-read", "clipboard-write"]
    )
    reviewer = open_desk(Role.REVIEWER, java_script_enabled=javascript)

    article = desk.paste_article(DEMO, **DETAILS)
    ref = article.ref
    see_what_was_taken_in(article)
    unfold_furniture(article)
    sort_the_proposals(article)

    claim = article.open_claim(BORDER)
    mend(claim)
    gather_evidence(claim)
    judge_and_sign(claim, reviewer)
    read_the_history(claim)
    withdraw_and_reinstate(desk.open_article(ref).open_claim(BRIDGES))
    claim_ref = ClaimPage(reviewer.page).ref
    assert "Half true" in desk.open_claim(claim_ref).copy_as_text()

    find_again(desk, claim_ref)
    draft_reports(desk, ref)
    publish(reviewer, ref, claim_ref)
    correct(desk, reviewer, claim_ref)
    read_as_guest(open_desk(java_script_enabled=javascript), claim_ref)


def see_what_was_taken_in(article: ArticlePage) -> None:
    expect(article.heading).to_have_text(TITLE)
    for fact in ("Vell Valley Courier", "Staff writers", "14 May 2025", "example.org"):
        expect(article.main.locator(".page-head")).to_contain_text(fact)
    assert article.text == DEMO
    assert article.marked_words(BORDER) == BORDER_WORDS
    expect(article.unfold(BORDER)).to_contain_text("Proposed by the splitter")
    expect(article.unfold("Third bridge badly damaged")).to_contain_text("Tarsk regional administration")


def unfold_furniture(article: ArticlePage) -> None:
    folded = " ".join(article.folds())
    assert all(
        words in folded for words in ("INVENTED ARTICLE", "Share this article", "[…]", "Advertisement")
    )
    expect(article.main.locator("details.furniture[open]")).to_have_count(0)
    before = len(article.titles())

    article.unmark("Share this article")

    assert "Share this article" not in " ".join(article.folds())
    assert len(article.titles()) == before
    assert article.text == DEMO


def sort_the_proposals(article: ArticlePage) -> None:
    article.accept("Two brigades crossed river Vell")
    expect(article.main).to_contain_text(re.compile(r"1 claim,\s+0 checked"))
    article.dismiss("Images could not be independently verified")
    article.undo("Images could not be independently verified")
    article.dismiss("Number of missing soldiers is six")

    article.accept_all()

    expect(article.card("Images could not be independently verified")).to_contain_text("No verdict")
    expect(article.card("Number of missing soldiers is six")).to_have_class(re.compile("is-withdrawn"))


def mend(claim: ClaimPage) -> None:
    claim.edit(
        title="30 km from border",
        statement="Northern units are about 30 km from the Varnovian border",
        claimant="Northern field command",
        why="The place is a claim of its own",
    )
    expect(claim.heading).to_have_text("30 km from border")
    expect(claim.main.get_by_role("link", name="Northern field command").first).to_be_visible()


def gather_evidence(claim: ClaimPage) -> None:
    claim.add_evidence(
        "Refutes",
        "Tarsk Survey Office",
        link="https://example.org/survey/14-may",
        excerpt="Kessel Ford: 41 km by the shortest line.",
        where_in_it="Sheet 4",
        credibility="2 – Probably true",
        published_on="2025-05-15",
        note="The office measured on request.",
    )
    expect(claim.evidence("Refutes")).to_contain_text("41 km by the shortest line")
    expect(claim.evidence("Refutes")).to_contain_text("Tarsk Survey Office")

    claim.add_evidence("Context", "Tarsk Survey Office", ("survey.csv", "text/csv", SURVEY), kind="Dataset")
    kept = claim.evidence("Context")
    expect(kept.get_by_role("link", name=re.compile("survey.csv"))).to_be_visible()
    address = claim.page.url
    claim.press("Kept copy: survey.csv")
    expect(claim.main.get_by_text("Chain of custody")).to_be_visible()
    assert claim.read_download("Download survey.csv") == SURVEY
    claim.page.goto(address)


def judge_and_sign(claim: ClaimPage, reviewer: Desk) -> None:
    claim.give_verdict("Half true", "Medium", REASONING)
    expect(claim.status).to_have_text("Checking")
    claim.move_to("In review", why="Ready", one_sided="No other survey was made.")
    expect(claim.main).to_contain_text("Waiting for a reviewer.")

    seen = reviewer.open_claim(claim.ref)
    seen.send_back("Say who saw the patrols.")
    claim.page.reload()
    expect(claim.main).to_contain_text("Say who saw the patrols.")
    claim.give_verdict("Half true", "High", f"{REASONING} The survey office saw them.")
    claim.move_to("In review")

    seen.page.reload()
    seen.sign("Measured again.")
    claim.page.reload()
    expect(claim.status).to_have_text("Checked")
    expect(claim.verdict).to_contain_text("Signed by Demo reviewer")


def read_the_history(claim: ClaimPage) -> None:
    """Who, when, what changed, why."""
    acts = claim.history()
    assert acts[0].startswith("Demo reviewer signed the verdict")
    assert "Measured again." in acts[0]
    assert re.search(r"\d{1,2} \w{3,4} 20\d\d, \d\d:\d\d", acts[0])
    [edited] = [act for act in acts if act.startswith("Demo checker edited this")]
    assert "30 km from border" in edited
    assert "About 30 km from Varnovian border" in edited
    assert "The place is a claim of its own" in edited
    assert any(act.startswith("Demo checker accepted this claim") for act in acts)
    assert any("Say who saw the patrols." in act for act in acts)


def withdraw_and_reinstate(claim: ClaimPage) -> None:
    claim.withdraw("Said of another bridge")
    expect(claim.main).to_contain_text("Withdrawn: Said of another bridge")
    claim.reinstate()
    expect(claim.status).to_have_text("New")


def find_again(desk: Desk, ref: str) -> None:
    desk.go_to("Claims")
    assert desk.filter(words="varnovian border", status="Checked", rating="Half true") == [
        "30 km from border"
    ]
    assert desk.filter(rating="False") == []
    expect(desk.main).to_contain_text("No claim fits this")
    desk.go_to("Articles")
    assert desk.filter(words="sabotage unit") == [TITLE]
    desk.go_to("Sources")
    assert desk.filter(words="survey") == ["Tarsk Survey Office"]
    desk.main.get_by_role("link", name="Tarsk Survey Office").click()
    expect(desk.main.locator(f'a[href*="/claims/{ref}"]').first).to_be_visible()


def draft_reports(desk: Desk, ref: str) -> None:
    desk.open_article(ref).press("Make a report")
    page = desk.read_download("Web page (one file, printable)").decode()
    assert "30 km from border" in page
    assert json.loads(desk.read_download("JSON (everything, for programs)"))
    assert desk.read_download("Markdown (text with headings)").startswith(b"# ")
    assert "30 km from border" in desk.read_download("CSV (one row a claim, for spreadsheets)").decode(
        "utf-8-sig"
    )
    expect(desk.main.get_by_role("button", name=re.compile("Publish"))).to_have_count(0)


def publish(reviewer: Desk, ref: str, claim_ref: str) -> None:
    reviewer.open_article(ref).press("Make a report")
    reviewer.press("Publish the chosen claims…")
    expect(reviewer.heading).to_have_text("Publish this report?")
    offered = reviewer.main.locator("input[type=checkbox][name=claims]").all()
    assert [box.get_attribute("value") for box in offered] == [claim_ref]
    assert offered[0].is_checked()
    reviewer.fill(title="What is known of the crossing")
    reviewer.field("Anybody may read it").check()
    reviewer.press("Publish")
    expect(reviewer.heading).to_have_text("What is known of the crossing")
    expect(reviewer.page.get_by_role("status").filter(has_text="is published.")).to_have_count(1)
    frozen = reviewer.read_download("JSON (everything, for programs)")

    claim = reviewer.open_claim(claim_ref)
    expect(claim.status).to_have_text("Published")
    claim.move_to("Checking", why="A new map came in")
    claim.edit(title="40 km from border")

    reviewer.go_to("Reports")
    assert reviewer.rows() == ["What is known of the crossing"]
    reviewer.main.get_by_role("link", name="What is known of the crossing").click()
    assert reviewer.read_download("JSON (everything, for programs)") == frozen
    assert b"30 km from border" in frozen


def correct(checker: Desk, reviewer: Desk, claim_ref: str) -> None:
    """What was published is changed in the open, by a verdict that a second person has signed as well."""
    claim = checker.open_claim(claim_ref)
    claim.give_verdict("Mostly false", "High", "The new map has the junction at 41 km.")
    claim.move_to("In review")
    reviewer.open_claim(claim_ref).sign("The map is right.")

    reviewer.page.reload()
    reviewer.main.get_by_role("link", name="Publish it in a report").click()
    expect(reviewer.heading).to_have_text("Publish this report?")
    reviewer.main.get_by_role("link", name="Change R-1").click()
    expect(reviewer.heading).to_have_text("Change R-1 in the open")
    reviewer.main.get_by_label("Correction").check()
    reviewer.fill(public_note="The distance was wrong: it is 41 km.")
    reviewer.press("Publish the change")
    expect(
        reviewer.page.get_by_role("status").filter(has_text="R-2 is published in place of R-1.")
    ).to_have_count(1)
    expect(reviewer.open_claim(claim_ref).status).to_have_text("Published")


def read_as_guest(guest: Desk, claim_ref: str) -> None:
    """Who has no account sees what is published, is told what holds now, and sees nothing else."""
    guest.page.goto("/")
    guest.page.get_by_role("link", name="Published reports").click()
    expect(guest.heading).to_have_text("Published reports")
    assert guest.rows() == ["What is known of the crossing"] * 2
    guest.page.goto("/published/R-1")
    body = guest.page.locator("body")
    expect(body).to_contain_text("This is not what holds now")
    expect(body).to_contain_text("The distance was wrong: it is 41 km.")
    guest.page.get_by_role("link", name="Read R-2").click()
    expect(guest.page).to_have_url(re.compile("/published/R-2$"))
    expect(body).to_contain_text("Half true")
    expect(body).to_contain_text("Mostly false")
    expect(body).to_contain_text("signed by Demo reviewer")
    guest.page.goto(f"/claims/{claim_ref}")
    expect(guest.heading).to_have_text("Log in")

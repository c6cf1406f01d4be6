"""Claims on the web: accepted, edited, judged, signed, withdrawn."""

import re

import pytest
from sqlmodel import col, select

from tests import factories
from tests.web.desk import RunningDesk
from tests.web.forms import HTMX, read_hidden
from workbench.domain.ratings import DEFAULT_SCALE, find_scale
from workbench.domain.roles import Role
from workbench.domain.status import Origin, Status
from workbench.models import Claim, Source, Verdict
from workbench.queries.claims import get_claim
from workbench.queries.desk import get_desk
from workbench.queries.history_check import check_history

EDIT = {"title": "Edited title", "statement": "Edited statement.", "kind": "event", "claimant_kind": "person"}
VERDICT = {
    "rating": "mostly-true",
    "confidence": "high",
    "reasoning": "Two maps agree.",
}


def make(desk: RunningDesk, **values: object) -> str:
    with desk.open() as session:
        return f"/claims/C-{factories.make_claim(session, **values).number}"


def load(desk: RunningDesk, url: str) -> Claim:
    with desk.open() as session:
        return get_claim(session, int(url.rsplit("-", 1)[1]))


def make_proposal(desk: RunningDesk, **values: object) -> str:
    return make(desk, accepted_at=None, origin=Origin.MACHINE, **values)


def give_verdict(desk: RunningDesk, url: str, role: Role = Role.CHECKER) -> None:
    """A verdict, and the claim moved on to review."""
    browser = desk.browser(role)
    with desk.open() as session:
        factories.make_ready(session, load(desk, url))
    browser.save(f"{url}/verdict", **read_hidden(browser.read(url), "verdict-form") | VERDICT)
    browser.save(f"{url}/status", **read_hidden(browser.read(url), "status-form"), status="in review")


def test_a_proposal_is_accepted_on_its_page_and_beside_the_text(desk: RunningDesk) -> None:
    url = make_proposal(desk)
    assert "Proposed by the splitter" in desk.viewer.read(url)
    assert desk.viewer.post(f"{url}/accept", version=1).status_code == 403
    assert desk.checker.save(f"{url}/accept", version=1) == url
    assert load(desk, url).accepted_at is not None
    assert desk.checker.post(f"{url}/accept", version=1).status_code == 409
    other = make_proposal(desk)
    to = desk.checker.save(f"{other}/accept", version=1, back="article")
    assert to.startswith("/articles/A-")
    assert to.endswith(f"#claim-{other.rsplit('/', 1)[1]}")


def test_under_htmx_the_card_alone_comes_back(desk: RunningDesk) -> None:
    url = make_proposal(desk)
    part = desk.checker.post(f"{url}/dismiss", HTMX, version=1, back="article")
    assert part.status_code == 200
    assert "<html" not in part.text
    assert f'id="claim-{url.rsplit("/", 1)[1]}"' in part.text
    assert "is-withdrawn" in part.text
    stale = desk.checker.post(f"{url}/accept", HTMX, version=1, back="article")
    assert (stale.status_code, stale.headers["HX-Retarget"]) == (409, "#notices")


def test_dismissing_is_undone(desk: RunningDesk) -> None:
    url = make_proposal(desk)
    desk.checker.save(f"{url}/dismiss", version=1)
    assert "not a claim" in desk.viewer.read(url)
    desk.checker.save(f"{url}/reinstate", version=2)
    assert "Proposed by the splitter" in desk.viewer.read(url)


def test_saving_a_proposal_accepts_it_with_a_claimant_made_on_the_spot(desk: RunningDesk) -> None:
    url = make_proposal(desk)
    fields = read_hidden(desk.checker.read(f"{url}/edit"), "claim-form")
    desk.checker.save(f"{url}/edit", **fields, **EDIT, claimant="Somebody New", reason="Clearer")
    page = desk.viewer.read(url)
    for told in ("Edited title", "Somebody New", "edited this", "Clearer", "Checker"):
        assert told in page
    assert "Proposed by the splitter" not in page
    with desk.open() as session:
        source = session.exec(select(Source).where(col(Source.name) == "Somebody New")).one()
    assert source.kind == "person"
    assert f"/sources/S-{source.number}" in page


def test_a_form_sent_twice_edits_once(desk: RunningDesk) -> None:
    url = make(desk)
    fields = read_hidden(desk.checker.read(f"{url}/edit"), "claim-form") | EDIT
    assert desk.checker.save(f"{url}/edit", **fields) == desk.checker.save(f"{url}/edit", **fields) == url
    assert load(desk, url).version == 2


def test_a_verdict_is_given_replaced_and_told_as_text(desk: RunningDesk) -> None:
    url = make(desk)
    fields = read_hidden(desk.checker.read(url), "verdict-form")
    desk.checker.save(f"{url}/verdict", **fields, **VERDICT)
    desk.checker.save(f"{url}/verdict", **fields, **VERDICT)  # the same form, twice
    again = read_hidden(desk.owner.read(url), "verdict-form")
    desk.owner.save(f"{url}/verdict", **again, **VERDICT | {"rating": "false", "reasoning": "A new map."})
    page = desk.viewer.read(url)
    for told in (
        "Mostly true",
        "False",
        "Two maps agree.",
        "A new map.",
        "Earlier verdicts",
        "gave a verdict",
    ):
        assert told in page
    with desk.open() as session:
        found = session.exec(select(Verdict).where(Verdict.claim_id == load(desk, url).id)).all()
    assert len(found) == 2
    text = desk.viewer.get(f"{url}/text")
    assert text.mimetype == "text/plain"
    assert "A new map." in text.text


def test_a_reviewer_signs_and_what_is_signed_stays_until_it_is_re_opened(desk: RunningDesk) -> None:
    url = make(desk)
    give_verdict(desk, url)
    assert "Waiting for a reviewer" in desk.checker.read(url)
    assert desk.checker.post(f"{url}/sign", version=3).status_code == 403
    fields = read_hidden(desk.reviewer.read(url), "review-form")
    desk.reviewer.save(f"{url}/sign", **fields, comment="Well done")
    page = desk.checker.read(url)
    for told in ("Signed by Reviewer", "Well done", "Checked"):
        assert told in page
    for offered in (f"{url}/edit", "verdict-form", f"{url}/evidence/new", "status-form"):
        assert offered not in page
    refused = desk.checker.post(f"{url}/verdict", version=4, scale="five-steps", **VERDICT)
    assert (refused.status_code, "Re-open it first" in refused.text) == (422, True)
    refused = desk.checker.post(f"{url}/edit", version=4, **EDIT)
    assert (refused.status_code, "Edited statement." in refused.text) == (422, True)
    assert desk.checker.post(f"{url}/status", version=4, status="checking").status_code == 403
    status = read_hidden(desk.reviewer.read(url), "status-form")
    refused = desk.reviewer.post(f"{url}/status", **status, status="checking", reason=" ")
    assert (refused.status_code, "Say why: it stands in the history." in refused.text) == (422, True)
    assert 'href="#status-reason"' in refused.text
    assert load(desk, url).status is Status.CHECKED
    desk.reviewer.save(f"{url}/status", **status, status="checking", reason="New footage")
    assert load(desk, url).status is Status.CHECKING
    assert "New footage" in desk.viewer.read(f"{url}?history=all")


def test_signed_claims_are_re_opened_together_for_one_reason(desk: RunningDesk) -> None:
    urls = [make(desk), make(desk)]
    for url in urls:
        give_verdict(desk, url)
        fields = read_hidden(desk.reviewer.read(url), "review-form")
        desk.reviewer.save(f"{url}/sign", **fields, comment="")
    refs = [url.rsplit("/", 1)[1] for url in urls]
    versions = {f"version-{ref}": load(desk, url).version for ref, url in zip(refs, urls, strict=True)}
    chosen = {"claim": refs, **versions, "act": "status", "status": "checking"}
    refused = desk.reviewer.post("/claims/work", **chosen, reason="")
    assert (refused.status_code, f"{refs[0]}: Say why" in refused.text) == (422, True)
    desk.reviewer.save("/claims/work", **chosen, reason="The map was moved")
    for url in urls:
        assert load(desk, url).status is Status.CHECKING
        assert "The map was moved" in desk.viewer.read(f"{url}?history=all")


def test_a_return_says_what_to_mend(desk: RunningDesk) -> None:
    url = make(desk)
    give_verdict(desk, url)
    fields = read_hidden(desk.reviewer.read(url), "review-form")
    refused = desk.reviewer.post(f"{url}/return", **fields, comment="")
    assert (refused.status_code, "Say what has to be mended" in refused.text) == (422, True)
    refused = desk.reviewer.post(f"{url}/return", **fields, comment="Which map?", points="no such words")
    assert (refused.status_code, "Not in the statement or the verdict" in refused.text) == (422, True)
    assert "no such words</textarea>" in refused.text
    desk.reviewer.save(f"{url}/return", **fields, comment="Which map?", points="Two maps\r\n30 km")
    page = desk.checker.read(url)
    assert "Returned by Reviewer" in page
    assert "Which map?" in page
    assert ">Two maps<sup>1</sup></mark> agree." in page
    assert ">30 km<sup>2</sup></mark> from the border." in page
    assert '<q dir="auto">30 km</q> <span class="muted">in the statement</span>' in page
    # Its author mends it; others begin anew.
    assert "Mend your verdict" in page
    assert re.search(r"<textarea[^>]* name=\"reasoning\"[^>]*>\s*Two maps agree.", page)
    assert 'value="mostly-true" checked' in page
    assert "Mend your verdict" not in desk.owner.read(url)
    assert 'value="mostly-true" checked' not in desk.owner.read(url)
    # Another verdict is another text: nothing points at it.
    desk.checker.save(f"{url}/verdict", **read_hidden(desk.checker.read(url), "verdict-form") | VERDICT)
    page = desk.checker.read(url)
    assert "pointed" not in page
    earlier = page[page.index("verdicts-before") :]
    label = find_scale(DEFAULT_SCALE).label("mostly-true")
    assert f'data-rating="{label.colour}">{label.text}<' in earlier
    assert label.definition in earlier
    assert "Five steps, False to True, version 2" in earlier


def test_ones_own_verdict_is_signed_only_by_a_desk_alone_and_labelled(desk: RunningDesk) -> None:
    url = make(desk)
    give_verdict(desk, url, Role.OWNER)
    page = desk.owner.read(url)
    assert "Somebody else has to sign your verdict" in page
    assert "review-form" not in page
    assert desk.owner.post(f"{url}/sign", version=3).status_code == 403
    with desk.open() as session:
        factories.edit(session, get_desk(session), alone=True)
    fields = read_hidden(desk.owner.read(url), "review-form")
    desk.owner.save(f"{url}/sign", **fields, comment="")
    assert "the same person who gave the verdict" in desk.viewer.read(url)
    with desk.open() as session:
        factories.edit(session, get_desk(session), alone=False)


def test_withdrawing_needs_a_reason_and_brings_the_status_back(desk: RunningDesk) -> None:
    url = make(desk, status=Status.CHECKING)
    fields = read_hidden(desk.checker.read(f"{url}/withdraw"), "withdraw-form")
    assert desk.checker.post(f"{url}/withdraw", **fields, reason="").status_code == 422
    desk.checker.save(f"{url}/withdraw", **fields, reason="Not checkable")
    assert "Withdrawn: Not checkable" in desk.viewer.read(url)
    desk.checker.save(f"{url}/reinstate", version=2)
    assert load(desk, url).status is Status.CHECKING


@pytest.mark.parametrize("code", ["json", "csv", "markdown", "html"])
def test_proposals_and_withdrawn_claims_stay_out_of_reports(desk: RunningDesk, code: str) -> None:
    with desk.open() as session:
        version = factories.make_article(session)
        article = factories.find_article(session, version).number
        good = factories.make_claim(session, version, title="A good one")
        factories.make_claim(session, version, title="Only proposed", accepted_at=None)
        factories.make_claim(session, version, title="Taken back", status=Status.WITHDRAWN)
    chosen = "&".join(f"claim=C-{good.number + more}" for more in range(3))
    for url in (f"/articles/A-{article}/report.{code}", f"/claims/report.{code}?{chosen}"):
        made = desk.viewer.read(url)
        assert "A good one" in made
        assert "Only proposed" not in made
        assert "Taken back" not in made
    assert desk.viewer.get(f"/claims/report.{code}?claim=C-{good.number + 1}").status_code == 404


def test_the_history_of_all_this_is_whole(desk: RunningDesk) -> None:
    with desk.open() as session:
        assert check_history(session) == []

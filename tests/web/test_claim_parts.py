"""What is done on the claim page is answered with its parts, and nothing typed is lost by it."""

import json
import re

import lxml.html
import pytest

from tests import factories
from tests.web.desk import Browser, RunningDesk
from tests.web.forms import HTMX, read_hidden
from workbench.domain.roles import Role
from workbench.domain.status import Origin, Status
from workbench.models import Claim
from workbench.queries.claim_table import read_tags_of
from workbench.queries.claims import get_claim

_ID = re.compile(r'\bid="([^"]+)"')
_SWAPPED = re.compile(r'id="([a-z-]+)"[^>]*hx-swap-oob="(?:true|innerHTML)"')
VERDICT = {"rating": "half-true", "confidence": "low", "reasoning": "One map shows it."}
EDITED = {
    "title": "A new title",
    "statement": "Troops near Kyiv.",
    "kind": "event",
    "claimant_kind": "person",
}


def make_claim(desk: RunningDesk, **values: object) -> str:
    with desk.open() as session:
        return f"C-{factories.make_claim(session, **values).number}"


def load(desk: RunningDesk, ref: str) -> Claim:
    with desk.open() as session:
        return get_claim(session, int(ref[2:]))


def send(browser: Browser, ref: str, form: str, path: str, **typed: str) -> str:
    """Send one of the page's forms as htmx does; the answer has to be parts."""
    hidden = read_hidden(browser.read(f"/claims/{ref}"), form)
    answer = browser.post(f"/claims/{ref}/{path}", HTMX, **{**hidden, **typed})
    assert answer.status_code == 200, answer.text
    assert "HX-Redirect" not in answer.headers
    assert "<html" not in answer.text
    return answer.text


def read_parts(answer: str) -> tuple[str, set[str]]:
    """The part that stands first, in place of what was sent, and those swapped beside it."""
    first = _ID.search(answer)
    assert first
    return first[1], set(_SWAPPED.findall(answer))


MOVED = {"claim-head", "verdict", "evidence", "work-status"}  # differ by where the claim stands
TOLD = {"history", "claim-said"}  # come with every act
EVERY = (
    MOVED | TOLD | {"look-again", "details", "appearances"}
)  # all but the related claims, which ask by themselves


def test_verdict_status_signature_and_return_come_as_parts(desk: RunningDesk) -> None:
    ref = make_claim(desk)
    answer = send(desk.checker, ref, "verdict-form", "verdict", **VERDICT)
    assert read_parts(answer) == ("verdict", MOVED - {"verdict"} | TOLD)
    assert "One map shows it." in answer
    again = send(desk.checker, ref, "verdict-form", "verdict", **VERDICT)
    assert read_parts(again) == ("verdict", TOLD), "it stands where it stood"
    with desk.open() as session:
        factories.make_ready(session, load(desk, ref))
    answer = send(desk.checker, ref, "status-form", "status", status="in review")
    assert read_parts(answer) == ("work-status", MOVED - {"work-status"} | TOLD)
    answer = send(desk.reviewer, ref, "review-form", "return", comment="Which map?")
    assert read_parts(answer)[0] == "verdict"
    assert load(desk, ref).status is Status.CHECKING
    send(desk.checker, ref, "status-form", "status", status="in review")
    answer = send(desk.reviewer, ref, "review-form", "sign", comment="")
    assert "Saved. " + ref + ": Checked, Half true." in " ".join(answer.split())


def test_no_part_comes_twice_and_no_id_is_on_the_page_twice(desk: RunningDesk) -> None:
    ref = make_claim(desk)
    for answer in (
        send(desk.checker, ref, "verdict-form", "verdict", **VERDICT),
        send(desk.checker, ref, "assign-form", "assign", to="checker"),
        send(desk.checker, ref, "tags-form", "tags", tags="river"),
        send(desk.checker, ref, "comment-form", "comments", words="Hm.", about=""),
        desk.checker.read(f"/claims/{ref}"),
        desk.checker.read(f"/claims/{ref}")
        + desk.checker.get(f"/claims/{ref}/edit", HTMX).text.replace('id="claim-edit"', ""),
    ):
        ids = _ID.findall(answer)
        assert sorted(ids) == sorted(set(ids))


def test_a_refused_form_keeps_what_was_typed_in_its_part(desk: RunningDesk) -> None:
    ref = make_claim(desk)
    for headers in (HTMX, {}):
        hidden = read_hidden(desk.checker.read(f"/claims/{ref}"), "verdict-form")
        answer = desk.checker.post(
            f"/claims/{ref}/verdict", headers, **{**hidden, "reasoning": "Half a thought"}
        )
        assert answer.status_code == 422
        assert "Half a thought</textarea>" in answer.text
        assert ("<html" in answer.text) is not bool(headers)
    answer = desk.checker.post(f"/claims/{ref}/verdict", HTMX, **{**hidden, **VERDICT, "version": "99"})
    assert (answer.status_code, answer.headers["HX-Retarget"]) == (409, "#notices")
    assert "One map shows it." in answer.text


def test_a_proposal_is_accepted_and_dismissed_and_reinstated_in_place(desk: RunningDesk) -> None:
    ref = make_claim(desk, accepted_at=None, origin=Origin.MACHINE)
    answer = send(desk.checker, ref, "dismiss", "dismiss")
    assert read_parts(answer) == ("claim-head", EVERY - {"claim-head"})
    assert 'hx-swap-oob="innerHTML:#notices"' in answer  # with its undoing
    send(desk.checker, ref, "reinstate", "reinstate")
    assert 'id="verdict-form"' in send(desk.checker, ref, "accept", "accept")


def test_the_form_to_mend_a_claim_opens_and_closes_in_the_page(desk: RunningDesk) -> None:
    ref = make_claim(desk)
    part = desk.checker.get(f"/claims/{ref}/edit", HTMX).text
    assert part.lstrip().startswith('<div id="claim-edit"')
    hidden = read_hidden(part, "claim-form")
    refused = desk.checker.post(f"/claims/{ref}/edit", HTMX, **{**hidden, **EDITED, "title": ""})
    assert refused.status_code == 422
    assert refused.text.lstrip().startswith('<div id="claim-edit"')
    answer = desk.checker.post(f"/claims/{ref}/edit", HTMX, **{**hidden, **EDITED})
    assert answer.text.lstrip().startswith(
        '<div id="claim-edit" data-slot="claim" data-home="#claim-head"></div>'
    )
    assert "A new title" in answer.text
    alone = desk.checker.read(f"/claims/{ref}/edit")
    assert "hx-post" not in alone[alone.index('id="claim-form"') :].split(">")[0]


def test_a_claim_is_taken_given_and_left(desk: RunningDesk) -> None:
    ref = make_claim(desk)
    assert "Nobody has taken it" in desk.viewer.read(f"/claims/{ref}")
    answer = send(desk.checker, ref, "take", "assign")
    assert read_parts(answer) == ("sorting", TOLD)
    assert "Assigned to you" in answer
    assert load(desk, ref).assignee_id == desk.people[Role.CHECKER].id
    desk.checker.save(f"/claims/{ref}/assign", to="reviewer", version=load(desk, ref).version)
    assert "<b>Reviewer</b>" in desk.viewer.read(f"/claims/{ref}")
    late = desk.owner.post(f"/claims/{ref}/assign", to="owner", version=1)
    assert late.status_code == 409
    desk.checker.save(f"/claims/{ref}/assign", to="nobody", version=load(desk, ref).version)
    assert load(desk, ref).assignee_id is None


@pytest.mark.parametrize("to", ["viewer", "somebody", ""])
def test_only_who_works_here_is_given_a_claim(desk: RunningDesk, to: str) -> None:
    ref = make_claim(desk)
    for headers in ({}, HTMX):
        assert desk.checker.post(f"/claims/{ref}/assign", headers, to=to, version=1).status_code == 422


def test_tags_are_put_on_and_taken_off_in_place(desk: RunningDesk) -> None:
    ref = make_claim(desk)
    answer = send(desk.checker, ref, "tags-form", "tags", tags="Border, #losses")
    assert "/claims?tag=losses" in answer
    hidden = read_hidden(answer, "tags-form")
    assert hidden["before"] == "border, losses"
    desk.reviewer.save(f"/claims/{ref}/tags", before="border, losses", tags="border, losses, river")
    desk.checker.save(f"/claims/{ref}/tags", **{**hidden, "tags": "border"})
    with desk.open() as session:
        claim = get_claim(session, int(ref[2:]))
        assert read_tags_of(session, [claim.id])[claim.id] == ["border", "river"]
    refused = desk.checker.post(f"/claims/{ref}/tags", HTMX, before="", tags="x" * 60)
    assert refused.status_code == 422
    assert "x" * 60 in refused.text


def test_a_verdict_that_is_being_written_goes_along_with_ones_own_acts(desk: RunningDesk) -> None:
    ref = make_claim(desk)
    hidden = read_hidden(desk.checker.read(f"/claims/{ref}"), "verdict-form")
    hidden.pop("csrf_token")
    desk.checker.post("/drafts", **{**hidden, **VERDICT})
    send(desk.checker, ref, "take", "assign")
    page = desk.checker.read(f"/claims/{ref}")
    assert "One map shows it.</textarea>" in page
    assert "changed by somebody" not in page
    fields = {
        "stance": "supports",
        "source": "Ann",
        "kind": "interview",
        "excerpt": "Seen.",
        "credibility": "6",
    }
    desk.checker.save(f"/claims/{ref}/evidence/new", **fields, source_kind="person")
    page = desk.checker.read(f"/claims/{ref}")
    assert "changed by somebody" not in page
    saved = send(desk.checker, ref, "verdict-form", "verdict", **VERDICT)
    assert "This is your draft" not in saved
    assert "One map shows it.</textarea>" not in saved


def test_a_draft_that_comes_after_ones_own_act_goes_along_all_the_same(desk: RunningDesk) -> None:
    """It was sent before the act, and was slower."""
    ref = make_claim(desk)
    late = read_hidden(desk.checker.read(f"/claims/{ref}"), "verdict-form")
    late.pop("csrf_token")
    send(desk.checker, ref, "take", "assign")
    desk.checker.post("/drafts", **{**late, **VERDICT})
    answer = send(desk.checker, ref, "status-form", "status", status="checking")
    assert "One map shows it.</textarea>" in answer
    assert "changed by somebody" not in answer
    saved = send(desk.checker, ref, "verdict-form", "verdict", **VERDICT)
    assert "One map shows it.</p>" in saved


def test_a_draft_of_what_one_has_saved_otherwise_meanwhile_says_so(desk: RunningDesk) -> None:
    """As in a second tab of the same person."""
    ref = make_claim(desk)
    late = read_hidden(desk.checker.read(f"/claims/{ref}"), "verdict-form")
    late.pop("csrf_token")
    send(desk.checker, ref, "verdict-form", "verdict", **{**VERDICT, "reasoning": "From the other tab."})
    desk.checker.post("/drafts", **{**late, **VERDICT})
    assert "changed by somebody" in desk.checker.read(f"/claims/{ref}")


def test_a_draft_stays_behind_when_somebody_else_came_in_between(desk: RunningDesk) -> None:
    ref = make_claim(desk)
    hidden = read_hidden(desk.checker.read(f"/claims/{ref}"), "verdict-form")
    hidden.pop("csrf_token")
    desk.checker.post("/drafts", **{**hidden, **VERDICT})
    send(desk.reviewer, ref, "status-form", "status", status="checking")
    send(desk.checker, ref, "take", "assign")
    assert "changed by somebody" in desk.checker.read(f"/claims/{ref}")


def test_what_else_stands_on_the_page_goes_along_to_the_new_version(desk: RunningDesk) -> None:
    """Its forms are not sent again: the page's script puts the new version into them."""
    ref = make_claim(desk)
    page = desk.checker.read(f"/claims/{ref}")
    hidden = read_hidden(page, "assign-form")
    answer = desk.checker.post(f"/claims/{ref}/assign", HTMX, **{**hidden, "to": "checker"})
    assert json.loads(answer.headers["HX-Trigger"]) == {"version-moved": {"seen": 1, "now": 2}}
    every = lxml.html.fromstring(page).xpath("//main//input[@name='version']")
    assert len(every) >= 3
    assert all(field.xpath("ancestor::*[@data-claim-version]") for field in every)


def test_earlier_claims_are_looked_for_anew_once_the_words_are_others(desk: RunningDesk) -> None:
    ref = make_claim(desk)
    hidden = read_hidden(desk.checker.get(f"/claims/{ref}/edit", HTMX).text, "claim-form")
    answer = desk.checker.post(f"/claims/{ref}/edit", HTMX, **{**hidden, **EDITED})
    assert "claim-worded" in json.loads(answer.headers["HX-Trigger"])
    assert 'id="related"' not in answer.text
    part = desk.viewer.get(f"/claims/{ref}/related", HTMX).text
    assert part.lstrip().startswith('<section id="related"')
    assert 'hx-trigger="claim-worded from:body"' in part


def test_where_a_merged_claim_went_is_said(desk: RunningDesk) -> None:
    ref, into = make_claim(desk), make_claim(desk)
    with desk.open() as session:
        claim, other = get_claim(session, int(ref[2:])), get_claim(session, int(into[2:]))
        factories.edit(
            session, claim, status=Status.WITHDRAWN, withdrawn_reason="merged", merged_into_id=other.id
        )
    page = desk.checker.read(f"/claims/{ref}")
    head = page[page.index('id="claim-head"') : page.index("</header>", page.index('id="claim-head"'))]
    assert f'href="/claims/{into}"' in head
    assert 'id="reinstate"' not in head
    assert f'href="/claims/{ref}"' in desk.checker.read(f"/claims/{into}").partition('id="claim-head"')[2]


def test_the_history_shows_its_newest_acts_and_all_on_request(desk: RunningDesk) -> None:
    ref = make_claim(desk)
    with desk.open() as session:
        claim = get_claim(session, int(ref[2:]))
        for number in range(8):
            factories.edit(session, claim, title=f"Title {number}")
    page = desk.viewer.read(f"/claims/{ref}")
    assert page.count('id="revision-') == 5
    assert "Show all" in page
    whole = desk.viewer.read(f"/claims/{ref}?history=all")
    assert whole.count('id="revision-') == 9
    assert "Show all" not in whole


def test_an_edit_answers_with_what_it_touched(desk: RunningDesk) -> None:
    ref = make_claim(desk)
    kept = {**EDITED, "title": "Another title"}

    def edit(**typed: str) -> set[str]:
        hidden = read_hidden(desk.checker.get(f"/claims/{ref}/edit", HTMX).text, "claim-form")
        return read_parts(desk.checker.post(f"/claims/{ref}/edit", HTMX, **{**hidden, **typed}).text)[1]

    assert edit(**EDITED, claimant="The mayor") > {"claim-head", "evidence", "verdict", "appearances"}
    assert edit(**kept, claimant="The mayor") == {"claim-head"} | TOLD
    assert edit(**{**kept, "kind": "quantity"}, claimant="The mayor") == {"claim-head", "details"} | TOLD


def test_further_evidence_on_a_side_sends_neither_verdict_nor_status(desk: RunningDesk) -> None:
    ref = make_claim(desk)

    def add(stance: str, number: int) -> set[str]:
        part = desk.checker.get(f"/claims/{ref}/evidence/new", HTMX).text
        typed = {"stance": stance, "source": "An office", "kind": "link", "note": "It agrees."}
        hidden = {**read_hidden(part, "evidence-form"), **typed, "url": f"https://site.example/{number}"}
        answer = desk.checker.post(
            f"/claims/{ref}/evidence/new", HTMX, **hidden, source_kind="organisation", credibility="2"
        )
        assert answer.status_code == 200, answer.text
        return read_parts(answer.text)[1]

    always = {"evidence", "discussion"} | TOLD
    assert add("supports", 1) == always | {"verdict", "work-status"}
    assert add("supports", 2) == always
    assert add("context", 3) == always | {"work-status"}
    assert add("refutes", 4) == always | {"verdict", "work-status"}
    assert add("refutes", 5) == always


def test_the_history_shows_its_newest_acts_and_says_how_many_there_are(desk: RunningDesk) -> None:
    ref = make_claim(desk)
    for number in range(7):
        send(desk.checker, ref, "tags-form", "tags", tags=f"tag {number}")
    page = lxml.html.fromstring(desk.checker.read(f"/claims/{ref}"))
    whole = lxml.html.fromstring(desk.checker.read(f"/claims/{ref}?history=all"))
    acts = len(whole.xpath("//ol[@class='history']/li"))
    assert len(page.xpath("//ol[@class='history']/li")) == 5
    assert page.get_element_by_id("history-all").text_content().split()[-1] == str(acts)
    assert acts > 7

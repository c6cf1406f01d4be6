"""Another desk's verdict that does not belong to the claim: withdrawn with a reason, and brought back."""

import json
import re
from datetime import date

import pytest
from sqlmodel import col, select

from tests import factories
from tests.web.desk import RunningDesk
from tests.web.forms import HTMX, read_hidden
from workbench.domain.arrivals import ClaimDraft, VerdictDraft
from workbench.domain.errors import RuleBroken
from workbench.domain.outcomes import Item
from workbench.domain.status import Status
from workbench.models import Claim, ForeignVerdict
from workbench.queries.history_check import check_history
from workbench.services.claim_documents import Named, TableFile
from workbench.services.claim_imports import take_claims
from workbench.services.foreign_verdicts import reinstate_foreign_verdict

WHY = "It is about another bridge."


def make(desk: RunningDesk, rating: str = "Mostly wrong") -> tuple[str, ForeignVerdict]:
    """A signed claim with somebody else's verdict; answers its address."""
    with desk.open() as session:
        claim = factories.make_claim(session)
        factories.edit(session, claim, status=Status.CHECKED)
        publisher = factories.make_source(session, f"Facts Desk {claim.number}")
        return f"/claims/C-{claim.number}", factories.make_foreign_verdict(
            session, claim, publisher, rating=rating
        )


def read_section(desk: RunningDesk, url: str) -> str:
    return desk.viewer.read(url).split('id="others"')[1].split("</section>")[0]


def test_it_is_withdrawn_with_a_reason_and_reinstated(desk: RunningDesk) -> None:
    url, verdict = make(desk)
    to = f"{url}/others/{verdict.id}/withdraw"
    assert to not in desk.viewer.read(url)
    hidden = read_hidden(desk.checker.read(to), "others-withdraw-form")
    refused = desk.checker.post(to, **hidden, reason=" ")
    assert (refused.status_code, "Say why" in refused.text) == (422, True)
    assert desk.checker.save(to, **hidden, reason=WHY) == f"{url}#others"
    shown, gone = read_section(desk, url).split('id="others-withdrawn"')
    assert "Mostly wrong" not in shown
    assert WHY in gone
    assert "withdrew another desk" in desk.viewer.read(url)
    for code in ("html", "markdown", "csv", "json"):
        assert "Mostly wrong" not in desk.viewer.read(f"/claims/report.{code}?claim={url[8:]}")
    stale = desk.checker.post(f"{url}/others/{verdict.id}/reinstate", version=1)
    assert stale.status_code == 409
    desk.checker.save(f"{url}/others/{verdict.id}/reinstate", version=2)
    section = read_section(desk, url)
    assert ("Mostly wrong" in section, "others-withdrawn" in section) == (True, False)
    with desk.open() as session:
        assert check_history(session) == []


def test_it_is_withdrawn_in_place_and_undone(desk: RunningDesk) -> None:
    url, verdict = make(desk)
    to = f"{url}/others/{verdict.id}/withdraw"
    form = desk.checker.get(to, HTMX).text
    assert "<html" not in form
    answer = desk.checker.post(to, HTMX, **read_hidden(form, "others-withdraw-form"), reason=WHY)
    assert answer.status_code == 200
    assert 'id="others" aria-labelledby="others-heading" tabindex="-1" hx-swap-oob="true"' in answer.text
    undo = re.search(r"/acts/\d+/undo", answer.text)
    assert undo is not None
    undone = desk.checker.post(undo[0], HTMX, **{"in": url[8:]})
    assert "others-withdrawn" not in undone.text
    assert "Mostly wrong" in undone.text.split('id="others"')[1]


def test_nobody_finds_the_verdict_of_another_claim(desk: RunningDesk) -> None:
    url, _verdict = make(desk)
    _other, theirs = make(desk)
    assert desk.checker.get(f"{url}/others/{theirs.id}/withdraw").status_code == 404
    assert desk.checker.post(f"{url}/others/{theirs.id}/reinstate", version=1).status_code == 404


def bring(desk: RunningDesk, statement: str, rating: str) -> Item:
    verdict = VerdictDraft("Facts Desk", "https://facts.example/one", rating, reviewed_on=date(2026, 1, 1))
    claim = ClaimDraft(statement=statement, words=statement, url=verdict.url, verdict=verdict)
    data = json.dumps([statement, rating]).encode()
    with desk.open() as session:
        file = TableFile("r.json", data, "application/ld+json")
        [item] = take_claims(session, desk.files, [Named("review 1", claim)], file, by="tests")
        return item


def test_what_was_withdrawn_stays_away_until_they_say_something_else(desk: RunningDesk) -> None:
    statement = "The lighthouse of the test was sold twice."
    added = bring(desk, statement, "False")
    first, url = find_first(desk, added), f"/claims/{added.reference}"
    form = read_hidden(desk.checker.read(f"{url}/others/{first.id}/withdraw"), "others-withdraw-form")
    desk.checker.save(f"{url}/others/{first.id}/withdraw", **form, reason=WHY)
    again = bring(desk, statement, "False")
    assert (again.outcome.value, "withdrawn at this desk" in again.why) == ("skipped", True)
    assert bring(desk, statement, "True").outcome.value == "updated"
    assert "True" in read_section(desk, url).split('id="others-withdrawn"')[0]
    with desk.open() as session:
        row = session.get_one(ForeignVerdict, first.id)
        with pytest.raises(RuleBroken, match="newer verdict"):
            reinstate_foreign_verdict(session, row, seen=row.version, by="tests")


def find_first(desk: RunningDesk, item: Item) -> ForeignVerdict:
    with desk.open() as session:
        number = int(item.reference.removeprefix("C-"))
        query = select(ForeignVerdict).join(Claim, col(Claim.id) == col(ForeignVerdict.claim_id))
        return session.exec(query.where(col(Claim.number) == number)).one()

"""Unpublished, withheld and withdrawn records are not there for who may not see them, at whatever address:
page, part, file, export, diff, undo, feed. tests/web/sealed.py has the table of routes."""

import pytest
import re2
from flask.testing import FlaskClient

from tests import factories
from tests.web.desk import RunningDesk
from tests.web.sealed import ASKS, Sealed, ask_everywhere, list_asks
from tests.web.test_published import correct, judge_anew, publish, retract
from tests.web.test_reports import make_article
from workbench import database
from workbench.app import make_press
from workbench.domain import roles
from workbench.domain.captures import FileRole
from workbench.domain.roles import Permission, Role
from workbench.domain.status import Status
from workbench.history import last_act
from workbench.login import feeds
from workbench.models import Article, Job, JobState
from workbench.queries.claims import find_claims
from workbench.queries.reports import get_report
from workbench.queries.sources import get_source
from workbench.services.captures import CAPTURE_JOB
from workbench.services.report_pages import close_page
from workbench.services.sources import SourceValues, edit_source

AS_PAGE_AND_PART = pytest.mark.parametrize("part", [False, True], ids=["page", "part"])


@pytest.fixture
def guest(desk: RunningDesk) -> FlaskClient:
    return desk.app.test_client()


@pytest.fixture(scope="module")
def unpublished(desk: RunningDesk) -> Sealed:
    """A claim with all that hangs on it, in a report whose page was never opened."""
    article, (claim,) = make_article(desk, "Never shown outside")
    with desk.open() as session:
        evidence = factories.make_evidence(session, claim)
        entry = last_act(session)
        capture = factories.make_capture(session, evidence)
        file = factories.make_snapshot(session, evidence_id=evidence.id, role=FileRole.REFERENCE)
        comment = factories.make_comment(session, claim)
        reply = factories.make_reply(session, claim)
        source = get_source(session, 1, sight=True)
        records = {
            "article": f"A-{article.number}",
            "claim": f"C-{claim.number}",
            "evidence": str(evidence.id),
            "capture": str(capture.id),
            "file": str(file.id),
            "comment": str(comment.id),
            "reply": str(reply.id),
            "source": f"S-{source.number}",
            "entry": str(entry),
        }
    return Sealed({**records, "report": publish(desk, claim, public=False)})


@pytest.fixture(scope="module")
def withheld(desk: RunningDesk) -> Sealed:
    """A withheld source and all that it gave, on a claim that everybody of the desk sees."""
    with desk.open() as session:
        secret = factories.make_source(session, "Sealed Quill")
        claim = factories.make_claim(session, title="Seen by everybody")
        evidence = factories.make_evidence(session, claim, secret)
        capture = factories.make_capture(session, evidence)
        file = factories.make_snapshot(session, evidence_id=evidence.id, role=FileRole.REFERENCE)
        comment = factories.make_comment(session, claim, evidence_id=evidence.id)
        reply = factories.make_reply(session, claim, source_id=secret.id)
        other = factories.make_foreign_verdict(session, claim, secret)
        factories.edit(session, other, "foreign_verdict.withdrawn", withdrawn_at=factories.NOON)
        entry = last_act(session)
        verdict = factories.make_verdict(session, claim)
        factories.make_review(session, verdict)
        factories.edit(session, claim, status=Status.CHECKED)
        ids = (secret.number, claim.number, evidence.id, capture.id, file.id, comment.id, reply.id, other.id)
    report = publish(desk, claim)
    with desk.open() as session:
        row = get_source(session, ids[0], sight=True)
        values = SourceValues(row.name, row.kind, withheld=True, withheld_reason="Threatened")
        edit_source(session, make_press(desk.files), row, values, seen=row.version, by="tests")
    with database.scratch(desk.engine) as scratch:
        job = Job(
            kind=CAPTURE_JOB,
            args={},
            subject_id=ids[2],
            actor="tests",
            created_at=factories.NOON,
            state=JobState.FAILED,
        )
        scratch.add(job)
        scratch.flush()
        job_id = str(job.id)
    records = {
        "source": f"S-{ids[0]}",
        "number": str(ids[0]),
        "evidence": str(ids[2]),
        "capture": str(ids[3]),
        "file": str(ids[4]),
        "comment": str(ids[5]),
        "reply": str(ids[6]),
        "other": str(ids[7]),
        "job": job_id,
        "report": report,
        "entry": str(entry),
    }
    # The list of reports has its title all the same.
    return Sealed(records, {"claim": f"C-{ids[1]}"}, frozenset({"report"}))


def tell(found: dict[str, str]) -> str:
    return "\n".join(f"{url}: {what}" for url, what in found.items())


def test_every_route_stands_in_the_table(desk: RunningDesk) -> None:
    """A new route: write down what its address names, and records that are sealed are asked for there."""
    named = {rule.rule: len(re2.findall(r"<[^>]+>", rule.rule)) for rule in desk.app.url_map.iter_rules()}
    assert {rule: len(nouns.split()) for rule, nouns in ASKS.items()} == named


@AS_PAGE_AND_PART
def test_a_guest_finds_nothing_that_is_not_published(
    desk: RunningDesk, guest: FlaskClient, unpublished: Sealed, part: bool
) -> None:
    asked = {ask.here for ask in list_asks(desk.app, unpublished)}
    claim, report = unpublished.records["claim"], unpublished.records["report"]
    assert {f"/published/{report}", f"/published/claims/{claim}", f"/claims/{claim}"} <= asked
    found = ask_everywhere(desk.app, guest, unpublished, None, part=part)
    assert not found, tell(found)


@pytest.mark.parametrize("what", ["closed", "source withheld", "proposal", "withdrawn", "article withdrawn"])
def test_a_guest_finds_nothing_that_is_not_shown_any_more(
    desk: RunningDesk, guest: FlaskClient, withheld: Sealed, what: str
) -> None:
    if what == "source withheld":
        sealed = Sealed({"report": withheld.records["report"], "claim": withheld.around["claim"]})
    else:
        article, (claim,) = make_article(desk, f"Shown no more: {what}")
        report = publish(desk, claim) if what == "closed" else "R-999998"
        records = {"report": report, "claim": f"C-{claim.number}", "article": f"A-{article.number}"}
        with desk.open() as session:
            [row] = find_claims(session, [claim.number])
            if what == "closed":
                person = desk.people[Role.REVIEWER]
                close_page(session, get_report(session, int(report[2:])), reason="Asked", person=person)
            elif what == "article withdrawn":
                row_of_text = session.get_one(Article, article.id)
                factories.edit(session, row_of_text, withdrawn_at=factories.NOON, withdrawn_reason="Double")
            elif what == "proposal":
                factories.edit(session, row, status=Status.NEW, accepted_at=None)
            else:
                factories.edit(session, row, status=Status.WITHDRAWN, withdrawn_from="checked")
        sealed = Sealed(records)
    for part in (False, True):
        found = ask_everywhere(desk.app, guest, sealed, None, part=part)
        assert not found, tell(found)


def test_the_files_of_a_retracted_report_are_gone_for_guests(desk: RunningDesk, guest: FlaskClient) -> None:
    _, (claim,) = make_article(desk, "Taken back")
    first = publish(desk, claim)
    judge_anew(desk, claim)
    second = correct(desk, first, claim)
    retract(desk, second)
    for ref in (first, second):
        assert guest.get(f"/published/{ref}.json").status_code == 404


def test_a_feed_that_was_turned_off_is_like_one_that_never_was(desk: RunningDesk, guest: FlaskClient) -> None:
    person = desk.people[Role.CHECKER]
    token = feeds.make_token(desk.engine, person)
    assert guest.get(f"/news/{token}.atom").status_code == 200
    feeds.forget_token(desk.engine, person)
    found = ask_everywhere(desk.app, guest, Sealed({"feed": token}), None)
    assert not found, tell(found)


@AS_PAGE_AND_PART
def test_a_viewer_finds_nothing_of_a_withheld_source(desk: RunningDesk, withheld: Sealed, part: bool) -> None:
    browser = desk.viewer
    found = ask_everywhere(desk.app, browser.client, withheld, Role.VIEWER, browser.token, part=part)
    assert not found, tell(found)


@AS_PAGE_AND_PART
def test_nor_does_somebody_who_may_write_but_not_see_it(
    desk: RunningDesk, withheld: Sealed, monkeypatch: pytest.MonkeyPatch, part: bool
) -> None:
    """Today whoever writes may see withheld sources; so that this hangs on no role, reviewers who may not are
    made here: every form, every undo, every change of a report is asked for."""
    browser = desk.reviewer
    held = roles._HELD | {Permission.READ_WITHHELD: frozenset({Role.OWNER})}
    monkeypatch.setattr(roles, "_HELD", held)
    asked = {ask.here for ask in list_asks(desk.app, withheld) if ask.method == "POST"}
    entry, report = withheld.records["entry"], withheld.records["report"]
    assert {f"/acts/{entry}/undo", f"/reports/{report}/change"} <= asked
    found = ask_everywhere(desk.app, browser.client, withheld, Role.REVIEWER, browser.token, part=part)
    assert not found, tell(found)


@pytest.mark.parametrize("role", Role)
def test_what_is_withdrawn_or_only_proposed_is_in_nobodys_export(desk: RunningDesk, role: Role) -> None:
    article, (withdrawn, proposed) = make_article(desk, "Withdrawn for all", "Proposed only")
    with desk.open() as session:
        [row] = find_claims(session, [withdrawn.number])
        factories.edit(session, row, status=Status.WITHDRAWN, withdrawn_from="checked")
        [row] = find_claims(session, [proposed.number])
        factories.edit(session, row, status=Status.NEW, accepted_at=None)
    browser = desk.browser(role)
    for claim in (withdrawn, proposed):
        assert browser.get(f"/claims/report.csv?claim=C-{claim.number}").status_code == 404
    for url in (f"/articles/A-{article.number}/report.csv", "/claims/all.csv", "/claims/all.json"):
        told = browser.get(url).text
        assert "Withdrawn for all" not in told
        assert "Proposed only" not in told


def test_the_walk_does_see_what_it_asks_for(desk: RunningDesk, withheld: Sealed) -> None:
    """Who may see the records gets them: the addresses are those of the records."""
    browser = desk.owner
    found = ask_everywhere(desk.app, browser.client, withheld, Role.OWNER, browser.token)
    for url in (f"/sources/{withheld.records['source']}", f"/reports/{withheld.records['report']}"):
        assert f"GET {url}" in found


def test_asking_for_the_head_of_a_page_is_never_sending_its_form(
    desk: RunningDesk, unpublished: Sealed
) -> None:
    """A view that takes every method but GET for a sent form would refuse it, or save."""
    client, asked = desk.owner.client, 0
    for ask in list_asks(desk.app, unpublished):
        if ask.method == "GET":
            got, head = client.get(ask.here), client.head(ask.here)
            assert (head.status_code, head.data) == (got.status_code, b""), ask.here
            asked += got.status_code == 200
            got.close()
            head.close()
    assert asked > 20

"""Publishing: only what is signed, numbered, and frozen for good."""

import json
from datetime import UTC, datetime

import pytest
from sqlmodel import Session, col, select

from tests import factories
from tests.exports.reading import read_words
from workbench.app import make_press
from workbench.domain.errors import NotAllowed, RuleBroken
from workbench.domain.report_kinds import ReportKind
from workbench.domain.roles import Role
from workbench.domain.status import Status
from workbench.exports import list_formats, render
from workbench.files import FileStore
from workbench.login.accounts import SignedIn
from workbench.models import Claim, Report, ReportClaim, ReviewOutcome
from workbench.queries.desk import get_desk
from workbench.queries.history_check import check_history
from workbench.queries.report_records import build_record
from workbench.queries.reports import list_report_files
from workbench.services.reports import ReportValues, publish_report

Staff = dict[Role, SignedIn]


def sign(session: Session, claim: Claim, staff: Staff) -> Claim:
    author = staff[Role.CHECKER]
    verdict = factories.make_verdict(session, claim, author=author)  # type: ignore[arg-type]
    factories.make_review(session, verdict, staff[Role.REVIEWER])  # type: ignore[arg-type]
    factories.edit(session, claim, status=Status.CHECKED)
    return claim


def publish(session: Session, files: FileStore, staff: Staff, *claims: Claim, title: str = "Port") -> Report:
    values = ReportValues(title)
    return publish_report(session, make_press(files), claims, values, person=staff[Role.REVIEWER])


def test_a_published_report_is_numbered_and_made_in_every_format(
    rows: Session, files: FileStore, staff: Staff
) -> None:
    claim = sign(rows, factories.make_claim(rows), staff)
    seen = claim.version
    first, second = publish(rows, files, staff, claim), publish(rows, files, staff, claim)
    assert second.number == first.number + 1
    assert claim.status is Status.PUBLISHED
    kept = rows.exec(select(ReportClaim).where(col(ReportClaim.report_id) == first.id)).one()
    assert kept.claim_version == seen
    made = {row.format: row for row in list_report_files(rows, first)}
    assert set(made) == set(list_formats())
    for row in made.values():
        data = files.read(row.sha256)
        assert (len(data), f"R-{first.number}" in read_words(data)) == (row.size, True)
    assert first.record_sha256 == made["json"].sha256


def test_nothing_that_happens_later_reaches_a_published_report(
    rows: Session, files: FileStore, staff: Staff
) -> None:
    claim = sign(rows, factories.make_claim(rows), staff)
    report = publish(rows, files, staff, claim)
    before = {row.format: files.read(row.sha256) for row in list_report_files(rows, report)}
    factories.edit(rows, claim, title="Another title", status=Status.CHECKING)
    factories.edit(rows, get_desk(rows), name="Another desk", method="Another method")
    source = factories.make_source(rows, "Another source")
    factories.make_evidence(rows, claim, source)
    after = {row.format: files.read(row.sha256) for row in list_report_files(rows, report)}
    assert after == before
    assert "Another" not in before["json"].decode()
    sign(rows, claim, staff)
    values = ReportValues("Port", kind=ReportKind.CORRECTION, note="The title was wrong.")
    correction = publish_report(
        rows, make_press(files), [claim], values, person=staff[Role.REVIEWER], replaces=report
    )
    made = {row.format: files.read(row.sha256) for row in list_report_files(rows, correction)}
    assert b"Another title" in made["json"]


@pytest.mark.parametrize("status", [Status.NEW, Status.CHECKING, Status.IN_REVIEW, Status.WITHDRAWN])
def test_what_is_not_signed_is_not_published(
    rows: Session, files: FileStore, staff: Staff, status: Status
) -> None:
    good = sign(rows, factories.make_claim(rows), staff)
    claim = factories.make_claim(rows, status=status)
    with pytest.raises(RuleBroken, match=f"Not signed yet: C-{claim.number}"):
        publish(rows, files, staff, good, claim)
    assert good.status is Status.CHECKED


def test_publishing_needs_claims_a_title_and_a_reviewer(
    rows: Session, files: FileStore, staff: Staff
) -> None:
    claim = sign(rows, factories.make_claim(rows), staff)
    with pytest.raises(RuleBroken, match="at least one"):
        publish(rows, files, staff)
    with pytest.raises(RuleBroken) as refused:
        publish(rows, files, staff, claim, title=" ")
    assert refused.value.field == "title"
    for role in (Role.VIEWER, Role.CHECKER):
        with pytest.raises(NotAllowed):
            publish_report(rows, make_press(files), [claim], ReportValues("t"), person=staff[role])
    assert claim.status is Status.CHECKED


def test_a_withheld_source_stands_in_no_format_of_a_report(
    rows: Session, files: FileStore, staff: Staff
) -> None:
    outlet = factories.make_source(rows, "Hidden Herald", withheld=True)
    speaker = factories.make_source(rows, "Hidden Speaker", withheld=True)
    witness = factories.make_source(rows, "Hidden Witness", withheld=True)
    text = "Troops are 30 km from the border, somebody said.\n"
    version = factories.make_article(rows, text, outlet_id=outlet.id)
    claim = factories.make_claim(rows, version, claimant=speaker)
    factories.make_evidence(rows, claim, witness, excerpt="Seen from a window.", url="https://h.example")
    record = build_record(rows, [sign(rows, claim, staff)], title="t", made_by="m", made_at=datetime.now(UTC))
    assert record.claims[0].withheld_evidence == 1
    for code in list_formats():
        data = read_words(render(code, record))
        for secret in ("Hidden", "from a window", "h.example", f'"S-{speaker.number}"'):
            assert secret not in data, (code, secret)


def test_what_people_of_the_desk_write_to_each_other_stands_in_no_report(
    rows: Session, files: FileStore, staff: Staff
) -> None:
    claim = factories.make_claim(rows, one_sided_note="Nobody denies it.")
    verdict = factories.make_verdict(rows, claim)
    for outcome in (ReviewOutcome.RETURNED, ReviewOutcome.SIGNED):
        factories.make_review(rows, verdict, outcome=outcome, comment="Inside: ask the lawyer.")
    factories.make_comment(rows, claim, words="Inside: is this our man?")
    factories.edit(rows, claim, "claim.moved", status=Status.CHECKED)
    report = publish(rows, files, staff, claim)
    for row in list_report_files(rows, report):
        assert "Inside" not in read_words(files.read(row.sha256)), row.format
    # The note why nothing speaks against it is for readers.
    assert "Nobody denies it." in files.read(report.record_sha256).decode()


def test_a_report_holds_exactly_the_claims_it_was_given(rows: Session, staff: Staff) -> None:
    version = factories.make_article(rows)
    claims = [factories.make_claim(rows, version) for _ in range(3)]
    chosen = [claims[2], claims[0]]
    record = build_record(rows, chosen, title="t", made_by="m", made_at=datetime.now(UTC))
    made = json.loads(render("json", record))
    assert [claim.reference for claim in record.claims] == [f"C-{claim.number}" for claim in chosen]
    assert f"C-{claims[1].number}" not in json.dumps(made)


def test_the_history_of_all_this_is_whole(rows: Session) -> None:
    assert check_history(rows) == []

"""A report says how far its articles were checked, also where it tells less than was checked."""

from datetime import UTC, datetime

from sqlmodel import Session

from tests import factories
from workbench.domain.records import RollupRecord
from workbench.domain.status import Status
from workbench.models import ArticleVersion, Claim
from workbench.queries.report_records import build_record

NOW = datetime(2026, 5, 2, 9, 0, tzinfo=UTC)


def make_claims(session: Session, version: ArticleVersion, *statuses: Status) -> list[Claim]:
    return [factories.make_claim(session, version, status=status) for status in statuses]


def count(session: Session, *claims: Claim) -> tuple[RollupRecord, ...]:
    return build_record(session, claims, title="t", made_by="m", made_at=NOW).rollups


def test_a_report_of_some_claims_says_how_many_there_are(session: Session) -> None:
    factories.make_desk(session)
    version = factories.make_article(session)
    signed = make_claims(session, version, Status.CHECKED, Status.PUBLISHED, Status.CHECKED)
    [open_one] = make_claims(session, version, Status.CHECKING)
    make_claims(session, version, Status.WITHDRAWN)
    factories.make_claim(session, version, accepted_at=None)
    factories.make_claim(session, status=Status.CHECKED)  # of another article
    name = f"A-{factories.find_article(session, version).number}"
    assert count(session, *signed[:2]) == (RollupRecord(name, accepted=4, checked=3, told=2),)
    assert count(session, signed[0], open_one) == (RollupRecord(name, accepted=4, checked=3, told=1),)
    assert count(session) == ()


def test_a_claim_that_is_said_twice_counts_once(session: Session) -> None:
    factories.make_desk(session)
    version = factories.make_article(session)
    claim, other = make_claims(session, version, Status.CHECKED, Status.NEW)
    again = factories.find_appearance(session, other)
    factories.edit(session, again, claim_id=claim.id, position=2)
    [rollup] = count(session, claim)
    assert (rollup.accepted, rollup.checked, rollup.told) == (1, 1, 1)

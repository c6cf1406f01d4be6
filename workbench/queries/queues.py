"""A person's queues: what waits for them, what came back, what nobody has taken, what lies still."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Select, and_, func, literal, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from workbench.domain import chain
from workbench.domain.roles import Permission, Role, may
from workbench.domain.status import OPEN, Status
from workbench.models import BlindRequest, BlindVerdict, Claim, Review, ReviewOutcome, Revision, User, Verdict
from workbench.queries.claim_filter import has_recheck, is_due
from workbench.queries.claims import ClaimRow, load_rows

SHOWN = 8  # rows of each queue on the home page
MOST_COUNTED = 100
STALE_AFTER = timedelta(days=14)
SOON = timedelta(days=7)
DAY = timedelta(days=1)
_HIGHEST = -1  # stands for "not known" where the most worth checking comes first


@dataclass(frozen=True, slots=True)
class Queue:
    """The first rows of a queue, and how many there are in all, counted to MOST_COUNTED."""

    rows: Sequence[ClaimRow]
    count: int


def count_work(session: Session) -> dict[Status, int]:
    """How many accepted claims are at each status, in the order of the work."""
    query = (
        select(col(Claim.status), func.count())
        .where(col(Claim.accepted_at).is_not(None), col(Claim.status) != Status.WITHDRAWN)
        .group_by(col(Claim.status))
    )
    found = {row[0]: int(row[1]) for row in session.execute(query)}
    return {status: found[status] for status in Status if status in found}


def read_queues(
    session: Session, person_id: uuid.UUID, *, reviews: bool, alone: bool, now: datetime, sight: bool
) -> dict[str, Queue]:
    """Each queue by its name, in the order of urgency. A claim may stand in several.

    reviews: whether the person may sign; alone: whether they may sign their own verdicts; now: in the desk's
    time zone.
    """
    today = now.date()
    queries = {
        "overdue": _due(person_id, None, today - DAY, everybody=reviews),
        "due": _due(person_id, today, today + SOON, everybody=reviews),
        "review": _waiting_for_review(person_id, alone=alone) if reviews else None,
        "blind": _asked_for_second(person_id),
        "settle": _to_settle(person_id) if reviews else None,
        "returned": _returned(person_id),
        "mine": _assigned(person_id),
        "look": _open().where(col(Claim.look_again) != "").order_by(col(Claim.number)),
        "recheck": _open().where(has_recheck(now.date(), sight=sight)).order_by(col(Claim.number)),
        "unassigned": _unassigned(),
        "stale": _stale(now),
    }
    found = {name: _read(session, query) for name, query in queries.items() if query is not None}
    every = {claim.id: claim for claims, _ in found.values() for claim in claims}
    rows = {row.claim.id: row for row in load_rows(session, list(every.values()), sight=sight)}
    return {
        name: Queue([rows[claim.id] for claim in claims], count) for name, (claims, count) in found.items()
    }


def _open() -> Select[Any]:
    return select(Claim).where(col(Claim.accepted_at).is_not(None), col(Claim.status) != Status.WITHDRAWN)


def _assigned(person_id: uuid.UUID) -> Select[Any]:
    mine = _open().where(col(Claim.assignee_id) == person_id, col(Claim.status).in_(OPEN))
    return mine.order_by(col(Claim.number))


def _due(person_id: uuid.UUID, first: date | None, last: date, *, everybody: bool) -> Select[Any]:
    """What is due in these days: one's own and nobody's, and for those who review everybody's."""
    query = _open().where(is_due(first, last))
    if not everybody:
        query = query.where(or_(col(Claim.assignee_id) == person_id, col(Claim.assignee_id).is_(None)))
    return query.order_by(col(Claim.due_on), col(Claim.number))


def _waiting_for_review(person_id: uuid.UUID, *, alone: bool) -> Select[Any]:
    query = _open().join(Verdict, col(Verdict.id) == col(Claim.verdict_id))
    query = query.where(col(Claim.status) == Status.IN_REVIEW)
    if not alone:
        query = query.where(col(Verdict.author_id) != person_id)
    return query.order_by(col(Verdict.given_at))


def _asked_for_second(person_id: uuid.UUID) -> Select[Any]:
    """Claims that wait for this person's verdict, given without sight of the other, as
    `blind_rules.check_turn` lets them: they were asked, or anybody may give it, because nobody was asked, who
    was asked is gone, or came first. What they have given already waits for somebody else."""
    first = aliased(BlindVerdict)
    query = _open().join(BlindRequest, col(BlindRequest.claim_id) == col(Claim.id))
    query = query.outerjoin(first, col(first.id) == col(BlindRequest.first_id)).where(
        col(BlindRequest.opened_at).is_(None),
        col(BlindRequest.withdrawn_at).is_(None),
        or_(
            col(BlindRequest.person_id) == person_id,
            col(BlindRequest.person_id).is_(None),
            col(BlindRequest.person_id) == col(first.author_id),
            col(BlindRequest.person_id).not_in(_active(Permission.WRITE)),
        ),
        or_(col(first.id).is_(None), col(first.author_id) != person_id),
    )
    return query.order_by(col(BlindRequest.asked_at))


def _to_settle(person_id: uuid.UUID) -> Select[Any]:
    """Claims that two other people judged apart; where nobody else may settle it, also what one judged
    oneself (`blind.list_settlers`)."""
    first, second = aliased(BlindVerdict), aliased(BlindVerdict)
    authors = col(first.author_id), col(second.author_id)
    others = _active(Permission.REVIEW).where(col(User.id).not_in(authors))
    query = _open().join(BlindRequest, col(BlindRequest.claim_id) == col(Claim.id))
    query = query.join(first, col(first.id) == col(BlindRequest.first_id))
    query = query.join(second, col(second.id) == col(BlindRequest.second_id)).where(
        col(BlindRequest.opened_at).is_not(None),
        col(BlindRequest.settled_at).is_(None),
        or_(and_(*(author != person_id for author in authors)), ~others.exists()),
    )
    return query.order_by(col(BlindRequest.opened_at))


def _active(permission: Permission) -> Select[Any]:
    """The ids of those who have a permission and are here."""
    roles = [role for role in Role if may(role, permission)]
    return select(col(User.id)).where(col(User.active), col(User.role).in_(roles))


def _returned(person_id: uuid.UUID) -> Select[Any]:
    """Claims whose verdict in force is this person's and was returned: they are to mend it."""
    query = _open().join(Verdict, col(Verdict.id) == col(Claim.verdict_id))
    returned = select(col(Review.verdict_id)).where(col(Review.outcome) == ReviewOutcome.RETURNED)
    query = query.where(
        col(Claim.status) == Status.CHECKING,
        col(Verdict.author_id) == person_id,
        col(Verdict.id).in_(returned),
    )
    return query.order_by(col(Verdict.given_at))


def _unassigned() -> Select[Any]:
    free = _open().where(
        col(Claim.assignee_id).is_(None), col(Claim.status).in_((Status.NEW, Status.CHECKING))
    )
    return free.order_by(func.coalesce(col(Claim.check_worthiness), _HIGHEST).desc(), col(Claim.number))


def _stale(now: datetime) -> Select[Any]:
    """Claims in work on which nothing has happened for STALE_AFTER, the longest first."""
    last = and_(col(Revision.entity_id) == col(Claim.id), col(Revision.version) == col(Claim.version))
    query = _open().join(Revision, last)
    query = query.where(
        col(Claim.status).in_((Status.CHECKING, Status.IN_REVIEW)),
        col(Revision.at) < chain.format_time(now - STALE_AFTER),
    )
    return query.order_by(col(Revision.at))


def _read(session: Session, query: Select[Any]) -> tuple[list[Claim], int]:
    """The first claims, and how many there are in all: most queues are short enough to need no counting."""
    claims = list(session.execute(query.limit(SHOWN)).scalars())
    return claims, len(claims) if len(claims) < SHOWN else _count(session, query)


def _count(session: Session, query: Select[Any]) -> int:
    some = query.with_only_columns(literal(1), maintain_column_froms=True).order_by(None).limit(MOST_COUNTED)
    found: int = session.execute(select(func.count()).select_from(some.subquery())).scalar_one()
    return found

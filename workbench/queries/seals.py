"""What is sealed: verdicts that nobody may read before the other one is in, and what else would tell of them.

Sealed verdicts lie in `blind_verdict`, which only `queries/blind.py` reads. A verdict that was in force when
the second was asked for left its place, but its row stays: whatever reads verdicts of a claim otherwise than
by `claim.verdict_id` leaves out `list_sealed()`. The history keeps all of it, and is read through `Seals`.
"""

import uuid
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, bindparam, exists, func, or_, select, union_all
from sqlmodel import Session, col

from workbench.domain import chain
from workbench.domain.references import format_reference
from workbench.models import (
    Adjudication,
    BlindRequest,
    BlindVerdict,
    Claim,
    ClaimLink,
    Comment,
    ForeignVerdict,
    Report,
    ReportClaim,
    Review,
    Revision,
    Tracked,
    Verdict,
)
from workbench.queries.history_entries import Entry, FieldChange

LOOK_AGAIN = "look_again"
# What may stand open of the rows that a sealed act wrote: of a request whom it was asked, of a link what it
# ties, of anything else all but the words for why it was withdrawn.
_OPEN = {
    "blind_request": frozenset({"person"}),
    "claim_link": frozenset({"claim", "other", "kind", "withdrawn_at"}),
}
_REASONED = frozenset({"withdrawn_reason"})

Moment = tuple[str, str]  # when an act was made, and by whom: what is written together has both in common


def list_waiting_claims() -> Select[Any]:
    """Ids of claims whose pair of verdicts is not opened yet."""
    return select(col(BlindRequest.claim_id)).where(
        col(BlindRequest.opened_at).is_(None), col(BlindRequest.withdrawn_at).is_(None)
    )


def find_waiting(session: Session, ids: Collection[uuid.UUID]) -> set[uuid.UUID]:
    """Which of these claims are such."""
    query = list_waiting_claims().where(col(BlindRequest.claim_id).in_(ids))
    return set(session.execute(query).scalars()) if ids else set()


def list_sealed() -> Select[Any]:
    """Ids of verdicts that were in force and are sealed for the time, with those before them. What stands in
    a report is no secret."""
    sealing = list_waiting_claims().where(col(BlindRequest.sealed_id).is_not(None))
    return select(col(Verdict.id)).where(col(Verdict.claim_id).in_(sealing), ~stands_in_report())


def stands_in_report() -> ColumnElement[bool]:
    """Whether a verdict was published. Reports from before they named their verdicts hold what was in force
    when they were made."""
    unnamed = and_(col(ReportClaim.verdict_id).is_(None), col(Report.published_at) >= col(Verdict.given_at))
    return (
        exists()
        .where(
            col(Report.id) == col(ReportClaim.report_id), col(ReportClaim.claim_id) == col(Verdict.claim_id)
        )
        .where(or_(col(ReportClaim.verdict_id) == col(Verdict.id), unnamed))
    )


def find_since(session: Session, claim: Claim) -> datetime | None:
    """From when on what is said about a claim may be about a sealed verdict; None when nothing is sealed."""
    return read_since(session, [claim.id]).get(claim.id)


@dataclass(frozen=True, slots=True)
class Seals:
    """What of the history is not to be read: `rows` (verdicts, reviews, comments) whose values are sealed;
    what people said why in `acts` on claims since their verdicts were given, also where they did it to others
    in the same act; and lines about the claims that `references` name."""

    rows: frozenset[uuid.UUID] = frozenset()
    acts: frozenset[Moment] = frozenset()
    references: frozenset[str] = frozenset()

    def covers(self, revision: Row[Any]) -> bool:
        """Whether the values of a revision are sealed."""
        return revision.entity_id in self.rows

    def veil(self, entry: Entry, revision: Row[Any]) -> Entry:
        """The entry without what is sealed: who acted, and when, stays."""
        if self.covers(revision):
            return replace(entry, changes=(), reason="")
        if (revision.at, revision.actor) in self.acts:
            shown = _OPEN.get(entry.entity)
            changes = tuple(
                one
                for one in entry.changes
                if one.field not in _REASONED and (shown is None or one.field in shown)
            )
            entry = replace(entry, changes=changes, reason="")
        lines = [one for one in entry.changes if one.field == LOOK_AGAIN]
        veiled = [self._veil_change(one) for one in lines]
        if veiled == lines:
            return entry
        # Why somebody looked again tells as much as what they were told.
        others = [one for one in entry.changes if one.field != LOOK_AGAIN]
        told = [one for one in veiled if one.before != one.after]
        return replace(entry, changes=(*others, *told), reason="")

    def _veil_change(self, change: FieldChange) -> FieldChange:
        before = None if change.before is None else self._veil_lines(change.before)
        return FieldChange(change.field, before, self._veil_lines(change.after))

    def _veil_lines(self, text: str) -> str:
        """Without the lines that say what the verdict on a claim is that this one depends on."""
        lines = text.splitlines()
        return "\n".join(line for line in lines if line.partition(",")[0] not in self.references)


def load_seals(session: Session, shown: Iterable[Row[Any]]) -> Seals:
    """All that is sealed now, as far as it may be met in these revisions; one query where nothing is."""
    since = read_since(session)
    if not since:
        return Seals()
    ids = list(since)
    rows = set(session.execute(list_sealed()).scalars())
    reviews = select(col(Review.id)).where(col(Review.verdict_id).in_(list_sealed()))
    rows |= set(session.execute(reviews).scalars())
    for model, at in ((Comment, Comment.made_at), (BlindVerdict, BlindVerdict.given_at)):
        rows |= _list_since(session, model, at, since)
    rows |= _list_since(session, Adjudication, Adjudication.decided_at, since)
    numbers = session.execute(select(col(Claim.number)).where(col(Claim.id).in_(ids))).scalars()
    return Seals(
        rows=frozenset(rows),
        acts=frozenset(_list_acts(session, since, shown)),
        references=frozenset(format_reference("C", number) for number in numbers),
    )


def _list_acts(
    session: Session, since: dict[uuid.UUID, datetime], shown: Iterable[Row[Any]]
) -> Iterator[Moment]:
    """Which of the acts shown touched these claims from those times on."""
    begins = {claim_id: chain.format_time(at) for claim_id, at in since.items()}
    moments = {revision.at for revision in shown}
    for claim_id, at, actor in session.execute(_ACTS, {"moments": sorted(moments)}):
        begin = begins.get(claim_id)  # None where a verdict was asked for since the times were read
        if begin is not None and at >= begin:
            yield at, actor


def _query_acts() -> Select[Any]:
    """Revisions of claims that wait, and of what is changed with a reason without raising their versions:
    another desk's verdict, and a link, which hangs on both of its claims."""
    columns: Sequence[tuple[Any, Any]] = (
        (col(Claim.id), col(Claim.id)),
        (col(ForeignVerdict.id), col(ForeignVerdict.claim_id)),
        (col(ClaimLink.id), col(ClaimLink.claim_id)),
        (col(ClaimLink.id), col(ClaimLink.other_id)),
    )
    waiting = list_waiting_claims()
    hanging = [
        select(row_id.label("row_id"), claim_id.label("claim_id")).where(claim_id.in_(waiting))
        for row_id, claim_id in columns
    ]
    rows = union_all(*hanging).subquery()
    return (
        select(rows.c.claim_id, col(Revision.at), col(Revision.actor))
        .join(rows, rows.c.row_id == col(Revision.entity_id))
        .where(col(Revision.at).in_(bindparam("moments", expanding=True)))
    )


_ACTS = _query_acts()  # put together once: that costs more than to run it


def _list_since(
    session: Session, model: type[Tracked], at: Any, since: dict[uuid.UUID, datetime]
) -> set[uuid.UUID]:
    """Ids of rows of these claims that were made from those times on."""
    claim_id = model.__table__.c.claim_id  # type: ignore[attr-defined]
    query = select(col(model.id).label("id"), claim_id.label("claim_id"), col(at).label("at"))
    found = session.execute(query.where(claim_id.in_(list(since))))
    return {row.id for row in found if row.at >= since[row.claim_id]}


def read_since(session: Session, ids: list[uuid.UUID] | None = None) -> dict[uuid.UUID, datetime]:
    """From when on each claim with a pair that is not opened may be talked of with its verdict in mind."""
    values = {} if ids is None else {"claims": ids}
    found = session.execute(_query_since(some=ids is not None), values)
    return {
        row.claim_id: min(at for at in (row.asked_at, row.given, row.sealed) if at is not None)
        for row in found
    }


@cache  # put together once: that costs more than to run it
def _query_since(*, some: bool) -> Any:
    sealed = list_sealed().subquery()
    first = (
        select(func.min(col(Verdict.given_at)))
        .where(col(Verdict.claim_id) == col(BlindRequest.claim_id), col(Verdict.id).in_(select(sealed.c.id)))
        .scalar_subquery()
    )
    # An earlier pair that came to nothing may hold what is sealed now, in an earlier wording.
    halves = (
        select(func.min(col(BlindVerdict.given_at)))
        .where(
            col(BlindVerdict.claim_id) == col(BlindRequest.claim_id), col(BlindRequest.sealed_id).is_not(None)
        )
        .scalar_subquery()
    )
    query = select(
        col(BlindRequest.claim_id),
        col(BlindRequest.asked_at),
        first.label("given"),
        halves.label("sealed"),
    ).where(col(BlindRequest.opened_at).is_(None), col(BlindRequest.withdrawn_at).is_(None))
    if some:
        query = query.where(col(BlindRequest.claim_id).in_(bindparam("claims", expanding=True)))
    return query

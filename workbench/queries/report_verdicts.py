"""The verdicts in force as a report tells them, with the signatures that stand by them."""

import uuid
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from workbench.domain import records
from workbench.models import Review, ReviewOutcome, User, Verdict
from workbench.queries.blind import OpenedPair
from workbench.queries.scales import Used

_TOLD: tuple[Any, ...] = (
    col(Verdict.id),
    col(Verdict.scale),
    col(Verdict.scale_version),
    col(Verdict.rating),
    col(Verdict.rating_text),
    col(Verdict.rating_colour),
    col(Verdict.rating_definition),
    col(Verdict.rollup),
    col(Verdict.confidence),
    col(Verdict.reasoning),
    col(Verdict.conclusion),
    col(Verdict.given_at),
    col(Verdict.grades),
    col(Verdict.blind_id),
    col(User.name).label("author"),
)
_SIGNED: tuple[Any, ...] = (
    col(Review.verdict_id),
    col(Review.reviewed_at),
    col(Review.own_verdict),
    col(User.name).label("reviewer"),
)


def load_verdicts(session: Session, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, Any]:
    """By id, what a report tells of a verdict, its author's name, and what it was given on (`grades`)."""
    query = select(*_TOLD).join(User, col(User.id) == col(Verdict.author_id)).where(col(Verdict.id).in_(ids))
    return {row.id: row for row in session.execute(query)} if ids else {}


def load_signatures(session: Session, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, records.ReviewRecord]:
    """By the id of the verdict, the newest signature of each of these."""
    query = (
        select(*_SIGNED)
        .join(User, col(User.id) == col(Review.reviewer_id))
        .where(col(Review.verdict_id).in_(ids), col(Review.outcome) == ReviewOutcome.SIGNED)
        .order_by(col(Review.reviewed_at))  # the newest comes last, and stays
    )
    return {
        row.verdict_id: records.ReviewRecord(
            reviewer=row.reviewer, at=row.reviewed_at, own_verdict=row.own_verdict
        )
        for row in (session.execute(query) if ids else ())
    }


def make_verdict(
    row: Any, signed: records.ReviewRecord | None, pair: OpenedPair | None, scales: Used
) -> records.VerdictRecord:
    """One of `load_verdicts`, with the label as it stands on the version of the scale that was used. `pair`:
    the two verdicts given apart that it came from."""
    label = scales[row.scale, row.scale_version].label(row.rating)
    return records.VerdictRecord(
        scale=row.scale,
        scale_version=row.scale_version,
        rating=row.rating,
        rating_text=row.rating_text,
        number=label.number,
        colour=row.rating_colour,
        confidence=row.confidence.value,
        reasoning=row.reasoning,
        author=row.author,
        at=row.given_at,
        signed=signed,
        conclusion=row.conclusion,
        definition=row.rating_definition,
        rollup=row.rollup,
        averitec=label.averitec,
        blind=_make_blind(pair) if pair else None,
    )


def _make_blind(pair: OpenedPair) -> records.BlindRecord:
    settled = pair.settled
    first, second = (
        records.BlindHalfRecord(
            half.author,
            half.verdict.rating,
            half.verdict.rating_text,
            half.verdict.given_at,
            half.verdict.conclusion,
        )
        for half in (pair.first, pair.second)
    )
    return records.BlindRecord(
        first=first,
        second=second,
        closeness=pair.closeness.value,
        was_open=pair.was_open,
        settled_by=settled.by if settled else "",
        settled_at=settled.adjudication.decided_at if settled else None,
        followed=settled.outcome if settled else "",
        settling=settled.adjudication.reasoning if settled else "",
        settler_is_author=settled.own if settled else False,
    )

"""A source's track record: the verdicts on what it claims itself, and how its grade changed."""

import json
import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import re2
from sqlalchemy import ColumnElement, case, extract, func, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from workbench.domain import chain
from workbench.domain.mixes import Part, Rating, list_parts
from workbench.domain.status import Status
from workbench.models import Appearance, Attribution, Claim, Revision, RevisionPayload, Source, User, Verdict
from workbench.queries.scales import load_used
from workbench.queries.source_names import list_family

SIGNED = (Status.CHECKED, Status.PUBLISHED)
MOST_MONTHS = 12  # more of them are told as years
MOST_GRADES = 100
_ID = re2.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

Mix = tuple[tuple[str, str, int], ...]  # (label, colour token, count) in the order of the scale


@dataclass(frozen=True, slots=True)
class Period:
    """The verdicts given in one month, or in one year where `month` is None."""

    year: int
    month: int | None
    counts: Counter[Rating]
    parts: tuple[Part, ...]

    @property
    def count(self) -> int:
        return self.counts.total()

    @property
    def mix(self) -> Mix:
        return tuple(one for one in self.cells if one[2])

    @property
    def cells(self) -> Mix:
        """The same with what was not given in it, one for each of the record's parts."""
        return _mix(self.counts, self.parts)


@dataclass(frozen=True, slots=True)
class Record:
    """Accepted claims whose claimant the source is: how many, with a verdict, signed; and over time,
    newest first, by the day on which the verdict in force was given."""

    claims: int
    decided: int
    signed: int
    counts: Counter[Rating]
    periods: tuple[Period, ...]
    parts: tuple[Part, ...]

    @property
    def mix(self) -> Mix:
        return _mix(self.counts, self.parts)


@dataclass(frozen=True, slots=True)
class GradeChange:
    """One change of the reliability grade; `before` is "" where the source was added with it. `on` is the day
    that the grade is of, where one was told; `of` the name of a merged source whose grade it was."""

    at: datetime
    actor: str
    before: str
    after: str
    reason: str
    on: date | None = None
    of: str = ""


def read_record(session: Session, source: Source) -> Record:
    """The track record of a source, in one query.

    What it only passes on ("X said that Y accused Z" for X) is another's claim and does not count.
    """
    year, month = extract("year", col(Verdict.given_at)), extract("month", col(Verdict.given_at))
    rating = [
        col(Verdict.scale),
        col(Verdict.scale_version),
        col(Verdict.rating),
        col(Verdict.rating_text),
        col(Verdict.rating_colour),
    ]
    signed = func.sum(case((col(Claim.status).in_(SIGNED), 1), else_=0))
    query = (
        select(year, month, func.count(), signed, *rating)
        .select_from(Claim)
        .outerjoin(Verdict, col(Verdict.id) == col(Claim.verdict_id))
        .where(_is_claimant(list_family(session, source)), col(Claim.accepted_at).is_not(None))
        .where(col(Claim.status) != Status.WITHDRAWN)
        .group_by(year, month, *rating)
    )
    rows = list(session.execute(query))
    months: dict[tuple[int, int | None], Counter[Rating]] = {}
    # PostgreSQL answers parts of a date as decimals.
    for one_year, one_month, count, _signed, *given in rows:
        if given[0] is not None:
            months.setdefault((int(one_year), int(one_month)), Counter())[tuple(given)] += count
    counts: Counter[Rating] = sum(months.values(), Counter())
    parts = tuple(list_parts(counts, load_used(session)))
    return Record(
        claims=sum(row[2] for row in rows),
        decided=counts.total(),
        signed=sum(int(row[3]) for row in rows if row[4] is not None),
        counts=counts,
        periods=_make_periods(months, parts),
        parts=parts,
    )


def _mix(counts: Counter[Rating], parts: Sequence[Part]) -> Mix:
    """How often the ratings of each part were given."""
    return tuple((part.name, part.colour, sum(counts[one] for one in part.ratings)) for part in parts)


def read_grades(session: Session, source: Source) -> list[GradeChange]:
    """Every change of the grade that the history still holds, newest first, at most MOST_GRADES."""
    query = (
        select(Revision, col(RevisionPayload.body), col(Source.name))
        .join(RevisionPayload, col(RevisionPayload.seq) == col(Revision.seq))
        .join(Source, col(Source.id) == col(Revision.entity_id))
        .where(col(Revision.entity_id).in_(list_family(session, source)))
        .where(col(RevisionPayload.body).contains('"reliability":', autoescape=True))
        .order_by(col(Revision.seq).desc())
        .limit(MOST_GRADES)
    )
    found = [(revision, json.loads(body), name) for revision, body, name in session.execute(query)]
    names = _find_names(session, {revision.actor for revision, _, _ in found})
    return [
        GradeChange(
            at=chain.parse_time(revision.at),
            actor=names.get(revision.actor, revision.actor),
            before=(body["before"] or {}).get("reliability", ""),
            after=body["after"]["reliability"],
            reason=body["after"].get("reliability_reason") or revision.reason,
            of="" if revision.entity_id == source.id else name,
            on=date.fromisoformat(day) if (day := body["after"].get("reliability_on")) else None,
        )
        for revision, body, name in found
    ]


def _find_names(session: Session, actors: set[str]) -> dict[str, str]:
    """Names of the people among the actors; the others are programs, called by their own names."""
    ids = [uuid.UUID(actor) for actor in sorted(actors) if _ID.fullmatch(actor)]
    people = select(col(User.id), col(User.name)).where(col(User.id).in_(ids))
    return {str(row[0]): row[1] for row in session.execute(people)}


def _make_periods(
    months: dict[tuple[int, int | None], Counter[Rating]], parts: tuple[Part, ...]
) -> tuple[Period, ...]:
    if len(months) > MOST_MONTHS:
        years: dict[tuple[int, int | None], Counter[Rating]] = {}
        for (year, _month), counts in months.items():
            years.setdefault((year, None), Counter()).update(counts)
        months = years
    ordered = sorted(months, key=lambda key: (key[0], key[1] or 0), reverse=True)
    return tuple(Period(year, month, months[year, month], parts) for year, month in ordered)


def _is_claimant(family: Sequence[uuid.UUID]) -> ColumnElement[bool]:
    """Claims that are the source's own: it is the innermost claimant of the first appearance."""
    inner = aliased(Attribution)
    further_in = select(col(inner.id)).where(
        col(inner.appearance_id) == col(Attribution.appearance_id),
        col(inner.position) > col(Attribution.position),
        col(inner.withdrawn_at).is_(None),
    )
    said = (
        select(col(Appearance.claim_id))
        .join(Attribution, col(Attribution.appearance_id) == col(Appearance.id))
        .where(col(Appearance.position) == 1, col(Appearance.withdrawn_at).is_(None))
        .where(col(Attribution.source_id).in_(family), col(Attribution.withdrawn_at).is_(None))
        .where(~further_in.exists())
    )
    return col(Claim.id).in_(said)

"""Reads of pairs of sealed verdicts: who was asked, which are in, what came of those that were opened."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from workbench.domain.agreement import Closeness, Judgement, compare, read_judgement
from workbench.domain.roles import Permission, Role, may
from workbench.models import Adjudication, BlindRequest, BlindVerdict, Claim, User, Verdict
from workbench.queries.scales import Used, load_used
from workbench.queries.seals import list_waiting_claims


@dataclass(frozen=True, slots=True)
class Half:
    """One verdict of an opened pair, with who gave it and how it is compared."""

    verdict: BlindVerdict
    author: str
    judgement: Judgement
    colour: str
    scale_name: str


@dataclass(frozen=True, slots=True)
class Settling:
    """How a disagreement was settled, and by whom. `own`: they had given one of the two themselves."""

    adjudication: Adjudication
    by: str
    own: bool

    @property
    def outcome(self) -> str:
        """Which of the two was followed; "anew" where a new verdict was asked for."""
        return self.adjudication.followed.value if self.adjudication.verdict_id else "anew"


@dataclass(frozen=True, slots=True)
class OpenedPair:
    """Two verdicts that were given without sight of each other, and what came of them. `was_open`: a verdict
    of one of the two had stood open to everybody before the second was asked for."""

    request: BlindRequest
    first: Half
    second: Half
    settled: Settling | None
    was_open: bool

    @property
    def closeness(self) -> Closeness:
        return compare(self.first.judgement, self.second.judgement)

    @property
    def authors(self) -> set[uuid.UUID]:
        return {self.first.verdict.author_id, self.second.verdict.author_id}


def find_request(session: Session, claim: Claim) -> BlindRequest | None:
    """The claim's request that has come to no end yet: not opened, or opened and not settled."""
    return load_requests(session, [claim.id]).get(claim.id)


def load_requests(session: Session, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, BlindRequest]:
    """The same for several claims, by the claim's id."""
    return {row.claim_id: row for row in session.execute(_OPEN, {"claims": ids}).scalars()}


# Put together once, like the next: that costs as much as to run them.
_OPEN = select(BlindRequest).where(
    col(BlindRequest.claim_id).in_(bindparam("claims", expanding=True)),
    col(BlindRequest.settled_at).is_(None),
    col(BlindRequest.withdrawn_at).is_(None),
)
_OPENED = (
    select(BlindRequest)
    .where(col(BlindRequest.claim_id).in_(bindparam("claims", expanding=True)))
    .where(col(BlindRequest.opened_at).is_not(None))
    .order_by(col(BlindRequest.opened_at).desc())
)


def was_asked(session: Session, claim: Claim) -> bool:
    """Whether a second verdict was ever asked for."""
    query = select(col(BlindRequest.id)).where(col(BlindRequest.claim_id) == claim.id).limit(1)
    return session.execute(query).first() is not None


def find_own_half(session: Session, request: BlindRequest, person_id: uuid.UUID) -> BlindVerdict | None:
    """What this person has given in a pair; nobody else's is answered."""
    query = select(BlindVerdict).where(
        col(BlindVerdict.id).in_([one for one in (request.first_id, request.second_id) if one]),
        col(BlindVerdict.author_id) == person_id,
    )
    found: BlindVerdict | None = session.execute(query).scalar_one_or_none()
    return found


def find_first_author(session: Session, request: BlindRequest) -> uuid.UUID | None:
    """Who gave the verdict that is in; None while none is."""
    if request.first_id is None:
        return None
    query = select(col(BlindVerdict.author_id)).where(col(BlindVerdict.id) == request.first_id)
    author: uuid.UUID = session.execute(query).scalar_one()
    return author


def find_first_scale(session: Session, request: BlindRequest) -> tuple[str, int] | None:
    """The scale of the verdict that is in, on which the other one has to be given; None while none is."""
    if request.first_id is None:
        return None
    row = session.execute(
        select(col(BlindVerdict.scale), col(BlindVerdict.scale_version)).where(
            col(BlindVerdict.id) == request.first_id
        )
    ).one()
    return row.scale, row.scale_version


def list_pairs(session: Session, claim_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, list[OpenedPair]]:
    """The opened pairs of these claims, the newest first."""
    requests = session.execute(_OPENED, {"claims": claim_ids}).scalars().all()
    found: dict[uuid.UUID, list[OpenedPair]] = {}
    for pair in load_pairs(session, requests):
        found.setdefault(pair.request.claim_id, []).append(pair)
    return found


def find_pair_of(
    pairs: Sequence[OpenedPair], verdict_id: uuid.UUID, blind_id: uuid.UUID | None
) -> OpenedPair | None:
    """Which of a claim's opened pairs, the newest first, led to a verdict: it was one of the two, or what
    settled them, or was asked for instead of them."""
    for pair in pairs:
        halves = {pair.first.verdict.id, pair.second.verdict.id}
        settled = pair.settled.adjudication.verdict_id if pair.settled else None
        if blind_id in halves or verdict_id in {settled, pair.request.sealed_id if settled is None else None}:
            return pair
    newest = pairs[0] if pairs else None
    return newest if newest and newest.settled and newest.settled.outcome == "anew" else None


def load_pairs(session: Session, requests: Sequence[BlindRequest]) -> list[OpenedPair]:
    """Opened requests with both their verdicts, in their order."""
    if not requests:
        return []
    scales = load_used(session)
    ids = [one for request in requests for one in (request.first_id, request.second_id) if one]
    query = (
        select(BlindVerdict, col(User.name))
        .join(User, col(User.id) == col(BlindVerdict.author_id))
        .where(col(BlindVerdict.id).in_(ids))
    )
    halves = {row[0].id: _make_half(row[0], row[1], scales) for row in session.execute(query)}
    claim_ids = [request.claim_id for request in requests]
    settlings, read = _load_settlings(session, claim_ids), _list_read(session, claim_ids)
    return [
        OpenedPair(
            request,
            halves[request.first_id],
            halves[request.second_id],
            settlings.get((request.first_id, request.second_id)),
            any(
                since < request.asked_at
                for half in (halves[request.first_id], halves[request.second_id])
                for since in read.get((request.claim_id, half.verdict.author_id), ())
            ),
        )
        for request in requests
        if request.first_id and request.second_id and request.opened_at
    ]


def _list_read(
    session: Session, claim_ids: Sequence[uuid.UUID]
) -> dict[tuple[uuid.UUID, uuid.UUID], list[datetime]]:
    """Since when everybody could read what a person thought of a claim, by claim and person: a verdict in
    force from when it was given, a sealed one from when its pair was opened."""
    given = select(col(Verdict.claim_id), col(Verdict.author_id), col(Verdict.given_at))
    opened = (
        select(col(BlindVerdict.claim_id), col(BlindVerdict.author_id), col(BlindRequest.opened_at))
        .join(
            BlindRequest, col(BlindVerdict.id).in_([col(BlindRequest.first_id), col(BlindRequest.second_id)])
        )
        .where(col(BlindRequest.opened_at).is_not(None))
    )
    found: dict[tuple[uuid.UUID, uuid.UUID], list[datetime]] = {}
    queries = (
        given.where(col(Verdict.claim_id).in_(claim_ids)),
        opened.where(col(BlindVerdict.claim_id).in_(claim_ids)),
    )
    for query in queries:
        for claim_id, author_id, since in session.execute(query):
            found.setdefault((claim_id, author_id), []).append(since)
    return found


def _make_half(verdict: BlindVerdict, author: str, scales: Used) -> Half:
    scale = scales[verdict.scale, verdict.scale_version]
    label = scale.label(verdict.rating)
    return Half(verdict, author, read_judgement(scale, verdict.rating), label.colour, scale.name)


def _load_settlings(
    session: Session, claim_ids: Sequence[uuid.UUID]
) -> dict[tuple[uuid.UUID | None, uuid.UUID | None], Settling]:
    first, second = aliased(BlindVerdict), aliased(BlindVerdict)
    query = (
        select(Adjudication, col(User.name), col(first.author_id), col(second.author_id))
        .join(User, col(User.id) == col(Adjudication.adjudicator_id))
        .join(first, col(first.id) == col(Adjudication.first_id))
        .join(second, col(second.id) == col(Adjudication.second_id))
        .where(col(Adjudication.claim_id).in_(claim_ids))
    )
    return {
        (row.first_id, row.second_id): Settling(row, name, row.adjudicator_id in authors)
        for row, name, *authors in session.execute(query)
    }


def list_settlers(session: Session, pair: OpenedPair) -> list[User]:
    """Who may settle a pair: reviewers who gave neither verdict; where there is none, any reviewer."""
    reviewing = [role for role in Role if may(role, Permission.REVIEW)]
    query = select(User).where(col(User.active), col(User.role).in_(reviewing)).order_by(col(User.name))
    everybody = list(session.execute(query).scalars())
    return [user for user in everybody if user.id not in pair.authors] or everybody


@dataclass(frozen=True, slots=True)
class PairFilter:
    """Which opened pairs: on which scale (a code, "" for all), opened from and before a moment."""

    scale: str = ""
    since: datetime | None = None
    before: datetime | None = None


def list_opened(session: Session, wanted: PairFilter) -> list[OpenedPair]:
    """Every opened pair that the filter lets through, the newest first; none of a claim whose next pair is
    sealed, which may hold the outcome of this one. Rows are small and few: a desk judges a part of its claims
    twice."""
    query = select(BlindRequest).where(
        col(BlindRequest.opened_at).is_not(None), col(BlindRequest.claim_id).not_in(list_waiting_claims())
    )
    if wanted.since is not None:
        query = query.where(col(BlindRequest.opened_at) >= wanted.since)
    if wanted.before is not None:
        query = query.where(col(BlindRequest.opened_at) < wanted.before)
    if wanted.scale:
        query = query.join(BlindVerdict, col(BlindVerdict.id) == col(BlindRequest.first_id))
        query = query.where(col(BlindVerdict.scale) == wanted.scale)
    query = query.order_by(col(BlindRequest.opened_at).desc(), col(BlindRequest.id))
    return load_pairs(session, session.execute(query).scalars().all())


def list_pair_scales(session: Session) -> list[str]:
    """Codes of the scales that opened pairs were judged on."""
    query = (
        select(col(BlindVerdict.scale))
        .join(BlindRequest, col(BlindRequest.first_id) == col(BlindVerdict.id))
        .where(col(BlindRequest.opened_at).is_not(None))
        .distinct()
    )
    return sorted(session.execute(query).scalars())


def load_pair_claims(session: Session, pairs: Sequence[OpenedPair]) -> dict[uuid.UUID, Claim]:
    """The claims of these pairs by id."""
    query = select(Claim).where(col(Claim.id).in_([pair.request.claim_id for pair in pairs]))
    return {claim.id: claim for claim in session.execute(query).scalars()}

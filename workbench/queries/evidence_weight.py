"""Reads of what claims stand on: how much of their evidence is independent, and what of it is the checked
article again."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import bindparam, select
from sqlmodel import Session, col

from workbench.domain.circularity import Circle
from workbench.domain.echoes import find_tied, spread_circles
from workbench.domain.evidence import Stance
from workbench.domain.independence import Piece, Weight, count_origins, find_origins, weigh
from workbench.domain.web_addresses import fold_page
from workbench.models import ArticleVersion, Evidence, Snapshot, Source
from workbench.queries.circularity import Asked, FileReader, find_circles
from workbench.queries.places import claims_in
from workbench.queries.source_names import GIVEN, standing_for
from workbench.queries.visited_pages import NOT_VISITED, Visited, mark_file, read_visited


@dataclass(frozen=True, slots=True)
class Weighed:
    """The pieces of some claims by their ids, withdrawn and withheld ones too: with which piece each began,
    and which of those that support a claim are the checked article again. `hidden` are those that do not
    stand, or may not be seen."""

    pieces: Mapping[uuid.UUID, Piece]
    origins: Mapping[uuid.UUID, uuid.UUID]
    circles: Mapping[uuid.UUID, Circle]
    hidden: frozenset[uuid.UUID]

    def group(self) -> dict[uuid.UUID, list[Piece]]:
        """By claim, what stands and may be seen."""
        claims: dict[uuid.UUID, list[Piece]] = {}
        for piece in self.pieces.values():
            if piece.id not in self.hidden:
                claims.setdefault(piece.claim, []).append(piece)
        return claims


def weigh_claims(
    session: Session, claim_ids: Sequence[uuid.UUID], *, sight: bool, read: FileReader | None
) -> dict[uuid.UUID, Weight]:
    """What each of these claims stands on; one without evidence is missing. Without sight, evidence of
    withheld sources does not count; without `read` the words of captured pages are not looked at."""
    return _weigh(weigh_pieces(session, claim_ids, sight=sight, read=read))


def weigh_article(
    session: Session, version: ArticleVersion, *, sight: bool, read: FileReader | None
) -> dict[uuid.UUID, Weight]:
    """The same of every claim of a text."""
    loaded = [Loaded(*row) for row in session.execute(_OF_TEXT, {"version": version.id})]
    return _weigh(weigh_loaded(session, loaded, sight=sight, read=read))


def _weigh(found: Weighed) -> dict[uuid.UUID, Weight]:
    return {claim: weigh(pieces, found.origins) for claim, pieces in found.group().items()}


def count_by_claim(
    session: Session, claim_ids: Sequence[uuid.UUID], *, sight: bool, read: FileReader | None
) -> dict[uuid.UUID, tuple[int, int]]:
    """How many pieces of evidence each of these claims has, context too, and of how many origins."""
    found = weigh_pieces(session, claim_ids, sight=sight, read=read)
    return {
        claim: (len(pieces), count_origins(pieces, found.origins)) for claim, pieces in found.group().items()
    }


def weigh_pieces(
    session: Session, claim_ids: Sequence[uuid.UUID], *, sight: bool, read: FileReader | None
) -> Weighed:
    """Everything counts when it is asked what began with what, seen or not: two pieces that repeat a hidden
    one are one origin still. What was withdrawn ties nothing together but by its own chain."""
    loaded = [Loaded(*row) for row in session.execute(_OF_CLAIMS, {"claims": claim_ids})]
    return weigh_loaded(session, loaded, sight=sight, read=read)


class Loaded(NamedTuple):
    """What is known of a piece before it is weighed. `file` is the SHA-256 of its file, empty or None without
    one; `source`, `reliability` and `withheld` are of the source that its own one stands for."""

    id: uuid.UUID
    claim: uuid.UUID
    stance: Stance
    credibility: int
    repeats: uuid.UUID | None
    url: str
    excerpt: str
    published_on: date | None
    withdrawn_at: datetime | None
    source: uuid.UUID
    reliability: str
    withheld: bool
    file: str | None


# Put together once: that costs as much as to run them.
_PIECES: Any = (
    select(
        col(Evidence.id),
        col(Evidence.claim_id),
        col(Evidence.stance),
        col(Evidence.credibility),
        col(Evidence.origin_id),
        col(Evidence.url),
        col(Evidence.excerpt),
        col(Evidence.published_on),
        col(Evidence.withdrawn_at),
        col(Source.id),
        col(Source.reliability),
        col(Source.withheld),
        col(Snapshot.sha256),
    )
    .join(GIVEN, col(GIVEN.id) == col(Evidence.source_id))
    .join(Source, col(Source.id) == standing_for(GIVEN))
    .outerjoin(Snapshot, col(Snapshot.id) == col(Evidence.snapshot_id))
    .order_by(col(Evidence.added_at), col(Evidence.id))
)
_OF_CLAIMS = _PIECES.where(col(Evidence.claim_id).in_(bindparam("claims", expanding=True)))
_OF_TEXT = _PIECES.where(col(Evidence.claim_id).in_(claims_in(bindparam("version"))))


def load_piece(evidence: Evidence, source: Source, file: Snapshot | None) -> Loaded:
    """The same of rows that are at hand."""
    return Loaded(
        evidence.id,
        evidence.claim_id,
        evidence.stance,
        evidence.credibility,
        evidence.origin_id,
        evidence.url,
        evidence.excerpt,
        evidence.published_on,
        evidence.withdrawn_at,
        source.id,
        source.reliability,
        source.withheld,
        file.sha256 if file else None,
    )


def weigh_loaded(
    session: Session, loaded: Sequence[Loaded], *, sight: bool, read: FileReader | None
) -> Weighed:
    """The same for every piece of some claims, withdrawn and withheld ones too."""
    visited = read_visited(session, {one.id: one.url for one in loaded})
    pieces = {one.id: _make_piece(one, visited.get(one.id, NOT_VISITED)) for one in loaded}
    tied = find_tied(pieces.values())
    asked = [_ask(one) for one in loaded if one.stance is Stance.SUPPORTS or one.id in tied]
    drawn = spread_circles(pieces, find_circles(session, asked, read, visited))
    circles = {}
    for one in loaded:
        if one.id in drawn and one.withdrawn_at is None and one.stance is Stance.SUPPORTS:
            circles[one.id] = drawn[one.id]
            pieces[one.id] = replace(pieces[one.id], circular=True)
    hidden = {one.id for one in loaded if one.withdrawn_at is not None or (one.withheld and not sight)}
    return Weighed(pieces, find_origins(pieces.values()), circles, frozenset(hidden))


def _ask(one: Loaded) -> Asked:
    return Asked(one.id, one.claim, one.source, one.url, one.excerpt, one.published_on, one.file or "")


def _make_piece(one: Loaded, visited: Visited) -> Piece:
    """What was withdrawn is known by nothing: it ties nothing together but by its own chain."""
    marks = {fold_page(one.url), mark_file(one.file) if one.file else "", *visited.marks} - {""}
    return Piece(
        one.id,
        one.claim,
        one.source,
        one.stance,
        one.credibility,
        one.reliability,
        one.repeats,
        frozenset(marks) if one.withdrawn_at is None else frozenset(),
    )

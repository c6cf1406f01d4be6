"""Reads of sources: the register, one source's page, and the names offered while one types."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select
from sqlmodel import Session, col

from workbench.domain.errors import NotFound
from workbench.domain.evidence import SourceKind, Stance
from workbench.domain.status import Status
from workbench.models import Appearance, Article, Attribution, Claim, Evidence, Source, Verdict
from workbench.queries.paging import PAGE_SIZE, Page, Place, read_page
from workbench.queries.search import search_sources
from workbench.queries.source_names import GIVEN, find_source, list_family, standing_for

MOST_NAMES = 500


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source with how many accepted claims it makes and how much evidence it gives."""

    source: Source
    claims: int
    evidence: int


@dataclass(frozen=True, slots=True)
class SourceFilter:
    words: str = ""
    kind: SourceKind | None = None
    reliability: str = ""


@dataclass(frozen=True, slots=True)
class GivenRow:
    """A piece of evidence that a source gave, the claim it is about, and the verdict in force there."""

    evidence: Evidence
    claim: Claim
    verdict: Verdict | None

    @property
    def colour(self) -> str:
        return self.verdict.rating_colour if self.verdict else "none"


@dataclass(frozen=True, slots=True)
class GivenEvidence:
    """One page of it, from `skip` on; `stances` counts all of it, `repeated` what only repeats another piece
    of its claim and counts as one with that."""

    rows: tuple[GivenRow, ...]
    stances: dict[Stance, int]
    skip: int
    repeated: int = 0

    @property
    def count(self) -> int:
        return sum(self.stances.values())

    @property
    def older(self) -> int | None:
        after = self.skip + PAGE_SIZE
        return after if after < self.count else None

    @property
    def newer(self) -> int | None:
        return max(self.skip - PAGE_SIZE, 0) if self.skip else None


def get_source(session: Session, number: int, *, sight: bool) -> Source:
    """The source S-number. Raises NotFound, also for a withheld one that the reader may not see."""
    source: Source | None = session.execute(
        select(Source).where(col(Source.number) == number)
    ).scalar_one_or_none()
    if source is None or (source.withheld and not sight):
        raise NotFound(f"There is no source S-{number}.")
    return source


def list_sources(session: Session, wanted: SourceFilter, place: Place, *, sight: bool) -> Page[SourceRow]:
    """A page of the register, newest first; without sight, withheld sources are not in it."""
    query: Select[Any] = select(Source).where(col(Source.merged_into_id).is_(None))
    if not sight:
        query = query.where(col(Source.withheld).is_(False))
    number: Any = col(Source.number)
    if wanted.words.strip():
        query, number = search_sources(session, query, wanted.words)
    if wanted.kind is not None:
        query = query.where(col(Source.kind) == wanted.kind)
    if wanted.reliability:
        query = query.where(col(Source.reliability) == wanted.reliability)
    page = read_page(session, query, number, place)
    rows = _count_uses(session, [row[0] for row in page.rows])
    return Page(rows=rows, older=page.older, newer=page.newer, count=page.count, more=page.more)


def list_names(session: Session, *, kind: SourceKind | None = None, sight: bool) -> list[str]:
    """Names to offer while somebody types one, newest sources first, at most MOST_NAMES."""
    query = select(col(Source.name)).where(col(Source.merged_into_id).is_(None))
    query = query.order_by(col(Source.number).desc()).limit(MOST_NAMES)
    if kind is not None:
        query = query.where(col(Source.kind) == kind)
    if not sight:
        query = query.where(col(Source.withheld).is_(False))
    return list(session.execute(query).scalars())


def find_number_of(session: Session, name: str, *, sight: bool) -> int | None:
    """The number of the source of this name, None when there is none that the reader may see."""
    found = find_source(session, name)
    return None if found is None or (found.withheld and not sight) else found.number


def list_given_evidence(session: Session, source: Source, *, skip: int = 0) -> GivenEvidence:
    """A page of the evidence this source gave, newest first, with its claims and their verdicts."""
    given = (col(Evidence.source_id).in_(list_family(session, source)), col(Evidence.withdrawn_at).is_(None))
    query = (
        select(Evidence, Claim, Verdict)
        .join(Claim, col(Claim.id) == col(Evidence.claim_id))
        .outerjoin(Verdict, col(Verdict.id) == col(Claim.verdict_id))
        .where(*given)
        .order_by(col(Evidence.added_at).desc(), col(Evidence.id).desc())
        .limit(PAGE_SIZE)
        .offset(skip)
    )
    stances = select(col(Evidence.stance), func.count()).where(*given).group_by(col(Evidence.stance))
    found = {row[0]: row[1] for row in session.execute(stances)}
    repeated = select(func.count(col(Evidence.id))).where(*given, col(Evidence.origin_id).is_not(None))
    return GivenEvidence(
        rows=tuple(GivenRow(*row) for row in session.execute(query)),
        stances={stance: found[stance] for stance in Stance if stance in found},
        skip=skip,
        repeated=session.execute(repeated).scalar_one(),
    )


def list_published_articles(session: Session, source: Source) -> list[Article]:
    """The newest articles whose outlet this source is."""
    query = select(Article).where(
        col(Article.outlet_id).in_(list_family(session, source)), col(Article.withdrawn_at).is_(None)
    )
    return list(session.execute(query.order_by(col(Article.number).desc()).limit(50)).scalars())


def _count_uses(session: Session, sources: list[Source]) -> list[SourceRow]:
    """What is kept under a merged source counts for the one that stands for it."""
    ids = [source.id for source in sources]
    stands = standing_for(GIVEN)
    # Asked for first, so that the counting begins at the indexes of these ids and not at every row.
    merged = session.execute(select(col(Source.id)).where(col(Source.merged_into_id).in_(ids))).scalars()
    family = [*ids, *merged]
    said = (
        select(stands, func.count(col(Claim.id).distinct()))
        .join(Attribution, col(Attribution.source_id) == col(GIVEN.id))
        .join(Appearance, col(Appearance.id) == col(Attribution.appearance_id))
        .join(Claim, col(Claim.id) == col(Appearance.claim_id))
        .where(col(Attribution.source_id).in_(family), col(Attribution.withdrawn_at).is_(None))
        .where(col(Claim.accepted_at).is_not(None), col(Claim.status) != Status.WITHDRAWN)
        .group_by(stands)
    )
    gave = (
        select(stands, func.count())
        .join(Evidence, col(Evidence.source_id) == col(GIVEN.id))
        .where(col(Evidence.source_id).in_(family), col(Evidence.withdrawn_at).is_(None))
        .group_by(stands)
    )
    claims = {row[0]: row[1] for row in session.execute(said)}
    evidence = {row[0]: row[1] for row in session.execute(gave)}
    return [SourceRow(row, claims.get(row.id, 0), evidence.get(row.id, 0)) for row in sources]


def list_merged(session: Session, source: Source) -> list[Source]:
    """The sources that were merged into this one."""
    query = select(Source).where(col(Source.merged_into_id) == source.id).order_by(col(Source.number))
    return list(session.execute(query).scalars())

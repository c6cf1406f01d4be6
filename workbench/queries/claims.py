"""Reads of claims: rows for lists and article pages, and all there is about one."""

import uuid
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Executable, Select, bindparam, or_, select
from sqlmodel import Session, col

from workbench.domain.errors import NotFound
from workbench.domain.names import fold_name
from workbench.domain.references import find_number, format_reference
from workbench.models import Appearance, ArticleVersion, Attribution, Claim, Source, Verdict
from workbench.queries.claim_filter import ClaimFilter, narrow
from workbench.queries.paging import Page, read_page
from workbench.queries.paging import Place as ListPlace
from workbench.queries.places import Place, list_places
from workbench.queries.seals import find_waiting
from workbench.queries.search import search_claims
from workbench.queries.source_names import GIVEN, list_withheld_keys, standing_for

WITHHELD = "Withheld source"


@dataclass(frozen=True, slots=True)
class Claimant:
    """One claimant of an appearance as a reader may see it: a withheld source has no name and no number."""

    name: str
    source_number: int | None
    cue: str
    manner: str
    withheld: bool


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim as lists show it. `appearance` is its first one; on the page of an article, that article's
    first one, and `places` are all it has there. `sealed`: it is withdrawn while a second verdict on it is
    asked for without sight of the first."""

    claim: Claim
    claimants: tuple[Claimant, ...]
    verdict: Verdict | None
    appearance: Appearance | None
    places: tuple[Place, ...] = ()
    sealed: bool = False

    @property
    def number(self) -> int:
        return self.claim.number

    @property
    def reference(self) -> str:
        return format_reference("C", self.claim.number)

    @property
    def claimant(self) -> str:
        """The name of the innermost claimant, whose claim it is; empty for the article's own voice."""
        return self.claimants[-1].name if self.claimants else ""

    @property
    def why_withdrawn(self) -> str | None:
        """Why it left the work; None as long as that may tell of a sealed verdict."""
        return None if self.sealed else self.claim.withdrawn_reason

    @property
    def colour(self) -> str:
        """The colour token of the rating, "none" without a verdict."""
        if self.verdict is None:
            return "none"
        return self.verdict.rating_colour


def get_claim(session: Session, number: int) -> Claim:
    """The claim C-number. Raises NotFound."""
    claim: Claim | None = session.execute(_NUMBERED, {"number": number}).scalar_one_or_none()
    if claim is None:
        raise NotFound(f"There is no claim C-{number}.")
    return claim


def find_claims(session: Session, numbers: Iterable[int]) -> list[Claim]:
    """The claims of these numbers in the order of their numbers; unknown ones are left out."""
    query = select(Claim).where(col(Claim.number).in_(sorted(set(numbers)))).order_by(col(Claim.number))
    return list(session.execute(query).scalars())


def list_claims(session: Session, wanted: ClaimFilter, place: ListPlace, *, sight: bool) -> Page[ClaimRow]:
    """A page of claims, newest first. `sight`: whether the reader may read withheld sources."""
    query, number = narrow(select(Claim), wanted, sight=sight), col(Claim.number)
    reference = find_number("C", wanted.words)
    if reference is not None:
        query = query.where(col(Claim.number) == reference)
    elif wanted.words.strip():
        query, number = search_claims(session, query, wanted.words)
    page = read_page(session, query, number, place)
    rows = load_rows(session, [row[0] for row in page.rows], sight=sight)
    return Page(rows=rows, older=page.older, newer=page.newer, count=page.count, more=page.more)


def narrow_by_words(session: Session, query: Select[Any], words: str) -> Select[Any]:
    """The query of claims with only those that hold these words, or that these words name ("C-12")."""
    reference = find_number("C", words)
    if reference is not None:
        return query.where(col(Claim.number) == reference)
    return search_claims(session, query, words)[0] if words.strip() else query


def list_article_claims(
    session: Session, version: ArticleVersion, *, sight: bool, only: Collection[uuid.UUID] | None = None
) -> list[ClaimRow]:
    """Every claim of an article version in the desk's order, proposals and withdrawn ones too, each with all
    its places in this text. With `only` just the claims of these ids that are said here."""
    claims: dict[uuid.UUID, Claim] = {}
    places: dict[uuid.UUID, tuple[Place, ...]] = {}
    for claim, place in list_places(session, version, only):
        claims[claim.id] = claim
        places[claim.id] = (*places.get(claim.id, ()), place)
    firsts = {key: found[0].appearance for key, found in places.items()}
    ordered = sorted(claims.values(), key=lambda claim: (places[claim.id][0].key, claim.number))
    rows = _make_rows(session, ordered, firsts, sight=sight)
    return [replace(row, places=places[row.claim.id]) for row in rows]


def list_merged(session: Session, claim: Claim, *, sight: bool) -> tuple[ClaimRow | None, list[ClaimRow]]:
    """The claim that this one was merged into, if it was, and those that were merged into this one."""
    found = list(session.execute(_MERGED, {"id": claim.id, "into": claim.merged_into_id}).scalars())
    rows = load_rows(session, found, sight=sight)
    into = next((row for row in rows if row.claim.id == claim.merged_into_id), None)
    return into, [row for row in rows if row is not into]


def load_rows(session: Session, claims: Sequence[Claim], *, sight: bool) -> list[ClaimRow]:
    """Rows for these claims in three queries, however many there are."""
    if not claims:
        return []
    found = _load(session, _FIRST, [claim.id for claim in claims])
    return _make_rows(session, claims, {row.claim_id: row for row in found}, sight=sight)


def _make_rows(
    session: Session, claims: Sequence[Claim], firsts: dict[uuid.UUID, Appearance], *, sight: bool
) -> list[ClaimRow]:
    verdict_ids = {claim.verdict_id for claim in claims if claim.verdict_id}
    if len(verdict_ids) == 1:  # mostly it is read already
        verdicts = {key: session.get_one(Verdict, key) for key in verdict_ids}
    else:
        verdicts = {row.id: row for row in _load(session, _VERDICTS, verdict_ids)}
    claimants = load_claimants(session, [row.id for row in firsts.values()], sight=sight)
    sealed = find_waiting(session, [claim.id for claim in claims if claim.withdrawn_reason])
    return [
        ClaimRow(
            claim=claim,
            verdict=verdicts.get(claim.verdict_id) if claim.verdict_id else None,
            appearance=(appearance := firsts.get(claim.id)),
            claimants=claimants.get(appearance.id, ()) if appearance else (),
            sealed=claim.id in sealed,
        )
        for claim in claims
    ]


def load_claimants(
    session: Session, appearance_ids: Sequence[uuid.UUID], *, sight: bool
) -> dict[uuid.UUID, tuple[Claimant, ...]]:
    """The claimants of each appearance, outermost first."""
    hidden = frozenset() if sight else list_withheld_keys(session)
    found: dict[uuid.UUID, tuple[Claimant, ...]] = {}
    for start in range(0, len(appearance_ids), 500):
        part = {"ids": appearance_ids[start : start + 500]}
        for row in session.execute(_CLAIMANTS, part):
            before = found.get(row.appearance_id, ())
            found[row.appearance_id] = (*before, _make_claimant(row, hidden, sight=sight))
    return found


def _make_claimant(row: Any, hidden: frozenset[str], *, sight: bool) -> Claimant:
    """`hidden`: folded names of withheld sources, of which a proposal may carry one without its source."""
    known = row.source_number is not None
    if (row.withheld and not sight) if known else fold_name(row.name) in hidden:
        return Claimant(name=WITHHELD, source_number=None, cue="", manner=row.manner.value, withheld=True)
    return Claimant(
        name=row.source_name if known else row.name,
        source_number=row.source_number,
        cue=row.cue,
        manner=row.manner.value,
        withheld=bool(row.withheld),
    )


def _load(session: Session, query: Executable, ids: Iterable[Any]) -> list[Any]:
    """The rows of a query of `ids`, asked for in parts that every engine takes."""
    wanted = list(ids)
    rows: list[Any] = []
    for start in range(0, len(wanted), 500):
        rows += session.execute(query, {"ids": wanted[start : start + 500]}).scalars()
    return rows


# Put together once: that costs as much as to run them.
_IDS: Any = bindparam("ids", expanding=True)
_NUMBERED = select(Claim).where(col(Claim.number) == bindparam("number"))
_MERGED = (
    select(Claim)
    .where(or_(col(Claim.merged_into_id) == bindparam("id"), col(Claim.id) == bindparam("into")))
    .order_by(col(Claim.number))
)
_FIRST = select(Appearance).where(
    col(Appearance.claim_id).in_(_IDS),
    col(Appearance.position) == 1,
    col(Appearance.withdrawn_at).is_(None),
)
_VERDICTS = select(Verdict).where(col(Verdict.id).in_(_IDS))
_CLAIMANT: tuple[Any, ...] = (
    col(Attribution.appearance_id),
    col(Attribution.name),
    col(Attribution.cue),
    col(Attribution.manner),
    col(Source.name).label("source_name"),
    col(Source.number).label("source_number"),
    col(Source.withheld),
)
_CLAIMANTS = (
    select(*_CLAIMANT)
    .outerjoin(GIVEN, col(GIVEN.id) == col(Attribution.source_id))
    .outerjoin(Source, col(Source.id) == standing_for(GIVEN))
    .where(col(Attribution.appearance_id).in_(_IDS), col(Attribution.withdrawn_at).is_(None))
    .order_by(col(Attribution.position))
)

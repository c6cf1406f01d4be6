"""Claim memory: earlier claims that say what is being written, or the same with another fact.

Only claims that hold one of the text's rarest words are read, the newest first when there are many; they are
ranked by domain/memory. Nothing here costs more on a large desk than on a small one, but for the counting.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Integer, Select, column, func, literal_column, select, table
from sqlmodel import Session, col

from workbench.domain.memory.differences import RELATED, Comparison, Nearness, compare
from workbench.domain.memory.facts import Facts
from workbench.domain.memory.ranking import Ranked, choose_rarest, rank, weigh_words
from workbench.domain.memory.words import Word, read_words
from workbench.domain.status import Status
from workbench.models import Claim
from workbench.queries.claims import ClaimRow, find_claims, load_rows
from workbench.splitting.findings.plain import read_facts

MOST_SHOWN = 5
MOST_COMPARED = 12
MOST_WORDS = 40  # of one text
MOST_COUNTED = (
    1_000  # claims a word is counted in, or a thirtieth of them all: beyond it tells next to nothing
)
MOST_READ = 500  # claims; more find nothing more (benchmarks/claim_memory.py)
RELATED_FROM = 0.2  # of the words' weight; what shares less is about something else


@dataclass(frozen=True, slots=True)
class EarlierClaim:
    """A claim of the desk, and how it stands to the one being written."""

    row: ClaimRow
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Wording:
    """A claim as it reads while it is being written."""

    title: str
    statement: str

    @property
    def words(self) -> str:
        return f"{self.title} {self.statement}"


def find_earlier(
    session: Session,
    wording: Wording,
    *,
    sight: bool,
    but: Sequence[int] = (),
    own: ClaimRow | None = None,
) -> list[EarlierClaim]:
    """At most MOST_SHOWN earlier claims: the same ones first, then conflicting, then related ones.

    `but`: numbers of claims to leave out. `own`: the claim being edited, which is left out, too.
    """
    left_out = {*but, own.number} if own is not None else set(but)
    ranked = [one for one in rank_earlier(session, wording.words) if one.number not in left_out]
    near = {one.number: one.score for one in ranked[:MOST_COMPARED]}
    rows = load_rows(session, find_claims(session, near), sight=sight)
    found = [EarlierClaim(row, _compare(wording, own, row)) for row in rows]
    shown = [one for one in found if one.comparison is not RELATED or near[one.row.number] >= RELATED_FROM]
    kinds, places = list(Nearness), list(near)
    shown.sort(key=lambda one: (kinds.index(one.comparison.nearness), places.index(one.row.number)))
    return shown[:MOST_SHOWN]


def rank_earlier(session: Session, words: str) -> list[Ranked]:
    """Accepted claims that are not withdrawn, by how near they are to these words."""
    claims: int = session.execute(select(func.coalesce(func.max(col(Claim.number)), 0))).scalar_one()
    counts = _count_words(session, read_words(words)[:MOST_WORDS], max(MOST_COUNTED, claims // 30))
    chosen = choose_rarest(counts, MOST_READ)
    if not chosen:
        return []
    query = (
        select(col(Claim.number), col(Claim.title), col(Claim.statement))
        .where(col(Claim.number).in_(_find_numbers(session, chosen)))
        .where(col(Claim.accepted_at).is_not(None), col(Claim.status) != Status.WITHDRAWN)
        .order_by(col(Claim.number).desc())
        .limit(MOST_READ)
    )
    texts = [(row[0], f"{row[1]} {row[2]}") for row in session.execute(query)]
    return rank(weigh_words(counts, claims), texts)


def _compare(wording: Wording, own: ClaimRow | None, row: ClaimRow) -> Comparison:
    """By the statements. Titles are too short to say that two claims are the same, but not that they
    disagree: "30 km from border", "20 km from border"."""
    here, there = _read(wording.statement, own), _read(row.claim.statement, row)
    found = compare(here, there)
    if found is not RELATED or here.names ^ there.names:
        return found
    short = compare(_read(wording.title, own), _read(row.claim.title, row))
    return short if short.nearness is Nearness.CONFLICTING else found


def _read(text: str, row: ClaimRow | None) -> Facts:
    """The facts of a statement or title, with what the splitter read where the claim was first said."""
    details = row.appearance.details if row is not None and row.appearance is not None else None
    return read_facts(text, details) if details else _read_alone(text)


# While somebody types, the same claims come back with every word.
_read_alone = lru_cache(1_000)(read_facts)


def _count_words(session: Session, words: Sequence[Word], most: int) -> dict[Word, int]:
    """How many claims hold each word, counted no further than `most`."""
    if not words:
        return {}
    found = [_find_numbers(session, [word]).limit(most).subquery() for word in words]
    counts = [select(func.count()).select_from(numbers).scalar_subquery() for numbers in found]
    return dict(zip(words, session.execute(select(*counts)).one(), strict=True))


def _find_numbers(session: Session, words: Sequence[Word]) -> Select[Any]:
    """The numbers of the claims that hold one of the words, from the search index. Words are letters and
    figures alone (domain/memory/words.py), and quoted all the same."""
    if session.get_bind().dialect.name == "postgresql":
        query = " | ".join(f"'{word.written}'" + ("" if word.whole else ":*") for word in words)
        wanted = func.to_tsquery(literal_column("'simple'::regconfig"), query)
        found = literal_column("claim.search").op("@@", is_comparison=True)(wanted)
        return select(col(Claim.number)).where(found)
    query = " OR ".join(f'"{word.written}"' + ("" if word.whole else "*") for word in words)
    index = table("claim_fts", column("rowid", Integer))
    return select(index.c.rowid).where(literal_column("claim_fts").op("MATCH", is_comparison=True)(query))

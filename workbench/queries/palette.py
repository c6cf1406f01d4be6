"""What the command palette finds while somebody types: what a reference names, then titles, newest first.

One capped query a kind, so that a key press costs about the same on a desk of any size.
"""

from dataclasses import dataclass
from typing import Any

import re2
from sqlalchemy import Select, String, and_, case, cast, select
from sqlmodel import Session, col

from workbench.domain.references import format_reference
from workbench.domain.search_words import read_search
from workbench.domain.status import Status
from workbench.models import Article, Claim, Report, Source
from workbench.queries.search import search_articles, search_claims, search_sources

MOST_OF_A_KIND = 5
PROPOSAL = "proposal"
LONGEST = 200  # characters; more is no name of anything
_REFERENCE = re2.compile(r"([ACRS])-?([1-9][0-9]{0,8})")  # "c12" is C-12


@dataclass(frozen=True, slots=True)
class Hit:
    """A row to go to: its letter ("C"), number and title. `status` is a claim's, "proposal" while
    it waits to be accepted, and "" of anything else."""

    letter: str
    number: int
    title: str
    status: str = ""

    @property
    def reference(self) -> str:
        return format_reference(self.letter, self.number)


def find_hits(session: Session, typed: str, *, sight: bool) -> list[Hit]:
    """What these words may mean. Without sight, withheld sources are not among it."""
    words = typed[:LONGEST]
    named = _find_named(session, words, sight=sight)
    if not read_search(words).wanted:
        return named
    searches = {
        "C": search_claims(
            session, _claims().where(col(Claim.status) != Status.WITHDRAWN), words, begun=True
        ),
        "A": search_articles(
            session, _articles().where(col(Article.withdrawn_at).is_(None)), words, begun=True
        ),
        "S": search_sources(
            session, _sources(sight=sight).where(col(Source.merged_into_id).is_(None)), words, begun=True
        ),
    }
    found = [
        hit
        for letter, (query, number) in searches.items()
        for hit in _read_hits(session, letter, query.order_by(number.desc()).limit(MOST_OF_A_KIND))
    ]
    return [*named, *(hit for hit in found if hit not in named)]


def _find_named(session: Session, words: str, *, sight: bool) -> list[Hit]:
    """The one row that a reference names; withdrawn ones can be reached by it, too."""
    match = _REFERENCE.fullmatch(words.strip().upper())
    if match is None:
        return []
    letter, number = match.group(1), int(match.group(2))
    queries = {"A": _articles(), "C": _claims(), "R": _reports(), "S": _sources(sight=sight)}
    query = queries[letter]
    return _read_hits(session, letter, query.where(query.selected_columns["number"] == number))


def _claims() -> Any:
    waits = and_(col(Claim.accepted_at).is_(None), col(Claim.status) != Status.WITHDRAWN)
    status = case((waits, PROPOSAL), else_=cast(col(Claim.status), String))
    return select(col(Claim.number), col(Claim.title), status)


def _articles() -> Any:
    return select(col(Article.number), col(Article.title))


def _reports() -> Any:
    return select(col(Report.number), col(Report.title))


def _sources(*, sight: bool) -> Any:
    query = select(col(Source.number), col(Source.name))
    return query if sight else query.where(col(Source.withheld).is_(False))


def _read_hits(session: Session, letter: str, query: Select[Any]) -> list[Hit]:
    return [Hit(letter, *row) for row in session.execute(query)]

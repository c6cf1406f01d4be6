"""Where a source's name stands in words that people wrote, and which reports name it: withholding a source
hides neither, so that whoever withholds it has to know."""

import uuid
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any, TypeAlias

from sqlalchemy import literal, or_, select
from sqlmodel import Session, col

from workbench.domain.names import fold_name
from workbench.domain.references import format_reference
from workbench.models import (
    Article,
    Claim,
    Comment,
    Evidence,
    Report,
    Source,
    Verdict,
)
from workbench.queries.seals import list_sealed, list_waiting_claims
from workbench.queries.source_names import list_earlier_names, list_family

MOST_MENTIONS = 20
SHORTEST = 4  # letters: a shorter name stands in too many words


Name: TypeAlias = Callable[[Report], frozenset[str] | None]


def list_reports_naming(session: Session, source: Source, name: Name) -> list[Report]:
    """The published reports in which this source stands, as they were frozen: by whatever it, or what was
    merged into it, was called then. The newest first. `name` gives the names and references in a report's
    record; where it cannot be read (None) the source may stand in it."""
    names = list_names_of(session, source)
    reports = session.execute(select(Report).order_by(col(Report.number).desc())).scalars()
    return [one for one in reports if (found := name(one)) is None or not names.isdisjoint(found)]


def list_names_of(session: Session, source: Source) -> frozenset[str]:
    """What a source was ever called, folded, and its references; those of what was merged into it, too."""
    family = select(Source).where(col(Source.id).in_(list_family(session, source)))
    rows = list(session.execute(family).scalars())
    called = {name for row in rows for name in (row.name, *row.aliases)}
    called |= set(list_earlier_names(session, source))
    return frozenset(map(fold_name, called)) | {format_reference("S", row.number) for row in rows}


def list_withheld_names(session: Session) -> frozenset[str]:
    """Folded names and references of every source that is withheld now."""
    query = select(col(Source.number), col(Source.name), col(Source.aliases)).where(col(Source.withheld))
    found = set[str]()
    for number, name, aliases in session.execute(query):
        found |= {format_reference("S", number), *map(fold_name, (name, *aliases))}
    return frozenset(found)


def is_withheld(session: Session, names: Collection[str]) -> bool:
    """Whether one of these folded names and references is that of a source which is withheld now."""
    return not list_withheld_names(session).isdisjoint(names)


def list_mentions(session: Session, source: Source) -> list[str]:
    """References of the claims and articles whose own words hold a name of this source, at most
    MOST_MENTIONS: titles, statements, reasonings, comments on claims, notes on others' evidence. Words that
    are sealed are in nobody's way before they are opened, and are not looked at."""
    names = [name for name in (source.name, *source.aliases) if len(name) >= SHORTEST]
    family = list_family(session, source)
    found = dict.fromkeys(one for query in _list_queries(names, family) for one in _read(session, query))
    return list(found)[:MOST_MENTIONS]


def _read(session: Session, query: Any) -> Iterator[str]:
    for letter, number in session.execute(query.limit(MOST_MENTIONS)):
        yield format_reference(letter, number)


def _list_queries(names: Sequence[str], family: Sequence[uuid.UUID]) -> Iterator[Any]:
    if not names:
        return
    claim, article = (
        select(literal("C"), col(Claim.number)),
        select(literal("A"), col(Article.number)),
    )
    yield claim.where(_hold(names, Claim.title, Claim.statement))
    verdicts = claim.join(Verdict, col(Verdict.claim_id) == col(Claim.id))
    yield verdicts.where(_hold(names, Verdict.reasoning), col(Verdict.id).not_in(list_sealed()))
    comments = claim.join(Comment, col(Comment.claim_id) == col(Claim.id))
    told = col(Claim.id).not_in(list_waiting_claims())
    yield comments.where(_hold(names, Comment.words), col(Comment.withdrawn_at).is_(None), told)
    others = claim.join(Evidence, col(Evidence.claim_id) == col(Claim.id))
    held = _hold(names, Evidence.note, Evidence.excerpt, Evidence.url)
    yield others.where(col(Evidence.source_id).not_in(family), held)
    yield article.where(_hold(names, Article.title, Article.author))


def _hold(names: Sequence[str], *columns: Any) -> Any:
    return or_(*(col(column).icontains(name, autoescape=True) for column in columns for name in names))

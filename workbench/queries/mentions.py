"""Where a source's name stands in words that people wrote, and which reports name it: withholding a source
hides neither, so that whoever withholds it has to know."""

import uuid
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import literal, or_, select
from sqlmodel import Session, col

from workbench.domain.names import fold_name
from workbench.domain.references import format_reference
from workbench.models import (
    Appearance,
    Article,
    ArticleVersion,
    Attribution,
    Claim,
    Comment,
    Evidence,
    Reply,
    Report,
    ReportClaim,
    Source,
    Verdict,
)
from workbench.queries.seals import list_sealed, list_waiting_claims
from workbench.queries.source_names import list_family

MOST_MENTIONS = 20
SHORTEST = 4  # letters: a shorter name stands in too many words


def list_reports_naming(session: Session, source: Source) -> list[Report]:
    """The published reports of claims that this source says, printed, was asked about or has given evidence
    on, the newest first."""
    family = list_family(session, source)
    said = (
        select(col(Appearance.claim_id))
        .join(Attribution, col(Attribution.appearance_id) == col(Appearance.id))
        .where(col(Attribution.source_id).in_(family))
    )
    gave = select(col(Evidence.claim_id)).where(col(Evidence.source_id).in_(family))
    asked = select(col(Reply.claim_id)).where(col(Reply.source_id).in_(family))
    printed = (
        select(col(Appearance.claim_id))
        .join(ArticleVersion, col(ArticleVersion.id) == col(Appearance.article_version_id))
        .join(Article, col(Article.id) == col(ArticleVersion.article_id))
        .where(col(Article.outlet_id).in_(family))
    )
    query = (
        select(Report)
        .join(ReportClaim, col(ReportClaim.report_id) == col(Report.id))
        .where(or_(*(col(ReportClaim.claim_id).in_(one) for one in (said, gave, asked, printed))))
        .order_by(col(Report.number).desc())
        .distinct()
    )
    return list(session.execute(query).scalars())


def is_withheld(session: Session, names: Collection[str]) -> bool:
    """Whether one of these folded names and references is that of a source which is withheld now."""
    query = select(col(Source.number), col(Source.name), col(Source.aliases)).where(col(Source.withheld))
    return any(
        format_reference("S", number) in names or any(fold_name(one) in names for one in (name, *aliases))
        for number, name, aliases in session.execute(query)
    )


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

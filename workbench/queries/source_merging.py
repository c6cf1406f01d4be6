"""Reads of what a merge of two sources would do, and which sources are likely to be one."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlmodel import Session, col

from workbench.domain.same_source import Known, Likeness, find_likely
from workbench.models import Appearance, Article, Attribution, Evidence, Reply, Source
from workbench.queries.source_names import list_family


@dataclass(frozen=True, slots=True)
class Moving:
    """What is kept under a source, and would be read as another's: claims that it says or passes on, pieces
    of evidence, articles that it published, questions put to it."""

    claims: int
    evidence: int
    articles: int
    replies: int


def count_moving(session: Session, source: Source) -> Moving:
    """What stands under this source now."""
    family = list_family(session, source)
    said = (
        select(func.count(col(Appearance.claim_id).distinct()))
        .join(Attribution, col(Attribution.appearance_id) == col(Appearance.id))
        .where(col(Attribution.source_id).in_(family), col(Attribution.withdrawn_at).is_(None))
    )
    gave = select(func.count(col(Evidence.id))).where(
        col(Evidence.source_id).in_(family), col(Evidence.withdrawn_at).is_(None)
    )
    published = select(func.count(col(Article.id))).where(col(Article.outlet_id).in_(family))
    asked = select(func.count(col(Reply.id))).where(
        col(Reply.source_id).in_(family), col(Reply.withdrawn_at).is_(None)
    )
    return Moving(*(session.execute(query).scalar_one() for query in (said, gave, published, asked)))


def list_likely(session: Session, source: Source, *, sight: bool) -> list[Likeness]:
    """The sources that may be this one under another name, the likeliest first."""
    query = select(
        col(Source.number), col(Source.name), col(Source.aliases), col(Source.url), col(Source.wikidata_id)
    ).where(col(Source.merged_into_id).is_(None))
    if not sight:
        query = query.where(col(Source.withheld).is_(False))
    known = (
        Known(number, name, tuple(aliases), url, item)
        for number, name, aliases, url, item in session.execute(query)
    )
    own = Known(source.number, source.name, tuple(source.aliases), source.url, source.wikidata_id)
    return find_likely(own, known)

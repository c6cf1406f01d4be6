"""What a table of claims shows beside the claims themselves, asked for once a page, and only if shown."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import bindparam, select
from sqlmodel import Session, col

from workbench.domain.page_numbers import tell_pages
from workbench.domain.references import format_reference
from workbench.models import Appearance, Article, ArticleVersion, Claim, ClaimTag, User
from workbench.queries.circularity import FileReader
from workbench.queries.evidence_weight import count_by_claim

TAGS, ASSIGNEE, EVIDENCE, ARTICLE = "tags", "assignee", "evidence", "article"


@dataclass(slots=True)
class Beside:
    """Values by the claim's id; a claim that has none is missing. Evidence is counted in pieces and in
    independent origins; an article has its reference, its title and the page where the claim stands."""

    tags: dict[uuid.UUID, list[str]] = field(default_factory=dict)
    assignees: dict[uuid.UUID, str] = field(default_factory=dict)
    evidence: dict[uuid.UUID, tuple[int, int]] = field(default_factory=dict)
    articles: dict[uuid.UUID, tuple[str, str, str]] = field(default_factory=dict)


def load_beside(
    session: Session,
    claims: Sequence[Claim],
    columns: Sequence[str],
    *,
    sight: bool,
    read: FileReader | None = None,
) -> Beside:
    """`columns`: which of TAGS, ASSIGNEE, EVIDENCE and ARTICLE are shown. `read` gives a kept file's
    bytes."""
    found = Beside()
    ids = [claim.id for claim in claims]
    if TAGS in columns:
        found.tags = read_tags_of(session, ids)
    if ASSIGNEE in columns:
        found.assignees = _read_assignees(session, claims)
    if EVIDENCE in columns:
        found.evidence = count_by_claim(session, ids, sight=sight, read=read)
    if ARTICLE in columns:
        found.articles = _read_articles(session, ids)
    return found


def read_tags_of(session: Session, claim_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, list[str]]:
    """The tags that each of these claims has now, in the order of the alphabet."""
    tags: dict[uuid.UUID, list[str]] = {}
    for claim_id, name in session.execute(_TAGS_OF, {"ids": claim_ids}):
        tags.setdefault(claim_id, []).append(name)
    return tags


def list_tags(session: Session) -> list[str]:
    """Every tag in use."""
    return list(session.execute(_ALL_TAGS).scalars())


# Put together once: that costs as much as to run them.
_TAGS_OF = (
    select(col(ClaimTag.claim_id), col(ClaimTag.name))
    .where(col(ClaimTag.claim_id).in_(bindparam("ids", expanding=True)), col(ClaimTag.withdrawn_at).is_(None))
    .order_by(col(ClaimTag.name))
)
_ALL_TAGS = (
    select(col(ClaimTag.name))
    .where(col(ClaimTag.withdrawn_at).is_(None))
    .distinct()
    .order_by(col(ClaimTag.name))
)


def _read_assignees(session: Session, claims: Sequence[Claim]) -> dict[uuid.UUID, str]:
    people = {claim.assignee_id for claim in claims if claim.assignee_id}
    query = select(col(User.id), col(User.name)).where(col(User.id).in_(people))
    names = {row[0]: row[1] for row in session.execute(query)}
    return {claim.id: names[claim.assignee_id] for claim in claims if claim.assignee_id}


def _read_articles(session: Session, claim_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, tuple[str, str, str]]:
    """Reference and title of the article of each claim's first appearance, and on which of its pages."""
    query = (
        select(
            col(Appearance.claim_id),
            col(Article.number),
            col(Article.title),
            col(ArticleVersion.pages),
            col(Appearance.slices),
        )
        .join(ArticleVersion, col(ArticleVersion.id) == col(Appearance.article_version_id))
        .join(Article, col(Article.id) == col(ArticleVersion.article_id))
        .where(col(Appearance.claim_id).in_(claim_ids), col(Appearance.withdrawn_at).is_(None))
        .order_by(col(Appearance.position).desc())  # the first appearance comes last, and stays
    )
    return {
        claim_id: (format_reference("A", number), title, tell_pages(pages, slices))
        for claim_id, number, title, pages, slices in session.execute(query)
    }

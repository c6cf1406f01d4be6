"""Reads of what evidence must not be: the articles that make the claim, and whose words they carry."""

import uuid
from collections.abc import Callable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from workbench.domain.captures import FileRole
from workbench.domain.circularity import CheckedArticle, Circle, Offered, find_circle
from workbench.domain.errors import NotFound
from workbench.domain.evidence import Stance
from workbench.domain.references import format_reference
from workbench.domain.web_addresses import fold_address
from workbench.models import (
    Appearance,
    Article,
    ArticleVersion,
    Attribution,
    Capture,
    Claim,
    Evidence,
    Snapshot,
    Source,
)
from workbench.queries.copies import list_copies
from workbench.queries.evidence import EvidenceRow
from workbench.queries.source_names import standing_for


def list_checked_articles(session: Session, claim: Claim) -> list[CheckedArticle]:
    """The articles in which the claim is said, with every text and every address that is theirs."""
    said = (
        select(col(ArticleVersion.article_id))
        .join(Appearance, col(Appearance.article_version_id) == col(ArticleVersion.id))
        .where(col(Appearance.claim_id) == claim.id, col(Appearance.withdrawn_at).is_(None))
    )
    query = select(Article).where(col(Article.id).in_(said)).order_by(col(Article.number))
    return [_make_article(session, article) for article in session.execute(query).scalars()]


def list_claimants(session: Session, claim: Claim) -> set[uuid.UUID]:
    """The sources that say the claim somewhere, innermost or passing it on."""
    given = aliased(Source)
    query = (
        select(standing_for(given))
        .join(Attribution, col(Attribution.source_id) == col(given.id))
        .join(Appearance, col(Appearance.id) == col(Attribution.appearance_id))
        .where(col(Appearance.claim_id) == claim.id, col(Appearance.withdrawn_at).is_(None))
        .where(col(Attribution.withdrawn_at).is_(None))
    )
    return set(session.execute(query).scalars())


def find_circles(
    session: Session, claim: Claim, rows: Sequence[EvidenceRow], read: Callable[[str], bytes]
) -> dict[uuid.UUID, Circle]:
    """Which of a claim's supporting evidence is the checked article again, by the evidence's id. New evidence
    of that kind is refused; merged claims, articles that turn out to be copies, and pages captured later
    may leave some. `read` gives the bytes of a kept file by its hash."""
    doubtful = [row for row in rows if row.evidence.stance is Stance.SUPPORTS]
    doubtful = [row for row in doubtful if row.evidence.url or row.evidence.excerpt]
    if not doubtful:
        return {}
    articles, claimants = list_checked_articles(session, claim), list_claimants(session, claim)
    pages = _list_pages(session, [row.evidence.id for row in doubtful])
    found = {
        row.evidence.id: find_circle(
            Offered(
                fold_address(row.evidence.url),
                row.evidence.excerpt,
                row.evidence.published_on,
                own_words=row.source.id in claimants,
                page=_read_page(read, pages.get(row.evidence.id, "")),
            ),
            articles,
        )
        for row in doubtful
    }
    return {key: circle for key, circle in found.items() if circle is not None}


def _list_pages(session: Session, evidence_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, str]:
    """The hash of the newest readable text that was captured of each of these, at the address it has now."""
    query = (
        select(col(Capture.evidence_id), col(Snapshot.sha256))
        .join(Snapshot, col(Snapshot.capture_id) == col(Capture.id))
        .join(Evidence, col(Evidence.id) == col(Capture.evidence_id))
        .where(col(Capture.evidence_id).in_(evidence_ids), col(Snapshot.role) == FileRole.TEXT)
        .where(col(Capture.url) == col(Evidence.url))
        .order_by(col(Capture.captured_at))  # the newest comes last, and stays
    )
    return {row[0]: row[1] for row in session.execute(query)}


def _read_page(read: Callable[[str], bytes], sha256: str) -> str:
    """The page's words; none where the file is missing, which verify-files tells."""
    try:
        return read(sha256).decode(errors="replace") if sha256 else ""
    except (NotFound, ValueError, OSError):
        return ""


def _make_article(session: Session, article: Article) -> CheckedArticle:
    texts = select(col(ArticleVersion.text)).where(col(ArticleVersion.article_id) == article.id)
    same = [article, *list_copies(session, article.id)]
    addresses = {address for one in same for address in (fold_address(one.url), one.canonical_url) if address}
    return CheckedArticle(
        reference=format_reference("A", article.number),
        addresses=frozenset(addresses),
        texts=tuple(session.execute(texts).scalars()),
        published_on=article.published_on,
    )

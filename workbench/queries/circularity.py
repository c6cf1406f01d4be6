"""Reads of what evidence must not be: the articles that make the claim, and whose words they carry."""

import uuid
from collections.abc import Callable, Iterator, Sequence

from sqlalchemy import select
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
)
from workbench.queries.copies import list_copies
from workbench.queries.evidence import EvidenceRow
from workbench.queries.source_names import GIVEN, standing_for

_AT_ONCE = 500  # ids in one query


def list_checked_articles(session: Session, claim: Claim) -> list[CheckedArticle]:
    """The articles in which the claim is said, with every text and every address that is theirs."""
    return _load_articles(session, [claim.id]).get(claim.id, [])


def list_claimants(session: Session, claim: Claim) -> set[uuid.UUID]:
    """The sources that say the claim somewhere, innermost or passing it on."""
    return _load_claimants(session, [claim.id]).get(claim.id, set())


def find_circles(
    session: Session, rows: Sequence[EvidenceRow], read: Callable[[str], bytes] | None = None
) -> dict[uuid.UUID, Circle]:
    """Which of these pieces support their claim by the checked article again, by the evidence's id. New
    evidence of that kind is refused; merged claims and sources, articles that turn out to be copies, and
    pages captured later may leave some. `read` gives the bytes of a kept file by its hash; without it the
    words of captured pages are not looked at, only where they were in the end.
    """
    doubtful = [row for row in rows if row.evidence.stance is Stance.SUPPORTS]
    doubtful = [row for row in doubtful if row.evidence.url or row.evidence.excerpt]
    if not doubtful:
        return {}
    claim_ids = list({row.evidence.claim_id for row in doubtful})
    articles, claimants = _load_articles(session, claim_ids), _load_claimants(session, claim_ids)
    ids = [row.evidence.id for row in doubtful]
    ends = list_ends(session, ids)
    pages = _list_pages(session, ids) if read else {}
    found = {}
    for row in doubtful:
        evidence = row.evidence
        offered = Offered(
            frozenset({fold_address(evidence.url), *ends.get(evidence.id, ())} - {""}),
            evidence.excerpt,
            evidence.published_on,
            own_words=row.source.id in claimants.get(evidence.claim_id, ()),
            page=_read_page(read, pages.get(evidence.id, "")) if read else "",
        )
        found[evidence.id] = find_circle(offered, articles.get(evidence.claim_id, []))
    return {key: circle for key, circle in found.items() if circle is not None}


def list_ends(session: Session, evidence_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, set[str]]:
    """The folded addresses at which visits to the address that each of these has now came out."""
    ends: dict[uuid.UUID, set[str]] = {}
    for some in _cut(evidence_ids):
        query = (
            select(col(Capture.evidence_id), col(Capture.final_url))
            .join(Evidence, col(Evidence.id) == col(Capture.evidence_id))
            .where(col(Capture.evidence_id).in_(some), col(Capture.url) == col(Evidence.url))
            .distinct()
        )
        for evidence_id, final in session.execute(query):
            if folded := fold_address(final):
                ends.setdefault(evidence_id, set()).add(folded)
    return ends


def _load_articles(session: Session, claim_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, list[CheckedArticle]]:
    """By claim, the articles in which it is said; each is read once."""
    found: dict[uuid.UUID, list[CheckedArticle]] = {}
    made: dict[uuid.UUID, CheckedArticle] = {}
    for some in _cut(claim_ids):
        query = (
            select(col(Appearance.claim_id), Article)
            .join(ArticleVersion, col(ArticleVersion.id) == col(Appearance.article_version_id))
            .join(Article, col(Article.id) == col(ArticleVersion.article_id))
            .where(col(Appearance.claim_id).in_(some), col(Appearance.withdrawn_at).is_(None))
            .order_by(col(Article.number))
        )
        for claim_id, article in session.execute(query):
            if article.id not in made:
                made[article.id] = _make_article(session, article)
            if made[article.id] not in found.setdefault(claim_id, []):
                found[claim_id].append(made[article.id])
    return found


def _load_claimants(session: Session, claim_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, set[uuid.UUID]]:
    found: dict[uuid.UUID, set[uuid.UUID]] = {}
    for some in _cut(claim_ids):
        query = (
            select(col(Appearance.claim_id), standing_for(GIVEN))
            .join(Attribution, col(Attribution.appearance_id) == col(Appearance.id))
            .join(GIVEN, col(GIVEN.id) == col(Attribution.source_id))
            .where(col(Appearance.claim_id).in_(some), col(Appearance.withdrawn_at).is_(None))
            .where(col(Attribution.withdrawn_at).is_(None))
        )
        for claim_id, source_id in session.execute(query):
            found.setdefault(claim_id, set()).add(source_id)
    return found


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


def _cut(ids: Sequence[uuid.UUID]) -> Iterator[Sequence[uuid.UUID]]:
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))


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

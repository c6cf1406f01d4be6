"""Reads of what evidence must not be: the articles that make the claim, and whose words they carry."""

import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlmodel import Session, col

from workbench.domain.captures import SHOWS_PAGE
from workbench.domain.circularity import CheckedArticle, Circle, Offered, find_circle
from workbench.domain.errors import NotFound
from workbench.domain.references import format_reference
from workbench.domain.web_addresses import fold_page
from workbench.models import Appearance, Article, ArticleVersion, Attribution, Capture, Snapshot
from workbench.queries.copies import group_copies
from workbench.queries.source_names import GIVEN, standing_for
from workbench.queries.visited_pages import NOT_VISITED, Visited, cut_ids, mark_file, read_visited

# The bytes of a kept file by its hash. Raises NotFound, or ValueError when they are altered.
FileReader = Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class Asked:
    """A piece of evidence, as far as it is looked at here. `source` is the one that its source stands for;
    `file` is the SHA-256 of the file handed in with it, empty without one."""

    id: uuid.UUID
    claim: uuid.UUID
    source: uuid.UUID
    url: str
    excerpt: str
    published_on: date | None
    file: str = ""


def find_circles(
    session: Session,
    pieces: Iterable[Asked],
    read: FileReader | None,
    visited: Mapping[uuid.UUID, Visited] | None = None,
) -> dict[uuid.UUID, Circle]:
    """Which of these are the checked article again, by the evidence's id. New evidence of that kind that
    would support its claim is refused; merged claims and sources, articles that turn out to be copies, and
    pages captured later may leave some. Without `read` the words of captured pages are not looked at, only
    where they were in the end. `visited` is what read_visited() says, where it was asked already.
    """
    doubtful = [piece for piece in pieces if piece.url or piece.excerpt or piece.file]
    if not doubtful:
        return {}
    if visited is None:
        visited = read_visited(session, {piece.id: piece.url for piece in doubtful})
    claim_ids = list({piece.claim for piece in doubtful})
    # Texts are long: they are read only where there are words to look for in them.
    words = read is not None and any(visited.get(piece.id, NOT_VISITED).words for piece in doubtful)
    texts = words or any(piece.excerpt for piece in doubtful)
    filed = any(piece.file or visited.get(piece.id, NOT_VISITED).marks for piece in doubtful)
    articles = _load_articles(session, claim_ids, texts=texts, files=filed)
    claimants = _load_claimants(session, claim_ids)
    found = {}
    for piece in doubtful:
        seen = visited.get(piece.id, NOT_VISITED)
        offered = Offered(
            seen.ends | ({fold_page(piece.url)} - {""}),
            piece.excerpt,
            piece.published_on,
            own_words=piece.source in claimants.get(piece.claim, ()),
            page=_read_words(read, seen.words) if read else "",
            files=seen.marks | ({mark_file(piece.file)} if piece.file else frozenset()),
        )
        found[piece.id] = find_circle(offered, articles.get(piece.claim, []))
    return {key: circle for key, circle in found.items() if circle is not None}


def _load_articles(
    session: Session, claim_ids: Sequence[uuid.UUID], *, texts: bool, files: bool
) -> dict[uuid.UUID, list[CheckedArticle]]:
    """By claim, the articles in which it is said, with every address that is theirs and, with `texts`, every
    text, with `files` the marks of every file."""
    said: dict[uuid.UUID, dict[uuid.UUID, Row[Any]]] = {}
    for some in cut_ids(claim_ids):
        for article in session.execute(_SAID_IN, {"claims": some}):
            said.setdefault(article.claim_id, {})[article.id] = article
    every = {key: one for found in said.values() for key, one in found.items()}
    made = _make_articles(session, every, with_texts=texts, with_files=files)
    return {claim: [made[key] for key in found] for claim, found in said.items()}


def _make_articles(
    session: Session, articles: Mapping[uuid.UUID, Row[Any]], *, with_texts: bool, with_files: bool
) -> dict[uuid.UUID, CheckedArticle]:
    texts: dict[uuid.UUID, list[str]] = {}
    copies: dict[uuid.UUID, list[Article]] = {}
    for some in cut_ids(list(articles)):
        copies |= group_copies(session, some)
        for key, text in session.execute(_TEXTS, {"articles": some}) if with_texts else ():
            texts.setdefault(key, []).append(text)
    named: dict[uuid.UUID, list[Any]] = {key: [one, *copies[key]] for key, one in articles.items()}
    family = {one.id for some in named.values() for one in some}
    files = _load_files(session, list(family)) if with_files else {}
    return {
        key: CheckedArticle(
            reference=format_reference("A", article.number),
            addresses=frozenset(
                {fold_page(address) for one in named[key] for address in (one.url, one.canonical_url)} - {""}
            ),
            texts=tuple(texts.get(key, ())),
            published_on=article.published_on,
            files=frozenset(mark for one in named[key] for mark in files.get(one.id, ())),
        )
        for key, article in articles.items()
    }


def _load_files(session: Session, articles: Sequence[uuid.UUID]) -> dict[uuid.UUID, set[str]]:
    """By article, the marks of what it came in as, of its text by itself, and of what visits to it kept."""
    found: dict[uuid.UUID, set[str]] = {}
    for some in cut_ids(articles):
        for query in (_RECEIVED, _KEPT):
            for key, *hashes in session.execute(query, {"articles": some}):
                found.setdefault(key, set()).update(mark_file(one) for one in hashes if one)
    return found


def _load_claimants(session: Session, claim_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, set[uuid.UUID]]:
    found: dict[uuid.UUID, set[uuid.UUID]] = {}
    for some in cut_ids(claim_ids):
        for claim_id, source_id in session.execute(_CLAIMANTS, {"claims": some}):
            found.setdefault(claim_id, set()).add(source_id)
    return found


# Put together once: that costs as much as to run them.
_CLAIMS: Any = bindparam("claims", expanding=True)
_SAID_IN = (
    select(  # columns, not rows: a report of many claims asks for the same articles again and again
        col(Appearance.claim_id),
        col(Article.id),
        col(Article.number),
        col(Article.url),
        col(Article.canonical_url),
        col(Article.published_on),
    )
    .join(ArticleVersion, col(ArticleVersion.id) == col(Appearance.article_version_id))
    .join(Article, col(Article.id) == col(ArticleVersion.article_id))
    .where(col(Appearance.claim_id).in_(_CLAIMS), col(Appearance.withdrawn_at).is_(None))
    .order_by(col(Article.number))
)
_TEXTS = select(col(ArticleVersion.article_id), col(ArticleVersion.text)).where(
    col(ArticleVersion.article_id).in_(bindparam("articles", expanding=True))
)
_RECEIVED = select(
    col(ArticleVersion.article_id), col(ArticleVersion.received_sha256), col(ArticleVersion.text_sha256)
).where(col(ArticleVersion.article_id).in_(bindparam("articles", expanding=True)))
_KEPT = (
    select(col(Capture.article_id), col(Snapshot.sha256))
    .join(Snapshot, col(Snapshot.capture_id) == col(Capture.id))
    .where(col(Capture.article_id).in_(bindparam("articles", expanding=True)))
    .where(col(Capture.outcome).in_(SHOWS_PAGE))
)
_CLAIMANTS = (
    select(col(Appearance.claim_id), standing_for(GIVEN))
    .join(Attribution, col(Attribution.appearance_id) == col(Appearance.id))
    .join(GIVEN, col(GIVEN.id) == col(Attribution.source_id))
    .where(col(Appearance.claim_id).in_(_CLAIMS), col(Appearance.withdrawn_at).is_(None))
    .where(col(Attribution.withdrawn_at).is_(None))
)


def _read_words(read: FileReader, sha256: str) -> str:
    """The page's words; none where the file is missing, which verify-files tells."""
    try:
        return read(sha256).decode(errors="replace") if sha256 else ""
    except (NotFound, ValueError, OSError):
        return ""

"""Is a text that comes in one that the desk has already? By its address, its words, or nearly its words."""

import hashlib
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlmodel import Session, col

from workbench.domain.fingerprints import (
    NEAR,
    SAME_ENOUGH,
    make_fingerprint,
    measure_distance,
    measure_sameness,
)
from workbench.domain.records import ArticleDraft
from workbench.domain.web_addresses import fold_address
from workbench.domain.wording import Range, leave_out, read_wording
from workbench.models import Article, ArticleVersion, Furniture
from workbench.splitting.marks import merge_furniture

MOST_READ = 12  # texts: the nearest ones, should a fingerprint suggest more


@dataclass(frozen=True, slots=True)
class Duplicate:
    """An article that a draft may be the same as. `address`: both have one address; `same`: how many per cent
    of their words they share, 0 where that is too few to tell; `version` is the one of its texts that is
    nearest, `newest` whether it is its newest."""

    article: Article
    version: ArticleVersion
    newest: bool
    address: bool
    same: int

    @property
    def same_text(self) -> bool:
        """Whether it has the very words, white space and page furniture aside."""
        return self.same == 100


@dataclass(frozen=True, slots=True)
class Looked:
    """What find_duplicates() found, and which text was the last one of the desk before that."""

    twins: list[Duplicate]
    last: int


def look(session: Session, draft: ArticleDraft, url: str = "") -> Looked:
    """The duplicates of a draft, with what is_overtaken() needs."""
    last = _read_last(session)  # first: what comes in between is looked at once more
    return Looked(find_duplicates(session, draft, url), last)


def is_overtaken(session: Session, looked: Looked, draft: ArticleDraft, url: str = "") -> bool:
    """Whether there is a duplicate by now that was not there then. Behind the lock of a change nobody else
    can add one before the change ends. Words are compared only where a text has come in since."""
    before = {twin.article.id for twin in looked.twins}
    if _find_by_address(session, _list_addresses(draft, url)) - before:
        return True
    if _read_last(session) == looked.last:
        return False
    return any(twin.article.id not in before for twin in find_duplicates(session, draft, url))


def find_duplicates(session: Session, draft: ArticleDraft, url: str = "") -> list[Duplicate]:
    """The articles, not withdrawn, that the draft may be the same as, the likeliest first. `url` is the
    address that a person gave; the draft's own counts as well."""
    addresses = _list_addresses(draft, url)
    ranges = [(start, end) for start, end, _ in find_furniture(draft)]
    mine = read_wording(leave_out(draft.text, ranges)).words
    by_words = _find_by_words(session, draft, mine)
    by_address = _find_by_address(session, addresses)
    ids = {version.article_id for version, _ in by_words} | by_address
    if not ids:
        return []
    query = select(Article).where(col(Article.id).in_(ids), col(Article.withdrawn_at).is_(None))
    newest = _load_newest(session, ids)
    found = []
    for article in session.execute(query).scalars():
        alike = [(same, version) for version, same in by_words if version.article_id == article.id]
        same, version = max(alike, key=lambda one: (one[0], one[1].ordinal), default=(0, newest[article.id]))
        address = article.id in by_address
        found.append(Duplicate(article, version, version.id == newest[article.id].id, address, same))
    return sorted(found, key=lambda one: (-one.same, not one.address, one.article.number))


def find_furniture(draft: ArticleDraft) -> list[tuple[int, int, str]]:
    """What of a draft is page furniture, by the file's markup and by the text's own pattern."""
    return merge_furniture(draft.text, ((part.start, part.end, part.reason) for part in draft.furniture))


def has_words(session: Session, article: Article, draft: ArticleDraft) -> bool:
    """Whether any version of the article has the draft's words, white space and page furniture aside."""
    ranges = [(start, end) for start, end, _ in find_furniture(draft)]
    mine = read_wording(leave_out(draft.text, ranges)).words
    query = select(ArticleVersion).where(col(ArticleVersion.article_id) == article.id)
    newest_first = session.execute(query.order_by(col(ArticleVersion.ordinal).desc())).scalars()
    return any(mine == read_words(session, version) for version in newest_first)


def read_words(session: Session, version: ArticleVersion) -> tuple[str, ...]:
    """The words of a stored text, without what is furniture on its page."""
    return read_wording(leave_out(version.text, _list_ranges(session, version))).words


def _list_addresses(draft: ArticleDraft, url: str) -> set[str]:
    return {folded for folded in (fold_address(url), fold_address(draft.url)) if folded}


def _read_last(session: Session) -> int:
    """The number of the last text that came in."""
    return int(session.execute(select(func.coalesce(func.max(col(ArticleVersion.number)), 0))).scalar_one())


def _list_ranges(session: Session, version: ArticleVersion) -> list[Range]:
    query = select(col(Furniture.start), col(Furniture.end)).where(
        col(Furniture.article_version_id) == version.id, col(Furniture.unmarked_at).is_(None)
    )
    return [(start, end) for start, end in session.execute(query)]


def _find_by_words(
    session: Session, draft: ArticleDraft, mine: Sequence[str]
) -> list[tuple[ArticleVersion, int]]:
    digest = hashlib.sha256(draft.text.encode()).hexdigest()
    exact = select(ArticleVersion).where(col(ArticleVersion.text_sha256) == digest)
    found = [(version, 100) for version in session.execute(exact).scalars()]
    known = {version.id for version, _ in found}
    for version in _find_near(session, make_fingerprint(mine)):
        if version.id not in known:
            same = measure_sameness(mine, read_words(session, version))
            if same >= SAME_ENOUGH:
                found.append((version, same))
    return found


def _find_near(session: Session, fingerprint: str) -> list[ArticleVersion]:
    """Stored texts whose fingerprints differ in few bits. All fingerprints are read, from the index alone:
    2 ms for 10,000 of them, which no table of their parts beats (decision 020)."""
    if not fingerprint:
        return []
    every = session.execute(select(col(ArticleVersion.simhash), col(ArticleVersion.article_id)).distinct())
    near = sorted(
        (distance, str(article_id), simhash)
        for simhash, article_id in every
        if (distance := measure_distance(fingerprint, simhash)) <= NEAR
    )[:MOST_READ]
    if not near:
        return []
    query = select(ArticleVersion).where(
        col(ArticleVersion.simhash).in_({simhash for _, _, simhash in near}),
        col(ArticleVersion.article_id).in_({uuid.UUID(article_id) for _, article_id, _ in near}),
    )
    return list(session.execute(query).scalars())


def _find_by_address(session: Session, addresses: set[str]) -> set[uuid.UUID]:
    query = select(col(Article.id)).where(
        col(Article.canonical_url).in_(addresses), col(Article.withdrawn_at).is_(None)
    )
    return set(session.execute(query).scalars()) if addresses else set()


def _load_newest(session: Session, ids: set[uuid.UUID]) -> dict[uuid.UUID, ArticleVersion]:
    query = select(ArticleVersion).where(col(ArticleVersion.article_id).in_(ids))
    rows = session.execute(query.order_by(col(ArticleVersion.ordinal))).scalars()
    return {row.article_id: row for row in rows}

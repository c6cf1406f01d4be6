"""Claims carried over into a newer text of their article: with the text, or when they come after it."""

import uuid
from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session, col, select

from workbench.domain.anchors import AnchorOutcome
from workbench.domain.comparing import compare
from workbench.domain.reanchor import Finder
from workbench.models import Anchor, Appearance, Article, ArticleVersion
from workbench.queries.articles import get_version
from workbench.queries.standing import Standing, list_standing


def make_finders(session: Session, article: Article, text: str) -> dict[uuid.UUID, Finder]:
    """The new text compared with every version in which a claim stood last; most often that is one."""
    ids = {standing.version_id for standing in list_standing(session, article.id)}
    query = select(ArticleVersion).where(col(ArticleVersion.id).in_(ids))
    return {version.id: Finder(compare(version.text, text)) for version in session.exec(query)}


def add_anchors(
    session: Session,
    version: ArticleVersion,
    finders: dict[uuid.UUID, Finder],
    standings: Iterable[Standing],
    at: datetime,
) -> list[Anchor]:
    """Inside a change: look for each of these claims in the new text. What is exact is decided, and so are
    words that somebody said to be gone and that are still not there; everything else waits for a person."""
    anchors = []
    for standing in standings:
        if standing.version_id not in finders:  # somebody has said meanwhile where it stood
            before = session.get_one(ArticleVersion, standing.version_id)
            finders[before.id] = Finder(compare(before.text, version.text))
        found = finders[standing.version_id].find(standing.slices)
        decided = found.exact or (standing.gone and found.outcome is AnchorOutcome.GONE)
        anchor = Anchor(
            appearance_id=standing.appearance.id,
            article_version_id=version.id,
            outcome=found.outcome,
            slices=[list(part) for part in found.slices],
            quote=found.quote,
            decided_at=at if decided else None,
            taken=decided,
        )
        session.add(anchor)
        anchors.append(anchor)
    return anchors


def carry_late(session: Session, version: ArticleVersion, at: datetime) -> list[Anchor]:
    """Inside a change that put claims on this version: if there is a newer one by now, carry those over that
    are not in it yet, or nobody would see them there."""
    newest = get_version(session, session.get_one(Article, version.article_id))
    if newest.id == version.id:
        return []
    session.flush()
    placed = select(Anchor.appearance_id).where(col(Anchor.article_version_id) == newest.id)
    known = set(session.exec(placed))
    late = [
        standing
        for standing in list_standing(session, version.article_id)
        if standing.appearance.id not in known and standing.appearance.article_version_id != newest.id
    ]
    return add_anchors(session, newest, {}, late, at)


def carry_again(session: Session, appearance: Appearance) -> None:
    """Inside a change that took words away from this place: where it was carried over it stands on the words
    it has left. What is not exact there stays as it was, for a person to mend."""
    query = (
        select(Anchor, ArticleVersion)
        .join(ArticleVersion, col(ArticleVersion.id) == col(Anchor.article_version_id))
        .where(col(Anchor.appearance_id) == appearance.id, col(Anchor.decided_at).is_not(None))
    )
    said = session.get_one(ArticleVersion, appearance.article_version_id)
    for anchor, version in session.exec(query).all():
        found = Finder(compare(said.text, version.text)).find([(a, b) for a, b in appearance.slices])
        if found.exact and anchor.slices:
            anchor.slices, anchor.quote = [list(part) for part in found.slices], found.quote

"""Claims carried over into a newer text of their article: with the text, or when they come after it."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from workbench.domain.anchors import AnchorOutcome
from workbench.domain.comparing import compare
from workbench.domain.reanchor import Finder, Found
from workbench.domain.slices import find_words, trim
from workbench.domain.statements import SLICE_GAP
from workbench.domain.wording import Range
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


@dataclass(slots=True)
class _Stand:
    """Where words stood last beyond doubt: a text and its slices."""

    text: str
    slices: list[Range]


def carry_split(
    session: Session, place: Appearance, made: Appearance, words: str, *, shared: bool, at: datetime
) -> None:
    """Inside a change that split `words` off `place`, for the claim that `made` is said of: the same in every
    newer text into which the place was carried over. Where the words stand once in what a place was decided
    to be, they are the new claim's there, too, and the rest is the old one's. Where they do not, what the
    old claim still stands on is looked for anew, and asked where that is not exact."""
    said = session.get_one(ArticleVersion, place.article_version_id)
    stand = _Stand(said.text, _read_pairs(place.slices))
    for anchor, version in _list_anchors(session, place):
        if anchor.decided_at is not None and not anchor.slices:
            continue  # somebody said that they are gone: all of them are
        found = find_words(_read_pairs(anchor.slices), version.text, words) if anchor.decided_at else []
        if len(found) == 1:
            session.add(_make_part(made, anchor, version, found[0], at))
        if not shared:
            left = trim(_read_pairs(anchor.slices), version.text, *found[0]) if len(found) == 1 else []
            if left:
                anchor.slices, anchor.quote = [list(part) for part in left], _quote(version.text, left)
            else:
                _find_anew(anchor, Finder(compare(stand.text, version.text)).find(stand.slices))
        if anchor.decided_at is not None:
            stand = _Stand(version.text, _read_pairs(anchor.slices))


def _make_part(
    made: Appearance, anchor: Anchor, version: ArticleVersion, words: Range, at: datetime
) -> Anchor:
    """Where the words that were split off stand in a newer text: letter for letter."""
    kept = anchor.outcome is AnchorOutcome.KEPT
    return Anchor(
        appearance_id=made.id,
        article_version_id=version.id,
        outcome=AnchorOutcome.KEPT if kept else AnchorOutcome.MOVED,
        slices=[list(words)],
        quote=version.text[slice(*words)],
        decided_at=at,
        taken=True,
    )


def _find_anew(anchor: Anchor, found: Found) -> None:
    """What is exact stays decided only within the place that was decided on; all else is asked."""
    inside = all(any(a <= start and end <= b for a, b in anchor.slices) for start, end in found.slices)
    sure = found.exact and (inside or anchor.decided_at is None)
    anchor.outcome, anchor.quote = found.outcome, found.quote
    anchor.slices = [list(part) for part in found.slices]
    if not sure:
        anchor.decided_at, anchor.taken = None, False


def _list_anchors(session: Session, appearance: Appearance) -> list[tuple[Anchor, ArticleVersion]]:
    query = (
        select(Anchor, ArticleVersion)
        .join(ArticleVersion, col(ArticleVersion.id) == col(Anchor.article_version_id))
        .where(col(Anchor.appearance_id) == appearance.id)
        .order_by(col(ArticleVersion.ordinal))
    )
    return list(session.exec(query).all())


def _read_pairs(slices: Iterable[Sequence[int]]) -> list[Range]:
    return [(start, end) for start, end in slices]


def _quote(text: str, slices: Sequence[Range]) -> str:
    return SLICE_GAP.join(text[start:end] for start, end in slices)

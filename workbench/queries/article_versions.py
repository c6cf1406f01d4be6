"""Reads of an article's versions: how its text came and changed, and what became of the claims."""

import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import exists, func, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from workbench.domain.anchors import AnchorOutcome
from workbench.domain.captures import CaptureOutcome
from workbench.domain.errors import NotFound
from workbench.domain.status import Status
from workbench.models import Anchor, Appearance, Article, ArticleVersion, Capture, Claim, Revision, Snapshot
from workbench.queries.places import ASKED, Place


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version as the timeline shows it. `actor` brought it in; `visit` is the look at the address that
    found it, None for what was pasted or handed in as a file. `standings` counts the claims carried over by
    what became of them ("asked" while nobody has said)."""

    version: ArticleVersion
    actor: str
    visit: Capture | None
    standings: Counter[str]
    before: ArticleVersion | None
    kept: int = 0  # files of that look

    @property
    def silent(self) -> bool:
        """Whether the outlet changed the text without a word: the page gives no newer day than before."""
        if self.before is None or self.visit is None:
            return False
        mine, theirs = self.version.dated_on, self.before.dated_on
        return mine is None or (theirs is not None and mine <= theirs)


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A look at the article's address that brought no new version."""

    capture: Capture
    actor: str
    kept: int = 0  # files


@dataclass(frozen=True, slots=True)
class Timeline:
    """An article's versions and visits, the newest first, as one row of events."""

    versions: list[VersionRow]
    visits: list[VisitRow] = field(default_factory=list)

    @property
    def events(self) -> Sequence[VersionRow | VisitRow]:
        return sorted([*self.versions, *self.visits], key=_when, reverse=True)


@dataclass(frozen=True, slots=True)
class AskedClaim:
    """A claim with the place that is asked about, or was decided, and the version it stood in before."""

    claim: Claim
    place: Place

    @property
    def anchor(self) -> Anchor:
        anchor = self.place.anchor
        if anchor is None:
            raise LookupError("This place was not carried over.")
        return anchor

    @property
    def reference(self) -> str:
        return f"C-{self.claim.number}"

    @property
    def accepted(self) -> bool:
        return self.claim.accepted_at is not None


def get_numbered(session: Session, article: Article, ordinal: int) -> ArticleVersion:
    """The article's version of this number. Raises NotFound."""
    query = select(ArticleVersion).where(
        col(ArticleVersion.article_id) == article.id, col(ArticleVersion.ordinal) == ordinal
    )
    version: ArticleVersion | None = session.execute(query).scalar_one_or_none()
    if version is None:
        raise NotFound(f"A-{article.number} has no version {ordinal}.")
    return version


def get_text(session: Session, version_id: uuid.UUID) -> str:
    """The words of a version."""
    return session.get_one(ArticleVersion, version_id).text


def get_origin(session: Session, article: Article) -> Article | None:
    """The article whose words this one carries, as a person said."""
    return session.get(Article, article.copy_of_id) if article.copy_of_id else None


def read_timeline(session: Session, article: Article) -> Timeline:
    """Everything that happened to the article's text: a handful of queries, however many versions."""
    query = select(ArticleVersion).where(col(ArticleVersion.article_id) == article.id)
    versions = list(session.execute(query.order_by(col(ArticleVersion.ordinal))).scalars())
    captures = list(
        session.execute(
            select(Capture).where(col(Capture.article_id) == article.id).order_by(col(Capture.captured_at))
        ).scalars()
    )
    made = _read_made(session, [row.id for row in [*versions, *captures]])
    counts = _count_standings(session, [version.id for version in versions])
    brought = {
        made[one.id]: one
        for one in captures
        if one.outcome in {CaptureOutcome.CHANGED, CaptureOutcome.CAPTURED}
    }
    files = _count_files(session, article)
    rows = []
    for before, version in zip([None, *versions], versions, strict=False):
        at, actor = made[version.id]
        visit = brought.get((at, actor))
        kept = files[visit.id] if visit else 0
        rows.append(VersionRow(version, actor, visit, counts[version.id], before, kept))
    used = {row.visit.id for row in rows if row.visit is not None}
    others = [VisitRow(one, made[one.id][1], files[one.id]) for one in captures if one.id not in used]
    return Timeline(rows, others)


def count_asked(session: Session, version: ArticleVersion) -> int:
    """How many claims of this version wait for somebody to say where their words went."""
    query = (
        select(func.count(func.distinct(col(Claim.id))))
        .select_from(Anchor)
        .join(Appearance, col(Appearance.id) == col(Anchor.appearance_id))
        .join(Claim, col(Claim.id) == col(Appearance.claim_id))
        .where(col(Anchor.article_version_id) == version.id, col(Anchor.decided_at).is_(None))
        .where(col(Appearance.withdrawn_at).is_(None), col(Claim.status) != Status.WITHDRAWN)
    )
    return int(session.execute(query).scalar_one())


def list_carried(session: Session, version: ArticleVersion) -> list[AskedClaim]:
    """Every claim that was looked for in a version, withdrawn ones left out: accepted ones first, each group
    in the order of the text."""
    query = (
        select(Claim, Appearance, Anchor)
        .join(Appearance, col(Appearance.claim_id) == col(Claim.id))
        .join(Anchor, col(Anchor.appearance_id) == col(Appearance.id))
        .where(col(Anchor.article_version_id) == version.id)
        .where(col(Appearance.withdrawn_at).is_(None), col(Claim.status) != Status.WITHDRAWN)
    )
    rows = [AskedClaim(claim, Place(said, anchor)) for claim, said, anchor in session.execute(query)]
    return sorted(rows, key=lambda row: (not row.accepted, row.place.appearance.start, row.claim.number))


def get_asked(session: Session, article: Article, anchor_id: uuid.UUID) -> tuple[AskedClaim, ArticleVersion]:
    """A claim carried over into a version of this article, and that version. Raises NotFound."""
    query = (
        select(Claim, Appearance, Anchor, ArticleVersion)
        .join(Appearance, col(Appearance.claim_id) == col(Claim.id))
        .join(Anchor, col(Anchor.appearance_id) == col(Appearance.id))
        .join(ArticleVersion, col(ArticleVersion.id) == col(Anchor.article_version_id))
        .where(col(Anchor.id) == anchor_id, col(ArticleVersion.article_id) == article.id)
    )
    row = session.execute(query).one_or_none()
    if row is None:
        raise NotFound("This is not asked in this article.")
    claim, said, anchor, version = row
    return AskedClaim(claim, Place(said, anchor)), version


def list_waiting(session: Session, most: int) -> list[tuple[Article, int]]:
    """Articles in whose newest text claims wait for a decision, with how many, the most first."""
    later = aliased(ArticleVersion)
    newer = exists().where(
        col(later.article_id) == col(ArticleVersion.article_id),
        col(later.ordinal) > col(ArticleVersion.ordinal),
    )
    count = func.count(func.distinct(col(Claim.id)))
    query = (
        select(col(Article.id), count)
        .select_from(Anchor)
        .join(ArticleVersion, col(ArticleVersion.id) == col(Anchor.article_version_id))
        .join(Article, col(Article.id) == col(ArticleVersion.article_id))
        .join(Appearance, col(Appearance.id) == col(Anchor.appearance_id))
        .join(Claim, col(Claim.id) == col(Appearance.claim_id))
        .where(col(Anchor.decided_at).is_(None), ~newer, col(Article.withdrawn_at).is_(None))
        .where(col(Appearance.withdrawn_at).is_(None), col(Claim.status) != Status.WITHDRAWN)
        .group_by(col(Article.id), col(Article.number))
        .order_by(count.desc(), col(Article.number))
        .limit(most)
    )
    counts = {row[0]: int(row[1]) for row in session.execute(query)}
    articles = session.execute(select(Article).where(col(Article.id).in_(counts))).scalars()
    return sorted(((one, counts[one.id]) for one in articles), key=lambda row: (-row[1], row[0].number))


def _when(row: VersionRow | VisitRow) -> datetime:
    return row.version.received_at if isinstance(row, VersionRow) else row.capture.captured_at


def _read_made(session: Session, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, tuple[str, str]]:
    """When each row was made and by whom: what one act made has the same of both."""
    made: dict[uuid.UUID, tuple[str, str]] = {}
    for start in range(0, len(ids), 500):
        query = select(col(Revision.entity_id), col(Revision.at), col(Revision.actor)).where(
            col(Revision.entity_id).in_(ids[start : start + 500]), col(Revision.version) == 1
        )
        made |= {row[0]: (row[1], row[2]) for row in session.execute(query)}
    return made


def _count_files(session: Session, article: Article) -> Counter[uuid.UUID]:
    """How many files each visit to the article's address brought."""
    query = (
        select(col(Snapshot.capture_id), func.count())
        .join(Capture, col(Capture.id) == col(Snapshot.capture_id))
        .where(col(Capture.article_id) == article.id)
        .group_by(col(Snapshot.capture_id))
    )
    return Counter({row[0]: int(row[1]) for row in session.execute(query)})


def _count_standings(session: Session, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, Counter[str]]:
    counts: dict[uuid.UUID, Counter[str]] = {key: Counter() for key in ids}
    decided = col(Anchor.decided_at).is_not(None)
    query = (
        select(col(Anchor.article_version_id), col(Anchor.outcome), decided, func.count())
        .join(Appearance, col(Appearance.id) == col(Anchor.appearance_id))
        .join(Claim, col(Claim.id) == col(Appearance.claim_id))
        .where(col(Anchor.article_version_id).in_(ids), col(Claim.status) != Status.WITHDRAWN)
        .where(col(Appearance.withdrawn_at).is_(None))
        .group_by(col(Anchor.article_version_id), col(Anchor.outcome), decided)
    )
    for version_id, outcome, known, count in session.execute(query):
        counts[version_id][AnchorOutcome(outcome).value if known else ASKED] += count
    return counts

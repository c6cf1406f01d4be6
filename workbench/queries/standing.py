"""Where every claim of an article stood last, over all versions of its text."""

import uuid
from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel import Session, col

from workbench.domain.anchors import AnchorOutcome
from workbench.domain.wording import Range
from workbench.models import Anchor, Appearance, ArticleVersion


@dataclass(frozen=True, slots=True)
class Standing:
    """`slices` of the version `version_id` are where the appearance's words stood last beyond doubt. `gone`:
    somebody has said since that they are gone."""

    appearance: Appearance
    version_id: uuid.UUID
    slices: tuple[Range, ...]
    gone: bool


def list_standing(session: Session, article_id: uuid.UUID) -> list[Standing]:
    """Every appearance in the article that is not withdrawn, those of withdrawn claims too: they may be
    reinstated."""
    said = (
        select(Appearance)
        .join(ArticleVersion, col(ArticleVersion.id) == col(Appearance.article_version_id))
        .where(col(ArticleVersion.article_id) == article_id, col(Appearance.withdrawn_at).is_(None))
        .order_by(col(Appearance.start), col(Appearance.id))
    )
    carried = (
        select(Anchor)
        .join(ArticleVersion, col(ArticleVersion.id) == col(Anchor.article_version_id))
        .where(col(ArticleVersion.article_id) == article_id, col(Anchor.decided_at).is_not(None))
        .order_by(col(ArticleVersion.ordinal))
    )
    decided: dict[uuid.UUID, list[Anchor]] = {}
    for anchor in session.execute(carried).scalars():
        decided.setdefault(anchor.appearance_id, []).append(anchor)
    return [_make(row, decided.get(row.id, [])) for row in session.execute(said).scalars()]


def _make(appearance: Appearance, anchors: list[Anchor]) -> Standing:
    """`anchors`: those of the appearance that are decided, the oldest version first."""
    held = [anchor for anchor in anchors if anchor.slices]
    version_id = held[-1].article_version_id if held else appearance.article_version_id
    slices = held[-1].slices if held else appearance.slices
    gone = bool(anchors) and anchors[-1].outcome is AnchorOutcome.GONE
    return Standing(appearance, version_id, tuple((start, end) for start, end in slices), gone)

"""Reads of what an article's claims stand on."""

import uuid
from typing import Any

from sqlalchemy import Select, select
from sqlmodel import Session, col

from workbench.domain.independence import Weight
from workbench.models import Appearance, ArticleVersion
from workbench.queries.circularity import FileReader
from workbench.queries.evidence_weight import weigh_claims
from workbench.queries.places import said_in
from workbench.queries.replies import list_claims_asked


def weigh_article(
    session: Session, version: ArticleVersion, *, sight: bool, read: FileReader | None = None
) -> dict[uuid.UUID, Weight]:
    """What each claim of this text stands on; one without evidence is missing."""
    return weigh_claims(session, _said_in(version), sight=sight, read=read)


def list_asked(session: Session, version: ArticleVersion, *, sight: bool) -> set[uuid.UUID]:
    """The claims of this text about which somebody was asked for a comment, as far as one may know."""
    return list_claims_asked(session, _said_in(version), sight=sight)


def _said_in(version: ArticleVersion) -> Select[Any]:
    return select(col(Appearance.claim_id)).where(
        col(Appearance.id).in_(said_in(version.id)), col(Appearance.withdrawn_at).is_(None)
    )

"""Writes to furniture marks: a person says that a stretch is part of the report after all, or is not."""

from datetime import date

from sqlmodel import Session

from workbench import history
from workbench.domain.errors import RuleBroken
from workbench.models import ArticleVersion, Furniture
from workbench.services.proposals import add_proposals
from workbench.splitting import split


def unmark_furniture(
    session: Session,
    furniture: Furniture,
    version: ArticleVersion,
    *,
    said_on: date | None,
    seen: int,
    by: str,
) -> int:
    """Make a stretch part of the text again and propose its claims, cut as finely as the
    article's. Returns how many were proposed."""
    history.check_version(furniture, seen)
    if furniture.unmarked_at is not None:
        raise RuleBroken("This is part of the text already.")
    # Everything else is left out, so that the request takes as long as the stretch and not as the article.
    around = [(0, furniture.start), (furniture.end, len(version.text))]
    rest = [(start, end) for start, end in around if start < end]
    inside = split(version.text, published_on=said_on, furniture=rest, granularity=version.granularity).claims
    with history.change(session, by=by, action="furniture.unmarked") as change:
        furniture.unmarked_at = change.at
        proposed = add_proposals(session, version, inside, at=change.at, said_on=said_on)
        change.subject = furniture
    return len(proposed)


def mark_furniture(session: Session, furniture: Furniture, *, seen: int, by: str) -> None:
    """Fold a stretch again that was unmarked."""
    history.check_version(furniture, seen)
    if furniture.unmarked_at is None:
        raise RuleBroken("This is furniture already.")
    with history.change(session, by=by, action="furniture.marked"):
        furniture.unmarked_at = None

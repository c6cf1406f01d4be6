"""The same words in several revisions of a row: what a redaction of one of them leaves readable."""

from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from workbench.models import Revision, RevisionPayload
from workbench.queries.history_payloads import read_body

# Columns that hold what somebody wrote, not the desk's own words.
_WRITTEN = frozenset(
    {"author", "comment", "description", "excerpt", "locator", "method", "name", "note", "quote", "reasoning"}
    | {"words", "look_again", "conclusion", "claimant_unknown", "one_sided_note"}
    | {"statement", "title", "url", "withdrawn_reason", "reliability_reason", "withheld_reason", "contact"}
)


def find_same_words(session: Session, seq: int) -> list[int]:
    """Other revisions of the same row that hold one of this one's longer texts: a redaction of one of them
    leaves the words readable in the others."""
    revision = session.get_one(Revision, seq)
    query = (
        select(col(RevisionPayload.seq), col(RevisionPayload.body))
        .join(Revision, col(Revision.seq) == col(RevisionPayload.seq))
        .where(col(Revision.entity_id) == revision.entity_id)
        .order_by(col(Revision.seq))
    )
    texts = {row.seq: _list_texts(read_body(row.body)) for row in session.execute(query)}
    return [other for other, found in texts.items() if other != seq and found & texts.get(seq, set())]


def _list_texts(body: dict[str, Any]) -> set[str]:
    """The values of a payload that somebody wrote, not the desk's own words ("checking", "link")."""
    sides = [body.get("before") or {}, body.get("after") or {}]
    return {
        value
        for side in sides
        for key, value in side.items()
        if key in _WRITTEN and isinstance(value, str) and value.strip()
    }

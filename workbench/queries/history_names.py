"""What the ids that stand in the history are called: people, sources, evidence, files, reports, claims."""

import uuid
from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    BindParameter,
    CompoundSelect,
    Integer,
    String,
    bindparam,
    cast,
    literal,
    null,
    select,
    union_all,
)
from sqlmodel import Session, col

from workbench.domain.references import format_reference
from workbench.models import Claim, Evidence, Report, Snapshot, Source, User

_IDS: BindParameter[Any] = bindparam("ids", expanding=True)


def load_names(session: Session, ids: Iterable[str]) -> tuple[dict[str, str], set[str]]:
    """The names of those of these ids that have one, and which of them are of withheld sources. In one query:
    an id stands in one table, and nobody knows in which."""
    wanted = [uuid.UUID(text) for text in sorted(ids) if _is_uuid(text)]
    names: dict[str, str] = {}
    withheld: set[str] = set()
    for start in range(0, len(wanted), 500):
        for row in session.execute(_NAMES, {"ids": wanted[start : start + 500]}):
            names[str(row.id)] = _describe(row)
            if row.kind == "source" and row.withheld:
                withheld.add(str(row.id))
    return names, withheld


def _describe(row: Any) -> str:
    if row.kind in _LETTERS:
        return format_reference(_LETTERS[row.kind], row.number)
    return f"{row.name} (SHA-256 {row.sha256})" if row.kind == "file" else str(row.name)


_LETTERS = {"report": "R", "claim": "C"}


def _put_together() -> CompoundSelect[Any]:
    """Built once: to put it together costs more than to run it."""
    number, sha256, withheld = cast(null(), Integer), cast(null(), String), literal(False)
    name = cast(null(), String)
    people = (User, "person", col(User.name), number, sha256, withheld)
    sources = (Source, "source", col(Source.name), number, sha256, col(Source.withheld))
    files = (Snapshot, "file", col(Snapshot.original_name), number, col(Snapshot.sha256), withheld)
    reports = (Report, "report", name, col(Report.number), sha256, withheld)
    claims = (Claim, "claim", name, col(Claim.number), sha256, withheld)
    pieces = _columns(Evidence, "evidence", col(Source.name), number, sha256, withheld).join(
        Source, col(Source.id) == col(Evidence.source_id)
    )
    return union_all(*(_columns(*one) for one in (people, sources, files, reports, claims)), pieces)


def _columns(model: Any, kind: str, name: Any, number: Any, sha256: Any, withheld: Any) -> Any:
    return select(
        col(model.id).label("id"),
        literal(kind).label("kind"),
        name.label("name"),
        number.label("number"),
        sha256.label("sha256"),
        withheld.label("withheld"),
    ).where(col(model.id).in_(_IDS))


_NAMES = _put_together()


def _is_uuid(text: str) -> bool:
    return len(text) == 36 and text.count("-") == 4

"""Sources."""

from typing import Any

from sqlmodel import Session

from tests.factories.rows import ACTOR
from workbench import history
from workbench.domain.evidence import SourceKind
from workbench.models import (
    Source,
)


def make_source(session: Session, name: str = "Ministry of Defence", **values: Any) -> Source:
    with history.change(session, by=ACTOR, action="source.created"):
        source = build_source(name, number=history.next_number(session, Source), **values)
        session.add(source)
    return source


def build_source(name: str = "Ministry of Defence", *, number: int, **values: Any) -> Source:
    """Not saved: for use inside a change."""
    defaults = {"name_key": name.casefold(), "kind": SourceKind.ORGANISATION}
    return Source(number=number, name=name, **{**defaults, **values})

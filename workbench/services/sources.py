"""Writes to sources: who says, publishes or shows something."""

from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, col, select

from workbench import history
from workbench.domain.errors import RuleBroken
from workbench.domain.evidence import RELIABILITY, SourceKind
from workbench.domain.names import fold_name
from workbench.models import Source


@dataclass(frozen=True, slots=True)
class SourceValues:
    """What a person may set on a source."""

    name: str
    kind: SourceKind
    description: str = ""
    url: str = ""
    reliability: str = "F"
    reliability_reason: str = ""
    withheld: bool = False
    withheld_reason: str = ""


def add_source(session: Session, values: SourceValues, *, by: str) -> Source:
    """A new source. Raises RuleBroken when there is one of that name already."""
    _check_values(values)
    with history.change(session, by=by, action="source.added") as change:
        _refuse_namesake(session, values, None)  # behind the lock: nobody else can take the name meanwhile
        source = Source(
            number=history.next_number(session, Source), name_key=fold_name(values.name), **_columns(values)
        )
        session.add(source)
        change.subject = source
    return source


def edit_source(
    session: Session, source: Source, values: SourceValues, *, seen: int, by: str, reason: str = ""
) -> None:
    """Change a source made from version `seen`. Raises StaleEdit, or RuleBroken for a taken name."""
    columns = _columns(values)
    history.check_version(source, seen, tuple(columns))
    _check_values(values)
    with history.change(session, by=by, action="source.edited", reason=reason):
        _refuse_namesake(session, values, source)
        for name, value in columns.items():
            setattr(source, name, value)
        source.name_key = fold_name(values.name)


def find_source(session: Session, name: str) -> Source | None:
    """The source whose name folds to the same key; the oldest when several do."""
    query = select(Source).where(col(Source.name_key) == fold_name(name)).order_by(col(Source.number))
    return session.exec(query).first()


def take_source(session: Session, name: str, kind: SourceKind) -> Source:
    """The source of that name, created on the spot if it is new. Inside an open change only."""
    name = " ".join(name.split())
    found = find_source(session, name) or _pending_source(session, name)
    if found is not None:
        return found
    source = Source(
        number=history.next_number(session, Source), name=name, name_key=fold_name(name), kind=kind
    )
    session.add(source)
    return source


def _pending_source(session: Session, name: str) -> Source | None:
    key = fold_name(name)
    return next((row for row in session.new if isinstance(row, Source) and row.name_key == key), None)


def _columns(values: SourceValues) -> dict[str, Any]:
    return {name: getattr(values, name) for name in SourceValues.__slots__}


def _check_values(values: SourceValues) -> None:
    if not values.name.strip():
        raise RuleBroken("A source needs a name.", field="name")
    if values.reliability not in RELIABILITY:
        raise RuleBroken("Choose a reliability from A to F.", field="reliability")
    if values.withheld and not values.withheld_reason.strip():
        raise RuleBroken("Say why this source is withheld.", field="withheld_reason")


def _refuse_namesake(session: Session, values: SourceValues, source: Source | None) -> None:
    namesake = find_source(session, values.name)
    if namesake is not None and (source is None or namesake.id != source.id):
        raise RuleBroken("There is a source of that name already.", field="name")

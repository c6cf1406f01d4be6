"""Writes to sources: who says, publishes or shows something."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from workbench import history
from workbench.domain.errors import RuleBroken, StaleEdit
from workbench.domain.evidence import RELIABILITY, UNJUDGED, SourceKind
from workbench.domain.identity import read_aliases, read_languages, read_wikidata
from workbench.domain.names import fold_name
from workbench.domain.references import format_reference
from workbench.models import Source
from workbench.queries.source_names import find_source, list_earlier_names
from workbench.services.custody import note_withheld
from workbench.services.press import Press
from workbench.services.report_pages import close_pages_naming, read_published


@dataclass(frozen=True, slots=True)
class SourceValues:
    """What a person may set on a source. `reliability_on` left out is today, where the grade is a new one."""

    name: str
    kind: SourceKind
    description: str = ""
    url: str = ""
    reliability: str = UNJUDGED
    reliability_reason: str = ""
    reliability_on: date | None = None
    withheld: bool = False
    withheld_reason: str = ""
    aliases: tuple[str, ...] = ()
    wikidata_id: str = ""
    languages: tuple[str, ...] = ()
    conflicts: str = ""


def add_source(session: Session, values: SourceValues, *, by: str) -> Source:
    """A new source. Raises RuleBroken when there is one of that name already."""
    columns = _columns(values)
    with history.change(session, by=by, action="source.added") as change:
        _refuse_namesakes(session, values.name, columns["aliases"], None)  # behind the lock: nobody else can
        source = Source(  # take the name meanwhile
            number=history.next_number(session, Source), name_key=fold_name(values.name), **columns
        )
        _check_grade(source, None, change)
        session.add(source)
        change.subject = source
    return source


def edit_source(
    session: Session,
    press: Press,
    source: Source,
    values: SourceValues,
    *,
    seen: int,
    by: str,
    reason: str = "",
) -> None:
    """Change a source made from version `seen`; to withhold it closes the pages of reports that name it.
    Raises StaleEdit, or RuleBroken for a taken name."""
    columns = _columns(values)
    _check_seen(source, seen, columns)
    if source.merged_into_id is not None:
        raise RuleBroken("This source is merged into another one. Change that one, or take it out first.")
    if values.withheld and not source.withheld:
        read_published(session, press)
    with history.change(session, by=by, action="source.edited", reason=reason) as change:
        _refuse_namesakes(session, values.name, columns["aliases"], source)
        before = source.reliability, source.reliability_on
        was_withheld = source.withheld
        for name, value in columns.items():
            setattr(source, name, value)
        source.name_key = fold_name(values.name)
        if source.withheld:
            _keep_earlier_names(session, source)
        _check_grade(source, before, change)
        family = [source, *session.exec(select(Source).where(col(Source.merged_into_id) == source.id))]
        for one in family:
            one.withheld, one.withheld_reason = source.withheld, source.withheld_reason
            if source.withheld != was_withheld:
                note_withheld(session, one, change.at)
        if source.withheld and not was_withheld:
            close_pages_naming(session, press, source)
        change.subject = source


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
    """The values as the columns hold them. Raises RuleBroken with the field that cannot be taken."""
    if not values.name.strip():
        raise RuleBroken("A source needs a name.", field="name")
    if values.reliability not in RELIABILITY:
        raise RuleBroken("Choose a reliability from A to F.", field="reliability")
    if values.withheld and not values.withheld_reason.strip():
        raise RuleBroken("Say why this source is withheld.", field="withheld_reason")
    return {name: getattr(values, name) for name in SourceValues.__slots__} | {
        "aliases": read_aliases(values.aliases, values.name),
        "wikidata_id": read_wikidata(values.wikidata_id),
        "languages": read_languages(values.languages),
    }


def _check_grade(source: Source, before: tuple[str, date | None] | None, change: history.Change) -> None:
    """A new grade needs a reason, and is of today unless another day was typed with it."""
    grade, day = before or (UNJUDGED, None)
    if source.reliability == grade:
        return
    if source.reliability != UNJUDGED and not source.reliability_reason.strip():
        raise RuleBroken("Say why it is graded so.", field="reliability_reason")
    if source.reliability_on == day:
        source.reliability_on = change.at.date()


def _check_seen(source: Source, seen: int, columns: dict[str, Any]) -> None:
    """Raises StaleEdit that tells lists as they are typed."""
    try:
        history.check_version(source, seen, tuple(columns))
    except StaleEdit as stale:
        lists = {"aliases": "\n".join(source.aliases), "languages": ", ".join(source.languages)}
        raise StaleEdit(stale.current, {**stale.now, **lists}) from None


def _keep_earlier_names(session: Session, source: Source) -> None:
    """What a withheld source was ever called stays among its names, whatever was typed: a report of then says
    its name of then, and who may not meet it here may not read it there."""
    known = {fold_name(name) for name in (source.name, *source.aliases)}
    for name in list_earlier_names(session, source):
        owner = find_source(session, name)
        if fold_name(name) not in known and (owner is None or owner.id == source.id):
            known.add(fold_name(name))
            source.aliases = [*source.aliases, name]


def _refuse_namesakes(session: Session, name: str, aliases: list[str], source: Source | None) -> None:
    """No two sources share a name, and none has another's name among its own."""
    namesake = find_source(session, name)
    if namesake is not None and (source is None or namesake.id != source.id):
        raise RuleBroken("There is a source of that name already.", field="name")
    for alias in aliases:
        other = find_source(session, alias)
        if other is not None and (source is None or other.id != source.id):
            reference = format_reference("S", other.number)
            raise RuleBroken(
                f"“{alias}” is a name of {reference}. If the two are one, merge them.", field="aliases"
            )

"""Two sources that are one: merged, and taken apart again. Both rows and both histories stay."""

from sqlmodel import Session, col, select

from workbench import history
from workbench.domain.errors import RuleBroken
from workbench.domain.identity import read_aliases
from workbench.domain.names import fold_name
from workbench.domain.references import format_reference
from workbench.models import Source


def merge_sources(
    session: Session, gone: Source, kept: Source, *, seen: int, by: str, reason: str = ""
) -> None:
    """Let `gone` be read as `kept`: its claims, evidence and articles are the other's from now on, its names
    become other names of it, its grades a part of its record. No row of theirs changes, so that taking them
    apart gives back exactly what was each one's.

    Raises StaleEdit, or RuleBroken where one of them is merged already or only one of them is withheld.
    """
    history.check_version(gone, seen, ("name",))
    with history.change(session, by=by, action="source.merged") as change:
        session.refresh(gone)
        session.refresh(kept)
        history.check_version(gone, seen, ("name",))
        _check_merge(session, gone, kept)
        kept.aliases = read_aliases([*kept.aliases, gone.name, *gone.aliases], kept.name)
        gone.merged_into_id = kept.id
        words = f"{format_reference('S', gone.number)} merged into {format_reference('S', kept.number)}"
        change.reason = f"{words}: {reason.strip()}" if reason.strip() else words
        change.subject = gone
        change.touch(kept)


def unmerge_source(session: Session, gone: Source, *, seen: int, by: str) -> None:
    """Take a merged source out again. What was added meanwhile stays with the one that stood for both.
    Raises StaleEdit, or RuleBroken when it is merged into none."""
    history.check_version(gone, seen, ("name",))
    if gone.merged_into_id is None:
        raise RuleBroken("This source is not merged into another.")
    with history.change(session, by=by, action="source.unmerged") as change:
        kept = session.get_one(Source, gone.merged_into_id, populate_existing=True)
        own = {fold_name(name) for name in (gone.name, *gone.aliases)}
        kept.aliases = [alias for alias in kept.aliases if fold_name(alias) not in own]
        gone.merged_into_id = None
        change.reason = f"{format_reference('S', gone.number)} out of {format_reference('S', kept.number)}"
        change.subject = gone
        change.touch(kept)


def _check_merge(session: Session, gone: Source, kept: Source) -> None:
    names = format_reference("S", gone.number), format_reference("S", kept.number)
    if gone.id == kept.id:
        raise RuleBroken("A source cannot be merged with itself.", field="into")
    for one, name in ((gone, names[0]), (kept, names[1])):
        if one.merged_into_id is not None:
            raise RuleBroken(f"{name} is merged into another source already.", field="into")
    if session.exec(select(Source.id).where(col(Source.merged_into_id) == gone.id)).first() is not None:
        raise RuleBroken(
            f"{names[0]} stands for others already. Merge {names[1]} into it, or take those out first.",
            field="into",
        )
    if gone.withheld != kept.withheld:
        raise RuleBroken(
            "Only one of the two is withheld. Withhold the other one, too, before you merge them: its name "
            "would come out.",
            field="into",
        )

"""Writes to the one row of settings."""

from collections.abc import Container
from dataclasses import asdict, dataclass
from zoneinfo import available_timezones

from sqlmodel import Session

from workbench import history
from workbench.domain.errors import RuleBroken
from workbench.domain.ratings import DEFAULT_SCALE, load_scales
from workbench.models import Desk
from workbench.queries.desk import find_desk

FIRST_NAME = "Fact-check desk"


@dataclass(frozen=True, slots=True)
class DeskValues:
    """What an owner may set."""

    name: str
    contact: str = ""
    time_zone: str = "UTC"
    default_scale: str = DEFAULT_SCALE
    method: str = ""
    corrections: str = ""
    alone: bool = False
    recheck_days: int = 0
    public_reports: bool = True
    blind_second: bool = False


def ensure_desk(session: Session, *, by: str) -> Desk:
    """The desk's settings, made with defaults when there are none; two starting processes make them once."""
    desk = find_desk(session)
    if desk is not None:
        return desk
    with history.change(session, by=by, action="desk.made") as change:
        # Asked again behind the lock: another process may have been first.
        desk = find_desk(session)
        if desk is None:
            desk = Desk(**asdict(DeskValues(name=FIRST_NAME)))
            session.add(desk)
            change.subject = desk
    return desk


def save_settings(
    session: Session,
    desk: Desk,
    values: DeskValues,
    *,
    seen: int,
    by: str,
    scales: Container[str] = frozenset(load_scales()),
) -> Desk:
    """Change settings made from version `seen`; `scales` are the codes that can be judged on.

    Raises StaleEdit, or RuleBroken on the field to mend.
    """
    columns = asdict(values)
    history.check_version(desk, seen, tuple(columns))
    if not values.name.strip():
        raise RuleBroken("The desk needs a name; it stands on every page and report.", field="name")
    if values.time_zone not in available_timezones():
        raise RuleBroken(f"“{values.time_zone}” is not a time zone.", field="time_zone")
    if values.default_scale not in scales:
        raise RuleBroken(f"There is no rating scale called “{values.default_scale}”.", field="default_scale")
    if values.recheck_days < 0:
        raise RuleBroken("A number of days, or 0 for never.", field="recheck_days")
    if values.alone and values.blind_second:
        raise RuleBroken("A desk that works alone has nobody for a second verdict.", field="blind_second")
    with history.change(session, by=by, action="desk.settings.edited") as change:
        change.subject = desk
        for name, value in columns.items():
            setattr(desk, name, value)
    return desk

"""Days and times as a reader expects them, the same on every machine whatever its locale."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_YEAR = "January February March April May June July August September October November December"
_MONTHS = _YEAR.split()


def format_day(day: date | None) -> str:
    """A day in words, "20 August 2024"; empty for an unknown one."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else ""


def format_moment(moment: datetime, zone: str) -> str:
    """A time in the desk's zone, "20 August 2024, 14:03 (Europe/Athens)". An unknown zone gives UTC."""
    local, zone = _move(moment, zone)
    return f"{format_day(local.date())}, {local:%H:%M} ({zone})"


def format_local_day(moment: datetime, zone: str) -> str:
    """The day that it was in the desk's zone, "20 August 2024"."""
    return format_day(read_day(moment, zone))


def read_day(moment: datetime, zone: str) -> date:
    """The day that it was in the desk's zone."""
    return _move(moment, zone)[0].date()


def _move(moment: datetime, zone: str) -> tuple[datetime, str]:
    try:
        return moment.astimezone(ZoneInfo(zone)), zone
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return moment.astimezone(UTC), "UTC"


def format_utc(moment: datetime) -> str:
    """The exact instant for machines, "2024-08-20T11:03:00Z"."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

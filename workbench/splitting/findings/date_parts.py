"""What the words of a date mean, reckoned from the day of publication: ISO 8601, or None."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from workbench.splitting.findings import calendars, measures
from workbench.splitting.findings.ahead import Outlook

UNKNOWN = datetime.date.min  # no day of publication is known
_ONE_YEAR = 12  # months


@dataclass(frozen=True, slots=True)
class Read:
    """What a pattern found, and how the clause around it speaks."""

    parts: dict[str, str]
    published_on: datetime.date
    outlook: Outlook

    @property
    def ahead(self) -> bool | None:
        """Whether the date lies ahead, None where nothing tells."""
        return {Outlook.UNTOLD: None, Outlook.BEHIND: False}.get(self.outlook, True)

    @property
    def present(self) -> bool:
        """Whether the present tense is all that puts it ahead."""
        return self.outlook is Outlook.PRESENT

    def which(self) -> str:
        return self.parts.get("which", "").lower().replace("past", "last")


def read_day(read: Read) -> str | None:
    month, day = calendars.read_month(read.parts["month"]), int(read.parts["day"])
    if "year" in read.parts:
        return calendars.make_date(int(read.parts["year"]), month, day)
    return read_nearest(month, day, read)


def read_nearest(month: int, day: int, read: Read) -> str | None:
    if read.published_on == UNKNOWN:
        return None
    if read.present and (past := calendars.find_recent(month, day, read.published_on)) is not None:
        return past
    return calendars.find_nearest(month, day, read.ahead, read.published_on)


def read_days(read: Read) -> str | None:
    """Read "1 and 14 October"."""
    month = calendars.read_month(read.parts["month"])
    ends = (int(read.parts["first"]), int(read.parts["day"]))
    if "year" in read.parts:
        year = int(read.parts["year"])
        return calendars.join(*(calendars.make_date(year, month, day) for day in ends))
    return calendars.join(*(read_nearest(month, day, read) for day in ends))


def read_month(read: Read) -> str | None:
    month = calendars.read_month(read.parts["month"])
    if "year" in read.parts:
        return calendars.make_month(int(read.parts["year"]), month)
    if read.published_on == UNKNOWN:
        return None
    ahead = None if read.present and calendars.is_recent_month(month, read.published_on) else read.ahead
    return calendars.find_month(month, read.which(), ahead, read.published_on)


def read_months(read: Read) -> str | None:
    """Read "between March and June": the first before the second."""
    last = read_month(read)
    if last is None:
        return None
    year, month = int(last[:4]), calendars.read_month(read.parts["first"])
    first = calendars.make_month(year - (month > int(last[5:])), month)
    return calendars.join(f"{first}-01", calendars.end_month(last))


def read_edge(read: Read) -> str | None:
    """Read "the end of August", "the beginning of 2030", "the end of the month"."""
    whole = read_whole(read)
    if whole is None or read.parts["edge"].lower() in {"middle", "mid"}:
        return whole
    ends = read.parts["edge"].lower() == "end"
    if "/" in whole:  # a week
        return whole.split("/")[1 if ends else 0]
    if len(whole) == 4:  # a year
        return f"{whole}-12-31" if ends else f"{whole}-01-01"
    return calendars.end_month(whole) if ends else f"{whole}-01"


def read_whole(read: Read) -> str | None:
    if "month" in read.parts:
        return read_month(read)
    if "year" in read.parts:
        return read.parts["year"]
    on = read.published_on
    if on == UNKNOWN:
        return None
    steps = {"last": -1, "next": 1}.get(read.which(), 0)
    if read.parts["period"].lower() == "week":
        return calendars.find_week(steps, on)
    if read.parts["period"].lower() == "year":
        return f"{on.year + steps:04d}"
    return calendars.shift_month(on, steps)


def read_stretch(read: Read) -> str | None:
    """Read "the first half of 2030" and "the second quarter of this year"."""
    steps = {"last": -1, "next": 1}.get(read.which(), 0)
    year, half = (
        int(read.parts.get("year", read.published_on.year + steps)),
        read.parts["unit"].lower() == "half",
    )
    place = ("first", "second", "third", "fourth", "last").index(read.parts["nth"].lower())
    months, parts = (6, 2) if half else (3, 4)
    place = parts - 1 if place == 4 else place
    if place >= parts:
        return None
    first = place * months + 1
    last = calendars.end_month(calendars.make_month(year, first + months - 1))
    return calendars.join(calendars.make_date(year, first, 1), last)


def read_decade(read: Read) -> str | None:
    first = int(read.parts["decade"])
    return calendars.join(f"{first}-01-01", f"{first + 9}-12-31")


def read_weekday(read: Read) -> str | None:
    return calendars.find_weekday(read.parts["weekday"], read.which(), read.ahead, read.published_on)


def read_relative(read: Read) -> str | None:
    words = read.parts["relative"].lower().split()
    days = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(words[0], 0)
    return calendars.shift(read.published_on, days)


def read_overnight(read: Read) -> str | None:
    return calendars.shift(read.published_on, 0)


def read_period(read: Read) -> str | None:
    """Read "last week", "this month", "next year"."""
    steps = {"last": -1, "next": 1}.get(read.which(), 0)
    unit = read.parts["unit"].lower()
    on = read.published_on
    if unit == "week":
        return calendars.find_week(steps, on)
    if unit == "weekend":
        return calendars.find_weekend(steps, read.ahead, on)
    if unit == "month":
        return calendars.shift_month(on, steps)
    return str(on.year + steps)


def read_saturday(read: Read) -> str | None:
    """What is to come "by the weekend" comes before its first day is over."""
    weekend = read_period(read)
    return weekend and weekend.split("/")[0]


def read_past(read: Read) -> str | None:
    """Read "in the past week": the seven days up to the report."""
    days = {"week": 7, "month": 30, "year": 365}[read.parts["unit"].lower()]
    return calendars.join(calendars.shift(read.published_on, -days), calendars.shift(read.published_on, 0))


def read_season(read: Read) -> str | None:
    """A season has no ISO form and may lie in two years; only its year can be told."""
    if "year" in read.parts:
        return read.parts["year"]
    if read.published_on == UNKNOWN or read.which() == "last":
        return None
    starts = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}[read.parts["season"].lower()]
    return calendars.find_month(starts, read.which(), read.ahead, read.published_on)[:4]


def read_untold(read: Read) -> None:
    """Which year "the autumn" is of is told by the story, not by the calendar."""
    del read


def read_feast(read: Read) -> str | None:
    """Read "before Christmas": the last one, or the next if the clause looks ahead."""
    month, day = calendars.FEASTS[" ".join(read.parts["feast"].lower().split())]
    return read_nearest(month, day, read)


def read_ago(read: Read) -> str | None:
    """Read "two days ago", "a year ago"; the further back, the coarser."""
    count, unit = measures.read_small_number(read.parts["count"]), read.parts["unit"].lower()
    if count is None:
        return None
    on = read.published_on
    if unit in {"day", "week"}:
        return calendars.shift(on, -count * (7 if unit == "week" else 1))
    months = calendars.shift_month(on, -count * (_ONE_YEAR if unit == "year" else 1))
    return months[:4] if months and unit == "year" and count > 1 else months


def read_new_year(read: Read) -> str | None:
    return f"{read.published_on.year + 1}-01-01" if read.ahead else f"{read.published_on.year}-01-01"


def read_iso(read: Read) -> str | None:
    return calendars.make_date(*(int(part) for part in read.parts["date"].split("-")))


def read_year(read: Read) -> str | None:
    return read.parts["year"]

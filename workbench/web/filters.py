"""How times, days and counts read on a page: in the desk's time zone and in plain words."""

from datetime import date, datetime
from urllib.parse import urlsplit

from flask import Flask
from flask_babel import format_date, format_datetime, format_decimal

from workbench.domain.evidence import CREDIBILITY, RELIABILITY
from workbench.web import history_words

MOST_COUNTED = 1_000


def init_app(app: Flask) -> None:
    """Make the filters known to templates."""
    app.add_template_filter(when)
    app.add_template_filter(day)
    app.add_template_filter(number)
    app.add_template_filter(host)
    app.add_template_filter(meaning)
    app.add_template_filter(history_words.act)
    app.add_template_filter(history_words.noun)
    app.add_template_filter(history_words.label)


def when(moment: datetime | None) -> str:
    """A moment in the desk's time zone: "1 May 2026, 14:05"."""
    return "" if moment is None else str(format_datetime(moment, "d MMM y, HH:mm"))


def day(value: date | None) -> str:
    """A day: "1 May 2026". Of a moment, the day it is in the desk's time zone."""
    if value is None:
        return ""
    return str(format_date(value, "d MMM y", rebase=isinstance(value, datetime)))


def number(value: int, most: int | None = MOST_COUNTED) -> str:
    """A count, "37" or "1,000+": lists are counted no further than `most` and one. None shows it in full."""
    if most is not None and value > most:
        return f"{format_decimal(most)}+"
    return str(format_decimal(value))


def host(address: str) -> str:
    """The host name of a web address, to show a long link short; the address itself when it has none."""
    return urlsplit(address).hostname or address


def meaning(grade: str) -> str:
    """An Admiralty grade in words: "B2" is "Usually reliable; probably true"."""
    return f"{RELIABILITY[grade[0]]}; {CREDIBILITY[int(grade[1:])].lower()}"

"""How times, days and counts read on a page: in the desk's time zone and in plain words."""

from collections.abc import Iterable
from datetime import date, datetime
from urllib.parse import urlsplit

import re2
from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_datetime
from flask import Flask
from flask_babel import format_decimal, get_locale, gettext

from workbench.domain import chain
from workbench.domain.context import trim_after, trim_before
from workbench.domain.evidence import CREDIBILITY, RELIABILITY
from workbench.domain.mixes import find_shared
from workbench.forms.articles import GRANULARITY_WORDS
from workbench.queries.claims import ClaimRow
from workbench.queries.evidence import count_origins
from workbench.queries.history import find_older
from workbench.queries.source_record import Period
from workbench.web import current, history_words
from workbench.web.article_marks import marks

_MOMENT = re2.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
MOST_COUNTED = 1_000


def init_app(app: Flask) -> None:
    """Make the filters known to templates."""
    app.add_template_filter(when)
    app.add_template_filter(day)
    app.add_template_filter(number)
    app.add_template_filter(granularity)
    app.add_template_filter(host)
    app.add_template_filter(language)
    app.add_template_filter(count_origins, "origins")
    app.add_template_filter(link)
    app.add_template_filter(meaning)
    app.add_template_filter(past)
    app.add_template_filter(period)
    app.add_template_filter(find_older, "older")
    app.add_template_filter(trim_before, "before")
    app.add_template_filter(trim_after, "after")
    app.add_template_filter(marks)
    app.add_template_filter(list_apart, "apart")
    app.add_template_filter(history_words.act)
    app.add_template_filter(history_words.noun)
    app.add_template_filter(history_words.label)
    app.add_template_filter(history_words.value)


def list_apart(rows: Iterable[ClaimRow]) -> frozenset[str]:
    """The references of those claims in a list whose rating another one has by the same word, in another
    sense: on another scale, or before it was redefined or repainted."""
    given = {row.reference: row.verdict for row in rows if row.verdict}
    readings = {
        ref: (one.rating_text, one.scale, one.rating, one.rating_colour, one.rating_definition)
        for ref, one in given.items()
    }
    shared = find_shared(readings.values())
    return frozenset(ref for ref, reading in readings.items() if reading[0].casefold() in shared)


def when(moment: datetime | None) -> str:
    """A moment in the desk's time zone: "1 May 2026, 14:05"."""
    return (
        "" if moment is None else format_datetime(moment, "d MMM y, HH:mm", current.time_zone(), get_locale())
    )


def day(value: date | None) -> str:
    """A day: "1 May 2026". Of a moment, the day it is in the desk's time zone."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = value.astimezone(current.time_zone()).date()
    return format_date(value, "d MMM y", get_locale())


def granularity(key: str) -> str:
    """How finely an article's claims are proposed: "one for each clause"."""
    return str(GRANULARITY_WORDS.get(key, key))


def period(given: Period) -> str:
    """A month or a year: "May 2026", "2026"."""
    return format_date(date(given.year, given.month or 1, 1), "MMM y" if given.month else "y", get_locale())


def number(value: int, most: int | None = MOST_COUNTED) -> str:
    """A count, "37" or "1,000+": lists are counted no further than `most` and one. None shows it in full."""
    if most is not None and value > most:
        return f"{format_decimal(most)}+"
    return str(format_decimal(value))


def host(address: str) -> str:
    """The host name of a web address, to show a long link short; the address itself when it has none."""
    try:
        return urlsplit(address).hostname or address
    except ValueError:  # "http://[": a file may say anything about where it comes from
        return address


def link(address: str) -> str:
    """The address if it may become a link, else nothing. Forms refuse other schemes than http and https,
    but what a file or a command says is an address, too."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in {"http", "https"} and parts.hostname else ""


def meaning(grade: str) -> str:
    """An Admiralty grade in words: "B2" is "Usually reliable; probably true"."""
    reliability, credibility = gettext(RELIABILITY[grade[0]]), gettext(CREDIBILITY[int(grade[1:])])
    return f"{reliability}; {credibility.lower()}"


def language(tag: str) -> str:
    """A BCP 47 tag in words: "pt-BR" is "Portuguese (Brazil)"; the tag itself where no words are known."""
    try:
        return Locale.parse(tag, sep="-").get_display_name(get_locale()) or tag
    except (UnknownLocaleError, ValueError):
        return tag


def past(value: str) -> str:
    """A value of the history for people: a moment in the desk's time zone, everything else as it is."""
    return when(chain.parse_time(value)) if _MOMENT.fullmatch(value) else value

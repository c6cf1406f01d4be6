"""Make the dates of a statement absolute: "on Tuesday" is "on 11 March 2031" to whoever reads it later."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.splitting.lexicon import word_set
from workbench.splitting.pieces import Piece
from workbench.splitting.records import DateMention

ABSOLUTE = "date made absolute"
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTH_STARTS = tuple(name[:3].lower() for name in _MONTHS)
_DAY = len("2031-03-11")
_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})
_PREPOSITIONS = word_set(
    """on in at by since until till from to of before after between and or for through during around about
    past over the"""
)
_REPEATING = frozenset({"every", "each", "most", "some", "any", "a", "one", "many", "all", "consecutive"})
_POSSESSIVES = frozenset({"’s", "'s", "’", "'"})


@dataclass(frozen=True, slots=True)
class Calendar:
    """The dates of a paragraph that begins at offset `base`."""

    dates: Sequence[DateMention] = ()
    base: int = 0


def make_dates_absolute(pieces: list[Piece], calendar: Calendar) -> list[Piece]:
    """Write out the dates that were resolved against the day of the article, each marked as added.

    A date that gives its year stays.
    """
    for date in calendar.dates:
        if date.resolved is None or any(part.isdigit() and len(part) == 4 for part in _cut(date.text)):
            continue
        place = _find(pieces, date, calendar.base)
        if place is not None:
            pieces = _write(pieces, *place, date.text, date.resolved)
    return pieces


def _cut(text: str) -> list[str]:
    return text.lower().replace(",", " ").replace("-", " ").split()


def _find(pieces: list[Piece], date: DateMention, base: int) -> tuple[int, int] | None:
    """Give the run of pieces that are the words of this date."""
    start, end = date.slice[0] - base, date.slice[1] - base
    inside = [
        n
        for n, piece in enumerate(pieces)
        if piece.token is not None and start <= piece.token.idx < end and piece.text == piece.token.text
    ]
    whole = bool(inside) and inside[-1] - inside[0] == len(inside) - 1
    return (inside[0], inside[-1] + 1) if whole else None


def _write(pieces: list[Piece], start: int, end: int, text: str, resolved: str) -> list[Piece]:
    words = _cut(text)
    before = pieces[start - 1].text.lower() if start else ""
    after = pieces[end].text.lower() if end < len(pieces) else ""
    if before in _REPEATING:
        return pieces
    if any(word[:3] in _MONTH_STARTS for word in words if word.rstrip(".").isalpha()):
        return _add_year(pieces, start, end, words, resolved)
    full = _spell(resolved)
    later = pieces[end + 1].text if end + 1 < len(pieces) else ""
    if full is None or words[-1] in {"week", "weekend"} or (after in _PARTS_OF_DAY and later in _POSSESSIVES):
        return pieces
    token = pieces[start].token
    lead = _lead_in(pieces[start], before, len(resolved) == _DAY)
    if after in _POSSESSIVES:  # "Tuesday’s attack"
        lead, end = ([] if before == "the" else ["the"]), end + 1
    elif part := _find_part_of_day(words, after):
        lead, end = [*lead, "the", part, "of"], end + (after == part)
    added = [Piece(word, token, ABSOLUTE) for word in [*lead, *full.split()]]
    return [*pieces[:start], *added, *pieces[end:]]


def _lead_in(first: Piece, before: str, day: bool) -> list[str]:
    """Give the "on" or "in" that "yesterday" and "last year" do without."""
    token = first.token
    beside_noun = token is not None and token.dep_ in {"compound", "nmod"} and token.head.pos_ != "VERB"
    if before in _PREPOSITIONS or (beside_noun and token is not None and token.head.ent_type_ != "DATE"):
        return []
    return ["on" if day else "in"]


def _find_part_of_day(words: list[str], after: str) -> str | None:
    if after in _PARTS_OF_DAY:
        return after
    return "night" if words[-1] in {"tonight", "night"} else None


def _add_year(pieces: list[Piece], start: int, end: int, words: list[str], resolved: str) -> list[Piece]:
    """Put the year behind "2 April" and "April", after a comma behind "April 2"."""
    token = pieces[end - 1].token
    year = [Piece(resolved[:4], token, ABSOLUTE)]
    if words[-1].rstrip("stndrh").isdigit():
        year.insert(0, Piece(",", token, ABSOLUTE))
    if words[0] in {"last", "this", "next"}:
        start += 1
        pieces = [*pieces[: start - 1], *pieces[start:]]
        start, end = start - 1, end - 1
    return [*pieces[:end], *year, *pieces[end:]]


def _spell(resolved: str) -> str | None:
    """Write "2031-03-11" as "11 March 2031", "2031-03" as "March 2031"; None for what is neither."""
    parts = resolved.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return None
    if len(parts) == 1:
        return parts[0]
    month = _MONTHS[int(parts[1]) - 1]
    if len(parts) == 2:
        return f"{month} {parts[0]}"
    day = datetime.date(int(parts[0]), int(parts[1]), int(parts[2])).day
    return f"{day} {month} {parts[0]}"

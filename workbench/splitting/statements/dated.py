"""Make the dates of a statement absolute: "on Tuesday" is "on 11 March 2031" to whoever reads it later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.splitting.lexicon import word_set
from workbench.splitting.records import DateMention
from workbench.splitting.statements.pieces import Piece

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
# "Overnight" says more of the hour than of the day, and a season may lie in two years.
_LEFT = frozenset({"overnight", "spring", "summer", "autumn", "winter"})
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
    later = pieces[end + 1].text if end + 1 < len(pieces) else ""
    if before in _REPEATING or words[-1] in _LEFT or (words[-1] == "ago" and not words[-2].startswith("day")):
        return pieces
    if any(word[:3] in _MONTH_STARTS for word in words if word.rstrip(".").isalpha()):
        return _add_year(pieces, start, end, words, resolved[:4])
    full = _spell(resolved, words)
    if full is None or (words[-1] in _PARTS_OF_DAY and after in _POSSESSIVES) or later in _POSSESSIVES:
        return pieces
    token = pieces[start].token
    lead = _lead_in(pieces[end - 1], before, len(resolved) == _DAY)
    if after in _POSSESSIVES:  # "Tuesday’s attack"
        lead, end = ([] if before == "the" else ["the"]), end + 1
    elif part := _find_part_of_day(words, after):
        lead, end = [*lead, "the", part, "of"], end + (after == part)
    written = full.split()
    if written[0] == "the" and (lead[-1:] or [before]) == ["the"]:  # "over the next week"
        written = written[1:]
    added = [Piece(word, token, ABSOLUTE) for word in [*lead, *written]]
    return [*pieces[:start], *added, *pieces[end:]]


def _lead_in(last: Piece, before: str, day: bool) -> list[str]:
    """Give the "on" or "in" that "yesterday" and "last year" do without."""
    token = last.token
    beside_noun = token is not None and token.dep_ in {"compound", "nmod"} and token.tag_ == "NNP"
    if before in _PREPOSITIONS or (beside_noun and token is not None and token.head.ent_type_ != "DATE"):
        return []
    return ["on" if day else "in"]


def _find_part_of_day(words: list[str], after: str) -> str | None:
    if after in _PARTS_OF_DAY or words[-1] in _PARTS_OF_DAY:
        return after if after in _PARTS_OF_DAY else words[-1]
    return "night" if words[-1] == "tonight" else None


def _add_year(pieces: list[Piece], start: int, end: int, words: list[str], year: str) -> list[Piece]:
    """Put the year behind "2 April" and "April", after a comma behind "April 2"."""
    token = pieces[end - 1].token
    added = [Piece(year, token, ABSOLUTE)]
    if words[-1].rstrip("stndrh").isdigit():
        added.insert(0, Piece(",", token, ABSOLUTE))
    if words[0] not in {"last", "this", "next"}:
        return [*pieces[:end], *added, *pieces[end:]]
    before = pieces[start - 1].text.lower() if start else ""
    lead = [] if before in _PREPOSITIONS else [Piece("in", token, ABSOLUTE)]
    return [*pieces[:start], *lead, *pieces[start + 1 : end], *added, *pieces[end:]]


def _spell(resolved: str, words: list[str]) -> str | None:
    """Write "2031-03-11" as "11 March 2031" and "2031-03" as "March 2031"; of a week give its first day.

    words: those of the article; None where they tell a stretch that has no plain name.
    """
    if "/" in resolved:
        first = _spell(resolved.split("/")[0], [])
        whole = words[0] in {"last", "this", "next"} and words[-1] in {"week", "weekend"}
        return f"the {words[-1]} of {first}" if whole else None
    parts = [int(part) for part in resolved.split("-")]
    if words and words[0] == "the" and "of" in words and len(parts) > 1:
        period = str(parts[0]) if words[-1] == "year" else f"{_MONTHS[parts[1] - 1]} {parts[0]}"
        return f"{' '.join(words[: words.index('of') + 1])} {period}"
    return " ".join(
        [*(str(part) for part in parts[2:]), *(_MONTHS[n - 1] for n in parts[1:2]), str(parts[0])]
    )

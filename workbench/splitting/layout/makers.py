"""Who made the page: its writers, outlet and institute, as they speak of themselves under the report."""
# ruff: noqa: E501 - a pattern is easiest to read on one line

from __future__ import annotations

from collections.abc import Iterable, Sequence

import re2

from workbench.splitting.layout.letterheads import is_issuing
from workbench.splitting.layout.paragraphs import is_ended, is_heading

_ROLE = (
    r"(?:fellow|columnist|correspondent|reporter|editor|professor|lecturer|analyst|researcher|journalist|writer|author|director"
    r"|student|associate|contributor|expert|historian|economist|scholar|producer|photographer)"
)
_DESK = r"(?:correspondent|reporter|columnist|editor|writer|photographer)"
_PERSON = r"(?:\p{Lu}[\p{L}.’'-]*\s){2,4}"
_AUTHOR = re2.compile(
    rf"^(?:(?:The (?:author|writer)s? |About the author: ).*\b{_ROLE}s?\b"
    rf"|(?:The|Our) (?:\S+ ){{0,4}}{_DESK} (?:has |have )?(?:covers?|covered|writes|reports on|is based)\b"
    rf"|({_PERSON})(?:(?:is|was|has been|covers|writes|teaches|edits)\b.*\b{_ROLE}s?\b"
    r".*\b(?:at|for|of|with|in|based)\b|writes (?:about|for) |has covered ))"
)
_OWN_DESK = re2.compile(
    r"^Our (?:\S+ ){0,4}(?i:service|newsroom|bureau|team) (?:is|has|provides|works|covers|reports)\b"
)
_PAPER = r"(?:newsroom|news (?:site|website|organi[sz]ation|agency)|outlet|magazine|publication|newspaper|broadcaster|think tank)"
_BODY = r"(?:institute|organi[sz]ation|cent(?:re|er)|network|project|foundation|association|charity|agency)"
_NAME = r"(?:[Tt]he )?(\p{Lu}[^.,;:!?()]{2,80}?)(?: \([^()]+\))?"
# "Founded in 1998, the Institute for Border Studies is an independent research centre."
_DESCRIBED = re2.compile(
    rf"^(?:Founded in \d{{4}},? )?{_NAME} (?:is|was founded (?:in|as)) (?:an?|the) (?:[\p{{L}}-]+,? ){{0,5}}(?:{_BODY}|{_PAPER})\b"
)
_OWN_ACT = re2.compile(
    r"^ (?:is (?:an?|the|owned|funded|published|based|run)|was (?:founded|established)|has (?:\d|been)|advises|provides|publishes|studies"
    r"|employs|covers|reports|works|reaches|conducts|brings|offers|does not|cannot)\b"
)
_WORKS = re2.compile(
    r"^ (?:is|was|has|covers|writes|heads|teaches|works|reports|served|serves|studies|leads|edits|directs|runs)\b"
)
_BY = re2.compile(r"(?:^By |^BY )?(\p{Lu}[\p{L}.’'-]* (?:\p{Lu}[\p{L}.’'-]* ?){1,2})")
_OUTLET = re2.compile(
    rf"^((?:\p{{Lu}}[\p{{L}}.’'-]*\s){{1,5}})is (?:an? )(?:[\p{{L}}-]+,? ){{0,5}}{_PAPER}\b"
)
_OWNER = re2.compile(r"©\s*(?:\d{4}\s*)?(?:The )?(\p{Lu}[^.|,;·©\d]{2,60}\p{L})")
_LAST_LINES = 4  # of the report's own sentences


def find_makers(written: Sequence[str], marked: dict[int, str], plain: Sequence[int]) -> dict[int, str]:
    """Mark "Pat Example is a fellow at …" at the foot, where the report never spoke of them, and what the
    paper says of itself: its name stands in the page's own lines too.
    """
    found = {}
    head = range(plain[0] if plain else 0)
    page = " ".join(written[index] for index in (*marked, *head)).casefold()
    for index, line in enumerate(written):
        outlet = _OUTLET.match(line) if index not in marked else None
        if outlet is not None and outlet.group(1).strip().casefold().removeprefix("the ") in page:
            found[index] = "notice"
    named = [words for index in head if (words := written[index].removeprefix("The ")) and _is_maker(words)]
    named += _find_owners(written, marked, plain)
    signed = {
        name.strip()
        for index, why in marked.items()
        if why == "byline"
        for name in _BY.findall(written[index])
    }
    long = len(plain) > _LAST_LINES  # of a few sentences the last may be what it is about
    for index in plain[-_LAST_LINES:] if long else plain[-1:]:
        line = written[index].removeprefix("The ")
        apart = index - 1 in marked or is_heading(written[index - 1])
        if _opens(line, signed, _WORKS) or (apart and _OWN_DESK.match(line)):
            found[index] = "author"
        elif long and _opens(line, named, _OWN_ACT):
            found[index] = "notice"
        elif _is_unknown(written, marked, index, apart=long and (apart or index == plain[-1])):
            found[index] = "author"
    return found


def _find_owners(written: Sequence[str], marked: dict[int, str], plain: Sequence[int]) -> list[str]:
    """Give the names beside a © of which the report itself doesn't speak."""
    told = " ".join(written[index] for index in plain[:-_LAST_LINES])
    lines = (written[index] for index, why in marked.items() if why == "copyright")
    names = (name for line in lines for name in _OWNER.findall(line))
    return [name for name in names if _is_maker(name) and name not in told]


def _opens(line: str, names: Iterable[str], acts: re2._Regexp) -> bool:
    """Tell whether a line begins with one of the names and an act of theirs."""
    return any(line.startswith(f"{name} ") and acts.match(line[len(name) :]) for name in names)


def _is_maker(name: str) -> bool:
    """Tell an outlet's or institute's name; an office's own statement speaks of the office."""
    return is_heading(name) and len(name.split()) > 1 and name[0].isupper() and not is_issuing(name)


def _is_unknown(written: Sequence[str], marked: dict[int, str], index: int, *, apart: bool) -> bool:
    """Tell a sentence on a writer or a body of whom the report says nothing."""
    author, body = _AUTHOR.match(written[index]), _DESCRIBED.match(written[index]) if apart else None
    if not is_ended(written[index]) or (author is None and body is None):
        return False
    whole = next((found.group(1) or "" for found in (author, body) if found is not None), "")
    name = whole.split()[-1:] if author is not None else [whole]
    told = (line for n, line in enumerate(written) if n != index and n not in marked and is_ended(line))
    return not name or name[0] not in " ".join(told)

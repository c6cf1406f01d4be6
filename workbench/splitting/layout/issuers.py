"""Who issues an official statement, where its page says so: "Statement by the Ministry of …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import re2

from workbench.splitting import lexicon
from workbench.splitting.attributions.speakers import Speaker
from workbench.splitting.layout.letterheads import find_letterhead, read_key
from workbench.splitting.layout.offices import name_speaker
from workbench.splitting.layout.paragraphs import Part, cut_lines, is_heading
from workbench.splitting.records import Slice

_PAPER = (
    r"(?:joint |official |press |public |opening |closing )*(?:statement|communiqu[eé]|declaration"
    r"|press release|announcement|message|comment|remark|speech|address|briefing|summary|press conference)s?"
)
_MATTER = r"on|regarding|concerning|about|following|after|at|to|with|in (?:response|connection|view|relation)"
_OTHERS = r"(?:(?:, \p{Lu}[^,:;(]*?)*,? and (?:the )?\p{Lu}[^,:;(]*?)"
_TITLE = re2.compile(
    rf"(?i:^\W*(?:[\p{{L}}’'-]+ ){{0,3}}{_PAPER} (?:by|of|from|issued by|attributable to)) (?:[Tt]he )?"
    rf"(\p{{Lu}}[^,:;(]*?{_OTHERS}?)(?:\s(?i:{_MATTER})\s|\s[–—-]\s|[,:;(]|$)"
)
_NAME = r"(?:\p{Lu}[\p{L}’'-]*(?:(?: of| for| on| and| the| in)* \p{Lu}[\p{L}’'-]*)*)"
# What an office does by saying so, in the present: a report would write "condemned".
_PERFORMS = "|".join(
    sorted(
        lexicon.word_set(
            """condemns notes announces informs expresses welcomes urges rejects regrets reiterates reaffirms
            stresses recalls declares deplores thanks confirms denies protests congratulates considers demands
            strongly categorically hereby reports states"""
        )
    )
)
_PHRASES = (
    r"calls (?:on|for|upon)|wishes to|takes note|draws attention"
    r"|is (?:deeply |gravely )?(?:concerned|alarmed|appalled)"
)
_OPENING = re2.compile(rf"^(?:The )?({_NAME})(?: (?:today|hereby|\w+ly))* (?:{_PERFORMS}|{_PHRASES})\b")
_FIRST_PERSON = re2.compile(r"(?i)\b(?:we|i|our|my|us)\b")
_QUOTED = re2.compile(r"[“\"«][^”\"»]*[”\"»]?")
_FEWEST_WE = 2  # paragraphs
_OPENING_PARAGRAPHS = 2


def find_issuer(text: str, parts: Sequence[Part]) -> Speaker | None:
    """Give the office whose own words the whole text is, with the offsets of its name, or None.

    Two things must agree: the title, or the rest of the page, names the office; and the text speaks as it,
    or the page is the office's from its head to its foot.
    """
    prose = [part for part in parts if not is_heading(part.read(text))]
    if not prose:
        return None
    head = cut_lines(text[: prose[0].start])
    foot = _shift(cut_lines(text[prose[-1].end :]), prose[-1].end)
    title = _find_title(text, [*head, *foot])
    opening = _find_opening(text, prose)
    letterhead, signed = find_letterhead(text, head, foot)
    if opening is not None and (
        title is not None or _is_on_page(text[slice(*opening)], text, [*head, *foot])
    ):
        return _name(text, _choose_fuller(text, _choose_fuller(text, opening, letterhead), title))
    if title is not None and _says_we(text, prose):
        return _name(text, title)
    if letterhead is not None and (signed or _says_we(text, prose)):
        return _name(text, letterhead)
    return None


def _choose_fuller(text: str, place: Slice, other: Slice | None) -> Slice:
    """Give the longer of two names of one office."""
    if other is None:
        return place
    key, second = read_key(text[slice(*place)]), read_key(text[slice(*other)])
    return other if key < second else place


def _shift(parts: Sequence[Part], by: int) -> list[Part]:
    return [Part(part.start + by, part.end + by) for part in parts]


def find_titled(text: str, lines: Sequence[Part]) -> Speaker | None:
    """Give the speaker whom a title names: "Briefing by the Foreign Ministry spokesperson"."""
    place = _find_title(text, lines)
    return None if place is None else _name(text, place)


def _find_title(text: str, lines: Sequence[Part]) -> Slice | None:
    for line in lines:
        found = _TITLE.match(line.read(text)[:300])
        if found is not None and _is_office(found.group(1)):
            return line.start + found.start(1), line.start + found.end(1)
    return None


def _find_opening(text: str, prose: Sequence[Part]) -> Slice | None:
    """Give the office that does something by saying so in one of the first paragraphs."""
    for part in prose[:_OPENING_PARAGRAPHS]:
        found = _OPENING.match(part.read(text)[:300])
        if found is not None and _is_office(found.group(1)):
            return part.start + found.start(1), part.start + found.end(1)
    return None


def _is_office(name: str) -> bool:
    words = [part for word in name.lower().split() for part in word.rstrip(",").split("-")]
    return any(word.removesuffix("s") in lexicon.BODIES | lexicon.PERSON_NOUNS for word in words)


def _is_on_page(name: str, text: str, lines: Sequence[Part]) -> bool:
    """Tell whether the page's head or foot names the office, as its own site does."""
    short = name.split(" of the ")[0].casefold()
    return any(short in line.read(text).casefold() for line in lines)


def _says_we(text: str, prose: Sequence[Part]) -> bool:
    own = (part for part in prose if _FIRST_PERSON.search(_QUOTED.sub("", part.read(text))))
    return sum(1 for _ in own) >= _FEWEST_WE


def _name(text: str, place: Slice) -> Speaker:
    return replace(name_speaker(text[slice(*place)], text), start=place[0], end=place[1])

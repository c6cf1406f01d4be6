"""Whom an interview introduces: "We met the head of the Port Office", "…, says the mayor of Vesk"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import re2

from workbench.splitting.attributions.speakers import Speaker
from workbench.splitting.layout.office_names import read_office, read_person
from workbench.splitting.layout.offices import name_speaker
from workbench.splitting.layout.outlets import find_outlet
from workbench.splitting.layout.paragraphs import cut_lines
from workbench.splitting.lexicon import word_set
from workbench.splitting.records import Slice

_ROOM = 2_000  # characters of a line
_WORD = re2.compile(r"\p{L}+")
_MEETS = re2.compile(
    r"(?i)\b(?:(?:interview|conversation|sat down|q ?(?:&|and) ?a|questions and answers) with"
    r"|(?:we|i) (?:met|visited|spoke (?:to|with)|talked (?:to|with))"
    r"|our guest is|joined by) "
)
_TALKS = re2.compile(
    r"(?i)\b(?:interviewed|(?:talk|talks|talking|talked|spoke|speaks|speaking) (?:to|with)"
    r"|questions (?:to|for)|answers from|asked|reached) "
)
_US = r"(?:us|this newspaper|(?:[Tt]he )?\p{Lu}\p{L}+)"
_COMES = re2.compile(
    rf" (?:(?:came|comes) to (?:our|the) (?:studio|newsroom)|joins us|joined us|received {_US}"
    rf"|(?:spoke|talked|speaks) (?:to|with) {_US}|answer(?:s|ed)? (?:our )?questions"
    r"|agreed to (?:talk|speak|meet)|met (?:us|this newspaper))\b"
)
_SAYS = re2.compile(r"[,”\"] (?:says|warns|argues|explains) ")
_PERSONS = frozenset({"she", "he"})
_NAMELESS = word_set("of for at the a an and our its their")


def find_introduced(text: str, start: int) -> Speaker | None:
    """Give the one person or office that the words before the first question (`start`) present, or None.

    Each way of presenting is asked by itself, the plainest first; the first that names anybody must name
    one only.
    """
    lines = [(part.start, part.read(text)[:_ROOM]) for part in cut_lines(text[:start])]
    outlet = find_outlet(text)
    unwanted = frozenset() if outlet is None else _read_key(outlet.name)
    for way in (_find_met, _find_coming, _find_talking, _find_cited, _find_topped):
        named = {place: text[slice(*place)] for base, line in lines for place in _shift(way(line), base)}
        named = {place: name for place, name in named.items() if _read_key(name) != unwanted}
        if named:
            return _choose(named, text, [line for _, line in lines])
    return None


def _choose(named: dict[Slice, str], text: str, lines: Sequence[str]) -> Speaker | None:
    place, name = max(named.items(), key=lambda one: (len(_read_key(one[1])), -one[0][0]))
    if not all(_read_key(other) <= _read_key(name) for other in named.values()):
        return None
    return replace(name_speaker(_find_full(name, lines), text), start=place[0], end=place[1])


def _shift(places: Iterator[Slice], by: int) -> Iterator[Slice]:
    return ((start + by, end + by) for start, end in places)


def _find_met(line: str) -> Iterator[Slice]:
    """ "We met the head of the Port Office", "our guest is Ana Ruz"."""
    for found in _MEETS.finditer(line):
        if place := read_office(line, found.end()) or read_person(line, found.end()):
            yield place


def _find_talking(line: str) -> Iterator[Slice]:
    return _find_after(_TALKS.finditer, line)


def _find_cited(line: str) -> Iterator[Slice]:
    """A standfirst: "A third sail without papers, says the head of the Port Office"."""
    return (place for place in _find_after(_SAYS.finditer, line) if place[1] == len(line.rstrip(" .")))


def _find_coming(line: str) -> Iterator[Slice]:
    """ "The head of the Port Office received us in May", or "Ana Ruz runs it. She received us …"."""
    for found in _COMES.finditer(line):
        opening = _find_opening(line, found.start())
        if line[opening : found.start()].lower() in _PERSONS:
            before = _find_opening(line, max(opening - 2, 0))
            if place := read_office(line, before) or read_person(line, before):
                yield place
        elif (place := read_office(line, opening) or read_person(line, opening)) and place[
            1
        ] == found.start():
            yield place


def _find_opening(line: str, end: int) -> int:
    """Give where the sentence begins that these offsets end in."""
    return line.rfind(". ", 0, end) + 2 if ". " in line[:end] else 0


def _find_topped(line: str) -> Iterator[Slice]:
    """A standfirst: "The head of the Port Office on storms, debts and a stolen crane"."""
    place = read_office(line, 0)
    if place and line[place[1] :].startswith(" on "):
        yield place


def _find_after(find: Callable[[str], Iterator[re2._Match[str]]], line: str) -> Iterator[Slice]:
    return (place for found in find(line) if (place := read_office(line, found.end())))


def _find_full(name: str, lines: Sequence[str]) -> str:
    """Give the fullest form of a name: "head of the Inspectorate" was "of the Maritime Inspectorate"."""
    first = name.split()[0].lower()
    names = [
        line[slice(*place)]
        for line in lines
        for word in _WORD.finditer(line)
        if word.group().lower() == first and (place := read_office(line, word.start()))
    ]
    return max(
        [name, *(other for other in names if _read_key(name) < _read_key(other))],
        key=lambda one: len(_read_key(one)),
    )


def _read_key(name: str) -> frozenset[str]:
    words = name.lower().replace("’s", "").replace("'s", "").replace(",", "").split()
    return frozenset(words) - _NAMELESS

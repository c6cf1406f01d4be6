"""The office whose page it is: its name alone on a line of the head, and again in the foot or beside a ©."""
# ruff: noqa: RUF001 - menus are made of look-alike arrows

from __future__ import annotations

from collections.abc import Iterator, Sequence

import re2

from workbench.splitting.layout.paragraphs import Part
from workbench.splitting.lexicon import word_set
from workbench.splitting.records import Slice

# Bodies that issue statements; an institute or a news agency publishes reports.
_ISSUING = word_set(
    """ministry government army command staff presidency cabinet department embassy mission commission council
    committee secretariat parliament assembly office authority police inspectorate administration bureau
    federation alliance chancellery navy guard consulate delegation tribunal prosecutor president minister"""
)
_PRESS = word_set(
    """news times post herald tribune courier gazette radio broadcasting broadcaster tv television media
    journal weekly daily ledger today review magazine observer standard"""
)
_SMALL = frozenset({"of", "the", "for", "and", "on", "in", "to", "de"})
_MOST_WORDS = 12
_CUT = re2.compile(r"\s*[|¦·•»›]\s*|\s+[/>–—-]\s+|\t+|[ \x{a0}]{2,}|[:,;]\s+")
_MARK = re2.compile(
    r"(?i)^(?:(?:©|copyright|\(c\)|\d{4}|by|the|official (?:web)?site of"
    r"|press (?:service|office|centre) of)\s*)+"
)
_OWNED = re2.compile(r"(?i)©|\bcopyright\b|\(c\)|\bofficial (?:web)?site\b")
_TAIL = re2.compile(
    r"(?:[\s,.]*(?:\d{4}(?:[–-]\d{2,4})?|\([^)]*\)|[Aa]ll rights reserved"
    r"|[Pp]ress (?:[Ss]ervice|[Oo]ffice)))*[\s,.]*$"
)


def find_letterhead(text: str, head: Sequence[Part], foot: Sequence[Part]) -> tuple[Slice | None, bool]:
    """Give the first office named by itself in the page's head, and whether the page's foot says it is the
    owner's: with a ©, for a name among the topics may be anybody's.

    The fuller of the two names is given.
    """
    tops = list(_find_names(text, head))
    if not tops:
        return None, False
    top = tops[0]
    key = read_key(text[slice(*top)])
    owning = [line for line in foot if _OWNED.search(line.read(text))]
    owners = [place for place in _find_names(text, owning) if key <= read_key(text[slice(*place)])]
    same = [place for place in tops if key <= read_key(text[slice(*place)])]
    return max([*same, *owners], key=lambda place: len(read_key(text[slice(*place)]))), bool(owners)


def read_key(name: str) -> frozenset[str]:
    """Give the words that tell one office from another."""
    return frozenset(name.lower().replace("’s", "").replace("'s", "").replace(",", "").split()) - _SMALL


def is_issuing(name: str) -> bool:
    """Tell whether a name is that of a body which speaks for itself."""
    words = set(name.lower().replace(",", "").split())
    return bool(words & _ISSUING) and not words & _PRESS


def _find_names(text: str, lines: Sequence[Part]) -> Iterator[Slice]:
    for line in lines:
        start = line.start
        for cut in [*_CUT.finditer(text[line.start : line.end]), None]:
            end = line.end if cut is None else line.start + cut.start()
            place = _trim(text, start, end)
            if _is_name(text[slice(*place)]):
                yield place
            start = line.end if cut is None else line.start + cut.end()


def _trim(text: str, start: int, end: int) -> Slice:
    words = text[start:end]
    mark, tail = _MARK.match(words), _TAIL.search(words)
    return start + (mark.end() if mark else 0), start + (tail.start() if tail else len(words))


def _is_name(words: str) -> bool:
    parts = words.split()
    written = all(part[0].isupper() or part in _SMALL for part in parts)
    if not parts or parts[0].lower() in _SMALL - {"the"}:  # "In Parliament" is a topic
        return False
    return 1 < len(parts) <= _MOST_WORDS and written and is_issuing(words)

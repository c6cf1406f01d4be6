"""Tell the page's furniture from the report: menus, advertisements, repeated headlines and teasers,
bylines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import re2

from workbench.splitting.furniture_rules import LINES, SHAPES
from workbench.splitting.paragraphs import Part, is_heading
from workbench.splitting.records import Furniture

_LONGEST_RULE_LINE = 400  # characters; a longer line is prose whatever it starts with
_MOST_TEASERS = 40  # each costs one search through the text
_SHORTEST_TEASER = 5  # words

_SKIPPED = r"[^\p{L}\p{N}]*"  # marks around a line's words
_RULES = (
    *((reason, re2.compile(rf"(?i)^{_SKIPPED}(?:{'|'.join(ways)}){_SKIPPED}$")) for reason, ways in LINES),
    *((reason, re2.compile(shape)) for reason, shape in SHAPES),
)
_TRUNCATED = re2.compile(
    r"(?i)\s*(\[\s*(…|\.{2,4})\s*\]|…|\.{3,4}|\(\s*(…|\.{3})\s*\)|\W*read more\W*|\[more\])\s*$"
)
_NOT_WORDS = re2.compile(r"[^\p{L}\p{N}]+")


def find_furniture(text: str, lines: Sequence[Part]) -> tuple[Furniture, ...]:
    """Mark whole lines as furniture, in order and without overlap."""
    plain = [_normalise(line.read(text)) for line in lines]
    teasers = _find_teasers(text, lines, plain)
    repeats = _find_repeats(text, lines, plain)
    found = []
    for index, line in enumerate(lines):
        reason = _match_rule(line.read(text)) or teasers.get(index) or repeats.get(index)
        if reason:
            found.append(Furniture(line.start, line.end, reason))
    return tuple(found)


def _match_rule(line: str) -> str | None:
    if len(line) > _LONGEST_RULE_LINE:
        return None
    return next((reason for reason, pattern in _RULES if pattern.search(line)), None)


def _find_repeats(text: str, lines: Sequence[Part], plain: Sequence[str]) -> dict[int, str]:
    """Mark every copy of a line but one: of a heading the last copy stays, it stands over the body; of
    prose the first.
    """
    times = Counter(plain)
    last = {words: index for index, words in enumerate(plain)}
    first: dict[str, int] = {}
    marked = {}
    for index, words in enumerate(plain):
        first.setdefault(words, index)
        if not words or times[words] == 1:
            continue
        heading = is_heading(lines[index].read(text)) or text[lines[index].start] in "•◦‣▪●*"
        if heading and index != last[words]:
            marked[index] = "repeated headline"
        elif not heading and index != first[words]:
            marked[index] = "repeated text"
    return marked


def _find_teasers(text: str, lines: Sequence[Part], plain: Sequence[str]) -> dict[int, str]:
    """Mark cut-off lines ("… cutting off […]") whose words come again in the text."""
    cut = [index for index, line in enumerate(lines) if _TRUNCATED.search(line.read(text)[-60:])][
        :_MOST_TEASERS
    ]
    marked = {}
    for index in cut:
        words = _normalise(_TRUNCATED.sub("", lines[index].read(text)))
        if len(words.split()) < _SHORTEST_TEASER:
            continue
        others = " ".join(plain[:index]) + " | " + " ".join(plain[index + 1 :])
        # The cut may fall inside a word, so the last one need not match whole.
        if words in others or words.rsplit(" ", 1)[0] in others:
            marked[index] = "repeated teaser"
    return marked


def _normalise(line: str) -> str:
    return str(_NOT_WORDS.sub(" ", line)).strip().casefold()

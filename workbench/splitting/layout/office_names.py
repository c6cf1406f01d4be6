"""Read the name of an office or person from where it begins: "head of the Port Office", "Ana Ruz"."""

from __future__ import annotations

from collections.abc import Sequence

import re2

from workbench.splitting import lexicon
from workbench.splitting.lexicon import word_set
from workbench.splitting.records import Slice

_HEADS = (
    lexicon.BODIES
    | lexicon.PERSON_NOUNS
    | word_set("chair head representative commissioner rapporteur captain colonel major professor founder")
)
_MOST_BEFORE = 4  # words between the article and the office: "the new deputy defence minister"
_ROOM = 200  # characters of a name
_MOST_NAMES = 3
_MOST_LOWER = 3  # "the Assembly’s foreign affairs committee"
# "the director of the Osk district hospital"
_HOUSES = word_set("hospital clinic university college school court prison museum library port airport plant")
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "our"})
_WORD = re2.compile(r"[\p{L}\d][\p{L}\d’'&-]*")
_LINKS = frozenset({"of", "for", "at", "and", "the"})
_NOT_BEFORE = _LINKS | {"or", "in", "on", "to", "from"}


def read_office(line: str, start: int) -> Slice | None:
    """Read "the new head of the Port Office" from `start` on, without the article."""
    words = _read_run(line[start : start + _ROOM])
    if words and words[0].group().lower() in _ARTICLES:
        words = words[1:]
    texts = [word.group() for word in words]
    head = next((n for n, word in enumerate(texts[: _MOST_BEFORE + 1]) if word.lower() in _HEADS), None)
    if head is None or {word.lower() for word in texts[:head]} & (_NOT_BEFORE | _ARTICLES):
        return None
    last = _extend(texts, head)
    return start + words[0].start(), start + words[last].end()


def _read_run(line: str) -> list[re2._Match[str]]:
    """Give the words with nothing but a space between them."""
    run: list[re2._Match[str]] = []
    for word in _WORD.finditer(line):
        if run and line[run[-1].end() : word.start()] != " ":
            break
        run.append(word)
    return run


def _extend(words: Sequence[str], head: int) -> int:
    """Take in "of the Port Office", "of the Assembly’s foreign affairs committee", "of the Osk district
    hospital" and a personal name."""
    last = head
    while last + 1 < len(words) and words[last + 1][0].isupper():
        last += 1
    n = last + 1
    while n < len(words) and words[n] in _LINKS:
        step = n
        while step < len(words) and words[step] in _LINKS:
            step += 1
        if step >= len(words) or not words[step][0].isupper():
            break
        while step < len(words) and words[step][0].isupper():
            step += 1
        last, n = step - 1, step
    owner = words[last].endswith(("’s", "'s"))
    ends = _HEADS if owner else _HOUSES if last > head and words[last - 1] in _LINKS else frozenset()
    after = range(last + 1, min(last + 1 + _MOST_LOWER, len(words)))
    return next((n for n in after if words[n].lower() in ends), last)


def read_person(line: str, start: int) -> Slice | None:
    """Read two or three capitalised words as a name: "Ana Ruz"."""
    end, count = start, 0
    for word in _WORD.finditer(line[start : start + 80]):
        if not word.group()[0].isupper() or line[end : start + word.start()].strip() or count == _MOST_NAMES:
            break
        end, count = start + word.end(), count + 1
    return (start, end) if count > 1 else None

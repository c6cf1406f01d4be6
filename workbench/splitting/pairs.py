"""Quotation marks and brackets that belong together."""
# ruff: noqa: RUF001 - typographic quotation marks are data here

from __future__ import annotations

from collections.abc import Sequence

PAIRS = {"“": "”", "„": "“”", "‘": "’", "«": "»", "(": ")", "[": "]", '"': '"'}
CLOSERS = frozenset("”»)]")


def find_unpaired(words: Sequence[str]) -> set[int]:
    """Give the positions of the marks that have no partner among these words.

    The bracket of "401(k" takes the one after it, so that "401(k)" stays whole.
    """
    waiting: list[int] = []
    partnered: set[int] = set()
    marks = set(PAIRS) | CLOSERS
    glued = 0
    for index, word in enumerate(words):
        opener = next((i for i in reversed(waiting) if word in PAIRS[words[i]]), None)
        if opener is not None:
            partnered |= {opener, index}
            waiting = [i for i in waiting if i < opener]
        elif word in PAIRS:
            waiting.append(index)
        elif _is_open(word):
            glued += 1
        elif word == ")" and glued:
            glued -= 1
            partnered.add(index)
    return {index for index, word in enumerate(words) if word in marks} - partnered


def _is_open(word: str) -> bool:
    return len(word) > 1 and word.count("(") > word.count(")")

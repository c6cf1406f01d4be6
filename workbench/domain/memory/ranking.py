"""Okapi BM25 over the claims that share a telling word: rare words weigh more, long claims a little less."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from workbench.domain.memory.words import HEAD, Word, find_stem, split_words

# How soon a repeated word stops to count, and how much a claim's length does: measured, see docs/decisions.
_REPEATS = 1.2
_LENGTH = 0.75


@dataclass(frozen=True, slots=True)
class Ranked:
    """A claim by its number, and how near its words are: 1 would hold each wanted word once."""

    number: int
    score: float


def weigh_words(counts: Mapping[Word, int], claims: int) -> dict[Word, float]:
    """What each word tells, by how many of the claims hold it."""
    return {
        word: math.log(1 + (max(claims, count) - count + 0.5) / (count + 0.5))
        for word, count in counts.items()
    }


def choose_rarest(counts: Mapping[Word, int], most: int) -> list[Word]:
    """The rarest words whose claims together are at most about `most`: one of them at least, if there is
    any. Words that no claim holds are left out."""
    chosen: list[Word] = []
    read = 0
    for word, count in sorted(counts.items(), key=lambda pair: (pair[1], pair[0].stem)):
        if not count or (chosen and read + count > most):
            continue
        chosen.append(word)
        read += count
    return chosen


def rank(weights: Mapping[Word, float], texts: Sequence[tuple[int, str]]) -> list[Ranked]:
    """Claims by how near their words are to the weighted ones, the nearest first; of equals the older, which
    the newer may be a repetition of."""
    by_stem = {word.stem: weight for word, weight in weights.items()}
    heads = {start for word in weights for start in (word.stem[:HEAD], word.written[:HEAD])}
    read = [(number, split_words(text)) for number, text in texts]
    usual = fmean(len(words) for _, words in read) if read else 1.0
    whole = sum(weights.values()) or 1.0
    found = [
        Ranked(number, _score(_count(words, heads), by_stem, len(words) / usual) / whole)
        for number, words in read
    ]
    return sorted(found, key=lambda one: (-one.score, one.number))


def _count(words: Iterable[str], heads: set[str]) -> Counter[str]:
    # Only what can be a form of a wanted word is stemmed: stemming is the dearest step by far.
    return Counter(find_stem(word) for word in words if word[:HEAD] in heads)


def _score(counts: Counter[str], weights: Mapping[str, float], length: float) -> float:
    damping = _REPEATS * (1 - _LENGTH + _LENGTH * length)
    return sum(
        weights[stem] * count * (_REPEATS + 1) / (count + damping)
        for stem, count in counts.items()
        if stem in weights
    )

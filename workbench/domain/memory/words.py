"""A text as the words that claim memory compares: folded, without the commonest ones, by their stems."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import re2
import snowballstemmer

# A stemmer by the script of a word: a claim is too short to tell its language from another's.
_STEMMERS = {
    "ARABIC": "arabic",
    "ARMENIAN": "armenian",
    "CYRILLIC": "russian",
    "DEVANAGARI": "hindi",
    "GREEK": "greek",
    "LATIN": "english",
    "TAMIL": "tamil",
}
# Words of every second text, and what an apostrophe leaves ("it's", "don't"). What denies is read elsewhere:
# splitting/findings/plain.py.
_COMMON = """a an the of to in on at for from by with as is are was were be been being am and or but if
then that this these those it its he she his her they them their we our us you your i my me not no do
does did has have had will would can could should may might must there here what which who whom whose
when where why how so than too very just about into over after before up down out off again more most
other some such only own same s t re ve ll d m"""
STOP_WORDS = frozenset(_COMMON.split())
_SHORTEST_STEM = 4  # a shorter beginning stands before too many other words
HEAD = 3  # letters that no stemmer changes
_HASHTAG = re2.compile(r"[#@](\w+)")
_HUMP = re2.compile(r"\p{Lu}?\p{Ll}+|\p{Lu}+|\d+")
_ADDRESS = re2.compile(r"https?://\S+|www\.\S+|pic\.twitter\S+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its stem, and the written beginning by which the search index finds its forms.

    `whole`: nothing but this very word will do, for figures and short words.
    """

    stem: str
    written: str
    whole: bool


def split_words(text: str) -> list[str]:
    """Every word and number of a text, folded."""
    return text.translate(_LETTERS).split()


def read_words(text: str) -> list[Word]:
    """The telling words of a text, each stem once, in their order. Addresses tell nothing; the words that
    a hashtag runs together do."""
    plain = _ADDRESS.sub(" ", text)
    apart = _HASHTAG.sub(lambda match: " ".join(_HUMP.findall(match.group(1))), plain)
    found: dict[str, Word] = {}
    for word in split_words(apart):
        if word not in STOP_WORDS:
            stem = find_stem(word)
            found.setdefault(stem, _make_word(word, stem))
    return list(found.values())


@lru_cache(100_000)
def find_stem(word: str) -> str:
    """The stem of a folded word; a word of another script, or a number, is its own."""
    stemmer = _load_stemmer(unicodedata.name(word[0], "").split(" ", 1)[0])
    return str(stemmer.stemWord(word)) if stemmer is not None else word


@cache
def _load_stemmer(script: str) -> Any:
    return snowballstemmer.stemmer(_STEMMERS[script]) if script in _STEMMERS else None


def _make_word(word: str, stem: str) -> Word:
    beginning = word[: sum(1 for _ in _common_letters(word, stem))]
    whole = word.isdigit() or len(beginning) < _SHORTEST_STEM
    return Word(stem, word if whole else beginning, whole)


def _common_letters(one: str, other: str) -> Iterator[str]:
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            return
        yield mine


class _Letters(dict[int, str | None]):
    """What each character becomes: a small letter without accent, a blank between words. Filled as asked."""

    def __missing__(self, code: int) -> str | None:
        self[code] = _fold(chr(code))
        return self[code]


def _fold(sign: str) -> str | None:
    if "\u0300" <= sign <= "\u036f":
        return None  # an accent behind its letter
    if unicodedata.category(sign)[0] not in "LNM":
        return " "
    plain = unicodedata.normalize("NFKD", sign)[0]
    return plain.lower() if plain.isascii() and plain.isalnum() else sign.lower()


_LETTERS = _Letters()

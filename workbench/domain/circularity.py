"""When evidence would only be the checked article again: it cannot support what it claims itself.

Four ways, from sure to careful: the article's own address or that of a copy; its own file; a captured
page that is hardly more than words of the article; and an excerpt that stands in the article word for word,
outside of quotation marks, where nothing shows that its page had the words first (docs/decisions/022). What
such evidence draws along stands in echoes.py.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import re2

FEWEST_WORDS = 8  # fewer agree by chance: "30 km from the border"
FEWEST_IDEOGRAPHS = 16  # where no spaces part words
SHORTEST_PAGE = 50  # words; of a shorter captured page nothing is said
SHINGLE = 5  # words in a row
MOSTLY = 0.8  # of a captured page's shingles

_WORD = re2.compile(r"[\pL\pN\pM]+")
_IDEOGRAPH = re2.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]")
_CUT = re2.compile(r"…|\.\.\.|\[[^\]]{0,40}\]")
_QUOTED = re2.compile(r'“[^“”\n]+[“”]|„[^„“”\n]+[“”]|«[^«»\n]+»|「[^「」\n]+」|"[^"\n]+"')


@dataclass(frozen=True, slots=True)
class CheckedArticle:
    """An article that makes the claim: its reference, the folded addresses of it and of its copies, the texts
    of its versions, and when it was published. `files` are marks of what it came in as, and of what visits
    to it kept."""

    reference: str
    addresses: frozenset[str]
    texts: tuple[str, ...]
    published_on: date | None
    files: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Offered:
    """Evidence as it is offered. `addresses` are folded: its own, and where visits to it came out; `page` is
    the readable text of its captured page, if there is one; `own_words`: its source is a claimant of the
    claim, whose words the article repeats; `files` are marks of its file and of what was captured."""

    addresses: frozenset[str]
    excerpt: str
    published_on: date | None
    own_words: bool = False
    page: str = ""
    files: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Circle:
    """Why the evidence cannot support the claim, and the field of the form that says so. `whole`: all of its
    page or file is the article again, not only the words that it quotes."""

    reason: str
    field: str
    whole: bool = True


def find_circle(offered: Offered, articles: Sequence[CheckedArticle]) -> Circle | None:
    """What makes this evidence the checked article again; None for evidence of its own."""
    for article in articles:
        if offered.addresses & article.addresses:
            return Circle(_SAME_PAGE.format(article=article.reference), "url")
        if offered.files & article.files:
            return Circle(_SAME_FILE.format(article=article.reference), "file")
    for article in articles:
        if offered.page and any(_repeats(offered.page, text) for text in article.texts):
            return Circle(_SAME_WORDS.format(article=article.reference), "url")
    for article in articles:
        if not offered.own_words and not _is_older(offered, article) and _quotes(offered.excerpt, article):
            return Circle(_ONLY_QUOTES.format(article=article.reference), "excerpt", whole=False)
    return None


_SAME_PAGE = (
    "This is the checked article itself ({article}) or a copy of it: it cannot support its own claim. "
    "It can stand as context."
)
_SAME_FILE = (
    "This file is the checked article itself ({article}): it cannot support its own claim. It can stand as "
    "context."
)
_SAME_WORDS = (
    "The captured page says hardly more than the checked article ({article}): it cannot support its own "
    "claim. It can stand as context."
)
_ONLY_QUOTES = (
    "These words stand in the checked article ({article}), and nothing shows that this page had them first: "
    "a page that only quotes the article cannot support its claim. It can stand as context. Or give the day "
    "it was published, if that is before the article’s, or other words of it."
)


def _is_older(offered: Offered, article: CheckedArticle) -> bool:
    return bool(offered.published_on and article.published_on and offered.published_on < article.published_on)


def _quotes(excerpt: str, article: CheckedArticle) -> bool:
    """Whether the excerpt, part by part, stands in a text of the article as the article's own words."""
    texts = [text for text in article.texts if _may_quote(excerpt, text)]
    if not texts:
        return False
    parts = [_read_words(part) for part in _CUT.split(excerpt)]
    parts = [part for part in parts if part]
    return _is_long(parts, excerpt) and any(all(_stands_in(part, text) for part in parts) for text in texts)


def _may_quote(excerpt: str, text: str) -> bool:
    """A quick look before the thorough one: a table of claims asks of many articles. Whatever stands between
    two spaces and has no other signs is a word; long ones are rarer."""
    folded = _fold(text)
    words = {word for part in _CUT.split(excerpt) for word in _fold(part).split() if word.isalnum()}
    return all(word in folded for word in sorted(words, key=len, reverse=True))


def _is_long(parts: Sequence[tuple[str, ...]], excerpt: str) -> bool:
    return sum(map(len, parts)) >= FEWEST_WORDS or len(_IDEOGRAPH.findall(excerpt)) >= FEWEST_IDEOGRAPHS


def _stands_in(words: tuple[str, ...], text: str) -> bool:
    """Whether these words stand in the text somewhere outside of quotation marks."""
    return any(not _is_quoted(text, *place) for place in _find_places(words, text))


def _find_places(words: tuple[str, ...], text: str) -> Iterator[tuple[int, int]]:
    spans = _read_spans(text)
    line, starts = _join_words(text)
    wanted = " " + " ".join(words) + " "
    at = line.find(wanted)
    while at >= 0:
        first = starts[at]
        yield spans[first][0], spans[first + len(words) - 1][1]
        at = line.find(wanted, at + 1)


def _is_quoted(text: str, start: int, end: int) -> bool:
    return any(found.start() < start and end < found.end() for found in _QUOTED.finditer(text))


@lru_cache(maxsize=256)  # a captured page and a text never change, and a table of claims asks for many
def _repeats(page: str, text: str) -> bool:
    """Whether hardly anything on the page is not in the text."""
    words = _read_words(page)
    if len(words) < SHORTEST_PAGE:
        return False
    there = _cut_shingles(_read_words(text))
    here = _cut_shingles(words)
    return len(here & there) >= MOSTLY * len(here)


def _cut_shingles(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    return {words[at : at + SHINGLE] for at in range(len(words) - SHINGLE + 1)}


@lru_cache(maxsize=8)
def _fold(text: str) -> str:
    return text.casefold()


# A claim's page asks of the same article for every piece of its evidence.
@lru_cache(maxsize=16)
def _read_words(text: str) -> tuple[str, ...]:
    return tuple(text[start:end].casefold() for start, end in _read_spans(text))


@lru_cache(maxsize=16)
def _read_spans(text: str) -> tuple[tuple[int, int], ...]:
    return tuple((found.start(), found.end()) for found in _WORD.finditer(text))


@lru_cache(maxsize=8)
def _join_words(text: str) -> tuple[str, dict[int, int]]:
    """The words with one space around each, and which word begins at each of these spaces."""
    starts, at, words = {}, 0, _read_words(text)
    for number, word in enumerate(words):
        starts[at] = number
        at += len(word) + 1
    return " " + " ".join(words) + " ", starts

"""Find places in a parsed paragraph: known ones, those the article introduces, and what widens a name."""

from __future__ import annotations

from workbench.splitting import lexicon
from workbench.splitting.findings.gazetteer import LONGEST_NAME, read_peoples, read_places
from workbench.splitting.findings.learnt_places import NOT_PLACES
from workbench.splitting.findings.place_signs import TELLING, WIDENING, is_meant
from workbench.splitting.findings.titled import Found
from workbench.splitting.parsing.parsed import Paragraph, Word

PLACE = "place"

_LONGEST_RUN = 8  # words in capitals before "district"
_FACILITIES = lexicon.word_set(
    """Airport Airbase Airfield Bridge Dam Plant Port Square Street Avenue Boulevard Hospital Prison
    Stadium Peninsula Cathedral Monastery Lavra Palace"""
)
_BEFORE = lexicon.word_set("Lake River Mount Cape Strait Gulf Bay Sea Isle Port Fort Camp")
_COMPASS = lexicon.word_set(
    """northern southern eastern western central northeastern northwestern southeastern southwestern
    north-eastern north-western south-eastern south-western mainland upper lower"""
)
_CORNERS = frozenset({"North", "South", "East", "West"})


def find_places(doc: Paragraph, learnt: frozenset[str]) -> list[Found]:
    """Give known and learnt places in order, widened by the words that belong to them."""
    found: list[Found] = []
    starts = frozenset(name.replace("-", " ").split()[0] for name in learnt)
    words = [word.text for word in doc]
    first = 0
    while first < len(doc):
        length = _measure_name(doc, first, learnt) if _may_start(words[first], starts) else 0
        if length:
            found.append(_widen(doc, first, first + length))
            first = found[-1][1]
        else:
            first += 1
    return found


def find_told_places(doc: Paragraph) -> list[Found]:
    """Give unknown names that the word behind them shows to be places: "Glushkovsky district"."""
    found: list[Found] = []
    for token in doc:
        kind = token.lower_ in TELLING or token.text in _FACILITIES
        if not kind or token.i == 0:
            continue
        first = token.i
        while first > 0 and token.i - first < _LONGEST_RUN and _belongs(doc[first - 1]):
            first -= 1
        if first == token.i and token.text in _FACILITIES and token.nbor(-1).text in read_peoples():
            first -= 1  # "the Crimean Bridge"
        if first < token.i and doc[first : token.i].text.lower() not in _COMPASS:
            found.append(_widen(doc, first, token.i + 1))
    return found


def _belongs(word: Word) -> bool:
    """Tell whether a word can be a part of a place's name in front of "district"."""
    if not word.text[:1].isupper() or word.text in NOT_PLACES or word.text in read_peoples():
        return word.text == "-" and word.i > 0 and word.nbor(-1).text[:1].isupper() and not word.whitespace_
    if word.lower_ in _COMPASS or word.like_num or word.is_stop:
        return False
    return not word.is_sent_start or word.pos_ == "PROPN"


def _may_start(word: str, starts: frozenset[str]) -> bool:
    return word[:1].isupper() and (word in starts or read_places().starts_name(word))


def _measure_name(doc: Paragraph, first: int, learnt: frozenset[str]) -> int:
    """Give how many words of a known place begin here; 0 when none does."""
    known = read_places()
    for length in range(min(LONGEST_NAME, len(doc) - first), 0, -1):
        last = doc[first + length - 1]
        if not last.text[:1].isupper() or not last.text.replace("’", "").replace(".", "").isalpha():
            continue
        name = doc[first : first + length].text
        if (name in known or name in learnt) and is_meant(doc, first, first + length, name in learnt):
            return length
    return 0


def _widen(doc: Paragraph, first: int, last: int) -> Found:
    """Take in "region" behind a name, "Lake" and "the Sea of" or "eastern" before it."""
    if last < len(doc) and doc[last].lower_ in WIDENING and not doc[last - 1].is_punct:
        last += 1
    elif last < len(doc) and doc[last].text[:1].isupper():
        end = last
        while end < len(doc) and doc[end].text[:1].isupper() and doc[end].is_alpha and end - last < 3:
            end += 1
            if doc[end - 1].text in _FACILITIES:
                last = end
                break
    if (
        first > 1
        and doc[first - 1].lower_ == "of"
        and doc[first - 2].text in _BEFORE | {"Republic", "Kingdom"}
    ):
        first -= 2
    elif first > 0 and doc[first - 1].text in _BEFORE and not doc[first - 1].is_sent_start:
        first -= 1
    if first > 0 and (doc[first - 1].lower_ in _COMPASS or doc[first - 1].text in _CORNERS):
        first -= 1
        if first > 1 and doc[first - 1].text == "-" and doc[first - 2].lower_ in {"north", "south"}:
            first -= 2
    return first, last, PLACE

"""Descriptions set off beside a noun: ", the country's largest," and ", hit by a stray bullet,"."""

from __future__ import annotations

from workbench.splitting.lexicon import word_set
from workbench.splitting.loose import Loose, is_set_off
from workbench.splitting.parsed import Word
from workbench.splitting.tree import indices

_RANKS = word_set(
    """first second third fourth fifth sixth seventh eighth ninth tenth last only latest sole most half"""
)
_SUPERLATIVES = frozenset({"JJS", "RBS"})
_CLOSERS = frozenset({",", ".", ";", "–", "—", "-", ")", ":", '"', "”", "’"})
_FEWEST = 2  # words of an apposition that says something
_PREPOSITIONS = word_set("including following regarding concerning according based called named dubbed")
_DOUBTED = word_set("verify confirm corroborate substantiate")  # "not yet confirmed" hedges, it tells no fact


def read_apposition(thing: Word) -> Loose | None:
    """Read a description with a figure, a rank or an event as a claim about the noun before it."""
    noun = thing.head
    if not is_set_off(thing.left_edge) or thing.i < noun.i or noun.pos_ not in {"NOUN", "PROPN", "NUM"}:
        return None
    if len(indices(thing)) < _FEWEST or not _is_closed(thing) or not _tells_something(thing):
        return None
    return Loose(thing, noun, form="apposition", background=True)


def read_set_off_participle(verb: Word) -> Loose | None:
    noun = verb.head
    if verb.tag_ not in {"VBN", "VBG"} or verb.lower_ in _PREPOSITIONS or noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    if (
        verb.lemma_ in _DOUBTED
        or not is_set_off(verb.left_edge)
        or not _is_closed(verb)
        or len(indices(verb)) < _FEWEST
    ):
        return None
    return Loose(verb, noun, form="participle", background=True)


def _is_closed(word: Word) -> bool:
    end = word.reach[-1] + 1
    return end >= len(word.doc) or word.doc[end].text in _CLOSERS or word.doc[word.reach[-1]].is_punct


def _tells_something(thing: Word) -> bool:
    if thing.pos_ == "PROPN":
        return False
    words = list(thing.subtree)
    return any(
        word.tag_ in _SUPERLATIVES
        or word.lower_ in _RANKS
        or (word.like_num and word.ent_type_ != "DATE")
        or (word.dep_ == "acl" and word.tag_ in {"VBN", "VBG"})
        for word in words
    )

"""Mend what the parser gets wrong about nouns: which one "which" means, and which describes another."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from workbench.splitting.clauses.appositions import find_noun_before
from workbench.splitting.lexicon import word_set
from workbench.splitting.parsing.grafting import attach
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import child_with, children_with, is_plural, own_subject

_SHARES = word_set(
    "none most many several all some both half few two three four five six seven eight nine ten"
)
_JOINED = frozenset({"advcl", "conj", "ccomp", "parataxis"})
_FARTHEST_PLURAL = 30  # words between a noun and what is said of it
_TIMES = word_set("hour day week month year decade spring summer autumn winter morning evening night")
_WAYS = word_set("through in on at across along over into onto from")


def _describe_noun(verb: Word) -> bool:
    """Read ", which explains it" and ", through which grain is shipped" as said of the noun before them."""
    first = verb.left_edge
    opening = verb.doc.words[first.i : min(first.i + 3, verb.i)]
    if verb.dep_ not in _JOINED or verb.i < verb.head.i or not first.i or verb.doc[first.i - 1].text != ",":
        return False
    asked = {"WDT", "WP$"} if verb.dep_ == "advcl" else {"WDT"}
    whom = any(word.lower_ == "whom" for word in opening)  # "of whom half were …"
    if not (whom or any(word.tag_ in asked for word in opening)):
        return False
    things = [word for word in children_with(verb.head, "dobj", "attr") if word.i < first.i]
    noun = find_noun_before(first) or (things[-1] if things else None)
    return noun is not None and attach(verb, noun, "relcl")


def _describe_time(verb: Word) -> bool:
    """In "it fell in the first weeks, when units were retreating" the weeks are meant."""
    first = verb.left_edge
    if verb.dep_ != "advcl" or first.lower_ != "when" or first.i < 2 or verb.doc[first.i - 1].text != ",":
        return False
    noun = find_noun_before(first)
    named = noun is not None and noun.lemma_.lower() in _TIMES and noun.dep_ == "pobj"
    return named and noun is not None and verb.i > verb.head.i and attach(verb, noun, "relcl")


def _find_plural(verb: Word) -> bool:
    """In "eight raids were counted, said the office, none of which was fatal" the raids are meant."""
    pronoun = next((word for word in verb.subtree if word.tag_ == "WDT"), None)
    noun = verb.head
    if verb.dep_ != "relcl" or pronoun is None or pronoun.head.lower_ != "of" or is_plural(noun):
        return False
    if pronoun.head.head.lower_ not in _SHARES:
        return False
    before = noun.doc.words[max(0, noun.i - _FARTHEST_PLURAL) : noun.i]
    plural = next(
        (word for word in reversed(before) if word.tag_ == "NNS" and _is_sentence_mate(word, verb)), None
    )
    return plural is not None and attach(verb, plural, "relcl")


def _is_sentence_mate(word: Word, other: Word) -> bool:
    return _find_root(word) is _find_root(other)


def _find_root(word: Word) -> Word:
    return next((above for above in word.ancestors if above.head is above), word)


def _find_place(verb: Word) -> bool:
    """In "accused it of laying mines in the strait, through which …" the strait is meant."""
    noun, first = verb.head, verb.left_edge
    pronoun = next((word for word in verb.doc.words[first.i : first.i + 2] if word.tag_ == "WDT"), None)
    if verb.dep_ != "relcl" or pronoun is None or pronoun.head.lower_ not in _WAYS or first.i < 2:
        return False
    if not any(word.pos_ == "VERB" for word in verb.doc.words[noun.i : first.i]):
        return False
    nearest = verb.doc[first.i - 2]
    while (
        nearest.dep_ == "pobj" and nearest.head.lower_ == "of" and nearest.head.head.pos_ in {"NOUN", "PROPN"}
    ):
        nearest = nearest.head.head
    return nearest.pos_ in {"NOUN", "PROPN"} and attach(verb, nearest, "relcl")


def _continue_relative(verb: Word) -> bool:
    """In "a firm that was founded in May, has no works and …" the firm has none: a finite verb without a
    subject says nothing about when or why.
    """
    first = verb.reach[0]
    alone = own_subject(verb) is None and child_with(verb, "mark", "aux") is None
    if verb.dep_ != "advcl" or verb.tag_ not in {"VBZ", "VBP", "VBD"} or not alone or verb.i < verb.head.i:
        return False
    if first < 2 or verb.doc[first - 1].text != "," or verb.doc[first].tag_ in {"WRB", "WDT", "WP"}:
        return False
    before = [verb.doc[first - 2], *verb.doc[first - 2].ancestors]
    clause = next((word for word in before if word.dep_ == "relcl"), None)
    if clause is None or clause.reach[-1] < first - 2:
        return False
    subject = own_subject(clause)
    return subject is not None and subject.tag_ in {"WDT", "WP"} and attach(verb, clause, "conj")


def _split_double_subject(verb: Word) -> bool:
    """In "in Corrast, the capital, parliament is due" the capital describes Corrast."""
    changed = False
    for first, second in pairwise(children_with(verb, "nsubj", "nsubjpass")):
        doc, start, end = verb.doc, first.reach[0], first.reach[-1] + 1
        if start < 2 or second.i > verb.i or end >= len(doc):
            continue
        described = doc[start - 2]
        if doc[start - 1].text == "," and doc[end].text == "," and described.pos_ in {"PROPN", "NOUN"}:
            changed |= attach(first, described, "appos")
    return changed


def _describe_in_brackets(verb: Word) -> bool:
    """Read "(born in 1924)" as said of the noun before the bracket."""
    first = verb.left_edge.i if verb.left_edge.text == "(" else verb.left_edge.i - 1
    if verb.dep_ != "parataxis" or verb.tag_ != "VBN" or own_subject(verb) is not None or first < 1:
        return False
    noun = verb.doc[first - 1]
    return verb.doc[first].text == "(" and noun.pos_ in {"NOUN", "PROPN"} and attach(verb, noun, "acl")


def _join_predicates(verb: Word) -> bool:
    """In "it is a port, garrison and prison" the parser takes the second for a description of the first."""
    changed = False
    for predicate in children_with(verb, "attr"):
        for thing in children_with(predicate, "appos"):
            listed = children_with(thing, "cc") and children_with(thing, "conj")
            bare = not children_with(thing, "det", "poss") and thing.pos_ == predicate.pos_
            changed |= bool(listed and bare) and attach(thing, predicate, "conj")
    return changed


def describe_nearest(thing: Word) -> bool:
    """In "officials of the Covenant, an alliance that …" one thing describes one, not the officials."""
    noun, nearest = thing.head, find_noun_before(thing.left_edge)
    if nearest is None or nearest is noun or nearest.i < noun.i or thing.i < nearest.i:
        return False
    one = thing.tag_ == "NN" and nearest.pos_ == "PROPN" and not is_plural(nearest)
    return one and is_plural(noun) and noun.tag_ == "NNS" and attach(thing, nearest, "appos")


NOUN_RULES: tuple[Callable[[Word], bool], ...] = (
    _describe_noun,
    _describe_time,
    _continue_relative,
    _split_double_subject,
    _find_plural,
    _find_place,
    _describe_in_brackets,
    _join_predicates,
)

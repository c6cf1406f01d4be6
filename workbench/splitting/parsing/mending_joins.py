"""Mend what the parser gets wrong about second verbs: what they are joined to, and whose they are.

A verb is moved only where its number, its helper or its form says that it can't belong where it hangs.
"""

from __future__ import annotations

from collections.abc import Callable

from workbench.splitting.parsing.grafting import attach, attach_all
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import (
    auxiliaries,
    children_with,
    is_finite,
    is_plural,
    is_predicate,
    own_subject,
)

_INNER = frozenset({"relcl", "advcl"})
_ONE = frozenset({"VBZ"})
_MANY = frozenset({"VBP"})
_SETTINGS = ("prep", "npadvmod", "advcl")
_NAMING = frozenset({"NOUN", "PROPN", "NUM", "PRON"})


def _raise_second_verb(verb: Word) -> bool:
    """In "X is one of the states that founded it and is still part of it" X is part of it."""
    first = verb.head
    if (
        verb.dep_ != "conj"
        or own_subject(verb) is not None
        or first.dep_ not in _INNER
        or not is_finite(verb)
    ):
        return False
    near = first.head if first.dep_ == "relcl" else own_subject(first)
    main = next((word for word in first.ancestors if is_predicate(word) and own_subject(word)), None)
    far = own_subject(main) if main is not None else None
    if main is None or near is None or far is None or far.i > verb.i or not is_finite(main):
        return False
    if not (_disagrees(verb, near, far) or _has_helper_of(verb, main, first)):
        return False
    for joiner in [word for word in children_with(first, "cc") if first.i < word.i < verb.i]:
        attach(joiner, main, "cc")
    return attach(verb, main, "conj")


def _disagrees(verb: Word, near: Word, far: Word) -> bool:
    tag = (auxiliaries(verb) or [verb])[0].tag_
    if near.pos_ not in _NAMING or is_plural(near) == is_plural(far):
        return False
    return (tag in _ONE and is_plural(near)) or (tag in _MANY and is_plural(far))


def _has_helper_of(verb: Word, main: Word, first: Word) -> bool:
    """In "they have been members since the two merged and have won it twice" both have "have"."""
    helper = next(iter(auxiliaries(verb)), None)
    like = [word for word in auxiliaries(main) if helper is not None and word.lower_ == helper.lower_]
    return bool(like) and first.dep_ == "advcl" and not auxiliaries(first)


def _free_participle(verb: Word) -> bool:
    """In "it came to shell the port, killing six" nothing joins killing to shelling."""
    first = verb.head
    if verb.dep_ != "conj" or verb.tag_ != "VBG" or first.tag_ == "VBG" or auxiliaries(verb):
        return False
    start = verb.reach[0]
    joined = any(first.i < word.i < start for word in children_with(first, "cc"))
    if joined or not start or verb.doc[start - 1].text != ",":
        return False
    main = next((word for word in (first, *first.ancestors) if is_predicate(word) and is_finite(word)), None)
    return main is not None and attach(verb, main, "advcl")


def _join_gapped(verb: Word) -> bool:
    """In "one man was killed and 11 injured" the eleven were injured, not killed."""
    counted = verb.head
    first = counted.head
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or counted.dep_ != "conj" or counted.pos_ != "NUM":
        return False
    passive = first.tag_ == "VBN" and any(word.dep_ == "auxpass" for word in first.children)
    if not passive or verb.i != counted.i + 1 or any(word.dep_ == "agent" for word in verb.children):
        return False
    return attach(verb, first, "conj") and attach(counted, verb, "nsubjpass")


def _share_what_follows(verb: Word) -> bool:
    """In "six were killed and 11 wounded on Monday" both were on Monday: the second verb has no helper of its
    own, and so nothing else of its own either.
    """
    first, subject = verb.head, own_subject(verb)
    gapped = verb.dep_ == "conj" and verb.tag_ == "VBN" and verb.lemma_ != "be" and not auxiliaries(verb)
    if not gapped or subject is None or not any(word.dep_ == "auxpass" for word in first.children):
        return False
    if subject.pos_ != "NUM" and not children_with(subject, "nummod"):
        return False  # "the bridge was hit and the mayor fled on Monday"
    behind = any(first.i < word.i < verb.reach[0] and word.dep_ in _SETTINGS for word in first.children)
    after = [word for word in children_with(verb, *_SETTINGS) if word.i > verb.i]
    return not behind and attach_all(after, first)


JOIN_RULES: tuple[Callable[[Word], bool], ...] = (
    _raise_second_verb,
    _free_participle,
    _join_gapped,
    _share_what_follows,
)

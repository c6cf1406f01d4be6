"""Sentences that only announce another view: "The staff sees it differently", "Not everyone agrees"."""

from __future__ import annotations

from workbench.splitting.lexicon import word_set
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import child_with, children_with

_MOST = 8  # words; a longer sentence tells something
_OTHERWISE = word_set("differently otherwise similarly likewise alike")
_VIEWS = word_set("see view read tell put think feel remember")
_ANOTHER = word_set("another different other altogether")
_TOPICS = word_set("matter story question issue problem thing")
_EVERYBODY = word_set("everyone everybody all")
_AGREE = word_set("agree accept share convince persuade buy impress")
# How somebody puts it who is quoted next: "A commander was blunter".
_MANNERS = word_set(
    """blunt cautious direct polite guarded optimistic pessimistic sceptical skeptical diplomatic upbeat frank
    specific categorical circumspect outspoken"""
)


def announces_view(head: Word, subject: Word) -> bool:
    """Tell whether a whole sentence says nothing but that something else follows."""
    words = [word for word in head.subtree if not (word.is_punct or word.is_space)]
    if head.head is not head or len(words) > _MOST or any(word.like_num for word in words):
        return False
    by_verb = any(rule(head) for rule in (_sees_otherwise, _is_another_matter, _is_blunter))
    return by_verb or _leads_on(head, subject) or _is_not_shared(head, subject)


def _sees_otherwise(head: Word) -> bool:
    thing = child_with(head, "dobj")
    bare = thing is not None and thing.lower_ in {"it", "this", "that", "things", "matters"}
    return head.lemma_ in _VIEWS and bare and any(word.lower_ in _OTHERWISE for word in head.children)


def _is_another_matter(head: Word) -> bool:
    what = child_with(head, "attr")
    if head.lemma_ != "be" or what is None or what.lemma_ not in _TOPICS:
        return False
    return any(word.lower_ in _ANOTHER for word in what.subtree)


def _leads_on(head: Word, subject: Word) -> bool:
    """Read "Then there is money", "That leaves the allies"."""
    first = head.left_edge.lower_
    if first in {"then", "and"} and head.lemma_ == "be" and subject.lower_ == "there":
        return True
    return head.lemma_ in {"leave", "bring"} and subject.lower_ in {"that", "this", "which"}


def _is_not_shared(head: Word, subject: Word) -> bool:
    """Read "Not everyone agrees"."""
    before = children_with(subject, "neg", "advmod", "preconj") + children_with(head, "neg")
    left_out = any(word.lower_ == "not" and word.i < subject.i for word in before)
    return left_out and subject.lower_ in _EVERYBODY and head.lemma_ in _AGREE


def _is_blunter(head: Word) -> bool:
    what = child_with(head, "acomp", "attr")
    if head.lemma_ != "be" or what is None or child_with(what, "prep") is not None:
        return False
    compared = what.lower_.endswith("er") or any(word.lower_ in {"more", "less"} for word in what.lefts)
    return compared and (what.lemma_ in _MANNERS or what.lower_.removesuffix("er") in _MANNERS)

"""Mend what the small parser gets wrong about charges: "accused the rebels of burning the bridge"."""

from __future__ import annotations

from collections.abc import Callable

from workbench.splitting.attributions.reporting_words import ACCUSES
from workbench.splitting.parsing.grafting import attach
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import auxiliaries, child_with, children_with, own_subject


def _accuse_of(verb: Word) -> bool:
    """In "accused the rebels of burning the bridge" the burning is what they are said to have done."""
    link = verb.head
    if (
        verb.tag_ != "VBG"
        or verb.dep_ not in {"pcomp", "pobj"}
        or link.lower_ != "of"
        or not _is_charge(link)
    ):
        return False
    changed = verb.dep_ == "pobj"
    verb.dep_, verb.pos_ = "pcomp", "VERB"
    noun = link.head
    return (noun.dep_ == "dobj" and attach(link, noun.head, "prep")) or changed


def _accuse_of_doing(verb: Word) -> bool:
    """In "accused the rebels of looting shops" the parser takes the shops for looting ones."""
    noun = verb.head
    link = noun.head
    if verb.tag_ != "VBG" or verb.dep_ != "amod" or noun.dep_ != "pobj" or verb.i != link.i + 1:
        return False
    if link.lower_ != "of" or not _is_charge(link) or not attach(verb, link, "pcomp"):
        return False
    verb.pos_ = "VERB"
    return attach(noun, verb, "dobj")


def _is_charge(link: Word) -> bool:
    """Tell whether this "of" opens what an accuser says, beside the accused or the verb."""
    above = link.head
    accused = above.dep_ == "dobj" and above.head.lemma_.lower() in ACCUSES
    return accused or above.lemma_.lower() in ACCUSES


def _join_second_charge(verb: Word) -> bool:
    """In "accused them of looting shops and burning a school" both are charges."""
    accuses = verb.head
    if verb.tag_ != "VBG" or verb.dep_ != "conj" or accuses.lemma_.lower() not in ACCUSES:
        return False
    if own_subject(verb) is not None or auxiliaries(verb):
        return False
    links = [word for word in children_with(accuses, "prep") if word.lower_ == "of" and word.i < verb.i]
    first = child_with(links[-1], "pcomp") if links else None
    if first is None or first.tag_ != "VBG":
        return False
    for joiner in [word for word in children_with(accuses, "cc") if first.i < word.i < verb.i]:
        attach(joiner, first, "cc")
    return attach(verb, first, "conj")


def _join_charge_with_of(verb: Word) -> bool:
    """In "accused the firm of lying and of hiding losses" the second "of" only joins."""
    link = verb.head
    opener = link.head
    if verb.tag_ != "VBG" or verb.dep_ != "pcomp" or link.dep_ != "conj" or link.lower_ != "of":
        return False
    first = child_with(opener, "pcomp")
    if opener.lower_ != "of" or not _is_charge(opener) or first is None or first.tag_ != "VBG":
        return False
    attach(verb, first, "conj")
    for joiner in [word for word in children_with(opener, "cc") if first.i < word.i < verb.i]:
        attach(joiner, first, "cc")
    return attach(link, first, "cc")


CHARGE_RULES: tuple[Callable[[Word], bool], ...] = (
    _accuse_of_doing,
    _accuse_of,
    _join_second_charge,
    _join_charge_with_of,
)

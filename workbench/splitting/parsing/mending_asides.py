"""Mend what the parser gets wrong around ", the mission said,": what follows belongs to what was said."""

from __future__ import annotations

from collections.abc import Callable

from workbench.splitting.attributions.reporting_words import ACCUSES, ASIDE, BLAMES, SPEECH
from workbench.splitting.judgement.conditions import is_unreal
from workbench.splitting.lexicon import CONDITION_OPENERS
from workbench.splitting.parsing.grafting import attach, attach_all
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import (
    auxiliaries,
    child_with,
    children_with,
    is_finite,
    is_plural,
    is_predicate,
    may_be_past,
    own_subject,
)

_ACTS_OF_SPEECH = SPEECH | ACCUSES | BLAMES | {"demand", "urge", "call", "reject"}
_TELLING = ASIDE | SPEECH | {"point"}
_INVERTED = frozenset({"had", "should", "were"})


def _free_what_follows_an_aside(verb: Word) -> bool:
    """In "they saw none, the mission said, although fog …" the fog belongs to the seeing."""
    content = verb.head
    if (
        verb.lemma_ not in ASIDE
        or verb.dep_ != "parataxis"
        or content.i > verb.i
        or own_subject(verb) is None
    ):
        return False
    late = [child for child in children_with(verb, "advcl", "conj") if child.i > verb.i and _is_clause(child)]
    return attach_all(late, content)


def _give_back_to_content(verb: Word) -> bool:
    """In "it has lost men, the institute believes, and is unlikely …" the army is unlikely to."""
    subject, content = own_subject(verb), child_with(verb, "ccomp")
    if verb.lemma_ not in ASIDE or subject is None or content is None or content.i > subject.i:
        return False
    if any(
        word.text in {"“", "”", '"', "''", "``"} for word in verb.doc.words[content.reach[0] : subject.i + 1]
    ):
        return False
    if verb.doc[content.reach[-1]].text != "," and verb.doc[content.reach[-1] + 1].text != ",":
        return False
    late = [
        child
        for child in children_with(verb, "advcl", "conj", "cc")
        if child.i > verb.i
        and (
            child.dep_ == "cc" or (_is_clause(child) and own_subject(child) is None) or child.dep_ == "advcl"
        )
    ]
    return attach_all(late, content)


def _is_clause(word: Word) -> bool:
    return is_predicate(word) and (is_finite(word) or word.tag_ == "VBG")


def _give_condition_to_content(verb: Word) -> bool:
    """In "they believe it will hold, provided X pays" paying is the condition of the holding."""
    contents = children_with(verb, "ccomp")
    if verb.lemma_ not in SPEECH or not contents or child_with(verb, "auxpass") is not None:
        return False
    content = contents[-1]
    changed = False
    for child in list(verb.children):
        if child is content or (child.i < verb.i and child.dep_ != "ccomp") or child.i in content.reach:
            continue
        if _is_condition(child):
            changed |= attach(child, content, "advcl" if is_predicate(child) else child.dep_)
    return changed


def _give_condition_to_nearest(verb: Word) -> bool:
    """In "we asked it, and it has agreed, provided X pays" paying is the condition of its agreeing."""
    joined = [word for word in children_with(verb, "conj") if own_subject(word) is not None]
    last = joined[-1] if joined else None
    if last is None or not is_finite(last):
        return False
    late = [child for child in verb.children if child.i > last.reach[-1] and _is_condition(child)]
    return attach_all(late, last)


def _is_condition(word: Word) -> bool:
    if word.dep_ == "prep":
        return word.lower_ in CONDITION_OPENERS
    opener = word.left_edge
    if word.dep_ == "ccomp":
        helper = next(iter(auxiliaries(word)), None)
        return (
            helper is not None
            and helper is opener
            and helper.lower_ in _INVERTED
            and own_subject(word) is not None
        )
    return word.dep_ == "advcl" and opener.lower_ in CONDITION_OPENERS


def _raise_second_report(verb: Word) -> bool:
    """In "the army denied that its units had fired and accused X of …" the army accused."""
    content = verb.head
    speech = content.head
    if (
        verb.dep_ != "conj"
        or own_subject(verb) is not None
        or content.dep_ != "ccomp"
        or speech.i > content.i
    ):
        return False
    speaker, told = own_subject(speech), own_subject(content)
    if speech.lemma_ not in SPEECH or speaker is None or told is None or auxiliaries(verb):
        return False
    backshifted = any(word.lower_ in {"had", "would"} for word in auxiliaries(content))
    speaks = verb.lemma_ in _ACTS_OF_SPEECH and speech.tag_ == "VBD" and backshifted and may_be_past(verb)
    disagrees = verb.tag_ == "VBZ" and is_plural(told) and not is_plural(speaker)
    if not (speaks or disagrees):
        return False
    for joiner in [word for word in children_with(content, "cc") if content.i < word.i < verb.i]:
        attach(joiner, speech, "cc")
    if speaks:
        verb.tag_ = "VBD"
    return attach(verb, speech, "conj")


def _raise_what_was_told_plainly(verb: Word) -> bool:
    """In "the army said the bridge had been hit, and police closed the road" nobody reports the closing."""
    content = verb.head
    speech = content.head
    if verb.dep_ != "conj" or content.dep_ != "ccomp" or speech.i > content.i or speech.lemma_ not in SPEECH:
        return False
    backshifted = any(word.lower_ in {"had", "would"} for word in auxiliaries(content))
    first = verb.reach[0]
    joined = first > 1 and verb.doc[first - 1].tag_ == "CC" and verb.doc[first - 2].text == ","
    told = verb.tag_ == "VBD" and not auxiliaries(verb) and own_subject(verb) is not None
    if not (backshifted and joined and told) or child_with(verb, "mark") is not None:
        return False
    attach(verb.doc[first - 1], speech, "cc")
    return attach(verb, speech, "conj")


def _read_inversion(verb: Word) -> bool:
    """Read ", should it come," as a condition, without its commas."""
    helper, subject = next(iter(auxiliaries(verb)), None), own_subject(verb)
    if verb.dep_ != "parataxis" or helper is None or helper.lower_ not in _INVERTED or subject is None:
        return False
    if subject.i < helper.i or any(not child.is_punct for child in verb.children if child.i < helper.i):
        return False
    for mark in [child for child in verb.children if child.is_punct]:
        attach(mark, verb.head, "punct")
    return attach(verb, verb.head, "advcl")


def _read_unmet_condition(verb: Word) -> bool:
    """In "they would have sailed in May had the ministry not kept them" the second half is a condition."""
    helper, subject = _find_helper(verb), own_subject(verb)
    if helper is None or helper.lower_ != "had" or subject is None or subject.i < helper.i:
        return False
    if verb.tag_ not in {"VBN", "VBD"} or verb.dep_ == "advcl" or helper.i != min(helper.i, verb.reach[0]):
        return False
    unreal = next((word for word in reversed(verb.doc.words[: helper.i]) if is_unreal(word)), None)
    if unreal is None or verb in unreal.ancestors or unreal.reach[-1] != helper.i - 1:
        return False
    return attach(verb, unreal, "advcl") | attach(helper, verb, "aux")


def _find_helper(verb: Word) -> Word | None:
    """Give a verb's first auxiliary, also where the parser takes a "had" before its subject for a verb."""
    above = verb.head
    taken = verb.dep_ == "ccomp" and above.i == verb.reach[0] - 1 and own_subject(above) is None
    return above if taken else next(iter(auxiliaries(verb)), None)


def _free_inserted_report(verb: Word) -> bool:
    """In "Its gunners, an analyst points out, fire less" the gunners fire and the analyst points it out."""
    subjects = children_with(verb, "nsubj", "nsubjpass")
    told = next(
        (word for word in children_with(verb, "conj") if is_finite(word) and not own_subject(word)), None
    )
    if len(subjects) != 2 or told is None or verb.lemma_ not in _TELLING:
        return False
    doc, end = verb.doc, subjects[0].reach[-1] + 1
    inserted = doc[end].text == "," and subjects[1].reach[0] == end + 1 and doc[told.reach[0] - 1].text == ","
    if not inserted or any(doc[i].dep_ == "cc" for i in range(verb.i, told.i)):
        return False
    verb.children.remove(told)
    told.head, told.dep_ = (told if verb.head is verb else verb.head), verb.dep_
    if verb.head is not verb:
        verb.head.children = sorted(
            [told, *(c for c in verb.head.children if c is not verb)], key=lambda c: c.i
        )
    later = [word for word in verb.children if word.i > told.i]
    for word in (subjects[0], *later):
        verb.children.remove(word)
        word.head = told
    verb.head, verb.dep_ = told, "parataxis"
    told.children = sorted([subjects[0], verb, *told.children, *later], key=lambda word: word.i)
    return True


ASIDE_RULES: tuple[Callable[[Word], bool], ...] = (
    _free_what_follows_an_aside,
    _give_back_to_content,
    _give_condition_to_content,
    _give_condition_to_nearest,
    _raise_second_report,
    _raise_what_was_told_plainly,
    _read_inversion,
    _read_unmet_condition,
    _free_inserted_report,
)

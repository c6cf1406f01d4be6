"""Mend what the small parser is known to get wrong about clauses: whose verb, whose "and", whose "although".

Each rule looks at one word, and moves it only where agreement, tense or the commas speak against the parse.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from workbench.splitting.appositions import find_noun_before
from workbench.splitting.grafting import attach, attach_all
from workbench.splitting.inflection import past_tense
from workbench.splitting.lexicon import CONDITION_OPENERS
from workbench.splitting.mending_reports import REPORT_RULES
from workbench.splitting.parsed import Paragraph, Stretch, Word
from workbench.splitting.reporting_words import ACCUSES, ASIDE, BLAMES, SPEECH
from workbench.splitting.tree import (
    auxiliaries,
    child_with,
    children_with,
    is_finite,
    is_plural,
    is_predicate,
    own_subject,
)

_JOINERS = frozenset({"and", "but", "so", "yet"})
_ACTS_OF_SPEECH = SPEECH | ACCUSES | BLAMES | {"demand", "urge", "call", "reject"}
_INVERTED = frozenset({"had", "should", "were"})


def mend_trees(paragraph: Paragraph) -> None:
    """Mend the trees of a paragraph in place."""
    for sentence in paragraph.sents:
        for word in sentence:
            if word.dep_ == "auxpass" and word.head.pos_ == "ADJ":  # "the road was closed"
                word.head.pos_, word.head.tag_ = "VERB", "VBN"
        for word in sentence:
            if is_predicate(word):
                _mend_word(word, sentence)


def _mend_word(word: Word, sentence: Stretch) -> None:
    for rule in _RULES:
        if rule(word):
            word.doc.measure(sentence)


def _take_subject_of_helper(verb: Word) -> bool:
    """In "the bridge is closed" the subject of "is" is that of "closed"."""
    subjects = [
        word for helper in auxiliaries(verb) for word in children_with(helper, "nsubj", "nsubjpass", "expl")
    ]
    return attach_all(subjects, verb)


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
    speaks = verb.lemma_ in _ACTS_OF_SPEECH and speech.tag_ == "VBD" and backshifted and _may_be_past(verb)
    disagrees = verb.tag_ == "VBZ" and is_plural(told) and not is_plural(speaker)
    if not (speaks or disagrees):
        return False
    for joiner in [word for word in children_with(content, "cc") if content.i < word.i < verb.i]:
        attach(joiner, speech, "cc")
    if speaks:
        verb.tag_ = "VBD"
    return attach(verb, speech, "conj")


def _may_be_past(verb: Word) -> bool:
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and past_tense(verb.lemma_.lower()) == verb.lower_)


def _find_lost_subject(verb: Word) -> bool:
    """In "it spends much, and its central bank, raising rates, warned …" the bank warned."""
    noun = child_with(verb, "conj")
    if noun is None or noun.pos_ not in {"NOUN", "PROPN", "PRON"} or not _follows_joiner(noun):
        return False
    second = next((word for word in children_with(verb, "conj") if word.i > noun.i), None)
    if second is None:
        return _read_participle_as_verb(verb, noun)
    if own_subject(second) is not None or not is_finite(second) or _has_joiner_between(noun, second):
        return False
    for child in [
        word for word in verb.children if noun.reach[-1] < word.i < second.i and word.dep_ != "punct"
    ]:
        attach(child, second, child.dep_)
    return attach(noun, second, "nsubj")


def _read_participle_as_verb(verb: Word, noun: Word) -> bool:
    """In "…, and the school, the largest here, reopened" the parser takes a past tense for a participle."""
    told = next((word for word in reversed(children_with(noun, "acl")) if _may_be_past(word)), None)
    if (
        told is None
        or verb.doc[noun.reach[0] - 1].lower_ not in _JOINERS
        or child_with(told, "agent") is not None
    ):
        return False
    told.tag_ = "VBD"
    return attach(told, verb, "conj") and attach(noun, told, "nsubj")


def _follows_joiner(word: Word) -> bool:
    first = word.reach[0]
    return first > 1 and word.doc[first - 1].lower_ in _JOINERS and word.doc[first - 2].text in {",", ";"}


def _has_joiner_between(first: Word, last: Word) -> bool:
    words = first.doc.words[first.reach[-1] + 1 : last.reach[0]]
    return any(word.lower_ in _JOINERS for word in words)


def _join_clause(verb: Word) -> bool:
    """Read "…, and last week X cut Y" as a second clause, not as an adverb of the first."""
    if verb.dep_ != "advcl" or own_subject(verb) is None or not is_finite(verb) or verb.i < verb.head.i:
        return False
    first = verb.reach[0]
    if child_with(verb, "mark") is not None or not first or verb.doc[first - 1].lower_ not in _JOINERS:
        return False
    attach(verb.doc[first - 1], verb.head, "cc")
    return attach(verb, verb.head, "conj")


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


def _describe_noun(verb: Word) -> bool:
    """Read ", which explains it" and ", through which grain is shipped" as said of the noun before them."""
    first = verb.left_edge
    opening = verb.doc.words[first.i : min(first.i + 3, verb.i)]
    if verb.dep_ != "advcl" or verb.i < verb.head.i or not first.i or verb.doc[first.i - 1].text != ",":
        return False
    if not any(word.tag_ in {"WDT", "WP$"} for word in opening):
        return False
    things = [word for word in children_with(verb.head, "dobj", "attr") if word.i < first.i]
    noun = find_noun_before(first) or (things[-1] if things else None)
    return noun is not None and attach(verb, noun, "relcl")


def _give_nor_to_its_verb(verb: Word) -> bool:
    """Read "nor" as the negation of the verb after it."""
    joiners = children_with(verb.head, "cc") if verb.dep_ == "conj" else []
    nor = next((word for word in joiners if word.lower_ == "nor" and word.i < verb.i), None)
    return nor is not None and own_subject(verb) is not None and attach(nor, verb, "neg")


def _find_lost_verb(verb: Word) -> bool:
    """In "The school, the largest here, reopened." the parser sees a noun with a participle."""
    noun = verb.head
    bare = verb.dep_ == "acl" and noun.dep_ == "ROOT" and noun.pos_ in {"NOUN", "PROPN"}
    if not bare or not _may_be_past(verb) or verb.doc[verb.i - 1].text != "," or child_with(verb, "agent"):
        return False
    noun.children.remove(verb)
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    noun.head, noun.dep_ = verb, "nsubj"
    late = [word for word in noun.children if word.i > verb.i]
    noun.children = [word for word in noun.children if word.i < verb.i]
    for word in late:
        word.head = verb
    verb.children = sorted([noun, *verb.children, *late], key=lambda word: word.i)
    return True


_RULES: tuple[Callable[[Word], bool], ...] = (
    _take_subject_of_helper,
    _join_clause,
    _describe_noun,
    _find_lost_verb,
    _give_nor_to_its_verb,
    _split_double_subject,
    _find_lost_subject,
    _free_what_follows_an_aside,
    _give_back_to_content,
    _give_condition_to_content,
    _raise_second_report,
    *REPORT_RULES,
)

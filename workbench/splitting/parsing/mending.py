"""Mend what the small parser is known to get wrong about clauses: whose verb, whose "and", whose "although".

Each rule looks at one word, and moves it only where agreement, tense or the commas speak against the parse.
"""

from __future__ import annotations

from collections.abc import Callable

from workbench.splitting.parsing.grafting import attach, attach_all
from workbench.splitting.parsing.mending_asides import ASIDE_RULES
from workbench.splitting.parsing.mending_joins import JOIN_RULES
from workbench.splitting.parsing.mending_lists import LIST_RULES
from workbench.splitting.parsing.mending_nouns import NOUN_RULES, describe_nearest
from workbench.splitting.parsing.mending_reports import REPORT_RULES
from workbench.splitting.parsing.parsed import Paragraph, Stretch, Word
from workbench.splitting.parsing.tree import (
    auxiliaries,
    child_with,
    children_with,
    is_finite,
    is_past,
    is_predicate,
    may_be_past,
    own_subject,
)

Rule = Callable[[Word], bool]  # tells whether it moved anything
_COUNTRY = "US"
_JOINED_NAMES = frozenset({"NOUN", "PROPN", "NUM"})
_TELLING = frozenset({"VBD", "VBZ", "VBP"})
_JOINERS = frozenset({"and", "but", "so", "yet"})


def mend_trees(paragraph: Paragraph) -> None:
    """Mend the trees of a paragraph in place."""
    for sentence in paragraph.sents:
        for word in sentence:
            if word.text == _COUNTRY:
                _read_country(word, sentence)
            if word.dep_ == "auxpass" and word.head.pos_ == "ADJ":  # "the road was closed"
                word.head.pos_, word.head.tag_ = "VERB", "VBN"
            if word.tag_ == "NNS" and child_with(word, "nsubj") is not None and _ends_like_verb(word):
                word.pos_, word.tag_ = "VERB", "VBZ"  # "and the next harbour lies in Orlen"
            if word.dep_ == "appos" and describe_nearest(word):
                paragraph.measure(sentence)
        for word in sentence:
            if is_predicate(word):
                _mend_word(word, _RULES, sentence)
            elif word.dep_ == "cc":
                _mend_word(word, LIST_RULES, sentence)


def _read_country(word: Word, sentence: Stretch) -> None:
    """Read "US" in capitals as the country, unless the sentence is all in capitals."""
    if not sentence.text.isupper():
        word.lower_, word.lemma_, word.tag_, word.pos_ = "u.s.", _COUNTRY, "NNP", "PROPN"


def _ends_like_verb(word: Word) -> bool:
    """Tell "lies" with a subject from a predicate noun, which has its "are" or "were"."""
    subject = child_with(word, "nsubj")
    alone = child_with(word, "cop", "aux", "det", "nummod", "poss") is None
    return alone and subject is not None and subject.i < word.i and word.lower_.endswith("s")


def _mend_word(word: Word, rules: tuple[Rule, ...], sentence: Stretch) -> None:
    for rule in rules:
        if rule(word):
            word.doc.measure(sentence)


def _take_subject_of_helper(verb: Word) -> bool:
    """In "the bridge is closed" the subject of "is" is that of "closed"."""
    subjects = [
        word for helper in auxiliaries(verb) for word in children_with(helper, "nsubj", "nsubjpass", "expl")
    ]
    return attach_all(subjects, verb)


def _find_lost_subject(verb: Word) -> bool:
    """In "it spends much, and its central bank, raising rates, warned …" the bank warned."""
    nouns = [word for word in children_with(verb, "conj") if word.pos_ in {"NOUN", "PROPN", "PRON"}]
    noun = next((word for word in nouns if _follows_joiner(word, verb.lemma_ != "be")), None)
    if noun is None:
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


def _part_joined_nouns(verb: Word) -> bool:
    """In "as fighting spread to the west and envoys struggled to …" the envoys struggled: nothing else joins
    the second verb to a first.
    """
    first = verb.reach[0]
    noun = verb.doc[first - 1] if first else verb
    if verb.dep_ not in {"conj", "advcl", "dep", "ccomp"} or verb.tag_ not in _TELLING or own_subject(verb):
        return False
    while noun.dep_ in {"pobj", "prep"} and noun.reach[-1] == first - 1:  # "and envoys from Lorn struggled"
        noun = noun.head
    if noun.dep_ != "conj" or noun.pos_ not in _JOINED_NAMES or noun.reach[-1] != first - 1:
        return False
    joined = verb.doc[noun.reach[0] - 1]
    clause = next((word for word in noun.ancestors if is_predicate(word) and is_finite(word)), None)
    if joined.lower_ not in {"and", "but"} or clause is None or clause.i > noun.i or clause is verb:
        return False
    if noun.head.dep_ in {"nsubj", "nsubjpass"} or verb in clause.ancestors:
        return False
    attach(joined, clause, "cc")
    return attach(verb, clause, "conj") | attach(noun, verb, "nsubj")


def _read_participle_as_verb(verb: Word, noun: Word) -> bool:
    """In "…, and the school, the largest here, reopened" the parser takes a past tense for a participle."""
    told = next((word for word in reversed(children_with(noun, "acl")) if may_be_past(word)), None)
    if (
        told is None
        or verb.doc[noun.reach[0] - 1].lower_ not in _JOINERS
        or child_with(told, "agent") is not None
    ):
        return False
    told.tag_ = "VBD"
    return attach(told, verb, "conj") and attach(noun, told, "nsubj")


def _follows_joiner(word: Word, closely: bool) -> bool:
    """Tell whether "and" stands before a noun phrase; unless closely, with a comma."""
    first = word.reach[0]
    joined = first > 1 and word.doc[first - 1].lower_ in _JOINERS
    return joined and (closely or word.doc[first - 2].text in {",", ";"})


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


def _leave_background(verb: Word) -> bool:
    """In "they left hours after it had begun, and are now waiting" they wait: the tense leaves the clause."""
    clause = verb.head
    if verb.dep_ != "conj" or clause.dep_ != "advcl" or own_subject(verb) is not None or not is_finite(verb):
        return False
    main, first = clause.head, verb.reach[0] - 1
    joined = first > 1 and verb.doc[first].lower_ in _JOINERS and verb.doc[first - 1].text == ","
    if not joined or is_past(verb) or not is_past(clause) or own_subject(main) is None or main.i > clause.i:
        return False
    attach(verb.doc[first], main, "cc")
    return attach(verb, main, "conj")


def _leave_participle(verb: Word) -> bool:
    """In "they send a picture taken at sea and disappear" they disappear, not the picture."""
    participle = verb.head
    if verb.dep_ != "conj" or participle.dep_ != "acl" or participle.tag_ != "VBN":
        return False
    joiners = [word for word in children_with(participle, "cc") if participle.i < word.i < verb.i]
    noun = participle.head
    main = next((word for word in noun.ancestors if is_predicate(word)), None)
    if not joiners or main is None or main.i > noun.i or own_subject(verb) is not None:
        return False
    plain = verb.tag_ == "VB" and main.tag_ in {"VB", "VBP"}
    if auxiliaries(verb) or not (plain or verb.tag_ in {"VBZ", "VBP"}):
        return False
    verb.tag_ = main.tag_ if plain else verb.tag_
    attach(joiners[-1], main, "cc")
    return attach(verb, main, "conj")


def _give_nor_to_its_verb(verb: Word) -> bool:
    """Read "nor" as the negation of the verb after it."""
    joiners = children_with(verb.head, "cc") if verb.dep_ == "conj" else []
    nor = next((word for word in joiners if word.lower_ == "nor" and word.i < verb.i), None)
    return nor is not None and own_subject(verb) is not None and attach(nor, verb, "neg")


def _find_lost_verb(verb: Word) -> bool:
    """In "The school, the largest here, reopened." the parser sees a noun with a participle."""
    noun = verb.head
    bare = verb.dep_ == "acl" and noun.dep_ == "ROOT" and noun.pos_ in {"NOUN", "PROPN"}
    if not bare or not may_be_past(verb) or verb.doc[verb.i - 1].text != "," or child_with(verb, "agent"):
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


_RULES: tuple[Rule, ...] = (
    _take_subject_of_helper,
    _join_clause,
    *NOUN_RULES,
    _find_lost_verb,
    _give_nor_to_its_verb,
    _leave_background,
    _leave_participle,
    _find_lost_subject,
    _part_joined_nouns,
    *JOIN_RULES,
    *ASIDE_RULES,
    *REPORT_RULES,
)

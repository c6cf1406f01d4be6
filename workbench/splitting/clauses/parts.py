"""Find the parts of a clause that say something of their own: second verbs, "although …", ", which …"."""

from __future__ import annotations

from workbench.splitting import lexicon
from workbench.splitting.attributions import reporting_words as told
from workbench.splitting.attributions.reporting import read_noun_claim
from workbench.splitting.clauses.adverbials import read_adverbial
from workbench.splitting.clauses.appositions import (
    read_apposition,
    read_defining_participle,
    read_measure,
    read_set_off_participle,
    read_summary,
)
from workbench.splitting.clauses.comments import read_comment
from workbench.splitting.clauses.conjuncts import read_conjunct
from workbench.splitting.clauses.loose import Loose
from workbench.splitting.clauses.relatives import read_relative
from workbench.splitting.clauses.shares import read_share
from workbench.splitting.findings.hedges import is_musing
from workbench.splitting.judgement.conditions import opens_with_inversion
from workbench.splitting.lexicon import word_set
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import (
    auxiliaries,
    child_with,
    children_with,
    indices,
    is_finite,
    is_predicate,
    own_subject,
)

# What follows these and a "to" was done or not, so that a participle tells what came of it; of what was
# wanted it tells nothing.
_DONE = word_set("vote decide manage begin start continue fail refuse move go help proceed rush use serve")


def find_parts(
    head: Word, subject: Word | None, loose: Loose, blocked: set[int], reporting: bool, finely: bool = False
) -> list[Loose]:
    """Give the loose parts of a clause. blocked: words that are read elsewhere. reporting: `head` says that
    somebody says something. finely: descriptions are read apart too.
    """
    found: list[Loose] = []
    for child in head.children:
        if child.i in blocked:
            continue
        part = _read_child(head, child, subject, loose, reporting)
        if part is not None:
            found.append(part)
    taken = set(blocked)
    for part in found:
        taken |= indices(part.node)
    return found + find_deep_parts(head, taken, subject, finely)


def _read_child(head: Word, child: Word, subject: Word | None, loose: Loose, reporting: bool) -> Loose | None:
    if child.dep_ == "conj" and is_predicate(child):
        return read_conjunct(head, child, subject, loose, reporting)
    if is_musing(child) or opens_with_inversion(child):
        return None
    if child.dep_ in {"parataxis", "ccomp"} and own_subject(child) is not None and is_finite(child):
        return _read_run_on(head, child, reporting)
    if child.dep_ == "advcl" and loose.form != "apposition":
        return read_adverbial(head, child, subject, reporting)
    return None


def _read_run_on(head: Word, child: Word, reporting: bool) -> Loose | None:
    between = {child.doc[i].text for i in range(child.i, head.i)}
    apart = (
        ";" in between
        or child.dep_ == "parataxis"
        or _follows_colon(head, child)
        or (child.i < head.i and (reporting or head.lemma_ not in told.SPEECH))
    )
    return Loose(child) if apart else None


def _follows_colon(head: Word, child: Word) -> bool:
    """Read "… is idle: the money has run out" as two, but not "he said: the money has run out"."""
    first = child.reach[0]
    marks = [child.doc[i].text for i in (first - 1, first) if i > head.i]
    return ":" in marks and head.lemma_ not in told.SPEECH


def find_deep_parts(
    head: Word, blocked: set[int], subject: Word | None = None, finely: bool = False
) -> list[Loose]:
    """Find relative clauses, appositions, and "despite claims from X of …", anywhere in the clause."""
    found: list[Loose] = []
    blocked = set(blocked)
    for word in head.subtree:
        if word == head or word.i in blocked:
            continue
        part = _read_deep(word, head, subject, finely)
        if part is not None:
            found.append(part)
            blocked |= indices(part.node) | part.around
    return found


def _read_deep(word: Word, head: Word, subject: Word | None, finely: bool) -> Loose | None:
    if word.dep_ == "relcl":
        return read_relative(word) or read_set_off_participle(word)
    if word.dep_ == "appos":
        return read_share(word, subject) or read_comment(word) or read_apposition(word, finely)
    if word.dep_ == "acl":
        return read_set_off_participle(word) or read_defining_participle(word, finely)
    if word.dep_ == "prep" or word.lower_ == "contrary":
        return _read_contrast(word) or read_measure(word)
    if word.dep_ == "npadvmod":
        measured = read_share(word, subject) or (read_measure(word) if child_with(word, "prep") else None)
        return read_summary(word, subject) or measured or read_comment(word)
    if word.dep_ in {"dep", "conj", "dobj"} and word.pos_ == "NOUN":
        return read_comment(word)
    if word.dep_ == "advcl" and word.head != head and _is_chained(word.head, head):
        done = head.lemma_ in _DONE and not any(helper.tag_ == "MD" for helper in auxiliaries(head))
        told_of = head if word.tag_ == "VBG" and word.i > head.i and done else word.head
        return read_adverbial(told_of, word, subject, False)
    return None


def _is_chained(verb: Word, head: Word) -> bool:
    """Tell whether a verb only completes the main one: "managed to hit"."""
    while verb.dep_ == "xcomp":
        verb = verb.head
    return verb == head


def _read_contrast(preposition: Word) -> Loose | None:
    if preposition.lower_ not in told.CONTRAST_PREPOSITIONS:
        return None
    for noun in preposition.subtree:
        reported = read_noun_claim(noun) if noun.dep_ in {"pobj", "conj"} else None
        if reported is not None:
            return Loose(preposition, report=reported)
    return None


def find_unread_clause(head: Word) -> set[int]:
    """Find the words of "while X does Y," where the parser took the verb for a noun and hung all on the
    main verb.
    """
    subject = own_subject(head)
    for mark in children_with(head, "mark"):
        if (
            mark.lower_ not in lexicon.LOOSE_OPENERS
            or subject is None
            or mark.i > subject.i
            or mark.i + 1 >= len(head.doc)
        ):
            continue
        comma = next((i for i in range(mark.i + 1, subject.i) if head.doc[i].text == ","), None)
        if (
            comma is None
            or comma - mark.i < 4
            or head.doc[mark.i + 1].pos_ not in {"PROPN", "DET", "NOUN", "PRON"}
        ):
            continue
        words = set(range(mark.i + 1, comma))
        if not any(head.doc[i].pos_ in {"VERB", "AUX"} for i in words):
            return words
    return set()

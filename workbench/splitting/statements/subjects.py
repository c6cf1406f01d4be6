"""Whose statement it is: the words of a subject, and whether the verb after it is a plural."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.splitting.clauses.drafts import Draft
from workbench.splitting.parsing.inflection import present_tense
from workbench.splitting.parsing.parsed import Paragraph, Word
from workbench.splitting.parsing.tree import auxiliaries, is_plural, own_subject
from workbench.splitting.statements.pieces import Piece, take
from workbench.splitting.statements.subject_verbs import AGREEING
from workbench.splitting.statements.verbs import CHANGED, Rewrites

IMPLIED = "subject implied by the report"


@dataclass(frozen=True, slots=True)
class Verb:
    """What the finite verb of a statement must agree with and be changed for. parted: it was the verb of
    several, of whom one is left.
    """

    plural: bool
    denied: bool
    reported_past: bool
    parted: bool = False


def read_verb(draft: Draft) -> Verb:
    subject = draft.subject or own_subject(draft.head)
    past = bool(draft.chain) and draft.chain[-1].past
    if subject is None:
        return Verb(False, draft.stance == "denial", past)
    kept = {*draft.quoted, *draft.subject_words}
    left = find_left(subject, kept)
    plural = is_plural(left, kept)
    return Verb(plural, draft.stance == "denial", past, is_plural(subject) and not plural)


def find_left(subject: Word, kept: set[int]) -> Word:
    """Give what is left of "a boy and a girl" where each makes a claim."""
    while subject.i not in kept:
        joined = next((word for word in subject.children if word.dep_ == "conj"), None)
        if joined is None:
            break
        subject = joined
    return subject


def make_singular(head: Word) -> Rewrites:
    """Make "were killed" agree with one of those who were."""
    first = next(iter(auxiliaries(head)), head)
    text = AGREEING.get(first.lower_)
    if text is None and first.tag_ == "VBP":
        text = present_tense(first.lemma_, False)
    return {} if text is None else {first.i: (text, f"{CHANGED} (“{first.text}” in the text)")}


def make_agree(helpers: list[Word], plural: bool) -> Rewrites:
    """Make borrowed helpers agree with the subject that borrows them."""
    forms = {one: many for many, one in AGREEING.items()} if plural else AGREEING
    return {
        word.i: (forms[word.lower_], f"{CHANGED} (“{word.text}” in the text)")
        for word in helpers
        if word.lower_ in forms
    }


def take_words(doc: Paragraph, positions: set[int]) -> list[Piece]:
    return take(doc[i] for i in sorted(positions))


def take_subject(draft: Draft) -> list[Piece]:
    if draft.subject is None:
        return []
    places = draft.subject_words
    reason = None if draft.quoted.issuperset(places) else IMPLIED
    return take((draft.head.doc[i] for i in places), reason)


def take_after_subject(draft: Draft, positions: set[int]) -> list[Piece]:
    return take_words(draft.head.doc, positions - set(draft.subject_words))

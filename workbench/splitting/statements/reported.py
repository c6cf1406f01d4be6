"""Restate what somebody reports without a clause: "reported destroying X" is "X was destroyed"."""

from __future__ import annotations

from workbench.splitting import lexicon
from workbench.splitting.clauses.drafts import Draft
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import AUXILIARIES, child_with, indices, is_plural
from workbench.splitting.statements import verbs
from workbench.splitting.statements.pieces import Piece, write
from workbench.splitting.statements.subjects import Verb, take_after_subject, take_subject, take_words


def make_passive(draft: Draft, verb: Verb) -> list[Piece]:
    """Turn "destroying X in Y" round: "X was destroyed in Y"."""
    head = draft.head
    thing = child_with(head, "dobj")
    if thing is None:
        return make_perfect(draft, verb)
    phrase = indices(thing) & draft.keep
    place = _trailing_place(thing) & phrase
    before = phrase - place
    rest = draft.keep - phrase - {head.i} - {word.i for word in head.children if word.dep_ in AUXILIARIES}
    reason = f"{verbs.CHANGED} (“{head.text}” in the text)"
    return [
        *take_words(head.doc, before),
        *write(verbs.passive(head, is_plural(thing)), reason),
        *take_words(head.doc, rest | place),
    ]


def make_perfect(draft: Draft, verb: Verb) -> list[Piece]:
    head = draft.head
    rest = draft.keep - {head.i} - {word.i for word in head.children if word.dep_ in AUXILIARIES}
    reason = f"{verbs.CHANGED} (“{head.text}” in the text)"
    return [
        *take_subject(draft),
        *write(verbs.perfect(head, verb.plural, verb.denied), reason),
        *take_after_subject(draft, rest),
    ]


def make_infinitive(draft: Draft, verb: Verb) -> list[Piece]:
    head = draft.head
    rest = draft.keep - {head.i} - {word.i for word in head.children if word.dep_ in AUXILIARIES}
    reason = f"{verbs.CHANGED} (“to {head.text}” in the text)"
    return [
        *take_subject(draft),
        *write(verbs.finite(head, verb.plural), reason),
        *take_after_subject(draft, rest),
    ]


def make_modal(draft: Draft, modal: str) -> list[Piece]:
    """Turn "(urged) X to leave" into "X should leave"."""
    head = draft.head
    to = {
        word.i
        for word in head.children
        if word.dep_ in {"aux", "mark"} and word.lower_ in {"to", "that", "for"}
    }
    reason = f"{verbs.CHANGED} (“{'to ' if to else ''}{head.text}” in the text)"
    return [*take_subject(draft), *write(modal, reason), *take_after_subject(draft, draft.keep - to)]


def make_naming(draft: Draft, verb: Verb) -> list[Piece]:
    be = verbs.be(False, verb.plural)
    return [
        *take_subject(draft),
        *write(be, "verb implied by the report"),
        *take_after_subject(draft, draft.keep),
    ]


def make_small(draft: Draft, verb: Verb) -> list[Piece]:
    reason = "verb implied by the report"
    return [
        *take_subject(draft),
        *write(verbs.be(True, verb.plural), reason),
        *take_after_subject(draft, draft.keep),
    ]


def make_amount(draft: Draft, verb: Verb) -> list[Piece]:
    return [
        *take_subject(draft),
        *write(verbs.be(False, verb.plural), "verb implied by the report"),
        *take_after_subject(draft, draft.keep),
    ]


def _trailing_place(thing: Word) -> set[int]:
    """Find "in Kursk" at the end of a noun phrase, where the place belongs to what happened as well as to
    the thing.
    """
    last = max(indices(thing))
    places = [
        word
        for word in thing.subtree
        if word.dep_ == "prep" and word.lower_ in lexicon.LOCATIVES and word.i > thing.i
    ]
    fitting = [word for word in places if max(indices(word)) == last]
    return indices(fitting[-1]) if fitting else set()

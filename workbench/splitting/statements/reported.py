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
    """Turn "(accused) X of shelling Y" into "X has shelled Y"."""
    head = draft.head
    rest = draft.keep - {head.i} - {word.i for word in head.children if word.dep_ in AUXILIARIES}
    reason = f"{verbs.CHANGED} (“{head.text}” in the text)"
    helper, participle = verbs.perfect(head, verb.plural, verb.denied, _is_dated(draft))
    how = {word.i for word in head.children if word.dep_ == "advmod" and word.i in rest and word.i < head.i}
    return [
        *take_subject(draft),
        *(write(helper, reason) if helper else []),
        *take_words(head.doc, how),
        *write(participle, reason),
        *take_after_subject(draft, rest - how),
    ]


def _is_dated(draft: Draft) -> bool:
    """Tell whether a verb's own words give a day that is over: "on Monday", not "since Monday"."""
    days = (word for word in draft.head.subtree if word.i in draft.keep and word.ent_type_ == "DATE")
    return any(word.tag_ == "NNP" and word.head.lower_ in {"on", "in"} for word in days)


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

"""Restate a clause so that it stands alone: neutral, without the verb of saying, every added word accounted
for.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.splitting import lexicon
from workbench.splitting.clauses.clauses import Draft
from workbench.splitting.judgement.conditions import keeps_would
from workbench.splitting.parsing.parsed import Paragraph, Word
from workbench.splitting.parsing.tree import (
    AUXILIARIES,
    auxiliaries,
    child_with,
    indices,
    is_finite,
    is_past,
    is_plural,
    is_predicate,
    own_subject,
)
from workbench.splitting.references.frames import Frame
from workbench.splitting.references.pronouns import replace_pronouns
from workbench.splitting.statements import verbs
from workbench.splitting.statements.dated import Calendar, make_dates_absolute
from workbench.splitting.statements.pieces import Piece, take, tidy, write
from workbench.splitting.statements.placing import put_words
from workbench.splitting.statements.silence import find_silent

IMPLIED = "subject implied by the report"


@dataclass(frozen=True, slots=True)
class _Verb:
    """What the finite verb of a statement must agree with and be changed for."""

    plural: bool
    denied: bool
    reported_past: bool


def make_statement(draft: Draft, frame: Frame, calendar: Calendar) -> list[Piece]:
    """Give the pieces of a draft's statement, tidied; empty when nothing is left to say."""
    subject = draft.subject or own_subject(draft.head)
    verb = _Verb(
        subject is not None and is_plural(subject),
        draft.stance == "denial",
        bool(draft.chain) and draft.chain[-1].past,
    )
    pieces = _FORMS[draft.form](draft, verb)
    pieces = replace_pronouns(pieces, draft, frame)
    return tidy(make_dates_absolute(pieces, calendar))


def _make_clause(draft: Draft, verb: _Verb) -> list[Piece]:
    head = draft.head
    silent = find_silent(draft)
    words = [head.doc[i] for i in sorted(draft.keep - silent)]
    helpers = [head.doc[i] for i in draft.helpers]
    changes = _change_verb(head, verb, helpers)
    body = _rewrite(words, changes)
    body = _turn_round(head, body)
    for placed in draft.placed:
        body = put_words(head.doc, body, placed)
    if draft.subject is not None:
        body = _put_subject(draft, _rewrite(helpers, changes), body)
    return body


def _turn_round(head: Word, body: list[Piece]) -> list[Piece]:
    """Put "nor has the town been used" as "the town has not been used"."""
    subject = own_subject(head)
    first = next(
        (piece.token for piece in body if piece.token is not None and piece.token.tag_ == "CC"), None
    )
    helper = next(iter(auxiliaries(head)), None)
    if first is None or first.lower_ != "nor" or subject is None or helper is None or helper.i > subject.i:
        return body
    named = set(subject.reach)
    opening = [piece for piece in body if piece.token is not None and piece.token.i in named]
    rest = [piece for piece in body if piece not in opening and piece.token not in (first, helper)]
    verb = [piece for piece in body if piece.token is helper]
    return [*opening, *verb, *write("not", "“nor” in the text"), *rest]


def _make_passive(draft: Draft, verb: _Verb) -> list[Piece]:
    """Turn "destroying X in Y" round: "X was destroyed in Y"."""
    head = draft.head
    thing = child_with(head, "dobj")
    if thing is None:
        return _make_perfect(draft, verb)
    phrase = indices(thing) & draft.keep
    place = _trailing_place(thing) & phrase
    before = phrase - place
    rest = draft.keep - phrase - {head.i} - {word.i for word in head.children if word.dep_ in AUXILIARIES}
    reason = f"{verbs.CHANGED} (“{head.text}” in the text)"
    return [
        *_words(head.doc, before),
        *write(verbs.passive(head, is_plural(thing)), reason),
        *_words(head.doc, rest | place),
    ]


def _make_perfect(draft: Draft, verb: _Verb) -> list[Piece]:
    head = draft.head
    rest = draft.keep - {head.i} - {word.i for word in head.children if word.dep_ in AUXILIARIES}
    reason = f"{verbs.CHANGED} (“{head.text}” in the text)"
    return [
        *_subject(draft),
        *write(verbs.perfect(head, verb.plural, verb.denied), reason),
        *_after_subject(draft, rest),
    ]


def _make_infinitive(draft: Draft, verb: _Verb) -> list[Piece]:
    head = draft.head
    rest = draft.keep - {head.i} - {word.i for word in head.children if word.dep_ in AUXILIARIES}
    reason = f"{verbs.CHANGED} (“to {head.text}” in the text)"
    return [*_subject(draft), *write(verbs.finite(head, verb.plural), reason), *_after_subject(draft, rest)]


def _make_modal(draft: Draft, modal: str) -> list[Piece]:
    """Turn "(urged) X to leave" into "X should leave"."""
    head = draft.head
    to = {
        word.i
        for word in head.children
        if word.dep_ in {"aux", "mark"} and word.lower_ in {"to", "that", "for"}
    }
    reason = f"{verbs.CHANGED} (“{'to ' if to else ''}{head.text}” in the text)"
    return [*_subject(draft), *write(modal, reason), *_after_subject(draft, draft.keep - to)]


def _make_naming(draft: Draft, verb: _Verb) -> list[Piece]:
    be = verbs.be(False, verb.plural)
    return [*_subject(draft), *write(be, "verb implied by the report"), *_after_subject(draft, draft.keep)]


def _make_participle(draft: Draft, verb: _Verb) -> list[Piece]:
    head = draft.head
    reason = f"{verbs.CHANGED} (“{head.text}” in the text)"
    finite = verbs.participle_finite(head, _governing(head), verb.plural)
    before = {i for i in draft.keep if i < head.i and head.doc[i].dep_ in {"advmod", "neg"}}
    auxiliary = {word.i for word in auxiliaries(head)}
    words = [*write(finite, reason), *_words(head.doc, draft.keep - {head.i} - before - auxiliary)]
    return [*_subject(draft), *_words(head.doc, before), *words]


def _make_apposition(draft: Draft, verb: _Verb) -> list[Piece]:
    be = verbs.be(is_past(_governing(draft.head)), verb.plural)
    return [*_subject(draft), *write(be, "verb implied"), *_words(draft.head.doc, draft.keep)]


def _governing(verb: Word) -> Word:
    """Find the main verb that a participle or a description takes its time from."""
    return next((word for word in verb.ancestors if is_predicate(word) and is_finite(word)), verb.head)


def _make_small(draft: Draft, verb: _Verb) -> list[Piece]:
    reason = "verb implied by the report"
    return [*_subject(draft), *write(verbs.be(True, verb.plural), reason), *_after_subject(draft, draft.keep)]


def _make_exists(draft: Draft, verb: _Verb) -> list[Piece]:
    there = f"There {verbs.be(verb.reported_past, is_plural(draft.head))}"
    words = _words(draft.head.doc, draft.keep)
    if words:
        words[0].text = (
            words[0].text.lower()
            if words[0].token is not None and words[0].token.pos_ != "PROPN"
            else words[0].text
        )
    return [*write(there, "verb implied by the report"), *words]


def _make_amount(draft: Draft, verb: _Verb) -> list[Piece]:
    return [
        *_subject(draft),
        *write(verbs.be(False, verb.plural), "verb implied by the report"),
        *_after_subject(draft, draft.keep),
    ]


def _make_blame(draft: Draft, verb: _Verb) -> list[Piece]:
    responsible = f"{verbs.be(False, verb.plural)} to blame for"
    return [*_subject(draft), *write(responsible, "verb form changed"), *_after_subject(draft, draft.keep)]


_FORMS = {
    "clause": _make_clause,
    "passive": _make_passive,
    "perfect": _make_perfect,
    "infinitive": _make_infinitive,
    "participle": _make_participle,
    "apposition": _make_apposition,
    "small": _make_small,
    "exists": _make_exists,
    "amount": _make_amount,
    "blame": _make_blame,
    "demand": lambda draft, _: _make_modal(draft, "should"),
    "promise": lambda draft, _: _make_modal(draft, "will"),
    "naming": _make_naming,
}


def _words(doc: Paragraph, positions: set[int]) -> list[Piece]:
    return take(doc[i] for i in sorted(positions))


def _subject(draft: Draft) -> list[Piece]:
    if draft.subject is None:
        return []
    words = draft.subject_words
    reason = None if draft.quoted.issuperset(words) else IMPLIED
    return take((draft.head.doc[i] for i in words), reason)


def _after_subject(draft: Draft, positions: set[int]) -> list[Piece]:
    return _words(draft.head.doc, positions - set(draft.subject_words))


def _put_subject(draft: Draft, helpers: list[Piece], body: list[Piece]) -> list[Piece]:
    pronoun = own_subject(draft.head)
    if pronoun is not None:  # "which" or "who" gives way to what it stands for
        body = [piece for piece in body if piece.token is None or piece.token.i != pronoun.i]
    return [*_subject(draft), *helpers, *body]


def _rewrite(words: list[Word], changes: verbs.Rewrites) -> list[Piece]:
    out: list[Piece] = []
    for token in words:
        text, reason = changes.get(token.i, (token.text, ""))
        if token.i not in changes:
            out += take([token])
        elif text:
            out += [Piece(word, token, reason) for word in text.split()]
    return out


def _change_verb(head: Word, verb: _Verb, helpers: list[Word]) -> verbs.Rewrites:
    if verb.denied:
        return verbs.negate(head, verb.plural, verb.reported_past)
    infinitive = [word for word in head.children if word.dep_ == "aux" and word.lower_ == "to"]
    if head.tag_ in {"VB", "VBN"} and infinitive and own_subject(head) is not None:
        return verbs.make_future(head, infinitive[0], verb.plural)
    shifted = verb.reported_past and not keeps_would(head)
    return verbs.shift_back(head, verb.plural, helpers) if shifted else {}


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

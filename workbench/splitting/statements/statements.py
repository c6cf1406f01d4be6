"""Restate a clause so that it stands alone: neutral, without the verb of saying, every added word accounted
for.
"""

from __future__ import annotations

from workbench.splitting.clauses.brackets import is_year
from workbench.splitting.clauses.drafts import Draft
from workbench.splitting.judgement.conditions import keeps_would
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import auxiliaries, is_finite, is_past, is_predicate, own_subject
from workbench.splitting.references.charges import name_charge
from workbench.splitting.references.frames import Frame
from workbench.splitting.references.pronouns import replace_pronouns
from workbench.splitting.statements import nominal, reported, verbs
from workbench.splitting.statements.dated import Calendar, make_dates_absolute
from workbench.splitting.statements.parted_nouns import make_nouns_single
from workbench.splitting.statements.pieces import Piece, take, tidy, write
from workbench.splitting.statements.placing import put_words
from workbench.splitting.statements.silence import find_silent
from workbench.splitting.statements.subjects import (
    Verb,
    make_agree,
    make_singular,
    read_verb,
    take_subject,
    take_words,
)


def make_statement(draft: Draft, frame: Frame, calendar: Calendar) -> list[Piece]:
    """Give the pieces of a draft's statement, tidied; empty when nothing is left to say."""
    verb = read_verb(draft)
    pieces = make_nouns_single(_FORMS[draft.form](draft, verb), draft)
    pieces = name_charge(replace_pronouns(pieces, draft, frame), draft, frame)
    return tidy(make_dates_absolute(pieces, calendar))


def _make_clause(draft: Draft, verb: Verb) -> list[Piece]:
    head = draft.head
    silent = find_silent(draft)
    words = [head.doc[i] for i in sorted(draft.keep - silent)]
    helpers = [head.doc[i] for i in draft.helpers]
    changes = _change_verb(head, verb, helpers)
    if draft.subject is not None and draft.subject is own_subject(head):
        changes = {**make_agree(helpers, verb.plural), **changes}  # "one was killed and 11 wounded"
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


def _make_participle(draft: Draft, verb: Verb) -> list[Piece]:
    head = draft.head
    reason = f"{verbs.CHANGED} (“{head.text}” in the text)"
    finite = verbs.participle_finite(head, _governing(head), verb.plural).lower()
    before = {i for i in draft.keep if i < head.i and head.doc[i].dep_ in {"advmod", "neg"}}
    auxiliary = {word.i for word in auxiliaries(head)}
    words = [*write(finite, reason), *take_words(head.doc, draft.keep - {head.i} - before - auxiliary)]
    return [*take_subject(draft), *take_words(head.doc, before), *words]


def _make_apposition(draft: Draft, verb: Verb) -> list[Piece]:
    be = verbs.be(is_past(_governing(draft.head)), verb.plural)
    if is_year(draft.head):
        be += " from"  # "the treaty of Orlen (1992)"
    return [*take_subject(draft), *write(be, "verb implied"), *take_words(draft.head.doc, draft.keep)]


def _governing(verb: Word) -> Word:
    """Find the main verb that a participle or a description takes its time from."""
    return next((word for word in verb.ancestors if is_predicate(word) and is_finite(word)), verb.head)


_FORMS = {
    "clause": _make_clause,
    "passive": reported.make_passive,
    "perfect": reported.make_perfect,
    "infinitive": reported.make_infinitive,
    "participle": _make_participle,
    "apposition": _make_apposition,
    "small": reported.make_small,
    "exists": nominal.make_exists,
    "needed": lambda draft, _: nominal.make_there(draft, "should be"),
    "coming": lambda draft, _: nominal.make_there(draft, "will be"),
    "absent": nominal.make_absent,
    "held": nominal.make_held,
    "untrue": lambda draft, _: nominal.make_untrue(draft),
    "received": lambda draft, _: nominal.make_received(draft),
    "faulted": lambda draft, _: nominal.make_faulted(draft),
    "amount": reported.make_amount,
    "blame": nominal.make_blame,
    "demand": lambda draft, _: reported.make_modal(draft, "should"),
    "promise": lambda draft, _: reported.make_modal(draft, "will"),
    "naming": reported.make_naming,
}


def _put_subject(draft: Draft, helpers: list[Piece], body: list[Piece]) -> list[Piece]:
    pronoun = own_subject(draft.head)
    if pronoun is not None:  # "which" or "who" gives way to what it stands for
        body = [piece for piece in body if piece.token is None or piece.token.i != pronoun.i]
    return [*take_subject(draft), *helpers, *body]


def _rewrite(words: list[Word], changes: verbs.Rewrites) -> list[Piece]:
    out: list[Piece] = []
    for token in words:
        text, reason = changes.get(token.i, (token.text, ""))
        if token.i not in changes:
            out += take([token])
        elif text:
            out += [Piece(word, token, reason) for word in text.split()]
    return out


def _change_verb(head: Word, verb: Verb, helpers: list[Word]) -> verbs.Rewrites:
    if verb.denied:
        return verbs.negate(head, verb.plural, verb.reported_past)
    infinitive = [word for word in head.children if word.dep_ == "aux" and word.lower_ == "to"]
    if head.tag_ in {"VB", "VBN", "VBG"} and infinitive and own_subject(head) is not None:
        return verbs.make_future(head, infinitive[0], verb.plural)
    changes = make_singular(head) if verb.parted else {}
    shifted = verb.reported_past and not keeps_would(head)
    return {**changes, **verbs.shift_back(head, verb.plural, helpers)} if shifted else changes

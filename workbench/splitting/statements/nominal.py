"""Restate what somebody says with a noun alone: "demanded an inquiry" is "There should be an inquiry"."""

from __future__ import annotations

from dataclasses import replace

from workbench.splitting.clauses.drafts import Draft
from workbench.splitting.parsing.tree import child_with, is_plural
from workbench.splitting.statements import verbs
from workbench.splitting.statements.pieces import Piece, write
from workbench.splitting.statements.subjects import (
    Verb,
    find_left,
    take_after_subject,
    take_subject,
    take_words,
)

_IMPLIED = "verb implied by the report"
_HAVING = {"responsibility": ("bears", "bear", "bore")}  # else "has"
_DROPPED = frozenset({"any", "a", "an", "some"})  # "no" stands in their place


def make_exists(draft: Draft, verb: Verb) -> list[Piece]:
    left = find_left(draft.head, draft.keep)
    return make_there(draft, verbs.be(verb.reported_past, is_plural(left, draft.keep)))


def make_there(draft: Draft, verb: str) -> list[Piece]:
    return [*write(f"There {verb}", _IMPLIED), *_take_noun(draft, draft.keep)]


def make_absent(draft: Draft, verb: Verb) -> list[Piece]:
    be = verbs.be(verb.reported_past, is_plural(draft.head))
    return [*write(f"There {be} no", _IMPLIED), *_take_noun(draft, draft.keep - _find_any(draft))]


def make_held(draft: Draft, verb: Verb) -> list[Piece]:
    one, several, past = _HAVING.get(draft.head.lemma_.lower(), ("has", "have", "had"))
    has = past if verb.reported_past else several if verb.plural else one
    words = f"{has} no" if verb.denied else has
    kept = draft.keep - (_find_any(draft) if verb.denied else set())
    return [*take_subject(draft), *write(words, _IMPLIED), *take_after_subject(draft, kept)]


def make_untrue(draft: Draft) -> list[Piece]:
    untrue = f"{verbs.be(False, is_plural(draft.head))} not true"
    told = take_words(draft.head.doc, draft.keep)
    if told and told[0].text.lower() in {"a", "an"}:
        told[0] = replace(told[0], text="the", reason=f"“{told[0].text}” in the text")
    return [*told, *write(untrue, _IMPLIED)]


def make_received(draft: Draft) -> list[Piece]:
    words = take_after_subject(draft, draft.keep)
    return [*take_subject(draft), *write("will get", _IMPLIED), *words]


def make_faulted(draft: Draft) -> list[Piece]:
    blamed = f"{verbs.be(False, is_plural(draft.head))} to blame"
    return [*take_words(draft.head.doc, draft.keep), *write(blamed, _IMPLIED)]


def make_blame(draft: Draft, verb: Verb) -> list[Piece]:
    responsible = f"{verbs.be(False, verb.plural)} to blame for"
    return [
        *take_subject(draft),
        *write(responsible, "verb form changed"),
        *take_after_subject(draft, draft.keep),
    ]


def _take_noun(draft: Draft, words: set[int]) -> list[Piece]:
    told = take_words(draft.head.doc, words)
    if told and told[0].token is not None and told[0].token.pos_ != "PROPN":
        told[0].text = told[0].text.lower()
    return told


def _find_any(draft: Draft) -> set[int]:
    determiner = child_with(draft.head, "det")
    return {determiner.i} if determiner is not None and determiner.lower_ in _DROPPED else set()

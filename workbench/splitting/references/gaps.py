"""Nouns that a second clause leaves out: "two bridges fell and a third (bridge) was damaged"."""

from __future__ import annotations

from workbench.splitting.clauses.drafts import Draft
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import (
    child_with,
    own_subject,
)
from workbench.splitting.references.frames import Frame
from workbench.splitting.statements.pieces import Piece, take, write

LEFT_OUT = "noun left out in the text"
_COUNTED = frozenset({"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})


def fill_gaps(pieces: list[Piece], draft: Draft, subject: Word | None, frame: Frame) -> list[Piece]:
    """Put the noun back that a second clause leaves out: "two bridges fell and a third (bridge) was
    damaged".
    """
    before = frame.before
    if before is None:
        return pieces
    other = before.subject or own_subject(before.head)
    if subject is not None and subject.lower_ in _COUNTED and other is not None and other.tag_ == "NNS":
        return _insert_after(pieces, subject, write(other.lemma_, LEFT_OUT))
    counted, thing = child_with(draft.head, "dobj", "attr"), child_with(before.head, "dobj", "attr")
    if counted is None or thing is None or counted.pos_ != "NUM" or draft.head.lemma_ != before.head.lemma_:
        return pieces
    if child_with(counted, "prep") is not None or child_with(thing, "nummod") is None:
        return pieces
    nouns = [
        word
        for word in thing.lefts
        if word.dep_ in {"amod", "compound"} and word.pos_ in {"ADJ", "NOUN", "PROPN"}
    ]
    return _insert_after(pieces, counted, take([*nouns, thing], LEFT_OUT))


def _insert_after(pieces: list[Piece], token: Word, added: list[Piece]) -> list[Piece]:
    place = next(
        (n for n, piece in enumerate(pieces) if piece.token is not None and piece.token.i == token.i), None
    )
    return pieces if place is None else [*pieces[: place + 1], *added, *pieces[place + 1 :]]

"""Verbs beside a name that was put for a pronoun: "they're" is "the rebels are", "we have" is "it has"."""

from __future__ import annotations

from workbench.splitting.parsing.inflection import present_tense
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import (
    auxiliaries,
    child_with,
)
from workbench.splitting.statements.pieces import Piece

AGREEING = {
    "have": "has",
    "are": "is",
    "were": "was",
    "am": "is",
    "do": "does",
    "’ve": "has",
    "'ve": "has",
    "’re": "is",
    "'re": "is",
}


def write_out(piece: Piece, head: Word) -> Piece:
    """Write "’s" as "is" or "has" once a name stands before it."""
    token = piece.token
    if (
        token is None
        or not token.text.startswith(("’", "'"))
        or (token != head and token.head != head)
        or token.i > head.i
    ):
        return piece
    perfect = head.tag_ == "VBN" and child_with(head, "auxpass") is None and token != head
    full = {"s": "has" if perfect else "is", "re": "are", "ve": "have", "ll": "will", "m": "am"}.get(
        token.text[1:]
    )
    return piece if full is None else Piece(full, token, f"“{token.text}” written out")


def make_agree(piece: Piece, head: Word) -> Piece:
    """Change "have" to "has" once "we" has become one speaker."""
    token = piece.token
    if token is None and piece.text == "have" and piece.reason:
        return Piece("has", token, piece.reason)
    if (
        token is None
        or (piece.reason is not None and "written out" not in piece.reason)
        or (token != head and token.dep_ not in {"aux", "auxpass"})
    ):
        return piece
    reason = f"verb form changed (“{token.text}” in the quotation)"
    first = (auxiliaries(head) or [head])[0]
    if piece.text in AGREEING and token == first:
        return Piece(AGREEING[piece.text], token, reason)
    if token == head and token.tag_ == "VBP" and not auxiliaries(head):
        return Piece(present_tense(token.lemma_, False), token, reason)
    return piece

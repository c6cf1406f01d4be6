"""Put full names for the short ones of a statement."""

from __future__ import annotations

from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import (
    core_phrase,
)
from workbench.splitting.references.frames import Frame
from workbench.splitting.references.shortnames import Names
from workbench.splitting.statements.pieces import Piece


def write_full_name(pieces: list[Piece], subject: Word | None, frame: Frame) -> list[Piece]:
    """Put "the Aldane Union’s monitoring mission" for "the mission"."""
    if subject is None or frame.full is None:
        return pieces
    short = core_phrase(subject)
    places = [n for n, piece in enumerate(pieces) if piece.token is not None and piece.token.i in short]
    if not places or len(places) != len(short) or places[-1] - places[0] != len(short) - 1:
        return pieces
    words = " ".join(piece.text for piece in pieces[places[0] : places[-1] + 1])
    name = [Piece(word, None, stands_for(words), words) for word in frame.full.spoken.split()]
    return [*pieces[: places[0]], *name, *pieces[places[-1] + 1 :]]


def write_names(pieces: list[Piece], names: Names) -> list[Piece]:
    """Put "the Kestrow plant" for "the plant", unless the statement has the full name already."""
    out = list(pieces)
    for piece in pieces:
        token = piece.token
        own = token is not None and piece.reason is None and piece.text == token.text
        full = names.find(token) if own and token is not None else None
        if full is None or token is None or _holds(out, full, token):
            continue
        place = next((n for n, one in enumerate(out) if one is piece), None)
        if place is None:
            continue
        start = place - (token.tag_ == "NN")
        first = out[start]
        if first.token is None or first.reason is not None or first.token.i != token.i - (place - start):
            continue
        words = " ".join(one.text for one in out[start : place + 1])
        name = [Piece(word, token, stands_for(words), words) for word in full.split()]
        out = [*out[:start], *name, *out[place + 1 :]]
    return out


def stands_for(words: str) -> str:
    return f"what “{words}” stands for"


def _holds(pieces: list[Piece], full: str, token: Word) -> bool:
    """Tell whether a statement says already which one is meant."""
    said = {piece.text.lower() for piece in pieces if piece.token != token}
    telling = [word for word in full.split() if word[:1].isupper() and word != token.text]
    return any(word.lower() in said for word in telling)

"""What "such equipment" is like, where the sentence before names it: "Western-supplied equipment"."""

from __future__ import annotations

from workbench.splitting.parsing.parsed import Word
from workbench.splitting.references.frames import Frame
from workbench.splitting.statements.pieces import Piece, write

_DESCRIBING = frozenset({"amod", "compound", "nmod"})


def name_such(pieces: list[Piece], frame: Frame) -> list[Piece]:
    """Put the description for "such", if the sentence before has that noun once, described."""
    if frame.quoted or frame.scene.sentence is None:
        return pieces
    out: list[Piece] = []
    for piece in pieces:
        told = _find_description(piece.token, frame) if piece.reason is None else None
        out += [piece] if told is None else write(told, "“such” in the text")
    return out


def _find_description(such: Word | None, frame: Frame) -> str | None:
    if such is None or such.lower_ != "such" or such.i + 1 >= len(such.doc):
        return None
    noun = such.nbor()
    if noun.pos_ != "NOUN":
        return None  # "such as", "such an attack"
    named = [
        word for word in frame.scene.sentence or () if word.lemma_ == noun.lemma_ and word.pos_ == "NOUN"
    ]
    if len(named) != 1 or named[0].tag_ != noun.tag_:
        return None
    first = next((word for word in named[0].lefts if word.dep_ in _DESCRIBING), None)
    if first is None or first.lower_ in {"such", "other", "same"}:
        return None
    return named[0].doc.text[first.left_edge.idx : named[0].idx].strip()

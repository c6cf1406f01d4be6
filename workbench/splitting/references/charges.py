"""What "the accusation" is that somebody rejects: what the sentence before accused somebody of."""

from __future__ import annotations

from workbench.splitting.clauses.drafts import Draft
from workbench.splitting.parsing.tree import child_with
from workbench.splitting.references.frames import Frame
from workbench.splitting.statements.pieces import Piece, write

TOLD_BEFORE = "what was said in the sentence before"
_CHARGES = frozenset({"accusation", "allegation", "charge"})
_LOWERED = frozenset({"The", "A", "An", "Its", "Their", "There", "Two", "Three", "Some"})


def is_charge(draft: Draft) -> bool:
    """Tell whether a claim is what somebody is accused of."""
    if not draft.chain:
        return False
    return any(draft.head.doc[i].lemma_.lower() in {"accuse", "allege"} for i in draft.chain[-1].cue)


def name_charge(pieces: list[Piece], draft: Draft, frame: Frame) -> list[Piece]:
    """Say of "the accusation is not true" which one it is."""
    charge, noun = frame.scene.charge, draft.head
    named = child_with(noun, "det") is not None and not any(child.i > noun.i for child in noun.children)
    if draft.form != "untrue" or charge is None or not named or noun.lemma_.lower() not in _CHARGES:
        return pieces
    first, _, rest = charge.partition(" ")
    told = f"that {first.lower() if first in _LOWERED else first} {rest}"
    place = next((n for n, piece in enumerate(pieces) if piece.token == noun), None)
    if place is None:
        return pieces
    return [*pieces[: place + 1], *write(told, TOLD_BEFORE), *pieces[place + 1 :]]

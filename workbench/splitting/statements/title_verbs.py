"""Verbs as headlines write them: "was destroyed" is "destroyed", "has shown" is "showed"."""

from __future__ import annotations

from workbench.splitting.parsing.inflection import past_from_participle
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import AUXILIARIES, auxiliaries, child_with, own_subject
from workbench.splitting.statements.pieces import Piece

BE = frozenset({"is", "are", "was", "were", "am", "been", "’s", "'s", "’re", "'re"})
HAVE = frozenset({"has", "have", "had", "’ve", "'ve", "’d", "'d"})

_IMPLIED = "verb implied"


def shorten_hedges(pieces: list[Piece]) -> list[Piece]:
    """Write "what is claimed to be" as "claimed"."""
    words = [piece.text.lower() for piece in pieces]
    for start, word in enumerate(words):
        if (
            word == "what"
            and words[start + 1 : start + 2]
            and words[start + 1] in BE
            and words[start + 3 : start + 5] == ["to", "be"]
        ):
            return [*pieces[:start], pieces[start + 2], *pieces[start + 5 :]]
    return pieces


def shorten_verbs(pieces: list[Piece], head: Word) -> list[Piece]:
    """Drop "is", "was", "has" as headlines do; a participle after "has" becomes the past: "has shown",
    "showed".
    """
    if pieces and pieces[0].text == "There" and pieces[0].token is None:
        return pieces[2:] if pieces[1].text in BE else pieces  # "There should be new sanctions"
    subject = own_subject(head)
    if subject is not None and subject.pos_ == "PRON" and any(one.token == subject for one in pieces):
        return pieces  # "It was not built" is no headline in any case
    passive = child_with(head, "auxpass") is not None
    negated = child_with(head, "neg") is not None and not passive
    lasting = any(word.dep_ == "prep" and word.lower_ == "since" for word in head.children) and not passive
    modal = any(word.tag_ in {"MD", "TO"} or word.lower_ == "to" for word in auxiliaries(head))
    kept: list[Piece] = []
    perfect = False
    for index, piece in enumerate(pieces):
        word, own = piece.text.lower(), _belongs_to_verb(piece, head)
        last = index + 1 == len(pieces)
        implied = piece.token is None and piece.reason is not None and piece.reason.startswith(_IMPLIED)
        after = None if last else pieces[index + 1].token
        if implied and after is not None and after.tag_ not in {"VBN", "JJ", "VBG"}:
            kept.append(piece)
            continue
        if word == "been" and any(one.text.lower() in HAVE and _belongs_to_verb(one, head) for one in kept):
            kept.append(piece)
            continue
        if (
            own
            and word in BE
            and not modal
            and not last
            and (piece.token != head or _is_droppable_copula(head))
        ):
            continue
        denied = not last and pieces[index + 1].text == "not" and not passive
        if (
            own
            and word in HAVE
            and not last
            and not denied
            and piece.token != head
            and not (modal or negated or lasting)
        ):
            perfect = not passive
            continue
        if perfect and (piece.token == head or (piece.token is None and own)) and word not in BE | {"not"}:
            piece, perfect = Piece(past_from_participle(piece.text), piece.token, piece.reason), False
        kept.append(piece)
    return kept


def _belongs_to_verb(piece: Piece, head: Word) -> bool:
    if piece.token is None:
        return bool(piece.reason and piece.reason.startswith("verb"))
    return piece.token == head or (piece.token.dep_ in AUXILIARIES and piece.token.head in {head, head.head})


def _is_droppable_copula(head: Word) -> bool:
    subject = own_subject(head)
    empty = subject is not None and (
        subject.dep_ == "expl" or subject.lower_ in {"it", "there", "this", "that"}
    )
    return not empty and child_with(head, "attr", "ccomp", "xcomp") is None

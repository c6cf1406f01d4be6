"""Replace "it", "they", "we" and "its" where only one reading is likely; else leave them as they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.splitting.clauses import Draft
from workbench.splitting.inflection import present_tense
from workbench.splitting.pieces import Piece, write
from workbench.splitting.speakers import PRONOUNS, Speaker, agrees
from workbench.splitting.tree import child_with, own_subject

if TYPE_CHECKING:
    from spacy.tokens import Token

FIRST_PERSON = frozenset({"we", "i"})
_OWNERS = frozenset({"its", "their", "his", "her"})
_FIRST_OWNERS = frozenset({"our", "my"})
_AGREEING = {"have": "has", "are": "is", "were": "was", "am": "is", "do": "does", "’ve": "has", "'ve": "has", "’re": "is", "'re": "is"}


@dataclass(frozen=True, slots=True)
class Frame:
    """What pronouns can mean here. speaker: who says it. quoted: in their own words. earlier: the subject before."""

    speaker: Speaker | None
    quoted: bool
    earlier: Speaker | None


def replace_pronouns(pieces: list[Piece], draft: Draft, frame: Frame) -> list[Piece]:
    """Put names for pronouns, each marked as added."""
    out: list[Piece] = []
    subject = own_subject(draft.head)
    first_changed = False
    for piece in pieces:
        token = piece.token
        name = _read_pronoun(token, subject, draft, frame) if token is not None else None
        if name is None or token is None:
            out.append(piece)
            continue
        first_changed = first_changed or (token == subject and token.lower_ in FIRST_PERSON)
        out += write(name, f"resolved pronoun “{token.text}”")
    if first_changed and frame.speaker is not None and not frame.speaker.plural:
        out = [_make_agree(piece, draft.head) for piece in out]
    return out


def _read_pronoun(token: Token, subject: Token | None, draft: Draft, frame: Frame) -> str | None:
    word = token.lower_
    if frame.quoted and frame.speaker is not None:
        if word in FIRST_PERSON:
            return frame.speaker.spoken
        if word in _FIRST_OWNERS:
            return frame.speaker.owner
        if word == "us" and token.is_lower:
            return frame.speaker.spoken
    if token == subject and word in PRONOUNS:
        return _read_subject(token, draft, frame)
    if word in _OWNERS and subject is not None and token in set(subject.subtree) and not frame.quoted:
        owner = frame.speaker or frame.earlier
        return owner.owner if owner is not None and agrees(word, owner) else None
    return None


def _read_subject(token: Token, draft: Draft, frame: Frame) -> str | None:
    if _is_empty_it(token):
        return None
    speaker = None if frame.quoted else frame.speaker
    active = child_with(draft.head, "auxpass") is None
    if speaker is not None and agrees(token.lower_, speaker) and (active or token.lower_ != "it"):
        return speaker.spoken
    if frame.earlier is not None and speaker is None and agrees(token.lower_, frame.earlier):
        return frame.earlier.spoken
    return None


def _is_empty_it(token: Token) -> bool:
    """The "it" of "it is clear that …" stands for nothing."""
    head = token.head
    return token.lower_ == "it" and (
        token.dep_ == "expl"
        or child_with(head, "ccomp", "csubj") is not None
        or (head.lemma_ == "be" and (child_with(head, "advcl", "xcomp", "relcl", "acl") is not None))
    )


def _make_agree(piece: Piece, head: Token) -> Piece:
    """Change "have" to "has" once "we" has become one speaker."""
    token = piece.token
    if token is None or piece.reason is not None or not (token == head or (token.head == head and token.dep_.startswith("aux"))):
        return piece
    if token.lower_ in _AGREEING:
        return Piece(_AGREEING[token.lower_], token, f"verb form changed (“{token.text}” in the quotation)")
    if token == head and token.tag_ == "VBP":
        return Piece(present_tense(token.lemma_, False), token, f"verb form changed (“{token.text}” in the quotation)")
    return piece

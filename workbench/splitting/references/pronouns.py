"""Replace "it", "they", "we", "its", "such" and "the ministry" where only one reading is likely; else leave
them as they are.
"""

from __future__ import annotations

from workbench.splitting.clauses.drafts import Draft
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import (
    own_subject,
)
from workbench.splitting.references.frames import Frame
from workbench.splitting.references.fullnames import write_full_name, write_names
from workbench.splitting.references.gaps import fill_gaps
from workbench.splitting.references.references import FIRST_PERSON, read_pronoun
from workbench.splitting.references.suchlike import name_such
from workbench.splitting.statements.pieces import Piece
from workbench.splitting.statements.subject_verbs import make_agree, write_out

# Subjects put in from elsewhere may be pronouns themselves.
_RESOLVABLE = frozenset({None, "subject implied by the report"})
_NOMINATIVES = {"us": "we", "them": "they", "him": "he", "me": "I"}  # of the accused
_MODALS = frozenset({"should", "will", "would", "must"})


def replace_pronouns(pieces: list[Piece], draft: Draft, frame: Frame) -> list[Piece]:
    """Put names for pronouns and nouns for gaps, each marked as added."""
    subject = draft.subject or own_subject(draft.head)
    out: list[Piece] = []
    for piece in write_full_name(pieces, subject, frame):
        token = piece.token if piece.reason in _RESOLVABLE else None
        name = read_pronoun(token, subject, draft, frame) if token is not None else None
        if name is None or token is None:
            out.append(_put_case(piece, subject))
            continue
        reason = f"resolved pronoun “{token.text}”"
        place = None if token == subject else token  # so that a title can drop it with the phrase it is in
        out += [Piece(word, place, reason) for word in name.split()]
    replaced = subject is not None and not any(piece.token == subject for piece in out)
    if replaced and subject is not None:
        out = [write_out(piece, draft.head) for piece in out]
        first = frame.first_person
        bare = any(piece.reason and piece.text in _MODALS for piece in out)  # "should leave"
        if subject.lower_ in FIRST_PERSON | {"us"} and not bare and first is not None and not first.plural:
            out = [make_agree(piece, draft.head) for piece in out]
    out = name_such(write_names(out, frame.names), frame)
    return fill_gaps(out, draft, subject, frame)


def _put_case(piece: Piece, subject: Word | None) -> Piece:
    """Make "us" of "accuses us of" a subject."""
    word = _NOMINATIVES.get(piece.text)
    if word is None or piece.token is None or piece.token != subject:
        return piece
    return Piece(word, piece.token, f"“{piece.text}” in the text")

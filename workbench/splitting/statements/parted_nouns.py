"""Plural nouns of which one is left: "the towns of Orsk and Tarn" cut to "the town of Orsk"."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from workbench.splitting.clauses.drafts import Draft
from workbench.splitting.clauses.members import read_members
from workbench.splitting.clauses.relatives import KINDS_OF_PLACE
from workbench.splitting.lexicon import word_set
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import child_with, children_with
from workbench.splitting.statements.pieces import Piece

# Each thing has one of these.
_ONE_EACH = KINDS_OF_PLACE | word_set(
    "minister ministry chief head president mayor governor commander leader premier capital"
)
_UNITS = word_set("battalion brigade division army corps regiment company fleet floor round phase")
_KINDS = frozenset({"NOUN", "PROPN", "ADJ"})


def make_nouns_single(pieces: Sequence[Piece], draft: Draft) -> list[Piece]:
    """Put "town" for "towns" where the statement names but one of them."""
    kept = {*draft.quoted, *draft.subject_words}
    return [_make_single(piece, kept) for piece in pieces]


def _make_single(piece: Piece, kept: AbstractSet[int]) -> Piece:
    noun = piece.token
    if noun is None or noun.tag_ != "NNS" or piece.text != noun.text or not _is_left_alone(noun, kept):
        return piece
    return replace(piece, text=noun.lemma_, reason=f"number changed (“{noun.text}” in the text)")


def _is_left_alone(noun: Word, kept: AbstractSet[int]) -> bool:
    lemma = noun.lemma_.lower()
    if lemma in _UNITS:
        firsts = [word for word in children_with(noun, "amod") if word.ent_type_ == "ORDINAL"]
    elif lemma in _ONE_EACH:
        links = [word for word in children_with(noun, "prep") if word.lower_ == "of"]
        firsts = [thing for link in links if (thing := child_with(link, "pobj")) is not None]
    else:
        return False
    if child_with(noun, "nummod") is not None:
        return False
    lists = [read_members(first, range(len(noun.doc)), _KINDS) for first in firsts]
    return any(len(one) > 1 and sum(word.i in kept for word in one) == 1 for one in lists)

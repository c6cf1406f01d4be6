"""News-style titles: "Sabotage unit destroyed in Kursk", "Around 30 km from border"."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from workbench.splitting import lexicon
from workbench.splitting.gazetteer import read_peoples
from workbench.splitting.inflection import past_from_participle
from workbench.splitting.pieces import Piece, join, tidy
from workbench.splitting.records import TITLE_LENGTH
from workbench.splitting.tree import AUXILIARIES, child_with, indices, own_subject

if TYPE_CHECKING:
    from spacy.tokens import Token

_WANTED = 62  # characters; a title grows past this only when nothing more can go
_ARTICLES = frozenset({"the", "a", "an"})
_PALE = frozenset(
    """recent ongoing current international significant rapidly quickly newly particularly especially also still already
    very heavily entire whole certain overall""".split()
)
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "am", "’s", "'s", "’re", "'re"})
_HAVE = frozenset({"has", "have", "had", "’ve", "'ve", "’d", "'d"})
_DISTANCES = frozenset({"km", "kilometres", "kilometers", "miles", "metres", "meters", "m"})
_WEAK_ENDINGS = _ARTICLES | _BE | _HAVE | frozenset("of in on at to for with from by and or but that as its their than".split())


def make_title(pieces: list[Piece], head: Token) -> str:
    """Shorten a statement to a title of at most 75 characters that still reads as a headline."""
    kept = _shorten_verbs(_drop_small_words(pieces), head)
    kept = _drop_subject_of_distance(kept, head)
    kept = [piece for piece in kept if not _hangs_under(piece, _is_side_clause, head)]
    kept = tidy(kept)
    for drop in _DROPS:
        while len(join(kept)) > _WANTED and (shorter := drop(kept, head)) is not None:
            kept = tidy(shorter)
    return cut_title(join(kept))


def cut_title(title: str) -> str:
    """Cut between words where a title is still too long, and leave no weak word at its end."""
    if len(title) <= TITLE_LENGTH:
        return title
    room = title[: TITLE_LENGTH - 1]
    kept = room.rsplit(" ", 1)[0] if " " in room[TITLE_LENGTH // 2 :] else room
    parts = kept.split(" ")
    while len(parts) > 1 and parts[-1].lower().strip(",;:") in _WEAK_ENDINGS:
        parts.pop()
    return " ".join(parts).rstrip(" ,;:–—-“‘(") + "…"


def _drop_small_words(pieces: list[Piece]) -> list[Piece]:
    """Leave out articles, pale adjectives, and a nationality where a closer word says what it is ("sabotage unit")."""
    kept = []
    for piece in pieces:
        word = piece.text.lower()
        token = piece.token
        if word in _ARTICLES and (token is None or token.dep_ == "det"):
            continue
        if token is not None and word in _PALE and token.dep_ in {"amod", "advmod"}:
            continue
        if token is not None and token.text in read_peoples() and _is_spare(token):
            continue
        kept.append(piece)
    return kept


def _is_spare(token: Token) -> bool:
    thing = token.head
    compound = any(child.dep_ == "compound" and child.pos_ == "NOUN" for child in thing.children)
    return token.dep_ in {"amod", "compound"} and thing.dep_ == "dobj" and compound


def _shorten_verbs(pieces: list[Piece], head: Token) -> list[Piece]:
    """Drop "is", "was", "has" as headlines do; a participle after "has" becomes the past: "has shown", "showed"."""
    kept: list[Piece] = []
    for index, piece in enumerate(pieces):
        word = piece.text.lower()
        after = pieces[index + 1] if index + 1 < len(pieces) else None
        if word in _BE and _is_droppable_be(piece, after, head):
            continue
        if word in _HAVE and after is not None and _belongs_to_verb(piece, head):
            continue
        follows_have = index > 0 and pieces[index - 1].text.lower() in _HAVE and _belongs_to_verb(pieces[index - 1], head)
        if follows_have and word not in _BE and word != "not":
            piece = Piece(past_from_participle(piece.text), piece.token, piece.reason)
        kept.append(piece)
    return kept


def _belongs_to_verb(piece: Piece, head: Token) -> bool:
    token = piece.token
    if token is None:
        return bool(piece.reason and piece.reason.startswith("verb"))
    return token.dep_ in AUXILIARIES and token.head == head


def _is_droppable_be(piece: Piece, after: Piece | None, head: Token) -> bool:
    token = piece.token
    if after is None:
        return False
    if token is None or token.dep_ in AUXILIARIES:
        there = token is None and after.token is not None and after.token.pos_ in {"DET", "NUM", "NOUN", "ADJ"} and piece.reason
        return not (there and "verb implied" in str(piece.reason)) and (token is None or token.head == head or token.head.head == head)
    subject = own_subject(token)
    named = subject is not None and subject.dep_ != "expl" and subject.lower_ not in {"it", "there", "this", "that"}
    return token == head and named and child_with(token, "attr", "ccomp") is None


def _drop_subject_of_distance(pieces: list[Piece], head: Token) -> list[Piece]:
    """Troops that "are around 30 km from the border" make the title "Around 30 km from border"."""
    if head.lemma_ != "be":
        return pieces
    measured = [child for child in head.subtree if child.lower_ in _DISTANCES and child.i > head.i]
    after = [piece for piece in pieces if piece.token is not None and piece.token.i > head.i]
    lead = [piece.text.lower() for piece in after[:5]]
    return after if measured and "from" in [word.lower_ for word in head.subtree] and set(lead) & _DISTANCES else pieces


def _hangs_under(piece: Piece, test: Callable[[Token, Token], bool], head: Token) -> bool:
    token = piece.token
    if token is None:
        return False
    place_at_end = None
    while token != head and token.head != token:
        if token.dep_ == "prep" and token.lower_ in {"in", "near"}:
            place_at_end = token
        if test(token, head):
            return place_at_end is None or max(indices(token)) != max(indices(place_at_end))
        token = token.head
    return False


def _is_side_clause(token: Token, head: Token) -> bool:
    return token != head and (
        (token.dep_ == "acl" and token.tag_ in {"VBN", "VBG"} and own_subject(head) != token and token.head.dep_ == "dobj"
         and head.tag_ == "VBG")
        or token.dep_ == "appos"
    )  # fmt: skip


def _drop_last(deps: frozenset[str], words: frozenset[str] | None = None) -> Callable[[list[Piece], Token], list[Piece] | None]:
    """Make a step that drops the last part with one of these relations, if the title still says something without it."""

    def drop(pieces: list[Piece], head: Token) -> list[Piece] | None:
        for piece in reversed(pieces):
            token = piece.token
            if token is None or token.dep_ not in deps or token == head or (words is not None and token.lower_ not in words):
                continue
            part = indices(token)
            rest = [other for other in pieces if other.token is None or other.token.i not in part]
            if head.i in part or len(rest) < 3 or _is_needed(token, head):
                continue
            return rest
        return None

    return drop


def _is_needed(token: Token, head: Token) -> bool:
    """A preposition right after a verb without an object completes it ("aims to …", "accused of …")."""
    if token.dep_ != "prep" or token.head != head:
        return bool(token.dep_ == "prep" and token.lower_ == "of" and token.head.dep_ not in {"pobj"})
    return child_with(head, "dobj", "acomp", "attr", "xcomp") is None and not any(
        child.dep_ == "prep" and child.i < token.i and child.i > head.i for child in head.children
    )


_DROPS = (
    _drop_last(frozenset({"advcl", "relcl", "parataxis"})),
    _drop_last(frozenset({"prep"}), frozenset({"including", "given", "despite", "due", "because", "amid", "after", "before"})),
    _drop_last(frozenset({"acl"})),
    _drop_last(frozenset({"prep"})),
    _drop_last(frozenset({"advmod", "npadvmod"}), lexicon.VAGUE_WORDS | _PALE),
)

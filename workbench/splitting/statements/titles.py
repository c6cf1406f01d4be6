"""News-style titles: "Sabotage unit destroyed in Kursk", "Around 30 km from border"."""
# ruff: noqa: RUF001 - typographic quotation marks are data here

from __future__ import annotations

from workbench.splitting import lexicon
from workbench.splitting.findings.gazetteer import read_peoples
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import indices
from workbench.splitting.records import TITLE_LENGTH
from workbench.splitting.references.charges import TOLD_BEFORE
from workbench.splitting.statements.pieces import Piece, join, shorten_names, tidy
from workbench.splitting.statements.title_cuts import cut_parts, drop_days, is_condition
from workbench.splitting.statements.title_verbs import BE, HAVE, shorten_hedges, shorten_verbs

_ARTICLES = frozenset({"the", "a", "an"})
_PALE = lexicon.word_set(
    """recent ongoing current international significant potential rapidly quickly newly also still
    already very heavily entire whole certain overall"""
)
_DISTANCES = frozenset({"km", "kilometres", "kilometers", "miles", "metres", "meters", "m"})
_WEAK_ENDINGS = (
    _ARTICLES
    | BE
    | HAVE
    | lexicon.word_set("of in on at to for with from by and or but that as its their than if")
)


def make_title(pieces: list[Piece], head: Word) -> str:
    """Shorten a statement to a title of at most 75 characters that still reads as a headline."""
    kept = _make_headline(pieces, head)
    if len(join(kept)) > TITLE_LENGTH and any(piece.reason == TOLD_BEFORE for piece in pieces):
        return make_title([piece for piece in pieces if piece.reason != TOLD_BEFORE], head)
    if len(join(kept)) > TITLE_LENGTH:
        kept = _make_headline(shorten_names(pieces), head)
    title = join(_drop_loose_end(cut_parts(kept, head), pieces))
    return cut_title(title.replace(" and, ", " and "))


def _drop_loose_end(kept: list[Piece], pieces: list[Piece]) -> list[Piece]:
    """Drop a preposition whose noun has gone."""
    while len(kept) > 1 and (last := kept[-1].token) is not None and last.dep_ == "prep":
        if kept[-1] is pieces[-1]:
            break
        kept = kept[:-1]
    return kept


def _make_headline(pieces: list[Piece], head: Word) -> list[Piece]:
    kept = shorten_verbs(shorten_hedges(_drop_small_words(drop_days(pieces, head))), head)
    kept = _put_condition_last(_drop_subject_of_distance(kept, head), head)
    return tidy(_drop_side_phrases(kept, head))


def cut_title(title: str) -> str:
    """Cut between words where a title is still too long, and leave no weak word at its end."""
    if len(title) <= TITLE_LENGTH:
        return title
    room = title[: TITLE_LENGTH - 1]
    kept = room.rsplit(" ", 1)[0] if " " in room[TITLE_LENGTH // 2 :] else room
    parts = kept.split(" ")
    while len(parts) > 1 and parts[-1].lower().strip(",;:") in _WEAK_ENDINGS:
        parts.pop()
    return _drop_half_pairs(" ".join(parts)).rstrip(" ,;:–—-“‘(") + "…"


def _drop_half_pairs(title: str) -> str:
    """Leave out what a cut bracket holds, and a quotation mark whose partner was cut off."""
    for opener, closer in (("(", ")"), ("[", "]")):
        if title.count(opener) > title.count(closer):
            title = title[: title.rindex(opener)]
    for opener, closer in (("“", "”"), ("«", "»")):
        if title.count(opener) > title.count(closer):
            title = "".join(title.rsplit(opener, 1))
    return "".join(title.rsplit('"', 1)) if title.count('"') % 2 else title


def _drop_small_words(pieces: list[Piece]) -> list[Piece]:
    """Leave out articles, pale adjectives, and a nationality where a closer word says what it is ("sabotage
    unit").
    """
    kept = []
    for piece in pieces:
        word, token = piece.text.lower(), piece.token
        article = word in _ARTICLES and (
            token is None
            or token.text != piece.text
            or (token.dep_ == "det" and token.head.dep_ != "npadvmod")
        )
        pale = token is not None and word in _PALE and token.dep_ in {"amod", "advmod"}
        spare = token is not None and token.text in read_peoples() and _is_spare(token)
        if not (article or pale or spare):
            kept.append(piece)
    return kept


def _is_spare(token: Word) -> bool:
    thing = token.head
    compound = any(child.dep_ == "compound" and child.pos_ == "NOUN" for child in thing.children)
    return token.dep_ in {"amod", "compound"} and thing.dep_ == "dobj" and compound


def _drop_subject_of_distance(pieces: list[Piece], head: Word) -> list[Piece]:
    """Troops that "are around 30 km from the border" make the title "Around 30 km from border"."""
    after = [piece for piece in pieces if piece.token is not None and piece.token.i > head.i]
    lead = {piece.text.lower() for piece in after[:4]}
    measured = head.lemma_ == "be" and lead & _DISTANCES and any(piece.text == "from" for piece in after[:6])
    return after if measured else pieces


def _drop_side_phrases(pieces: list[Piece], head: Word) -> list[Piece]:
    """Leave out phrases set off from the sentence, with the commas that set them off."""
    aside = [_is_in_side_phrase(piece, head) for piece in pieces]
    kept = []
    for index, piece in enumerate(pieces):
        beside = any(aside[max(0, index - 1) : index]) or any(aside[index + 1 : index + 2])
        if not aside[index] and not (piece.text == "," and beside):
            kept.append(piece)
    return kept


def _put_condition_last(pieces: list[Piece], head: Word) -> list[Piece]:
    for clause in head.children:
        if clause.dep_ == "advcl" and clause.i < head.i and is_condition(clause):
            part = indices(clause)
            condition = [piece for piece in pieces if piece.token is not None and piece.token.i in part]
            rest = [piece for piece in pieces if piece.token is None or piece.token.i not in part]
            if condition and rest:
                condition[0].text = condition[0].text.lower()
                return [*tidy(rest), *condition]
    return pieces


def _is_in_side_phrase(piece: Piece, head: Word) -> bool:
    """Leave out "armed with NATO weapons" and appositions, but keep the place that ends them."""
    token, place = piece.token, None
    while token is not None and token != head and token.head != token:
        if token.dep_ == "prep" and token.lower_ in lexicon.LOCATIVES:
            place = token
        armed = (
            token.dep_ == "acl"
            and token.head.dep_ == "dobj"
            and token.head.head == head
            and head.tag_ == "VBG"
        )
        apart = (
            token.dep_ == "appos"
            and token.left_edge.i > 0
            and token.left_edge.nbor(-1).text in {",", "–", "—", "("}
        )
        if armed or apart:
            return place is None or max(indices(place)) != max(indices(token))
        token = token.head
    return False

"""News-style titles: "Sabotage unit destroyed in Kursk", "Around 30 km from border"."""
# ruff: noqa: RUF001 - typographic quotation marks are data here

from __future__ import annotations

from collections.abc import Callable

from workbench.splitting import lexicon
from workbench.splitting.gazetteer import read_peoples
from workbench.splitting.inflection import past_from_participle
from workbench.splitting.parsed import Word
from workbench.splitting.pieces import Piece, join, tidy
from workbench.splitting.records import TITLE_LENGTH
from workbench.splitting.tree import AUXILIARIES, auxiliaries, child_with, indices, own_subject

_WANTED = (
    62  # characters; side clauses go when a title is longer, other parts only when it can't stand at all
)
_ARTICLES = frozenset({"the", "a", "an"})
_PALE = lexicon.word_set(
    """recent ongoing current international significant potential rapidly quickly newly also still
    already very heavily entire whole certain overall"""
)
_BE = frozenset({"is", "are", "was", "were", "am", "been", "’s", "'s", "’re", "'re"})
_HAVE = frozenset({"has", "have", "had", "’ve", "'ve", "’d", "'d"})
_DISTANCES = frozenset({"km", "kilometres", "kilometers", "miles", "metres", "meters", "m"})
_EXTRAS = frozenset({"including", "given", "despite", "due", "because", "amid", "after", "before"})
_WEAK_ENDINGS = (
    _ARTICLES
    | _BE
    | _HAVE
    | lexicon.word_set("of in on at to for with from by and or but that as its their than if")
)

Drop = Callable[[list[Piece], "Word"], list[Piece] | None]


def make_title(pieces: list[Piece], head: Word) -> str:
    """Shorten a statement to a title of at most 75 characters that still reads as a headline."""
    kept = _shorten_verbs(_shorten_hedges(_drop_small_words(pieces)), head)
    kept = _put_condition_last(_drop_subject_of_distance(kept, head), head)
    kept = tidy(_drop_side_phrases(kept, head))
    for drop, limit in _DROPS:
        while len(join(kept)) > limit and (shorter := drop(kept, head)) is not None:
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
    """Leave out articles, pale adjectives, and a nationality where a closer word says what it is ("sabotage
    unit").
    """
    kept = []
    for piece in pieces:
        word, token = piece.text.lower(), piece.token
        article = word in _ARTICLES and (
            token is None or (token.dep_ == "det" and token.head.dep_ != "npadvmod")
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


def _shorten_hedges(pieces: list[Piece]) -> list[Piece]:
    """Write "what is claimed to be" as "claimed"."""
    words = [piece.text.lower() for piece in pieces]
    for start, word in enumerate(words):
        if (
            word == "what"
            and words[start + 1 : start + 2]
            and words[start + 1] in _BE
            and words[start + 3 : start + 5] == ["to", "be"]
        ):
            return [*pieces[:start], pieces[start + 2], *pieces[start + 5 :]]
    return pieces


def _shorten_verbs(pieces: list[Piece], head: Word) -> list[Piece]:
    """Drop "is", "was", "has" as headlines do; a participle after "has" becomes the past: "has shown",
    "showed".
    """
    if pieces and pieces[0].text == "There" and pieces[0].token is None:
        return pieces[2:]
    passive = child_with(head, "auxpass") is not None
    negated = child_with(head, "neg") is not None and not passive
    modal = any(word.tag_ in {"MD", "TO"} or word.lower_ == "to" for word in auxiliaries(head))
    kept: list[Piece] = []
    perfect = False
    for index, piece in enumerate(pieces):
        word, own = piece.text.lower(), _belongs_to_verb(piece, head)
        last = index + 1 == len(pieces)
        if (
            own
            and word in _BE
            and not modal
            and not last
            and (piece.token != head or _is_droppable_copula(head))
        ):
            continue
        denied = not last and pieces[index + 1].text == "not" and not passive
        if (
            own
            and word in _HAVE
            and not last
            and not denied
            and piece.token != head
            and not modal
            and not negated
        ):
            perfect = not passive
            continue
        if perfect and (piece.token == head or (piece.token is None and own)) and word not in _BE | {"not"}:
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
        if clause.dep_ == "advcl" and clause.i < head.i and _is_condition(clause):
            part = indices(clause)
            condition = [piece for piece in pieces if piece.token is not None and piece.token.i in part]
            rest = [piece for piece in pieces if piece.token is None or piece.token.i not in part]
            if condition and rest:
                condition[0].text = condition[0].text.lower()
                return [*tidy(rest), *condition]
    return pieces


def _is_condition(clause: Word) -> bool:
    mark = child_with(clause, "mark")
    return mark is not None and mark.lower_ in lexicon.CONDITION_OPENERS | {"because"}


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


def _drop_last(deps: frozenset[str], words: frozenset[str] | None = None) -> Drop:
    """Make a step that drops the last part with one of these relations."""

    def drop(pieces: list[Piece], head: Word) -> list[Piece] | None:
        for piece in reversed(pieces):
            if (
                piece.token is None
                or piece.token.dep_ not in deps
                or (words is not None and piece.token.lower_ not in words)
            ):
                continue
            if (rest := _without(pieces, piece.token, head)) is not None:
                return rest
        return None

    return drop


def _drop_phrase(pieces: list[Piece], head: Word) -> list[Piece] | None:
    """Drop the one prepositional phrase that leaves the longest title that fits, else the last."""
    parts = [
        piece.token
        for piece in pieces
        if piece.token is not None and piece.token.dep_ in {"prep", "agent", "acl"}
    ]
    rests = [rest for part in parts if (rest := _without(pieces, part, head)) is not None]
    fitting = [rest for rest in rests if len(join(tidy(rest))) <= TITLE_LENGTH]
    return max(fitting, key=lambda rest: len(join(rest))) if fitting else rests[-1] if rests else None


def _without(pieces: list[Piece], part: Word, head: Word) -> list[Piece] | None:
    """Give the pieces without a part, unless it holds a number, a condition or what the verb can't do
    without.
    """
    gone = indices(part)
    rest = [piece for piece in pieces if piece.token is None or piece.token.i not in gone]
    if part == head or head.i in gone or len(rest) < 3 or _is_needed(part, head):
        return None
    counted = any(word.like_num for word in part.subtree) and part.dep_ != "advcl"
    return None if counted or (part.dep_ == "advcl" and _is_condition(part)) else rest


def _is_needed(part: Word, head: Word) -> bool:
    """A phrase right after a verb without an object completes it ("aims to …"); "of" completes its noun."""
    if part.dep_ not in {"prep", "agent"}:
        return False
    time = child_with(part, "pobj")
    if part.i < head.i or (time is not None and time.ent_type_ in {"DATE", "TIME"}):
        return False
    if part.head != head:
        return part.lower_ == "of" and part.head.dep_ != "pobj"
    between = [child for child in head.children if child.dep_ == "prep" and head.i < child.i < part.i]
    return child_with(head, "dobj", "acomp", "attr", "xcomp") is None and not between


def _drop_adjective(pieces: list[Piece], head: Word) -> list[Piece] | None:
    """Drop the one adjective without which the title fits, if there is one."""
    subject = own_subject(head)
    spared = indices(subject) if subject is not None else set()
    tokens = [piece.token for piece in pieces if piece.token is not None and piece.token.i not in spared]
    parts = [token for token in tokens if token.dep_ in {"amod", "advmod"}]
    rests = [rest for part in reversed(parts) if (rest := _without(pieces, part, head)) is not None]
    return next((rest for rest in rests if len(join(tidy(rest))) <= TITLE_LENGTH), None)


def _drop_owner(pieces: list[Piece], _head: Word) -> list[Piece] | None:
    """Shorten a name that was put in ("The region’s emergency office") to what stood in the text."""
    written = [
        n for n, piece in enumerate(pieces) if piece.token is None and piece.text.endswith(("’s", "'s"))
    ]
    if not written or any(piece.token is not None for piece in pieces[: written[-1]]):
        return None
    return pieces[written[-1] + 1 :]


_DROPS: tuple[tuple[Drop, int], ...] = (
    (_drop_last(frozenset({"advcl", "relcl", "parataxis"})), _WANTED),
    (_drop_last(frozenset({"prep"}), _EXTRAS), _WANTED),
    (_drop_owner, TITLE_LENGTH),
    (_drop_adjective, TITLE_LENGTH),
    (_drop_phrase, TITLE_LENGTH),
    (_drop_last(frozenset({"advmod", "npadvmod", "amod"})), TITLE_LENGTH),
)

"""The parts of a statement that a title can do without, in the order in which they go."""

from __future__ import annotations

from collections.abc import Callable

from workbench.splitting import lexicon
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import child_with, children_with, indices, own_subject
from workbench.splitting.records import TITLE_LENGTH
from workbench.splitting.statements.dated import ABSOLUTE
from workbench.splitting.statements.pieces import Piece, join, tidy

_WANTED = (
    62  # characters; side clauses go when a title is longer, other parts only when it can't stand at all
)
_POINTS = frozenset({"on", "in", "at", "during"})
_LONGEST_DAY = 4  # words of a phrase that is no more than a day
_EXTRAS = frozenset({"including", "given", "despite", "due", "because", "amid", "after", "before"})
_ABOVE_ALL = frozenset({"particularly", "especially", "notably", "mainly", "mostly", "chiefly", "primarily"})
# A hyphened adjective means the opposite without them: "non-military".
_PREFIXES = frozenset({"non", "anti", "ex", "pro", "pre", "post", "counter", "pseudo", "so", "self"})

_HYPHENS = frozenset({"-", "–"})
# Left out, these would make a title say more than the statement, or another thing.
_TELLING = lexicon.word_set(
    """not no never less more fewer least most only nearly almost about around just barely hardly scarcely
    merely up at over under reportedly allegedly alleged suspected possible possibly probable probably likely
    unlikely perhaps unconfirmed unverified apparent apparently late early back away home down out apart
    together forward ago former acting so-called failed attempted planned proposed"""
)

Drop = Callable[[list[Piece], "Word"], list[Piece] | None]


def cut_parts(pieces: list[Piece], head: Word) -> list[Piece]:
    """Drop one part after the other until the title is short enough, or nothing more can go."""
    for drop, limit in _DROPS:
        while len(join(pieces)) > limit and (shorter := drop(pieces, head)) is not None:
            pieces = tidy(shorter)
    return pieces


def drop_days(pieces: list[Piece], head: Word) -> list[Piece]:
    """Leave out days that were made absolute ("on 11 March 2031"), unless when is all that is said of it.

    A day that bounds a time ("since", "by") says more than when, and stays.
    """
    for day in [piece.token for piece in pieces if piece.reason == ABSOLUTE and piece.token is not None]:
        top = day.head if day.dep_ == "pobj" and day.head.dep_ == "prep" else day
        gone = indices(top) if top.lower_ in _POINTS or top is day else set()
        if (
            top.head.lower_ in {"as", "early", "late"}
            or top.dep_ not in {"prep", "npadvmod"}
            or len(gone) > _LONGEST_DAY
            or head.i in gone
        ):
            continue
        rest = [piece for piece in pieces if piece.token is None or piece.token.i not in gone]
        told = any(piece.token is not None and piece.token.i > head.i for piece in rest)
        if told or child_with(head, "auxpass") is not None:
            pieces = rest
    return tidy(pieces)


def is_condition(clause: Word) -> bool:
    mark = child_with(clause, "mark", "advmod")
    opener = clause if mark is None else mark
    first = clause.left_edge.lower_  # "Should the talks collapse, …"
    inverted = first in {"should", "had", "were"} and own_subject(clause) is not None
    return inverted or opener.lower_ in lexicon.CONDITION_OPENERS | {"because", "once", "until"}


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
            if (rest := _without(pieces, _find_outermost(piece.token, pieces), head)) is not None:
                return rest
        return None

    return drop


def _find_outermost(part: Word, pieces: list[Piece]) -> Word:
    """Give the first of a noun's adjectives: "Northern social media" are social media still."""
    if part.dep_ != "amod":
        return part
    kept = {piece.token.i for piece in pieces if piece.token is not None}
    beside = (word for word in children_with(part.head, "amod") if word.i in kept and not _is_telling(word))
    return next(beside, part)


def _drop_emphasis(pieces: list[Piece], head: Word) -> list[Piece] | None:
    """Drop the phrase with its "particularly": without that word it would say more than the text."""
    for piece in pieces:
        word = piece.token
        if word is None or word.lower_ not in _ABOVE_ALL or word.head.dep_ != "prep":
            continue
        if (rest := _without(pieces, word.head, head)) is not None:
            return rest
    return None


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
    if part == head or head.i in gone or len(rest) < 3 or _is_needed(part, head) or _is_telling(part):
        return None
    counted = any(word.like_num for word in part.subtree) and part.dep_ != "advcl"
    return None if counted or (part.dep_ == "advcl" and is_condition(part)) else rest


def _is_telling(part: Word) -> bool:
    """Tell whether a word can't be left out alone: "non-military", "a year ago", "not"."""
    first = part.left_edge
    whole = first.i < part.i and first.lower_ not in _PREFIXES  # "Western-supplied" goes as one
    before = part.i > 0 and part.nbor(-1).text in _HYPHENS and not part.nbor(-1).whitespace_ and not whole
    after = not part.whitespace_ and part.i + 1 < len(part.doc) and part.nbor().text in _HYPHENS
    counts = part.head.lower_ in {"ago", "later", "earlier", "before", "after"}  # "a year (ago)"
    return (
        part.text in _HYPHENS
        or before
        or after
        or counts
        or part.lower_ in _TELLING
        or part.tag_ in {"WRB", "WDT", "WP"}
    )


def _is_needed(part: Word, head: Word) -> bool:
    """Tell whether the words around a part say less, or another thing, without it.

    A phrase or clause right after a verb without an object completes it ("aims to …", "came hours after
    …"), "of" its noun, a clause its pronoun ("those who …"), and "for" the participle of "scheduled for".
    """
    if part.dep_ in {"advcl", "parataxis"}:
        return part.i > head.i and part.head == head and not _is_complete(head)
    if part.dep_ == "relcl":
        return part.head.pos_ in {"PRON", "DET", "NUM"}
    if part.dep_ not in {"prep", "agent"}:
        return False
    if part.head.pos_ in {"ADP", "SCONJ"} or part.head.dep_ == "acl" or not part.children:
        return True
    time = child_with(part, "pobj")
    if part.i < head.i or (time is not None and time.ent_type_ in {"DATE", "TIME"}):
        return False
    if part.head != head:
        return part.lower_ == "of"
    if any(child.i > part.i for child in children_with(head, "xcomp", "ccomp")):
        return True  # "called on its allies to …"
    between = [child for child in head.children if child.dep_ == "prep" and head.i < child.i < part.i]
    return not _is_complete(head) and not between


def _is_complete(head: Word) -> bool:
    return child_with(head, "dobj", "acomp", "attr", "xcomp") is not None


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
    first = pieces[0].reason if pieces else None
    if first is None or not first.startswith("resolved pronoun"):
        return None
    end = next((n for n, piece in enumerate(pieces) if piece.reason != first), len(pieces))
    owners = [n for n in range(end) if pieces[n].text.endswith(("’s", "'s", "s’", "s'"))]
    if (
        not owners
        or owners[-1] + 1 == len(pieces)
        or any(piece.text == "of" for piece in pieces[: owners[-1]])
    ):
        return None
    return pieces[owners[-1] + 1 :]


_DROPS: tuple[tuple[Drop, int], ...] = (
    (_drop_last(frozenset({"advcl", "relcl", "parataxis"})), _WANTED),
    (_drop_last(frozenset({"prep"}), _EXTRAS), _WANTED),
    (_drop_emphasis, TITLE_LENGTH),
    (_drop_owner, TITLE_LENGTH),
    (_drop_adjective, TITLE_LENGTH),
    (_drop_phrase, TITLE_LENGTH),
    (_drop_last(frozenset({"advmod", "npadvmod", "amod"})), TITLE_LENGTH),
)

"""A statement under construction: pieces of text that know whether they are the article's own words."""
# ruff: noqa: RUF001 - typographic quotation marks are data here

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from workbench.splitting.pairs import CLOSERS, PAIRS, find_unpaired
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.records import Addition

_CONTRACTED = frozenset({"n’t", "n't"})
_TIGHT = frozenset(",.;:!?%)]”»’…")
# Invisible controls: they'd let a statement show its words in another order than they stand in the text.
_CONTROLS = dict.fromkeys((*range(8234, 8239), *range(8294, 8298), 8206, 8207, 1564, 65279))


@dataclass(slots=True)
class Piece:
    """A word of a statement. token: where it comes from, if anywhere. reason: why it isn't in the quote, if
    it isn't. short: the words of the text that it is put for, on each word of a full name.
    """

    text: str
    token: Word | None = None
    reason: str | None = None
    short: str = ""


def take(tokens: Iterable[Word], reason: str | None = None) -> list[Piece]:
    """Make pieces of words as they are; white space tokens are left out."""
    return [Piece(token.text, token, reason) for token in tokens if not token.is_space]


def write(text: str, reason: str) -> list[Piece]:
    return [Piece(word, None, reason) for word in text.split()]


def join(pieces: Sequence[Piece]) -> str:
    """Write pieces as a sentence, with spaces as the article has them where they stood side by side there."""
    out: list[str] = []
    opened = False  # a straight quotation mark
    for index, piece in enumerate(pieces):
        before = pieces[index - 1] if index else None
        tight = opened and before is not None and before.text == '"'
        if before is not None and not tight and _is_spaced(before, piece):
            out.append(" ")
        opened = not opened if piece.text == '"' else opened
        out.append(piece.text)
    return " ".join("".join(out).translate(_CONTROLS).split())


def tidy(pieces: Sequence[Piece]) -> list[Piece]:
    """Drop punctuation at the ends and quote marks or brackets without a partner; begin with a capital."""
    kept = _drop_unpaired(_drop_doubled(pieces))
    while kept and _is_loose_mark(kept[0]) and not (kept[0].text in PAIRS and _closes_inside(kept)):
        kept = _drop_unpaired(kept[1:])
    while (
        kept and _is_loose_mark(kept[-1]) and kept[-1].text not in {"%", *CLOSERS} and not _closes_own(kept)
    ):
        kept = kept[:-1]
    if kept and kept[0].text in PAIRS and kept[-1].text in PAIRS[kept[0].text] and _wraps(kept):
        kept = tidy(kept[1:-1])
    kept = [_lower_opening(piece) if n else piece for n, piece in enumerate(kept)]
    if kept:
        first = next((i for i, piece in enumerate(kept) if piece.text[:1].isalnum()), 0)
        word = kept[first]
        if first <= 1:
            kept[first] = Piece(word.text[:1].upper() + word.text[1:], word.token, word.reason, word.short)
    return kept


def _lower_opening(piece: Piece) -> Piece:
    """Write a sentence's first word small where it stands further on: "guaranteed freedom"."""
    token = piece.token
    if token is None or not token.is_sent_start or piece.text != token.text or not piece.text.istitle():
        return piece
    named = token.ent_type_ not in {"", "ORDINAL", "CARDINAL"}
    if token.pos_ == "PROPN" or token.tag_ in {"NNP", "NNPS"} or named or piece.text == "I":
        return piece
    return Piece(piece.text.lower(), token, piece.reason, piece.short)


def shorten_names(pieces: Sequence[Piece]) -> list[Piece]:
    """Give back the words of the text for the full names that were put in."""
    kept: list[Piece] = []
    for (short, token, reason), group in groupby(pieces, key=lambda one: (one.short, one.token, one.reason)):
        kept += [Piece(word, token, reason) for word in short.split()] if short else list(group)
    return kept


def list_additions(pieces: Sequence[Piece]) -> tuple[Addition, ...]:
    """Name the words that aren't in the quote, neighbours with one reason together."""
    found = []
    end = 0
    for reason, group in groupby(pieces, key=lambda piece: piece.reason):
        words = list(group)
        end += len(words)
        if reason is None:
            continue
        if end < len(pieces) and pieces[end].text in _CONTRACTED:  # "does" of "doesn’t" is no word by itself
            words.append(pieces[end])
        if text := join(words):
            found.append(Addition(text, reason))
    return tuple(found)


def _is_spaced(before: Piece, after: Piece) -> bool:
    if before.token is not None and after.token is not None and before.token.doc is after.token.doc:
        if before.token.i + 1 == after.token.i:
            if after.text[:1].isalpha() and not after.token.text[:1].isalpha():
                return True  # "’s" written out as "is"
            return bool(before.token.whitespace_)
        between = before.token.doc[before.token.i + 1 : after.token.i]
        if len(between) and all(token.is_space for token in between):
            return True
    if after.text in _TIGHT or after.text in _CONTRACTED | {"’s", "'s"} or after.text == '"':
        return False
    return before.text not in {"“", "‘", "«", "„", "(", "[", "$", "€", "£", "-"}


def _is_loose_mark(piece: Piece) -> bool:
    return not any(sign.isalnum() or sign in "$€£%₴°+" for sign in piece.text)


def _drop_doubled(pieces: Sequence[Piece]) -> list[Piece]:
    kept: list[Piece] = []
    for piece in pieces:
        if kept and piece.text in ",;:" and kept[-1].text in ",;:–—(":
            continue
        kept.append(piece)
    return kept


def _drop_empty(pieces: Sequence[Piece]) -> list[Piece]:
    """Drop marks that hold nothing."""
    kept: list[Piece] = []
    for piece in pieces:
        if kept and kept[-1].text in PAIRS and piece.text in PAIRS[kept[-1].text] and piece.text != '"':
            kept.pop()
        else:
            kept.append(piece)
    return kept


def _drop_unpaired(pieces: Sequence[Piece]) -> list[Piece]:
    pieces = _drop_empty(pieces)
    loose = find_unpaired([piece.text for piece in pieces])
    return [piece for index, piece in enumerate(pieces) if index not in loose]


def _closes_inside(pieces: Sequence[Piece]) -> bool:
    return any(piece.text in PAIRS[pieces[0].text] for piece in pieces[1:-1]) or (
        pieces[-1].text in PAIRS[pieces[0].text]
    )


def _closes_own(pieces: Sequence[Piece]) -> bool:
    return pieces[-1].text == '"' and any(piece.text == '"' for piece in pieces[:-1])


def _wraps(pieces: Sequence[Piece]) -> bool:
    """Tell whether the first mark's partner is the last piece, so that the marks hold all there is."""
    closer = next((i for i, piece in enumerate(pieces[1:], 1) if piece.text in PAIRS[pieces[0].text]), -1)
    return closer == len(pieces) - 1

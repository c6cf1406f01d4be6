"""Put words that stand elsewhere in the sentence where a statement wants them: "trapped in the cellar"."""

from __future__ import annotations

from workbench.splitting import lexicon
from workbench.splitting.attributions.speakers import possessive
from workbench.splitting.clauses.loose import AT_END, Placed
from workbench.splitting.parsing.parsed import Paragraph
from workbench.splitting.statements.pieces import Piece, take, write

# One is on or at these, and in other things.
_SURFACES = lexicon.word_set(
    """bank shore coast island road street highway side ridge hill roof beach line plain platform ship vessel
    boat train bus floor border peninsula farm"""
)
_POINTS = lexicon.word_set(
    """stop station crossing checkpoint bridge airport base site plant junction gate door entrance
    corner crossroads summit meeting conference ceremony event game match front desk pier quay post"""
)


def put_words(doc: Paragraph, body: list[Piece], placed: Placed) -> list[Piece]:
    """Put words from elsewhere where they belong: "(it has held) the officials"."""
    words = take(doc[i] for i in (*placed.before, *placed.words))
    if words and words[0].token is not None and words[0].token.pos_ not in {"PROPN", "PRON"}:
        words[0].text = words[0].text[:1].lower() + words[0].text[1:]  # "On Monday" opened the sentence
    if words and not placed.before and _is_where(placed, body):
        noun = placed.head.lemma_.lower()
        preposition = "at" if noun in _POINTS else "on" if noun in _SURFACES else "in"
        words = [*write(preposition, "“where” in the text"), *words]
    if placed.owner and words:
        owner = words[-1]
        words[-1] = Piece(possessive(owner.text), owner.token, "“whose” in the text")
    while body and placed.after == AT_END and body[-1].text in {".", ",", ";", ":", "!"}:
        body = body[:-1]
    place = next(
        (n for n, piece in enumerate(body) if piece.token is not None and piece.token.i > placed.after),
        len(body),
    )
    return [*body[:place], *words, *body[place:]]


def _is_where(placed: Placed, body: list[Piece]) -> bool:
    """Tell whether these words stand for the "where" of a clause that hangs on them."""
    first = next((piece.token for piece in body if piece.token is not None), None)
    before = first.nbor(-1) if first is not None and first.i else None
    return placed.after == AT_END and not placed.owner and before is not None and before.lower_ == "where"

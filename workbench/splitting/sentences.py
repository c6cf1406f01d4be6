"""Claims from a language without a parser: one for each sentence, offsets as exact as elsewhere."""
# ruff: noqa: RUF001 - sentence ends and abbreviations of other scripts

from __future__ import annotations

from collections.abc import Iterator

import re2

from workbench.splitting.lexicon import word_set
from workbench.splitting.paragraphs import Part
from workbench.splitting.records import Claim
from workbench.splitting.titles import cut_title

# After these a full stop does not end a sentence.
_ABBREVIATIONS = word_set(
    """z.b bzw ca d.h dr hr fr nr prof st u.a usw vgl mio mrd m mme mlle mm p.ex etc av no sr sra srta
    ud uds ee.uu art núm pág тыс млн млрд г гг ул им т.е т.д т.п др напр руб р обл тис грн вул ім
    напр mr mrs ms vs inc jan feb sept oct nov dec gen col lt sgt capt"""
)
_END = re2.compile(r"[。！？｡!?؟۔।…]+[\"'”’»」』)\]]*|\.+[\"'”’»)\]]*(?:\s+|$)")
_WORD = re2.compile(r"[\p{L}\p{N}]")
_LAST_WORD = re2.compile(r"([\p{L}.]+)$")
_ORDINAL = re2.compile(r"(?:^|[^\p{Nd}.,])\p{Nd}{1,2}$")
_NUMBER = re2.compile(r"\p{Nd}")
NO_PARSER = "whole sentence: no parser for this language"
TOO_LONG = "whole sentence: too long to take apart"
_SCORE = 0.3
_NUMBER_SCORE = 0.5


def cut_sentences(text: str, part: Part) -> Iterator[Part]:
    """Give the sentences of a paragraph without the white space around them."""
    words = part.read(text)
    start = 0
    for match in _END.finditer(words):
        if match.group().startswith(".") and _goes_on(words, match.start(), match.end()):
            continue
        yield from _trim(words, part.start, start, match.end())
        start = match.end()
    yield from _trim(words, part.start, start, len(words))


def make_sentence_claim(quote: str, start: int, reason: str = NO_PARSER) -> Claim | None:
    """Make a claim of a whole sentence at offset `start`; nothing for a question or one without words."""
    statement = " ".join(quote.split()).strip("\"'“”„«»「」 ").rstrip(".。… ")
    if not _WORD.search(quote) or quote.rstrip("\"'”’»」) ").endswith(("?", "？", "؟")):
        return None
    counted = bool(_NUMBER.search(quote))
    return Claim(
        title=cut_title(statement),
        statement=statement,
        slices=((start, start + len(quote)),),
        quote=quote,
        claimant=None,
        attribution=(),
        modality="asserted",
        negated=False,
        hedges=(),
        quantities=(),
        dates=(),
        places=(),
        entities=(),
        kind="quantity" if counted else "event",
        check_worthiness=_NUMBER_SCORE if counted else _SCORE,
        reasons=(("number",) if counted else ()) + (reason,),
        additions=(),
    )


def _goes_on(words: str, dot: int, after: int) -> bool:
    last = _LAST_WORD.search(words[max(0, dot - 12) : dot])
    word = last.group(1).lower() if last else ""
    follows = words[after : after + 1]
    if word == "" and _ORDINAL.search(words[max(0, dot - 4) : dot]) and follows:
        return True  # "am 6. Mai"
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha()) or follows.islower()


def _trim(words: str, base: int, start: int, end: int) -> Iterator[Part]:
    piece = words[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    if right > left:
        yield Part(base + start + left, base + start + right)

"""Claims of whole sentences, for what can't be taken apart: the offsets are as exact as elsewhere."""
# ruff: noqa: RUF001 - quotation marks and question marks of other scripts

from __future__ import annotations

import re2

from workbench.splitting.languages import words as count_words
from workbench.splitting.records import Claim
from workbench.splitting.statements.titles import cut_title

TOO_LONG = "whole sentence: too long to take apart"
WORDLESS = "whole sentence: hardly any words in it"
_FEWEST_WORDS = 2
_SCORE = 0.3
_NUMBER_SCORE = 0.5
_WORD = re2.compile(r"[\p{L}\p{N}]")
_NUMBER = re2.compile(r"\p{Nd}")
_PAIRS = {'"': '"', "“": "”", "„": "“", "«": "»", "»": "«", "「": "」", "『": "』"}
_EDGES = " \t\xa0\u202f—–-•*"
_QUESTIONS = ("?", "？", "؟")


def make_sentence_claim(quote: str, start: int, reason: str) -> Claim | None:
    """Make a claim of a whole sentence at offset `start`, which says why it is whole; nothing for a question
    or for less than two words.
    """
    asked = quote.rstrip("\"'”’»」』) \xa0").endswith(_QUESTIONS)
    if asked or not _WORD.search(quote) or count_words(quote) < _FEWEST_WORDS:
        return None
    statement = _write_statement(quote)
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


def _write_statement(quote: str) -> str:
    """Leave off the dash of a dialogue, the last full stop, and quotation marks around the whole."""
    words = " ".join(quote.split()).strip(_EDGES)
    words = words.rstrip(".。… ") or words
    closer = _PAIRS.get(words[:1])
    if closer is not None and words.endswith(closer) and closer not in words[1:-1]:
        words = words[1:-1].strip(_EDGES).rstrip(".。… ")
    return words

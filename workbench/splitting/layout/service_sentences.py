"""Sentences that a page says of itself or to its reader, and not of the world: "Sign up for our newsletter.",
"This article was first published in …", "The views expressed are the author’s own."
"""
# ruff: noqa: E501, RUF001 - a pattern is easiest to read on one line; pages write both apostrophes

from __future__ import annotations

import re2

from workbench.splitting.layout import coverage_rules, imprint_rules
from workbench.splitting.layout.service_rules import OPENINGS, SENTENCES, SERVICE

_LONGEST = 700  # characters; a longer line is prose whatever it holds
_MOST_WORDS = 60  # of one sentence

_TABLES = (SENTENCES, coverage_rules.SENTENCES, imprint_rules.SENTENCES)
_RULES = tuple(
    (reason, tuple(re2.compile(f"(?i){pattern}") for pattern in patterns))
    for table in _TABLES
    for reason, *patterns in table
)
_ROOM = re2.Options()
_ROOM.max_mem = 32 << 20  # bytes; the patterns of all rules need more than the usual 8 MB, or grow slow
# Few sentences are the page's, so one pattern of each table is asked before all its rules.
_ANY = tuple(
    re2.compile(f"(?i){'|'.join(f'(?:{first})' for _, first, *_ in table)}", options=_ROOM)
    for table in _TABLES
)
_LINES = tuple((reason, re2.compile(rf"(?i)^\W*(?:{'|'.join(ways)})")) for reason, ways in OPENINGS)
_ANY_LINE = re2.compile(
    rf"(?i)^\W*(?:{'|'.join(way for _, ways in OPENINGS for way in ways)})", options=_ROOM
)
_REPORTED = re2.compile(
    r"(?i)\b(?:said|says|saying|told|tells|according to|announced|reported that|warned|added|admitted|denied|stated|claimed|ordered|confirmed)\b"
)
_UNLESS = re2.compile(r"(?i),? (?:unless|except where|where not) otherwise (?:stated|noted|indicated)")
_GREETING = re2.compile(
    r"(?i)^(?:good (?:morning|afternoon|evening)|hello|hi)(?: (?:and|from|there|everyone)\b.{0,20})?$"
)
_LETTER = re2.compile(r"(?i)\b(?:newsletters?|subscri(?:be|ption)|sign up|inbox|donat\w+)\b")
_QUOTED = re2.compile(r"[“„«\"]")
# Names are known by their capitals.
_SIGNED = re2.compile(
    r"^(?:\p{Lu}[\p{L}.’'-]*(?:, | and |; | ))+(?:reported|contributed) from \p{Lu}[\p{L} ,.-]+$"
)
_ADDRESS = re2.compile(r"[\w.+-]+@[\w-]+\.\w")
_ADDRESSED = re2.compile(
    r"(?i)^(?:\S+ ){0,2}(?:e-?mail|contact|write to|send|for (?:more|further) information|enquiries|inquiries|tips?|reach)\b"
    r"|\b(?:(?:be )?(?:sent|addressed|directed|submitted|e-?mailed)|available|register|apply|write|feedback|questions?|requests?) .{0,60}@"
)
_DELIVERED = re2.compile(r"(?i)\b(?:delivered|straight|sent|direct(?:ly)?) to your inbox\b")
# One such sentence tells whom the whole line is about.
_REACHED = re2.compile(
    r"(?i)(?:^|[.!?] )(?:she|he|they) can be (?:reached|contacted|followed) (?:at|on|via|by|through)\b"
    r"|[.!?] (?:follow|contact|reach|e-?mail) (?:him|her|them) (?:on|at|via|@)"
)
_SENTENCE = re2.compile(r".+?(?:[.!?…][\"”’')\]]*(?:\s+|$)|$)")
_GOES_ON = re2.compile(r"^It (?:was|is|has|will|can|may)\b")  # on what the sentence before is about
_DOTTED = re2.compile(r"(?i)\b([ap]\.m|tel|no|ltd|inc)\.")  # a full stop that ends no sentence
_MARKS = ' \t.!?…:;,*_–—-»›>▶►👉"”)]'


def find_service(line: str) -> str | None:
    """Give the reason, when most of a line's sentences are the page's own; half are not enough.

    A question asks nobody by itself ("Are you there? Write to us"): it goes with the other sentences.
    """
    if len(line) > _LONGEST:
        return None
    line = _DOTTED.sub(r"\1", line)
    if _ANY_LINE.match(line):
        return next(reason for reason, pattern in _LINES if pattern.match(line))
    if _DELIVERED.search(line) and not _REPORTED.search(line):
        return "newsletter"
    if _REACHED.search(line) and not _REPORTED.search(line):
        return "author"
    reasons: list[str | None] = []
    for sentence in _SENTENCE.findall(line):
        goes_on = bool(reasons) and reasons[-1] is not None and _GOES_ON.match(sentence)
        if words := "" if goes_on else _strip(sentence):
            reasons.append(_match(words))
    known = [reason for reason in reasons if reason is not None]
    return known[0] if 2 * len(known) > len(reasons) else None


def _strip(sentence: str) -> str:
    """Give the words, and none for a question, a greeting, a number or one word ("Error!")."""
    words = _UNLESS.sub("", sentence.strip(_MARKS).lstrip("(["))
    asks = sentence.rstrip().endswith("?")
    return "" if asks or len(words.split()) < 2 or _GREETING.match(words) else words


def _match(words: str) -> str | None:
    if len(words.split()) > _MOST_WORDS or _QUOTED.search(words):
        return None
    if _SIGNED.match(words):
        return "byline"
    if _REPORTED.search(words):
        return None
    if _ADDRESSED.search(words) and _ADDRESS.search(words):
        return "contact"
    if not any(pattern.search(words) for pattern in _ANY):
        return None
    reason = next((why for why, patterns in _RULES if all(one.search(words) for one in patterns)), None)
    return "newsletter" if reason == SERVICE and _LETTER.search(words) else reason

"""Read the numbers of a parsed paragraph with what they count, leaving dates, times and names alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import re2

from workbench.splitting import measures
from workbench.splitting.parsed import Paragraph, Word
from workbench.splitting.records import Quantity, Slice
from workbench.splitting.tree import child_with

Match = Any  # re2 has no types


def _either(words: Sequence[str]) -> str:
    return "|".join(re2.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_WORDS = _either(list(measures.NUMBER_WORDS))
_SCALES = _either([word for word in measures.SCALE_WORDS if len(word) > 1])
_PATTERN = re2.compile(
    rf"(?i)(?P<approx>\b(?:{_either(measures.APPROXIMATORS)})\s+)?"
    r"(?P<currency>[$€£₴₽¥]\s?)?"
    r"(?P<number>\d{1,3}(?:[,  ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    rf"|\b(?:{_WORDS})(?:-(?:{_WORDS}))?\b|\b(?:a|an|several)\s+(?:dozen|hundred|thousand|million)\b"
    r"|\b(?:dozens|hundreds|thousands|millions)\s+of\b)"
    rf"(?P<scale>(?:\s+(?:{_SCALES})\b)+|(?:bn|k)\b)?"
    rf"(?P<unit>[\s-]?(?:{_either(list(measures.UNITS))}))?"
)
_GROUPS = _PATTERN.groupindex
_LETTER = re2.compile(r"[\p{L}\p{N}_]")
_VAGUE = {"dozens": 12, "hundreds": 100, "thousands": 1_000, "millions": 1_000_000}


def find_quantities(doc: Paragraph, base: int, dates: Sequence[Slice]) -> list[Quantity]:
    """Give the quantities of a paragraph that begins at offset `base`; `dates` hold numbers that count
    nothing.
    """
    text = doc.text
    found = []
    for match in _PATTERN.finditer(text):
        start = _place(match, "currency")[0] if match.group("currency") else _place(match, "number")[0]
        token = doc.word_at(_place(match, "number")[0])
        if token is None or not _counts_something(text, match, token):
            continue
        end, unit = _read_unit(text, match, token)
        begin = _place(match, "approx")[0] if match.group("approx") else start
        whole = (base + begin, base + end)
        if any(first < base + end and base + start < last for first, last in dates):
            continue
        value, vague = _read_value(match)
        approximate = vague or bool(match.group("approx"))
        found.append(Quantity(text[begin:end], whole, value, unit, approximate))
    return found


def _counts_something(text: str, match: Match, token: Word) -> bool:
    start, end = _place(match, "number")[0], _place(match, "number")[1]
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    attached = bool(match.group("unit") or match.group("scale"))
    glued = bool(_LETTER.match(before[-1:])) or (before[-1:] in "-–./:" and bool(_LETTER.match(before[:1])))
    if glued or (not attached and (_LETTER.match(after[:1]) or (after[:1] in ":/" and after[1:].isdigit()))):
        return False
    if match.group("number").lower() == "one" and token.dep_ != "nummod":
        return False
    if _is_year(match, attached, token):
        return False
    named = token.i > 0 and token.nbor(-1).pos_ == "PROPN" and token.dep_ != "pobj" and not attached
    return not (named and token.head.i < token.i and token.dep_ in {"nummod", "appos", "npadvmod"})


def _is_year(match: Match, attached: bool, token: Word) -> bool:
    """Tell "the 2019 ceasefire" from "2000 soldiers"."""
    number = match.group("number")
    bare = not attached and not match.group("approx") and not match.group("currency")
    return bool(
        bare
        and len(number) == 4
        and number.isdigit()
        and 1900 <= int(number) <= 2100
        and token.head.tag_ not in {"NNS", "NNPS"}
    )


def _read_value(match: Match) -> tuple[int | float, bool]:
    """Give the number, and whether the words leave it vague ("dozens of")."""
    words = match.group("number").lower().split()
    vague = words[0] in _VAGUE or words[0] == "several"
    if words[0] in _VAGUE:
        value: int | float = _VAGUE[words[0]]
    elif words[0] in {"a", "an", "several"} and len(words) > 1:
        value = measures.SCALE_WORDS[words[1]]
    elif words[0][0].isdigit():
        plain = "".join(sign for sign in match.group("number") if sign.isdigit() or sign == ".")
        value = float(plain) if "." in plain else int(plain[:300])
    else:
        value = sum(measures.NUMBER_WORDS[part] for part in words[0].split("-"))
    for scale in (match.group("scale") or "").lower().split():
        value = value * measures.SCALE_WORDS[scale]
    if match.group("currency") and (match.group("unit") or "").strip() == "m":
        value = value * 1_000_000  # "€5m"
    return (int(value) if isinstance(value, float) and value.is_integer() and value < 1e15 else value), vague


def _read_unit(text: str, match: Match, token: Word) -> tuple[int, str]:
    """Give where the quantity ends and its unit: of measure, of money, else the noun it counts."""
    end = _place(match, "scale")[1] if match.group("scale") else _place(match, "number")[1]
    if match.group("currency"):
        if (match.group("unit") or "").strip() == "m":
            end = _place(match, "unit")[1]
        return end, measures.CURRENCIES[match.group("currency").strip()]
    unit = match.group("unit")
    if unit and not _LETTER.match(text[_place(match, "unit")[1] : _place(match, "unit")[1] + 1]):
        return _place(match, "unit")[1], measures.UNITS[unit.strip().lstrip("-").lower()]
    noun = _counted_noun(token)
    if noun is None:
        return end, ""
    return (noun.idx + len(noun), noun.text) if 0 <= noun.i - token.i <= 3 else (end, noun.text)


def _counted_noun(token: Word) -> Word | None:
    while (
        token.dep_ in {"compound", "quantmod", "nummod"}
        and token.head.pos_ in {"NUM", "SYM"}
        and token.head != token
    ):
        token = token.head
    if token.dep_ == "nummod" and token.head.pos_ in {"NOUN", "PROPN"} and token.head.i > token.i:
        return token.head
    of = child_with(token, "prep")
    noun = child_with(of, "pobj") if of is not None and of.lower_ == "of" else None
    if noun is not None:
        return noun
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    return following if following is not None and following.tag_ == "NNS" else None


def _place(match: Match, group: str) -> Slice:
    """Give where a named group matched; RE2's matches take numbers here, not names."""
    start, end = match.span(_GROUPS[group])
    return start, end

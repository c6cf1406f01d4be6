"""Numbers in figures and words, and what they are worth: "1.5m", "two dozen", "two thirds", "hundreds of"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import re2

from workbench.splitting.findings import measures
from workbench.splitting.lexicon import word_set
from workbench.splitting.records import Slice

_LONGEST = 300  # figures of a number that is read; more are cut off


def _either(words: Iterable[str]) -> str:
    return "|".join(re2.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_WORD = rf"(?:{_either(measures.NUMBER_WORDS)})"
_SCALE = rf"(?:{_either(measures.SCALE_WORDS)})"
_PART = rf"(?:{_either(measures.PARTS)})"
_WORDS = rf"{_WORD}(?:-{_WORD})?(?:\s+hundred(?:\s+and\s+{_WORD}(?:-{_WORD})?\b)?)?"
_FRACTION = (
    rf"(?:one|two|three|four|a)[\s-]{_PART}s?\s+of|(?:one|two|three|four|five|six|seven)[\s-](?:third|quarter|fifth|sixth|eighth|tenth)s?"
    rf"|(?:one|two|three|four|six|seven|nine)\s+in\s+(?:two|three|four|five|six|seven|eight|nine|ten|\d+)"
    r"|half\s+(?:of|an?|the|its|their|our|his|her|my|your|all)|half"
)
_TIME = f"(?:{_either(measures.TIMES - {'second'})})"  # "for a second radar"
_PATTERN = re2.compile(
    rf"(?i)(?:\b(?P<approx>{_either(measures.APPROXIMATORS)})\s+)?"
    rf"(?:\b(?P<adder>{_either(measures.ADDERS)})\s+)?"
    r"(?:\b(?P<minus>minus)\s+)?"
    r"(?P<currency>(?:\bUS|\bUS\s)?[$€£₴₽¥]\s?)?"
    rf"(?:(?P<fraction>\b(?:{_FRACTION})\b)"
    r"|(?P<figures>\d{1,3}(?:[,  ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"|\bby\s+(?P<share>(?:an?|one|two|three)[\s-]{_PART}s?)\b"
    rf"|(?P<words>\b{_WORDS}\b)"
    rf"|(?P<one>\b(?:a|an|several|half\s+a)\s+{_SCALE}\b)"
    rf"|\b(?P<vague>{_either(measures.VAGUE)})\s+of\b"
    r"|(?P<single>\ba\s+single\b)|(?P<twice>\btwice\b)"
    rf"|\b(?:for|lasts?|lasted|takes?|took|within|after)\s+(?P<span>an?)\s+{_TIME}\b"
    rf"|\b(?P<lone>an?)\s+{_TIME}(?P<then>\s+(?:before|after)\s+\w+)?\b|\bonly\s+(?P<once>once)\b)"
    rf"(?P<scale>(?:\s+{_SCALE}\b)+|\s?(?:bn|mn|tn|k|m)\b)?"
)
_GROUPS = _PATTERN.groupindex
_LONGEST_TIME = 12  # characters
_TIMES_AFTER = re2.compile(rf"(?i)^\s{_TIME}s?\b")
# "20 soldiers or more" is left alone; "20 or so" is not.
_OR_SO = re2.compile(r"(?i)^\s+or\s+(?:so|more|less|fewer)\b")


@dataclass(frozen=True, slots=True)
class Number:
    """A number and where it stands. whole: with "around" or a sign of money; core: without; money: the sign.

    scale: what "million" made of it. part: it is a part of something ("two thirds"). kind: the group that
    read it.
    """

    whole: Slice
    core: Slice
    value: int | float
    approximate: bool
    kind: str
    money: str | None
    scale: int

    @property
    def scaled(self) -> bool:
        return self.scale > 1

    @property
    def part(self) -> bool:
        return self.kind in {"fraction", "share"}


def find_numbers(text: str) -> list[Number]:
    """Give every number of a text, what it counts still unknown."""
    found = []
    for match in _PATTERN.finditer(text):
        kind = next(name for name in _KINDS if match.group(name))
        start, end = match.span(_GROUPS[kind])
        if kind == "fraction" and match.group(kind).lower() == "half" and not match.group("approx"):
            continue  # "half past six"
        counted_in = kind == "fraction" and " in " in match.group(kind).lower()
        if counted_in and _TIMES_AFTER.match(text[end : end + _LONGEST_TIME]):
            found += _read_apart(start, match.group(kind))
            continue
        sign, scale = match.group("currency"), match.group("scale")
        if scale and not sign and kind == "figures" and scale.strip().lower() == "m":
            scale = _read_metres(text, end)  # "155 m" is a length, "1.5m people" a count
        if scale:
            end = match.span(_GROUPS["scale"])[1]
        if kind in {"fraction", "vague"}:
            end -= 0 if kind == "vague" else _trailing(match.group(kind))
        loose = (
            bool(match.group("approx")) or kind == "vague" or text[start:end].lower().startswith("several")
        )
        if kind == "lone" and not (match.group("approx") or match.group("then")):
            continue  # "600 a day"
        begin = start if kind in {"span", "once", "share"} else match.start()
        so = _OR_SO.match(text[end : end + 20])
        value = _worth(kind, match.group(kind), scale) * (-1 if match.group("minus") else 1)
        found.append(
            Number((begin, end), (start, end), value, loose or bool(so), kind, _money(sign), _size(scale))
        )
    return found


_LINKS = word_set("of a an the its their our his her my your all")
_KINDS = ("fraction", "share", "figures", "words", "one", "vague", "single", "twice", "span", "lone", "once")


def _read_apart(start: int, words: str) -> list[Number]:
    """Read "two in three days" as two numbers, unlike "two in three homes"."""
    first, last = words.split()[0], words.split()[-1]
    places = ((start, first), (start + len(words) - len(last), last))
    return [
        Number(place, place, measures.read_small_number(word) or 0, False, "words", None, 1)
        for at, word in places
        for place in ((at, at + len(word)),)
    ]


def _money(sign: str | None) -> str | None:
    return measures.CURRENCIES[sign.strip()[-1]] if sign else None


def _read_metres(text: str, end: int) -> str | None:
    after = text[end:].split(maxsplit=1)
    glued = text[end : end + 1] == "m"
    counted = glued and len(after) > 1 and after[1][:1].isalpha() and after[1].split()[0].lower() not in _DEEP
    return "m" if counted else None


_DEEP = word_set(
    """deep high long wide tall away north south east west from above below of inside outside off behind and
    or to in at on under over by into across up down ahead apart range per"""
)


def _trailing(words: str) -> int:
    """Give the length of "of" or "the" at a fraction's end, which belongs to what is parted."""
    last = words.lower().split()[-1]
    return len(last) + 1 if last in _LINKS else 0


def _worth(kind: str, words: str, scale: str | None) -> int | float:
    low = words.lower()
    if kind in {"fraction", "share"}:
        value: int | float = _read_fraction(low)
    elif kind == "figures":
        plain = "".join(sign for sign in words if sign.isdigit() or sign == ".")
        value = float(plain) if "." in plain else int(plain[:_LONGEST])
    elif kind == "words":
        value = _read_words(low)
    elif kind == "one":
        value = measures.SCALE_WORDS[low.split()[-1]] * (0.5 if low.startswith("half") else 1)
    else:
        value = {"single": 1, "twice": 2, "span": 1, "lone": 1, "once": 1}.get(kind) or measures.VAGUE[low]
    value = value * _size(scale)
    if isinstance(value, float):
        value = round(value, 3)
    return int(value) if isinstance(value, float) and value.is_integer() and value < 1e15 else value


def _size(scale: str | None) -> int:
    size = 1
    for word in (scale or "").lower().split():
        size *= measures.SCALE_WORDS.get(word) or measures.SCALE_SIGNS[word]
    return size


def _read_fraction(words: str) -> float:
    parts = words.replace("-", " ").split()
    if "in" in parts:  # "one in four"
        whole = measures.read_small_number(parts[-1]) or 1
        return (measures.read_small_number(parts[0]) or 1) / max(1, whole)
    count = measures.read_small_number(parts[0]) or 1
    part = next(word for word in parts if word.rstrip("s") in measures.PARTS)
    return count / measures.PARTS[part.rstrip("s")]


def _read_words(words: str) -> int:
    """Read "twenty-one" and "two hundred and fifty"."""
    total = 0
    for word in words.replace("-", " ").split():
        if word == "hundred":
            total *= 100
        elif word != "and":
            total += measures.NUMBER_WORDS[word]
    return total

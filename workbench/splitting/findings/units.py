"""What a number counts: a unit of measure, money, or the noun beside it in the singular."""

from __future__ import annotations

import re2

from workbench.splitting.findings import measures
from workbench.splitting.findings.numbers import Number
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import child_with, children_with, own_subject

UNIT = re2.compile(
    r"(?i)^[\s\x{A0}-]{0,2}(?P<unit>"
    + "|".join(re2.escape(name) for name in sorted(measures.UNITS, key=lambda name: (-len(name), name)))
    + r")(?P<old>-old\b)?(?:\b|$|[^\w])"
)
_LONGEST_UNIT = 24  # characters
_LETTERS = re2.compile(r"[\p{L}\p{N}]")
_SIGNS = frozenset(measures.SCALE_SIGNS)  # the "m" of "96m crowns" is a word by itself
_CAPTIVE = " of war"
_PEOPLE = frozenset({"man", "woman", "boy", "girl", "child", "soldier", "pensioner", "teenager"})
_BETWEEN = frozenset({"DET", "PRON", "ADJ", "ADP", "NOUN", "PROPN", "PART"})
_FARTHEST = 6  # words from a number to what it counts
_COUNTED_ADJECTIVES = frozenset({"dead", "wounded", "missing", "injured"})


def read_unit(text: str, number: Number, word: Word) -> tuple[int, str]:
    """Give where the quantity ends and its unit, "" when nothing says what is counted.

    word: the number's last.
    """
    end = number.core[1]
    if number.money is not None:
        return _add_rate(word.doc.word_at(end - 1), end, number.money)
    if number.kind in {"twice", "once"}:
        return end, "time"
    match = UNIT.match(text[end : end + _LONGEST_UNIT]) if not number.part else None
    if match is not None:
        stop = end + max(match.span(UNIT.groupindex["unit"])[1], match.span(UNIT.groupindex["old"])[1])
        return _add_rate(word.doc.word_at(stop - 1), stop, measures.UNITS[match.group("unit").lower()])
    following = word.nbor() if word.i + 1 < len(word.doc) else None
    if following is not None and following.lower_ == "times":
        return following.idx + len(following), "time"
    if _is_age(word):
        return end, "year"
    if number.kind == "share":
        return end, _name_changed(word)
    noun = _find_parted(word) if number.part else find_counted(word)
    if noun is None:
        return end, ""
    near = (
        0 <= noun.i - word.i <= _FARTHEST
        and noun.tag_ not in {"WDT", "WP", "PRP"}
        and not _has_number(noun, word)
    )
    unit = name_unit(noun)
    last = noun.nbor(2) if unit.endswith(_CAPTIVE) else noun
    stop = last.idx + len(last) if near else end
    return _add_rate(noun, stop, unit) if near else (stop, unit)


def name_unit(noun: Word) -> str:
    """Give a noun in the singular with the common nouns that stand before it: "howitzer battery"."""
    if noun.tag_ in {"WDT", "WP"}:
        clause = next((word for word in noun.ancestors if word.dep_ == "relcl"), None)
        return name_unit(clause.head) if clause is not None and clause.head is not noun else ""
    if noun.pos_ == "PRON":
        return ""
    if noun.lower_ in measures.SINGULARS:
        return _read_kind(noun) + measures.SINGULARS[noun.lower_]
    unit = measures.UNITS.get(noun.lower_)
    if unit is not None:
        return unit
    if noun.tag_ == "NNPS":
        return noun.text.removesuffix("s")
    singular = noun.lemma_.lower() if noun.tag_ in {"NNS", "NN"} else noun.lower_
    return (_read_compound(noun) or _read_kind(noun)) + singular + _read_captive(noun)


def _read_kind(noun: Word) -> str:
    """Give the adjective that says of which kind the counted are: "displaced ", "provincial "."""
    before = noun.nbor(-1) if noun.i else noun
    classing = before.lower_ in measures.CLASSING and before.head is noun
    return f"{before.lower_} " if classing and noun.lemma_.lower() not in measures.BEINGS else ""


def _read_captive(noun: Word) -> str:
    """Prisoners of war are no other prisoners."""
    of = next((word for word in children_with(noun, "prep") if word.lower_ == "of"), None)
    war = child_with(of, "pobj") if of is not None else None
    return _CAPTIVE if war is not None and war.lower_ == "war" and war.i == noun.i + 2 else ""


def _read_compound(noun: Word) -> str:
    """Give the common nouns before a noun as they stand: "air-defence ", nothing for a name."""
    first = noun.i
    while first and (
        (noun.doc[first - 1].tag_ == "NN" and noun.doc[first - 1].dep_ in {"compound", "nmod"})
        or (noun.doc[first - 1].text == "-" and first < noun.i)
    ):
        if noun.doc[first - 1].lower_ in measures.SCALE_WORDS or noun.doc[first - 1].lower_ in _SIGNS:
            break
        first -= 1
    return noun.doc.text[noun.doc[first].idx : noun.idx].lower() if noun.doc[first].text != "-" else ""


def find_counted(word: Word) -> Word | None:
    """Give the noun a number counts: "ten men", "ten of the men", "ten times the men"."""
    while word.dep_ in {"compound", "quantmod", "nummod", "advmod"} and word.head.pos_ in {"NUM", "SYM"}:
        if word.head is word:
            break
        word = word.head
    head = word.head
    if word.dep_ in {"nummod", "amod", "predet", "det"} and head.i > word.i:
        counted = head.lower_ in _COUNTED_ADJECTIVES
        return head if head.pos_ in {"NOUN", "PROPN"} or counted else None
    of = next((child for child in children_with(word, "prep") if child.lower_ == "of"), None)
    noun = child_with(of, "pobj") if of is not None else None
    if noun is not None and noun.pos_ != "NUM":
        return noun
    following = word.nbor() if word.i + 1 < len(word.doc) else None
    return following if following is not None and following.tag_ == "NNS" else None


def _find_parted(word: Word) -> Word | None:
    """Give the noun of "half our grain" and "two thirds of the bridges"."""
    following = word.doc[word.i + 1 : word.i + 1 + _FARTHEST]
    for place, other in enumerate(following):
        if other.pos_ in {"NOUN", "PROPN"} and other.dep_ not in {"compound", "poss"}:
            return other
        if other.pos_ not in _BETWEEN or (place and other.pos_ == "ADP"):
            return None
    return None


def _name_changed(word: Word) -> str:
    """Of "stocks fell by a third" the third is one of the stocks."""
    verb = next((other for other in word.ancestors if other.pos_ == "VERB"), None)
    subject = own_subject(verb) if verb is not None else None
    return name_unit(subject) if subject is not None and subject.pos_ == "NOUN" else ""


def _has_number(noun: Word, word: Word) -> bool:
    """Of "31 of 46 drones" and "20 to 30 men" only the second number stands with its noun."""
    return any(noun.doc[i].pos_ == "NUM" for i in range(word.i + 1, noun.i))


def _add_rate(word: Word | None, end: int, unit: str) -> tuple[int, str]:
    """Read "50 crowns a barrel" and "10 tonnes per day"."""
    if word is None or word.i + 2 >= len(word.doc) or word.nbor().lower_ not in {"a", "an", "per", "each"}:
        return end, unit
    thing = word.nbor(2)
    hangs = thing.head in {word, word.head, word.nbor()} and thing.dep_ in {"npadvmod", "pobj", "nmod"}
    if thing.pos_ != "NOUN" or not hangs:
        return end, unit
    return thing.idx + len(thing), f"{unit} per {measures.UNITS.get(thing.lower_, thing.lemma_.lower())}"


def _is_age(word: Word) -> bool:
    """Read "aged 45", "an age of 45" and "the mayor, 45, …"."""
    if (
        word.dep_ in {"appos", "npadvmod", "amod"}
        and 0 < word.i < len(word.doc) - 1
        and word.head.pos_ == "PROPN"
    ):
        return word.nbor(-1).text == "," and word.nbor().text == "," and word.text.isdigit()
    before = [word.nbor(-step).lower_ for step in (1, 2) if word.i - step >= 0]
    if before[:1] == ["of"] and before[1:] and before[1] in _PEOPLE:
        return True  # "a woman of 26"
    return before[:1] == ["aged"] or (len(before) > 1 and before[1] in {"age", "aged"})

"""From where to where the sentence around some words goes, in any script: so that what is put beside a
claim's words is seen, also "denied that". In doubt the sentence goes on: then a person is asked once more."""

import re

from workbench.domain.wording import Range, Wording

MOST = 100  # words of either side that are looked at: a text without a full stop is no one sentence
_ENDS = frozenset(".!?…؟۔।॥。！？｡")  # noqa: RUF001 - signs of other scripts
_FULL_WIDTH = frozenset("。！？｡")  # noqa: RUF001 - no blank follows them
_CLOSERS = frozenset("\"'”’»«“)]}」』）】")  # noqa: RUF001
_BULLETS = frozenset("-•*·▪◦#")
_SHORTENED = frozenset(
    "Adm Brig Capt Col Cpl Dr Gen Gov Hon Lt Maj Mr Mrs Ms No Prof Rep Rev Sen Sgt St".split()  # noqa: SIM905
)
_BLANK_LINE = re.compile(r"\n\s*\n")


def find_sentence(wording: Wording, span: Range) -> Range:
    """The words of the sentences in which these words, [first, last), begin and end, the words included."""
    first, last = span
    least, most = max(0, first - MOST), min(len(wording.words), last + MOST)
    while first > least and not _ends(wording, first - 1):
        first -= 1
    while last < most and not _ends(wording, last - 1):
        last += 1
    return first, last


def _ends(wording: Wording, at: int) -> bool:
    """Whether a sentence ends with this word."""
    words, places = wording.words, wording.places
    if at + 1 >= len(words):
        return True
    between = wording.text[places[at][1] : places[at + 1][0]]
    if _BLANK_LINE.search(between) or ("\n" in between and words[at + 1] in _BULLETS):
        return True
    sign = at
    while sign > 0 and words[sign] in _CLOSERS and places[sign - 1][1] == places[sign][0]:
        sign -= 1
    if words[sign] not in _ENDS:
        return False
    if not between and (words[sign] not in _FULL_WIDTH or words[at + 1] in _CLOSERS):
        return False
    return not _goes_on(words, at + 1) and not (words[sign] == "." and _is_shortened(wording, sign - 1))


def _goes_on(words: tuple[str, ...], at: int) -> bool:
    """A small letter behind the sign: "approx. ten", and "“Ten fell!” he denied"."""
    while at < len(words) - 1 and not words[at][0].isalnum():
        at += 1
    return words[at][0].islower()


def _is_shortened(wording: Wording, at: int) -> bool:
    """A word whose full stop is its own: "Gen. Holt", "U.S. Army"."""
    if at < 0 or wording.places[at][1] != wording.places[at + 1][0]:
        return False
    word = wording.words[at]
    return word in _SHORTENED or (len(word) == 1 and word.isalpha())

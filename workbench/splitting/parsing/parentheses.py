"""Find ", the ministry said on Friday," and the like by their words and commas alone.

The small parser often loses its way at them. What it makes of the sentence without them is far surer, so
they are found before its tree is believed (see reparsing.py).
"""

from __future__ import annotations

from workbench.splitting.attributions.words import VIEW_LINKS, VIEW_NOUNS
from workbench.splitting.parsing.parenthesis import (
    AFTER,
    CLOSERS,
    FINITE,
    LONGEST_NAME,
    LONGEST_REST,
    SAID_ALONE,
    Parenthesis,
    goes_on_about,
)
from workbench.splitting.parsing.parsed import Stretch, Word
from workbench.splitting.parsing.said_parentheses import read_said

_OWNING = frozenset({"DT", "PRP$", "POS", "NNP", "NNPS", "NN", "NNS", "JJ"})
_LONGEST_VIEW = 10


def find_parentheses(sentence: Stretch) -> list[Parenthesis]:
    """Give the parentheses of a sentence in order, if they leave a sentence over."""
    found: list[Parenthesis] = []
    for word in sentence:
        if found and word.i < found[-1].end:
            continue
        one = read_said(word, sentence) or _read_according(word, sentence) or _read_how(word, sentence)
        if one is not None:
            found.append(one)
    inside = {i for one in found for i in range(one.start, one.end)}
    told = any(word.tag_ in FINITE or word.tag_ == "MD" for word in sentence if word.i not in inside)
    return found if told else []


def _read_according(word: Word, sentence: Stretch) -> Parenthesis | None:
    """Read ", according to two officers who have read it," and ", by its own count," between commas."""
    doc = sentence.doc
    if word.i <= sentence.start + 1 or doc[word.i - 1].text != ",":
        return None
    if word.lower_ != "according" and not _is_view(word):
        return None
    ends = (i for i in range(word.i + 2, min(sentence.end, word.i + LONGEST_NAME)) if doc[i].text in CLOSERS)
    end = next(ends, None)
    if end is None or end >= sentence.end - 1 or doc[end].text != "," or goes_on_about(end, sentence):
        return None
    return Parenthesis(word.i, end, word.i, "prep")


def _is_view(link: Word) -> bool:
    """Tell whether these words open "by its own count", "in the mayor’s view"."""
    if link.lower_ not in VIEW_LINKS:
        return False
    owned = False
    for word in link.doc.words[link.i + 1 : link.i + _LONGEST_VIEW]:
        if word.lemma_.lower() in VIEW_NOUNS:
            return owned
        if word.tag_ not in _OWNING:
            return False
        owned = owned or word.tag_ in {"PRP$", "POS"}
    return False


def _read_how(word: Word, sentence: Stretch) -> Parenthesis | None:
    """Read "in a written answer" in "conceded, in a written answer, that …"."""
    doc = sentence.doc
    if word.tag_ != "IN" or word.i < sentence.start + 3 or doc[word.i - 1].text != ",":
        return None
    verb = doc[word.i - 2]
    if verb.lemma_.lower() not in SAID_ALONE or verb.pos_ != "VERB":
        return None
    for end in range(word.i + 1, min(sentence.end - 1, word.i + LONGEST_REST)):
        if doc[end].text == ",":
            said = doc[end + 1].lower_ == "that"
            return Parenthesis(word.i, end, word.i, "prep", above=verb.i) if said else None
        if doc[end].tag_ not in AFTER:
            return None
    return None

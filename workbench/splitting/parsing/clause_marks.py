"""Part sentences at ";" and ":" between two full clauses, before they are parsed.

The parser hangs one half of "The army left; the town burns." on a word of the other, so that neither is read
right. Between tagging and parsing it can be told where a sentence begins, and then reads each half by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbench.splitting.attributions.reporting_words import ACCUSES, BLAMES, SPEECH
from workbench.splitting.lexicon import word_set
from workbench.splitting.parsing.inflection import past_tense, present_tense

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

_MARKS = frozenset({";", ":"})
_ENDS = frozenset({".", "?", "!"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_NAMING = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "DT", "EX", "CD", "JJ"})
_OPENS, _CLOSES = "“«([", "”»)]"
# What begins so goes on with what was said before the mark.
_GOES_ON = word_set("that which who whom whose to because including namely")
_ARTICLES = word_set("the a an this that its their his her our")
_FEWEST = 3  # words of a clause
_VERBS = (SPEECH | ACCUSES | BLAMES) - {"expect", "anticipate"}  # "expects it to grow: a third unit came"
_SPEAKS = frozenset(
    form for verb in _VERBS for form in (verb, past_tense(verb), present_tense(verb, plural=False))
) | word_set("according read reads")


def part_clauses(docs: Iterator[Doc]) -> Iterator[Doc]:
    """Note where a sentence begins after a ";" or ":" in documents that have tags but no trees yet."""
    for doc in docs:
        if ";" in doc.text or ":" in doc.text:
            for i in _find_starts(doc):
                doc[i].is_sent_start = True
        yield doc


def _find_starts(doc: Doc) -> Iterator[int]:
    """Give the first words of the second halves."""
    marks = [token.i for token in doc if token.text in _MARKS | _ENDS]
    first = 0
    for place, mark in enumerate(marks):
        if doc[mark].text in _ENDS:
            first = mark + 1
            continue
        end = marks[place + 1] if place + 1 < len(marks) else len(doc)
        before, after = list(doc[first:mark]), list(doc[mark + 1 : end])
        if _is_clause(before) and _is_clause(after) and not _belongs(doc, before, after):
            yield mark + 1
            first = mark + 1


def _belongs(doc: Doc, before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Tell whether the second half is part of what is said, of a quotation or a bracket."""
    if after[0].lower_ in _GOES_ON or (after[0].tag_ == "CC" and after[1].lower_ in _GOES_ON):
        return True
    reported = _is_speech(before) and not (doc[after[0].i - 1].text == ";" and _is_speech(after))
    return reported or _is_open(doc[: after[0].i].text)


def _is_clause(words: Sequence[Token]) -> bool:
    """Tell whether words hold a finite verb after something that can be its subject, or "let me …"."""
    if len(words) < _FEWEST:
        return False
    if words[0].lower_ == "let":
        return True
    verb = next((i for i in reversed(range(len(words))) if words[i].tag_ in _FINITE), 0)
    return any(word.tag_ in _NAMING for word in words[:verb])


def _is_speech(words: Sequence[Token]) -> bool:
    """Tell whether a verb of saying is among the words; "that claim" is none."""
    verbs = (word for word in words if word.lower_ in _SPEAKS and word.tag_[:1] == "V")
    return any(word.i == 0 or word.nbor(-1).lower_ not in _ARTICLES for word in verbs)


def _is_open(text: str) -> bool:
    """Tell whether a quotation or a bracket is open at a text's end."""
    deep = sum(text.count(sign) for sign in _OPENS) - sum(text.count(sign) for sign in _CLOSES)
    return deep > 0 or text.count('"') % 2 == 1

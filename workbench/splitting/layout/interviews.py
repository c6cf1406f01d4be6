"""Interviews whose questions bear no label: which paragraphs ask, who asks, and whose the answers are."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass

import re2

from workbench.splitting.attributions.speakers import Speaker
from workbench.splitting.layout.introductions import find_introduced
from workbench.splitting.layout.labels import Label
from workbench.splitting.layout.offices import name_speaker
from workbench.splitting.layout.outlets import find_outlet
from workbench.splitting.layout.paragraphs import is_heading

_FEWEST_QUESTIONS = 3
_FEWEST_BEFORE_LABELS = 2
_FEWEST_SET_OFF = 2
_SHARE_PERSONAL = 3  # one answer in so many speaks of "us" or "me"
_MOST_OPENING_LABELS = 2  # labels at the first question and answer only
_LONGEST_QUESTION = 60  # words
_LONGEST_PROMPT = 45
_ASKED = re2.compile(r"\?[\"'”’»)*_\]]*\s*$")
_DASH = re2.compile(r"^[–—-]\s+")
_BOLD = re2.compile(r"^(?:\*\*|__)[^*_].*(?:\*\*|__)$")
_OPENING_MARKS = re2.compile(r"^(?:[–—-]\s+|\*\*|__)")
_CLOSING_MARKS = re2.compile(r"(?:\*\*|__)$")
_FIRST_PERSON = re2.compile(r"(?i)\b(?:we|i|our|ours|my|us|mine)\b")
_SECOND_PERSON = re2.compile(
    r"(?i)\b(?:you|your|yours)\b|\bthis (?:newspaper|magazine|paper|programme|station)\b"
)
_IN_QUOTES = re2.compile(r"[“\"«][^”\"»]*[”\"»]?")
_INTERVIEWER = Speaker(
    "Interviewer", "the interviewer", "the interviewer’s", False, True, 0, 0, "interviewer"
)


@dataclass(frozen=True, slots=True)
class Interview:
    """asked: paragraphs that ask, labelled or not. answerer: whose the unlabelled answers are, if known."""

    asked: frozenset[int]
    asker: Speaker
    answerer: Speaker | None


def find_questions(written: Sequence[str], labels: Set[int]) -> frozenset[int]:
    """Give the paragraphs that ask without a label of their own, and labelled ones among them; or none.

    They open with a dash or stand in bold, or end with a question mark; then what speaks to "you" between
    two answers asks too.
    """
    for mark in (_DASH, _BOLD):
        set_off = frozenset(
            index for index, line in enumerate(written) if mark.match(line) and index not in labels
        )
        set_off -= {index for index in set_off if mark is _BOLD and index + 1 in set_off}  # the headline
        asking = sum(1 for index in set_off if _ASKED.search(written[index]))
        if asking >= _FEWEST_SET_OFF and _are_answered(set_off, len(written)):
            return set_off
    marked = {
        index
        for index, line in enumerate(written)
        if _ASKED.search(line) and len(line.split()) <= _LONGEST_QUESTION
    }
    marked -= _find_linked(marked, len(written))
    if not marked or not _are_answered(marked, len(written)) or 2 * len(marked & labels) >= len(marked):
        return frozenset()
    unlabelled = marked - labels
    before_labels = all(index + 1 in labels for index in unlabelled)
    if before_labels and len(unlabelled) >= _FEWEST_BEFORE_LABELS:
        return frozenset(unlabelled)
    if len(marked) < _FEWEST_QUESTIONS or len(labels) > _MOST_OPENING_LABELS:
        return frozenset()
    return frozenset(marked | _find_prompts(written, marked))


def _are_answered(asked: Collection[int], count: int) -> bool:
    return all(index + 1 < count and index + 1 not in asked for index in asked)


def _find_linked(asked: Set[int], count: int) -> set[int]:
    """Give the questions that end the page: headlines of other pages, with no answer under them."""
    last = count - 1
    while last in asked:
        last -= 1
    return {index for index in asked if index > last}


def _find_prompts(written: Sequence[str], asked: Collection[int]) -> set[int]:
    """Give the statements that the interviewer puts: short, to "you", and not from "me"."""
    found: set[int] = set()
    for index in range(min(asked) + 2, max(asked)):
        line = _IN_QUOTES.sub("", written[index])
        near = index - 1 in asked or index + 1 in asked or index - 1 in found
        if (
            index not in asked
            and not near
            and not is_heading(line)
            and len(line.split()) <= _LONGEST_PROMPT
            and _SECOND_PERSON.search(line)
            and not _FIRST_PERSON.search(line)
        ):
            found.add(index)
    return found


def read_interview(
    text: str, start: int, written: Sequence[str], labels: Mapping[int, Label], asked: frozenset[int]
) -> Interview:
    """Say who asks and who answers; start: the offset of the first question."""
    own = next((labels[index] for index in sorted(asked) if index in labels), None)
    if own is not None:
        asker: Speaker | None = name_speaker(own.words, text)
    else:
        asker = find_outlet(text)
    last = max(asked)
    answers = [
        line for index, line in enumerate(written) if min(asked) < index <= last + 1 and index not in asked
    ]
    personal = sum(1 for line in answers if _FIRST_PERSON.search(_IN_QUOTES.sub("", line)))
    known = find_introduced(text, start) if _SHARE_PERSONAL * personal >= len(answers) else None
    return Interview(asked, asker or _INTERVIEWER, known)


def trim_marks(line: str) -> tuple[int, int]:
    """Give where a paragraph's words begin and end within its dash or stars."""
    opening, closing = _OPENING_MARKS.match(line), _CLOSING_MARKS.search(line)
    return 0 if opening is None else opening.end(), len(line) if closing is None else closing.start()


def is_personal(line: str) -> bool:
    """Tell whether somebody speaks of himself outside quotation marks."""
    return bool(_FIRST_PERSON.search(_IN_QUOTES.sub("", line)))

"""Interviews without labels: question paragraphs that take turns with answers, and whose answers they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import re2

from workbench.splitting import lexicon
from workbench.splitting.attributions.speakers import Speaker
from workbench.splitting.layout.offices import name_speaker

_FEWEST_QUESTIONS = 3
_LONGEST_QUESTION = 60  # words
_FIRST_PERSON = re2.compile(r"(?i)\b(?:we|i|our|my|us)\b")
_ASKED = re2.compile(r"\?[\"'”’»)*_\]]*\s*$")
_OFFICE = "|".join(sorted(lexicon.BODIES | lexicon.PERSON_NOUNS | {"chair", "head", "representative"}))
_CAPITALS = r"\p{Lu}[\p{L}’'-]*"
_MEETS = (
    r"interview with|interviewed|(?:talked|talks|talking|spoke|speaks) (?:to|with)|conversation with"
    r"|questions (?:to|for)|answers from|sat down with|asked"
)
_OF_WHAT = rf"(?: (?:of|for|at) (?:the )?{_CAPITALS}(?:(?: of| for| and| the)* {_CAPITALS})*)?"
_MEETING = re2.compile(
    rf"(?i:\b(?:{_MEETS})) (?i:the |an? )?((?:[\p{{L}}’'-]+ )*?(?i:{_OFFICE}){_OF_WHAT})\b"
)
INTERVIEWER = Speaker("Interviewer", "the interviewer", "the interviewer’s", False, True, 0, 0, "interviewer")


def find_questions(written: Sequence[str]) -> set[int]:
    """Give the paragraphs that ask, when at least three do and each is answered before the next."""
    asked = {
        index
        for index, line in enumerate(written)
        if _ASKED.search(line) and len(line.split()) <= _LONGEST_QUESTION
    }
    answered = all(index + 1 < len(written) and index + 1 not in asked for index in asked)
    return asked if answered and len(asked) >= _FEWEST_QUESTIONS else set()


def find_interviewed(text: str, start: int, answers: Sequence[str]) -> Speaker | None:
    """Give the office that answers, when the words before the first question (`start`) name just one and the
    answers say "we" or "I".
    """
    named = {found.group(1): found.start(1) for found in _MEETING.finditer(text[:start])}
    own = sum(1 for answer in answers if _FIRST_PERSON.search(answer))
    if len({name.casefold() for name in named}) != 1 or own * 2 < len(answers):
        return None
    name, place = next(iter(named.items()))
    return replace(name_speaker(name, text), start=place, end=place + len(name))

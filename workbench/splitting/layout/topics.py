"""Interviews that give answers by topic, without their questions: "On the damage: We lost 30 boats."."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import re2

from workbench.splitting.attributions.speakers import Speaker
from workbench.splitting.layout.interviews import is_personal, trim_marks
from workbench.splitting.layout.introductions import find_introduced
from workbench.splitting.layout.notes import is_stage_direction
from workbench.splitting.layout.paragraphs import Part, is_heading

_TOPIC = re2.compile(r"^(?:\*\*|__)?On [^.!?:;“”\"]{2,80}:(?:\*\*|__)?(?:\s+|$)")
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Answers:
    """Whose the answers are. openings: by paragraph of an answer, where it begins after its topic."""

    speaker: Speaker
    openings: Mapping[int, int]


def find_answers(text: str, parts: Sequence[Part], written: Sequence[str]) -> Answers | None:
    """Give the answers under topics, where the words before them present one person who speaks as "I"."""
    topics = {index: found.end() for index, line in enumerate(written) if (found := _TOPIC.match(line))}
    if len(topics) < _FEWEST:
        return None
    openings = _follow(written, topics)
    personal = any(is_personal(written[index].strip('“”"')) for index in openings)
    speaker = find_introduced(text, parts[min(topics)].start) if personal else None
    return None if speaker is None else Answers(speaker, openings)


def _follow(written: Sequence[str], topics: Mapping[int, int]) -> dict[int, int]:
    """Take in the paragraphs under a topic; beyond the last one's first only while somebody says "I"."""
    openings: dict[int, int] = {}
    answered = False
    for index in range(min(topics), len(written)):
        line = written[index]
        if index in topics:
            openings[index] = topics[index]
            answered = topics[index] < len(line)
        elif is_heading(line) or is_stage_direction(line):
            if index > max(topics):
                break
        elif index < max(topics) or not answered or is_personal(line):
            openings[index] = trim_marks(line)[0]
            answered = True
        else:
            break
    return openings

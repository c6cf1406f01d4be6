"""Who speaks in each paragraph, as the page's layout shows it: transcripts and interviews."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import re2

from workbench.splitting.attributions.speakers import Speaker
from workbench.splitting.layout.interviews import INTERVIEWER, find_interviewed, find_questions
from workbench.splitting.layout.issuers import find_issuer
from workbench.splitting.layout.labels import (
    ANSWERERS,
    ASKERS,
    EDITORIAL,
    Label,
    is_stage_direction,
    read_label,
    read_question_mark,
    skip_dateline,
    skip_stamp,
)
from workbench.splitting.layout.offices import name_speaker
from workbench.splitting.layout.paragraphs import Part, is_heading

FROM_LAYOUT = "speaker read from the layout"
_FEWEST_TURNS = 3
_FIRST_PERSON = re2.compile(r"(?i)\b(?:we|i|our|my|us)\b")
_IN_QUOTES = re2.compile(r"[“\"«][^”\"»]*[”\"»]?")


@dataclass(frozen=True, slots=True)
class Voice:
    """speaker: offsets are the article's, of the label. manner: direct, or own_voice. note: a reason to
    give when the layout only suggests it.
    """

    speaker: Speaker
    manner: str
    note: str = ""

    def move(self, by: int) -> Voice:
        """Give the same voice with offsets counted from elsewhere."""
        speaker = replace(self.speaker, start=self.speaker.start + by, end=self.speaker.end + by)
        return replace(self, speaker=speaker)


@dataclass(frozen=True, slots=True)
class Turn:
    """A paragraph without its label, and whose voice it is; None for the article's own."""

    part: Part
    voice: Voice | None = None


def read_turns(text: str, parts: Sequence[Part]) -> list[Turn]:
    """Cut labels and time stamps off paragraphs and say who speaks in each."""
    stamped = [_cut(part, skip_stamp(part.read(text))) for part in parts]
    written = [part.read(text) for part in stamped]
    labels = _find_labels(written)
    if not labels:
        plain = [_cut_opening(part, line) for part, line in zip(stamped, written, strict=True)]
        issuer = find_issuer(text, plain)
        if issuer is not None:
            return [Turn(part, Voice(issuer, "own_voice")) for part in plain]
        return _follow_questions(text, plain)
    return list(_follow(text, stamped, written, labels))


def _find_labels(written: Sequence[str]) -> dict[int, Label]:
    """Give the paragraphs that open with a speaker's label, when there are enough for a transcript."""
    found = {index: label for index, line in enumerate(written) if (label := read_label(line)) is not None}
    marks = {
        index: label for index, line in enumerate(written) if (label := read_question_mark(line)) is not None
    }
    if {label.key[0] for label in marks.values()} == {"q", "a"} or any(
        label.key in ASKERS for label in found.values()
    ):
        found |= marks
    found = {index: label for index, label in found.items() if label.key not in EDITORIAL}
    times = Counter(label.key for label in found.values())
    speaking = {
        index: label
        for index, label in found.items()
        if times[label.key] > 1 or _stands_alone(index, label) or label.key in ASKERS | ANSWERERS
    }
    asked = any(label.key in ASKERS for label in speaking.values())
    repeated = any(times[label.key] > 1 for label in speaking.values())
    several = len({label.key for label in speaking.values()}) > 1
    talk = several and (asked or (repeated and len(speaking) >= _FEWEST_TURNS))
    return speaking if talk else {}


def _stands_alone(index: int, label: Label) -> bool:
    """Tell whether a label used once is a speaker's; the first line's may be a headline ("Vesk: …")."""
    return label.is_capitals or (label.is_name and index > 0)


def _follow(
    text: str, parts: Sequence[Part], written: Sequence[str], labels: dict[int, Label]
) -> Iterator[Turn]:
    """Give each turn; a speaker goes on over paragraphs, but beyond the last label only as "we" or "I"."""
    last = max(index + (label.text == len(written[index])) for index, label in labels.items())
    names: dict[str, Speaker] = {}
    voice: Voice | None = None
    for index, (part, line) in enumerate(zip(parts, written, strict=True)):
        label = labels.get(index)
        if label is not None:
            speaker = names.setdefault(label.key, name_speaker(label.words, text))
            place = replace(speaker, start=part.start + label.start, end=part.start + label.end)
            voice = Voice(place, "direct")
            part = _cut(part, label.text)
            if part.end > part.start:
                yield Turn(part, voice)
        elif (opened := _cut_opening(part, line)) != part or is_stage_direction(line):
            yield Turn(opened)
        else:
            if index > last and not _FIRST_PERSON.search(_IN_QUOTES.sub("", line)):
                voice = None
            yield Turn(part, voice)


def _follow_questions(text: str, parts: list[Part]) -> list[Turn]:
    """Give the answers of an interview without labels to the office its introduction names."""
    written = [part.read(text) for part in parts]
    asked = find_questions(written)
    if not asked:
        return [Turn(part) for part in parts]
    first, last = min(asked), max(asked)
    answers = {
        index for index in range(first, last + 2) if index not in asked and not is_heading(written[index])
    }
    office = find_interviewed(text, parts[first].start, [written[index] for index in sorted(answers)])
    if office is None:
        return [Turn(part) for part in parts]
    voices = dict.fromkeys(asked, Voice(INTERVIEWER, "direct", FROM_LAYOUT))
    voices |= dict.fromkeys(answers, Voice(office, "direct", FROM_LAYOUT))
    return [Turn(part, voices.get(index)) for index, part in enumerate(parts)]


def _cut_opening(part: Part, line: str) -> Part:
    """Begin after "Editor's note:" or a dateline, which are no part of the sentence."""
    label = read_label(line)
    return _cut(part, skip_dateline(line) if label is None or label.key not in EDITORIAL else label.text)


def _cut(part: Part, length: int) -> Part:
    return part if not length else Part(min(part.start + length, part.end), part.end)

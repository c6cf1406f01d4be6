"""Who speaks in each paragraph, as the page's layout shows it: transcripts and interviews."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.splitting.attributions.speakers import Speaker
from workbench.splitting.layout.interviews import (
    Interview,
    find_questions,
    is_personal,
    read_interview,
    skip_dash,
)
from workbench.splitting.layout.issuers import find_issuer
from workbench.splitting.layout.labels import (
    ANSWERERS,
    ASKERS,
    EDITORIAL,
    Label,
    read_label,
    read_question_mark,
    skip_dateline,
    skip_stamp,
)
from workbench.splitting.layout.notes import is_closing, is_stage_direction
from workbench.splitting.layout.offices import name_speaker
from workbench.splitting.layout.paragraphs import Part
from workbench.splitting.layout.speaker_lines import find_speaker_lines

FROM_LAYOUT = "speaker read from the layout"
_FEWEST_TURNS = 3


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
    whole = [part.read(text) for part in parts]
    lines = find_speaker_lines(whole)
    stamped = [
        part if index in lines else _cut(part, skip_stamp(line))
        for index, (part, line) in enumerate(zip(parts, whole, strict=True))
    ]
    written = [part.read(text) for part in stamped]
    talk = _find_talk(text, stamped, written, lines)
    if talk is not None:
        return list(_follow(text, stamped, written, talk))
    plain = [_cut_opening(part, line) for part, line in zip(stamped, written, strict=True)]
    issuer = find_issuer(text, plain)
    if issuer is not None:
        return [Turn(part, Voice(issuer, "own_voice")) for part in plain]
    return [Turn(part) for part in plain]


@dataclass(frozen=True, slots=True)
class _Talk:
    """labels: of paragraphs. interview: what paragraphs without a label show, if anything."""

    labels: Mapping[int, Label]
    interview: Interview | None
    under: frozenset[int]  # paragraphs whose label is the line before

    @property
    def asked(self) -> frozenset[int]:
        return frozenset() if self.interview is None else self.interview.asked

    @property
    def last(self) -> int:
        """The last paragraph that is surely part of the talk: a labelled one, or an answer."""
        return max([*self.labels, *(index + 1 for index in self.asked), *self.under])


def _find_talk(
    text: str, parts: Sequence[Part], written: Sequence[str], lines: Mapping[int, Label]
) -> _Talk | None:
    found = lines or _read_labels(written)
    labels = found if lines else _choose_labels(found)
    under = frozenset(index + 1 for index, label in labels.items() if label.text >= len(written[index]))
    asked = find_questions(written, labels.keys() | under)
    if asked:
        start = parts[min(asked)].start
        opening = {index: label for index, label in labels.items() if index >= min(asked)}
        presented = text[:start].casefold()
        opening |= {
            index: label for index, label in found.items() if index - 1 in asked and label.key in presented
        }
        interview = read_interview(text, start, written, opening, asked)
        return _Talk(opening, interview, under) if opening or interview.answerer is not None else None
    return _Talk(labels, None, under) if _is_talk(labels, found) else None


def _read_labels(written: Sequence[str]) -> dict[int, Label]:
    """Give the paragraphs that open with what may be a speaker's label."""
    found = {index: label for index, line in enumerate(written) if (label := read_label(line)) is not None}
    marks = {
        index: label for index, line in enumerate(written) if (label := read_question_mark(line)) is not None
    }
    if {label.key[0] for label in marks.values()} == {"q", "a"} or any(
        label.key in ASKERS for label in found.values()
    ):
        found |= marks
    return {index: label for index, label in found.items() if label.key not in EDITORIAL}


def _choose_labels(found: Mapping[int, Label]) -> dict[int, Label]:
    times = Counter(label.key for label in found.values())
    return {
        index: label
        for index, label in found.items()
        if times[label.key] > 1 or _stands_alone(index, label) or label.key in ASKERS | ANSWERERS
    }


def _is_talk(labels: Mapping[int, Label], found: Mapping[int, Label]) -> bool:
    """Tell whether there are enough labels for a transcript."""
    times = Counter(label.key for label in found.values())
    asked = any(label.key in ASKERS for label in labels.values())
    repeated = any(times[label.key] > 1 for label in labels.values())
    several = len({label.key for label in labels.values()}) > 1
    return several and (asked or (repeated and len(labels) >= _FEWEST_TURNS))


def _stands_alone(index: int, label: Label) -> bool:
    """Tell whether a label used once is a speaker's; the first line's may be a headline ("Vesk: …")."""
    return label.is_capitals or (label.is_name and index > 0)


def _follow(text: str, parts: Sequence[Part], written: Sequence[str], talk: _Talk) -> Iterator[Turn]:
    """Give each turn; who answers goes on over paragraphs, but beyond the last sign of a turn only as "I"."""
    names: dict[str, Speaker] = {}
    voice: Voice | None = None
    for index, (part, line) in enumerate(zip(parts, written, strict=True)):
        label = talk.labels.get(index)
        if label is not None:
            speaker = names.setdefault(label.key, name_speaker(label.words, text))
            place = replace(speaker, start=part.start + label.start, end=part.start + label.end)
            named = Voice(place, "direct")
            part = _cut(part, label.text)
            voice = voice or _find_answerer(talk) if index in talk.asked else named
            if part.end > part.start:
                yield Turn(part, named)
        elif talk.interview is not None and index in talk.asked:
            voice = voice or _find_answerer(talk)
            yield Turn(_cut(part, skip_dash(line)), Voice(talk.interview.asker, "direct", FROM_LAYOUT))
        elif (opened := _cut_opening(part, line)) != part or is_stage_direction(line):
            yield Turn(opened)
        else:
            if (index > talk.last and not is_personal(line)) or (index >= talk.last and is_closing(line)):
                voice = None
            yield Turn(part, voice)


def _find_answerer(talk: _Talk) -> Voice | None:
    known = None if talk.interview is None else talk.interview.answerer
    return None if known is None else Voice(known, "direct", FROM_LAYOUT)


def _cut_opening(part: Part, line: str) -> Part:
    """Begin after "Editor's note:" or a dateline, which are no part of the sentence."""
    label = read_label(line)
    return _cut(part, skip_dateline(line) if label is None or label.key not in EDITORIAL else label.text)


def _cut(part: Part, length: int) -> Part:
    return part if not length else Part(min(part.start + length, part.end), part.end)

"""Find a talk on a page: the labels before its turns, or the questions that stand without any."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.splitting.attributions.speakers import Speaker
from workbench.splitting.layout.casts import unite_labels
from workbench.splitting.layout.interviews import Interview, find_questions, read_interview
from workbench.splitting.layout.issuers import find_titled
from workbench.splitting.layout.labels import (
    ANSWERERS,
    ASKERS,
    EDITORIAL,
    Label,
    read_label,
    read_question_mark,
)
from workbench.splitting.layout.paragraphs import Part, cut_lines

_FEWEST_TURNS = 3
_ROOM = 20_000  # characters of an introduction


@dataclass(frozen=True, slots=True)
class Talk:
    """labels: of paragraphs. interview: what paragraphs without a label show, if anything."""

    labels: Mapping[int, Label]
    interview: Interview | None
    under: frozenset[int]  # paragraphs whose label is the line before
    opener: Speaker | None = None  # who speaks before the first label

    @property
    def asked(self) -> frozenset[int]:
        return frozenset() if self.interview is None else self.interview.asked

    @property
    def first(self) -> int:
        return min([*self.labels, *self.asked])

    @property
    def last(self) -> int:
        """The last paragraph that is surely part of the talk: a labelled one, or an answer."""
        return max([*self.labels, *(index + 1 for index in self.asked), *self.under])


def find_talk(
    text: str, parts: Sequence[Part], written: Sequence[str], lines: Mapping[int, Label]
) -> Talk | None:
    found = lines or _read_labels(written)
    if found:
        found = unite_labels(found, text[: parts[min(found)].start])
    labels = found if lines else _choose_labels(found)
    under = frozenset(index + 1 for index, label in labels.items() if label.text >= len(written[index]))
    asked = find_questions(written, labels.keys() | under)
    if asked:
        start = parts[min(asked)].start
        opening = {index: label for index, label in labels.items() if index >= min(asked)}
        presented = text[:start][:_ROOM].casefold()
        opening |= {
            index: label for index, label in found.items() if index - 1 in asked and label.key in presented
        }
        interview = read_interview(text, start, written, opening, asked)
        return Talk(opening, interview, under) if opening or interview.answerer is not None else None
    if not _is_talk(labels, found):
        return None
    opener = find_titled(text, cut_lines(text[: parts[min(labels)].start]))
    speaks = opener is not None and any(_is_part(label.key, opener.name) for label in labels.values())
    return Talk(labels, None, under, opener if speaks else None)


def _is_part(name: str, full: str) -> bool:
    return set(name.split()) <= set(full.casefold().split())


def _read_labels(written: Sequence[str]) -> dict[int, Label]:
    """Give the paragraphs that open with what may be a speaker's label."""
    found = {index: label for index, line in enumerate(written) if (label := read_label(line)) is not None}
    marks = {
        index: label for index, line in enumerate(written) if (label := read_question_mark(line)) is not None
    }
    if (
        {label.key[0] for label in marks.values()} == {"q", "a"}
        or any(label.key in ASKERS for label in found.values())
        or _are_all_answers(written, marks)
    ):
        same = {index for index, label in marks.items() if index in found and found[index].key == label.key}
        found |= {index: label for index, label in marks.items() if index not in same}  # the label is longer
    return {index: label for index, label in found.items() if label.key not in EDITORIAL}


def _are_all_answers(written: Sequence[str], marks: Mapping[int, Label]) -> bool:
    """Tell "A." under plain questions from the letters of a list."""
    asked = all(index > 0 and written[index - 1].endswith("?") for index in marks)
    return len(marks) > 1 and asked and all(label.key in ANSWERERS for label in marks.values())


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

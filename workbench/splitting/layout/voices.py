"""Who speaks in each paragraph, as the page's layout shows it: transcripts and interviews."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.splitting.attributions.speakers import Speaker
from workbench.splitting.layout.interviews import (
    is_personal,
    trim_marks,
)
from workbench.splitting.layout.introductions import find_introduced
from workbench.splitting.layout.issuers import find_issuer
from workbench.splitting.layout.labels import (
    ANSWERERS,
    EDITORIAL,
    read_label,
    skip_dateline,
    skip_stamp,
)
from workbench.splitting.layout.notes import is_closing, is_greeting, is_stage_direction
from workbench.splitting.layout.offices import name_speaker
from workbench.splitting.layout.paragraphs import Part
from workbench.splitting.layout.posts import find_posts
from workbench.splitting.layout.speaker_lines import find_speaker_lines
from workbench.splitting.layout.talks import Talk, find_talk
from workbench.splitting.layout.topics import Answers, find_answers

FROM_LAYOUT = "speaker read from the layout"


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
        return replace(self, speaker=self.speaker.move(by))


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
    talk = find_talk(text, stamped, written, lines)
    if talk is not None:
        return list(_follow(text, stamped, written, talk))
    answers = find_answers(text, stamped, written)
    if answers is not None:
        return list(_read_answers(stamped, answers))
    plain = [_cut_opening(part, line) for part, line in zip(stamped, written, strict=True)]
    issuer = find_issuer(text, plain)
    if issuer is not None:
        return [Turn(part, Voice(issuer, "own_voice")) for part in plain]
    return list(_read_posts(text, plain))


def _read_answers(parts: Sequence[Part], answers: Answers) -> Iterator[Turn]:
    """Give each paragraph without its topic; a topic on a line of its own says nothing."""
    voice = Voice(answers.speaker, "direct", FROM_LAYOUT)
    for index, part in enumerate(parts):
        opening = answers.openings.get(index)
        said = part if opening is None else _cut(part, opening)
        if said.end > said.start:
            yield Turn(said, None if opening is None else voice)


def _read_posts(text: str, parts: Sequence[Part]) -> Iterator[Turn]:
    """Give a report's own paragraphs, and the posts of others that are set into it."""
    posts = find_posts([part.read(text) for part in parts])
    for index, part in enumerate(parts):
        post = posts.get(index)
        if post is None:
            yield Turn(part)
        else:
            start = parts[post.line].start + post.start
            speaker = replace(name_speaker(post.name, text), start=start, end=start + len(post.name))
            yield Turn(Part(part.start, part.start + post.end), Voice(speaker, "direct", FROM_LAYOUT))


def _follow(text: str, parts: Sequence[Part], written: Sequence[str], talk: Talk) -> Iterator[Turn]:
    """Give each turn; who answers goes on over paragraphs, but beyond the last sign of a turn only as "I"."""
    names: dict[str, Speaker] = {}
    voice: Voice | None = None
    first, last = talk.first, talk.last
    opener = None if talk.opener is None else Voice(talk.opener, "direct", FROM_LAYOUT)
    for index, (part, line) in enumerate(zip(parts, written, strict=True)):
        label = talk.labels.get(index)
        if label is not None:
            known = find_introduced(text, parts[first].start) if label.key in ANSWERERS else None
            speaker = names.setdefault(label.key, known or name_speaker(label.words, text))
            place = replace(speaker, start=part.start + label.start, end=part.start + label.end)
            named = Voice(place, "direct")
            part = _cut(part, label.text)
            voice = voice or _find_answerer(talk) if index in talk.asked else named
            if part.end > part.start:
                yield Turn(part, named)
        elif talk.interview is not None and index in talk.asked:
            voice = voice or _find_answerer(talk)
            start, end = trim_marks(line)
            asking = Part(part.start + start, part.start + end)
            yield Turn(asking, Voice(talk.interview.asker, "direct", FROM_LAYOUT))
        elif (opened := _cut_opening(part, line)) != part or is_stage_direction(line):
            yield Turn(opened)
        else:
            if (index > last and not is_personal(line)) or (index >= last and is_closing(line)):
                voice = None
            if index < first and (is_personal(line) or is_greeting(line)):
                voice = opener
            start, _ = trim_marks(line)
            yield Turn(_cut(part, start), voice)


def _find_answerer(talk: Talk) -> Voice | None:
    known = None if talk.interview is None else talk.interview.answerer
    return None if known is None else Voice(known, "direct", FROM_LAYOUT)


def _cut_opening(part: Part, line: str) -> Part:
    """Begin after "Editor's note:" or a dateline, which are no part of the sentence."""
    label = read_label(line)
    return _cut(part, skip_dateline(line) if label is None or label.key not in EDITORIAL else label.text)


def _cut(part: Part, length: int) -> Part:
    return part if not length else Part(min(part.start + length, part.end), part.end)

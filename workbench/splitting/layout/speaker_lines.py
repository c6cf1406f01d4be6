"""Lines that hold nothing but who speaks next: "Presenter  00:31", "[00:31] Presenter", "Presenter"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import re2

from workbench.splitting.layout.labels import EDITORIAL, Label, make_label, skip_stamp
from workbench.splitting.layout.paragraphs import is_ended

_ROOM = 120  # characters of such a line
_FEWEST_LINES = 3
_CLOCK = r"[\[(]?\d{1,2}(?:[:.]\d{2}){1,2}[\])]?"
_CLOCKED = re2.compile(rf"\s*[-–—|,·@]?\s*{_CLOCK}\s*:?\s*$")


def find_speaker_lines(lines: Sequence[str]) -> dict[int, Label]:
    """Give the lines that name a speaker, where enough of them take turns and each has words under it.

    One name over and over is a heading or a button; names that come back in turns are a conversation.
    """
    found = {index: label for index, line in enumerate(lines) if (label := _read_line(line)) is not None}
    times = Counter(label.key for label in found.values())
    clocked = {index for index in found if _CLOCKED.search(lines[index])}
    speaking = {
        index: label
        for index, label in found.items()
        if index + 1 < len(lines)
        and index + 1 not in found
        and (times[label.key] > 1 or (index in clocked and label.is_name))
        and (label.has_role or index in clocked or len(label.words.split()) > 1)
    }
    keys = Counter(label.key for label in speaking.values())
    known = bool(clocked & speaking.keys()) or any(label.has_role for label in speaking.values())
    talk = len(speaking) >= _FEWEST_LINES and len(keys) > 1 and max(keys.values()) > 1 and known
    return speaking if talk else {}


def _read_line(line: str) -> Label | None:
    """Read a whole line as a name, less the time before or after it."""
    if len(line) > _ROOM:
        return None
    start = skip_stamp(line)
    clock = _CLOCKED.search(line)
    label = make_label(line, start, len(line) if clock is None else clock.start())
    if label is None or is_ended(label.words) or label.words.split()[0].casefold() in EDITORIAL:
        return None
    return replace(label, text=len(line))

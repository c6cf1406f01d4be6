"""What changed between two texts in words: taken out, put in, and a little of what stands around."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz.distance import Indel

from workbench.domain.wording import Wording, read_wording

SAME, OUT, IN, LEFT_OUT = "same", "out", "in", "left out"
AROUND = 12  # words of what did not change that stay beside what did
_MOST_WORDS = 20_000  # of either text; beyond that only the beginning is compared


@dataclass(frozen=True, slots=True)
class WordChange:
    """A run of words: in both texts, taken out, put in, or in both and left out here (without text)."""

    kind: str
    text: str = ""


def list_changes(old: str, new: str) -> list[WordChange]:
    """Both texts as one, in order: what was taken out stands before what was put in. Empty when the words are
    the same."""
    before, after = _cut(read_wording(old)), _cut(read_wording(new))
    numbers: dict[str, int] = {}
    codes = [[numbers.setdefault(word, len(numbers)) for word in words.words] for words in (before, after)]
    steps = list(Indel.opcodes(*codes))
    if all(step.tag == "equal" for step in steps):
        return []
    changes: list[WordChange] = []
    for same, run in groupby(steps, key=lambda step: step.tag == "equal"):
        found = list(run)
        first, last = found[0], found[-1]
        if same:
            shown = (after, last.dest_start, last.dest_end)
            changes += _shorten(*shown, first=first is steps[0], last=last is steps[-1])
            continue
        if last.src_end > first.src_start:
            changes.append(WordChange(OUT, _read(before, first.src_start, last.src_end)))
        if last.dest_end > first.dest_start:
            changes.append(WordChange(IN, _read(after, first.dest_start, last.dest_end)))
    return changes


def _shorten(words: Wording, start: int, end: int, *, first: bool, last: bool) -> Iterator[WordChange]:
    """An unchanged run; of a long one only the words beside a change."""
    head, tail = (0 if first else AROUND), (0 if last else AROUND)
    if end - start <= head + tail:
        yield WordChange(SAME, _read(words, start, end))
        return
    if head:
        yield WordChange(SAME, _read(words, start, start + head))
    yield WordChange(LEFT_OUT)
    if tail:
        yield WordChange(SAME, _read(words, end - tail, end))


def _read(words: Wording, first: int, last: int) -> str:
    start, end = words.place_of(first, last)
    return words.text[start:end]


def _cut(words: Wording) -> Wording:
    return Wording(words.text, words.words[:_MOST_WORDS], words.places[:_MOST_WORDS])

"""Which stretches two rows of words share: the fewest words taken out and put in, with bounded work.

A comparison word by word takes time and memory for every pair of words ("cells"), inside our own process,
in which nothing else runs meanwhile. Texts too long for that are cut into their lines and sentences, and only
what stands between those that both have is compared word by word; what is still too much is changed whole.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from rapidfuzz.distance import Indel

from workbench.domain.aligning import count_same
from workbench.domain.wording import Range, Wording

MOST_CELLS = 500_000_000  # in one comparison, two rows of 22,000: 0.2 s and 60 MB
ALL_CELLS = 2_000_000_000  # in all of one pair of texts
_ENDS = frozenset(".!?…。")


class Kind(StrEnum):
    SAME = "same"
    OTHER = "other"  # taken out, put in, or both: one of the two ranges may be empty


@dataclass(frozen=True, slots=True)
class Step:
    """A stretch of words: [first, last) of the old text and of the new one."""

    kind: Kind
    old: Range
    new: Range


class Effort:
    """How much is still compared for one pair of texts."""

    def __init__(self) -> None:
        self._left = ALL_CELLS

    def take(self, one: Sequence[object], other: Sequence[object]) -> bool:
        """Whether these two rows may be compared; what they cost is gone then."""
        cells = len(one) * len(other)
        if cells > min(MOST_CELLS, self._left):
            return False
        self._left -= cells
        return True


def find_steps(old: Wording, new: Wording) -> list[Step]:
    """The steps through both texts, from the first word to the last, without a gap."""
    effort = Effort()
    (first, last), (there, end) = _strip(old.words, new.words)
    steps = [Step(Kind.SAME, (0, first), (0, there))]
    if effort.take(old.words[first:last], new.words[there:end]):
        steps += _compare(old.words[first:last], new.words[there:end], first, there)
    else:
        steps += _compare_pieces(old, new, (first, last), (there, end), effort)
    steps.append(Step(Kind.SAME, (last, len(old.words)), (end, len(new.words))))
    return [step for step in steps if step.old[0] < step.old[1] or step.new[0] < step.new[1]]


def _compare_pieces(old: Wording, new: Wording, mine: Range, theirs: Range, effort: Effort) -> Iterator[Step]:
    """By lines and sentences; by words where these differ."""
    ours, yours = _cut(old, mine), _cut(new, theirs)
    if not effort.take(ours, yours):
        yield Step(Kind.OTHER, mine, theirs)
        return
    pieces = [old.words[slice(*piece)] for piece in ours], [new.words[slice(*piece)] for piece in yours]
    for step in join_steps(_compare(*pieces, 0, 0)):
        before = _span(ours, step.old, mine)
        after = _span(yours, step.new, theirs)
        if step.kind is Kind.SAME:
            yield Step(Kind.SAME, before, after)
        else:
            yield from _compare_block(old.words, new.words, before, after, effort)


def _compare_block(
    old: Sequence[str], new: Sequence[str], mine: Range, theirs: Range, effort: Effort
) -> Iterator[Step]:
    one, other = old[slice(*mine)], new[slice(*theirs)]
    if effort.take(one, other):
        yield from _compare(one, other, mine[0], theirs[0])
    else:
        yield Step(Kind.OTHER, mine, theirs)


def _compare(one: Sequence[Hashable], other: Sequence[Hashable], first: int, there: int) -> Iterator[Step]:
    """The steps through two rows that begin at these words of their texts."""
    numbers: dict[Hashable, int] = {}
    codes = [[numbers.setdefault(word, len(numbers)) for word in row] for row in (one, other)]
    for code in Indel.opcodes(*codes):
        yield Step(
            Kind.SAME if code.tag == "equal" else Kind.OTHER,
            (first + code.src_start, first + code.src_end),
            (there + code.dest_start, there + code.dest_end),
        )


def _strip(old: Sequence[str], new: Sequence[str]) -> tuple[Range, Range]:
    """What is left of both without the words that they begin and end with."""
    head = count_same(old, new)
    tail = count_same(old[head:][::-1], new[head:][::-1])
    return (head, len(old) - tail), (head, len(new) - tail)


def _cut(wording: Wording, within: Range) -> list[Range]:
    """The lines and sentences of a stretch: roughly, for both texts are cut alike."""
    first, last = within
    text, words, places = wording.text, wording.words, wording.places
    ends = [
        at + 1
        for at in range(first, last - 1)
        if words[at] in _ENDS or "\n" in text[places[at][1] : places[at + 1][0]]
    ]
    return [(start, end) for start, end in pairwise([first, *ends, last]) if start < end]


def _span(pieces: Sequence[Range], chosen: Range, within: Range) -> Range:
    """From the first to the last word of some neighbouring pieces; an empty place between two."""
    first, last = chosen
    start = pieces[first][0] if first < len(pieces) else within[1]
    return start, pieces[last - 1][1] if last > first else start


def join_steps(steps: Iterable[Step]) -> list[Step]:
    """Neighbouring steps of one kind as one."""
    joined: list[Step] = []
    for step in steps:
        last = joined[-1] if joined else None
        if last is not None and last.kind is step.kind:
            joined[-1] = Step(step.kind, (last.old[0], step.old[1]), (last.new[0], step.new[1]))
        else:
            joined.append(step)
    return joined

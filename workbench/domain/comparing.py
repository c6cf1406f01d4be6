"""Two texts word by word: which stretches both have, and what stands instead of the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from workbench.domain.word_steps import Kind, Step, find_steps, join_steps
from workbench.domain.wording import Wording, read_wording

__all__ = ["Comparison", "Kind", "Step", "compare"]

CHANCE = 4  # words; a longer stretch is never shared by chance


@dataclass(frozen=True)
class Comparison:
    """The steps lead through both texts from the first word to the last, without a gap."""

    old: Wording
    new: Wording
    steps: tuple[Step, ...]

    def turned(self) -> "Comparison":
        """The same, read from the new text to the old one."""
        steps = tuple(Step(step.kind, step.new, step.old) for step in self.steps)
        return Comparison(self.new, self.old, steps)

    @cached_property
    def starts(self) -> list[int]:
        """The first old word of each step, to find a word's step by."""
        return [step.old[0] for step in self.steps]

    def count(self) -> tuple[int, int]:
        """How many words were taken out, and how many put in."""
        others = [step for step in self.steps if step.kind is Kind.OTHER]
        return sum(b - a for a, b in (s.old for s in others)), sum(b - a for a, b in (s.new for s in others))


def compare(old: str, new: str) -> Comparison:
    """Compare two texts: the fewest words taken out and put in, in stretches that a person can read."""
    before, after = read_wording(old), read_wording(new)
    steps = join_steps(find_steps(before, after))
    return Comparison(before, after, tuple(_smooth(_slide(steps, before, after), before)))


def _smooth(steps: Sequence[Step], old: Wording) -> list[Step]:
    """A few words that two texts share by chance amid what was rewritten are no stretch of both: they are
    taken as changed, too, where they are fewer than what was changed on either side of them."""
    tidy = []
    for at, step in enumerate(steps):
        around = [*steps[max(0, at - 1) : at], *steps[at + 1 : at + 2]]
        sizes = [max(b - a for a, b in (near.old, near.new)) for near in around]
        size = step.old[1] - step.old[0]
        letters = any(word.isalnum() for word in old.words[slice(*step.old)])
        between = step.kind is Kind.SAME and len(sizes) == 2 and size <= CHANCE
        chance = between and (size < min(sizes) or size * CHANCE < max(sizes) or not letters)
        tidy.append(Step(Kind.OTHER, step.old, step.new) if chance else step)
    return join_steps(tidy)


def _slide(steps: Sequence[Step], old: Wording, new: Wording) -> list[Step]:
    """A sentence put in or taken out ends with its full stop and not with the one of the sentence before."""
    moved = list(steps)
    for at in range(1, len(moved) - 1):
        before, step, after = moved[at - 1 : at + 2]
        alone = step.kind is Kind.OTHER and (step.old[0] == step.old[1]) != (step.new[0] == step.new[1])
        if not alone or after.old[1] - after.old[0] < 1:
            continue
        text, first = (new, step.new[0]) if step.old[0] == step.old[1] else (old, step.old[0])
        sign = text.words[first]
        if not sign[0].isalnum() and sign == old.words[after.old[0]]:
            moved[at - 1] = _stretch(before, 0, 1)
            moved[at] = _stretch(step, 1, 1)
            moved[at + 1] = _stretch(after, 1, 0)
    return [step for step in moved if step.old[0] < step.old[1] or step.new[0] < step.new[1]]


def _stretch(step: Step, start: int, end: int) -> Step:
    """A step whose edges lie so many words further on in both texts."""
    old, new = step.old, step.new
    return Step(step.kind, (old[0] + start, old[1] + end), (new[0] + start, new[1] + end))

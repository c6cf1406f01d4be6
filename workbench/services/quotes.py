"""Words cut out of an article's text: a claim's quote and what stands around it."""

from collections.abc import Sequence

from workbench.domain.errors import RuleBroken
from workbench.domain.statements import CONTEXT_LENGTH, SLICE_GAP


def quote_slices(text: str, slices: Sequence[tuple[int, int]]) -> str:
    """The words of ordered, disjoint slices joined by " … ". Raises RuleBroken for anything else."""
    end = 0
    for start, stop in slices:
        if not (end <= start < stop <= len(text)):
            raise RuleBroken("The selected words are not in the article's text.", field="quote")
        end = stop
    quote = SLICE_GAP.join(text[start:stop] for start, stop in slices)
    if not any(character.isalnum() for character in quote):
        raise RuleBroken("Select some words first.", field="quote")
    return quote


def cut_context(text: str, slices: Sequence[Sequence[int]]) -> tuple[str, str]:
    """The words just before the first slice and just after the last, to find the quote again."""
    start, end = slices[0][0], slices[-1][1]
    return text[max(0, start - CONTEXT_LENGTH) : start], text[end : end + CONTEXT_LENGTH]

"""Where the words of a claim stand in another version of their article: by position, then by the words with
those around them, then by what is nearest. What is not exact is for a person to decide."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Indel

from workbench.domain.aligning import align_words, count_same, merge_spans
from workbench.domain.anchors import AnchorOutcome
from workbench.domain.comparing import Comparison, Kind, Step
from workbench.domain.sentence_bounds import find_sentence
from workbench.domain.statements import SLICE_GAP
from workbench.domain.wording import Range, Wording

AROUND = 10  # words of each side that tell one place from another
OWN_WORDS = 6  # so many words in a row are nowhere else by chance
NEIGHBOURS = 3  # so many words beside them make a shorter stretch sure
ALIKE = 0.5  # of the words in common: enough to be shown as the same statement in other words
MOST_PLACES = 200  # looked at for one stretch: a text of one word over and over must not take for ever
RARE = 50  # a word with more places than that tells no place

Slices = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Found:
    """What became of a claim's words. `slices` are code points of the new text: where they stand or, not
    `exact`, the best that was found; empty when they are gone. `exact`: nobody has to be asked."""

    outcome: AnchorOutcome
    slices: tuple[Range, ...]
    quote: str
    exact: bool


class Finder:
    """Finds the places of many claims in one new text."""

    def __init__(self, comparison: Comparison) -> None:
        self.way = comparison
        self.old, self.new = comparison.old, comparison.new
        self._positions: dict[str, list[int]] = {}
        for at, word in enumerate(self.new.words):
            self._positions.setdefault(word, []).append(at)
        self._fresh = [False] * len(self.new.words)
        for step in comparison.steps:
            if step.kind is Kind.OTHER:
                self._fresh[slice(*step.new)] = [True] * (step.new[1] - step.new[0])

    def find(self, slices: Slices) -> Found:
        """What became of the words at these places of the old text."""
        spans = [self.old.find_span(start, end) for start, end in slices]
        spans = [(first, last) for first, last in spans if first < last]
        if not spans:
            return _gone()
        return (
            self._by_position(slices, spans)
            or self._by_words(slices, spans)
            or self._by_likeness(spans)
            or _gone()
        )

    def find_surroundings(self, slices: Slices) -> int:
        """Where in the new text the words stood, or would stand if they still did: an offset to look from."""
        span = self.old.find_span(slices[0][0], slices[-1][1])
        if span[0] >= span[1] or not self.new.words:
            return 0
        at = min(self._project(span)[0], len(self.new.words) - 1)
        return self.new.places[at][0]

    def _by_position(self, slices: Slices, spans: Sequence[Range]) -> Found | None:
        there = [self._shift(span) for span in spans]
        if any(one is None for one in there):
            return None
        return self._exact(AnchorOutcome.KEPT, slices, spans, [one for one in there if one], sure=True)

    def _by_words(self, slices: Slices, spans: Sequence[Range]) -> Found | None:
        """The same words elsewhere: all from the first slice to the last; else slice by slice."""
        whole = (spans[0][0], spans[-1][1])
        near = self._project(whole)
        starts = list(self._list_places(whole, near[0]))
        if starts:
            ranked = sorted((-self._weigh(whole, at), abs(at - near[0]), at) for at in starts)
            best = ranked[0][2]
            there = [(first - whole[0] + best, last - whole[0] + best) for first, last in spans]
            here = self._is_here(whole, near, (best, best + whole[1] - whole[0]))
            # A place whose words all stood there before is another place of the same words, not this one.
            new = any(self._fresh[best : best + whole[1] - whole[0]])
            sure = here or (new and self._is_sure(whole, [-weight for weight, _, _ in ranked]))
            outcome = AnchorOutcome.KEPT if here else AnchorOutcome.MOVED
            return self._exact(outcome, slices, spans, there, sure=sure)
        apart = self._find_apart(spans, near) if len(spans) > 1 else None
        if apart is None:
            return None
        here = self._is_here(whole, near, (apart[0][0], apart[-1][1]))
        outcome = AnchorOutcome.KEPT if here else AnchorOutcome.MOVED
        return self._exact(outcome, slices, spans, apart, sure=here)

    def _by_likeness(self, spans: Sequence[Range]) -> Found | None:
        mine = [word for span in spans for word in self.old.words[slice(*span)]]
        there = [self._narrow(span, self._project(span)) for span in spans]
        there = merge_spans([one for one in there if one[0] < one[1]])
        theirs = [word for span in there for word in self.new.words[slice(*span)]]
        if Indel.normalized_similarity(mine, theirs) < ALIKE:
            nearest = self._find_nearest(mine)
            if nearest is None:
                return None
            there = [nearest]
        places = tuple(self.new.place_of(*span) for span in there)
        return Found(AnchorOutcome.CHANGED, places, _quote(self.new, places), exact=False)

    def _shift(self, span: Range) -> Range | None:
        """The span in the new text, when it lies whole in a stretch that both texts have."""
        step = self._step(span[0])
        if step.kind is not Kind.SAME:
            return None
        by = step.new[0] - step.old[0]
        return (span[0] + by, span[1] + by) if span[1] <= step.old[1] else None

    def _project(self, span: Range) -> Range:
        """The stretch of the new text that stands where the span stood; empty where nothing does."""
        first = self._step(span[0])
        last = self._step(span[1] - 1)
        same = Kind.SAME
        start = first.new[0] + (span[0] - first.old[0] if first.kind is same else 0)
        end = last.new[0] + span[1] - last.old[0] if last.kind is same else last.new[1]
        return start, max(start, end)

    def _step(self, word: int) -> Step:
        # Words put in before it begin at the same old word; the last step that begins there holds it.
        return self.way.steps[bisect_right(self.way.starts, word) - 1]

    def _list_places(self, span: Range, near: int) -> Iterator[int]:
        """Where these words begin in the new text: found by the rarest of them, the nearest first."""
        words = self.old.words[slice(*span)]
        rarest = min(range(len(words)), key=lambda at: len(self._positions.get(words[at], ())))
        places = self._positions.get(words[rarest], [])
        middle = bisect_left(places, near + rarest)
        nearest = places[max(0, middle - MOST_PLACES) : middle + MOST_PLACES]
        for place in sorted(nearest, key=lambda at: abs(at - rarest - near))[:MOST_PLACES]:
            start = place - rarest
            if start >= 0 and self.new.words[start : start + len(words)] == words:
                yield start

    def _weigh(self, span: Range, at: int) -> int:
        """How many words before and after are the same in both places, without a gap."""
        end = at + span[1] - span[0]
        before = count_same(
            self.old.words[max(0, span[0] - AROUND) : span[0]][::-1],
            self.new.words[max(0, at - AROUND) : at][::-1],
        )
        after = count_same(self.old.words[span[1] : span[1] + AROUND], self.new.words[end : end + AROUND])
        return before + after

    def _is_here(self, span: Range, near: Range, there: Range) -> bool:
        """Whether the words were found in what stands where they stood, and that is not a long rewrite in
        which they may be by chance."""
        inside = near[0] <= there[0] and there[1] <= near[1]
        return inside and near[1] - near[0] <= span[1] - span[0] + 2 * AROUND

    def _is_sure(self, span: Range, weights: Sequence[int]) -> bool:
        """Whether the best of the places is the one beyond doubt; `weights` with the best first."""
        if len(weights) > 1:
            return weights[0] >= 2 * NEIGHBOURS and weights[0] - weights[1] >= NEIGHBOURS
        return weights[0] >= NEIGHBOURS or span[1] - span[0] >= OWN_WORDS

    def _find_apart(self, spans: Sequence[Range], near: Range) -> list[Range] | None:
        """Every slice in its words, in order, and not much further apart than they were."""
        room = 2 * (spans[-1][1] - spans[0][0]) + AROUND
        for first in list(self._list_places(spans[0], near[0]))[:AROUND]:
            there = [(first, first + spans[0][1] - spans[0][0])]
            for span in spans[1:]:
                after = [at for at in self._list_places(span, there[-1][1]) if at >= there[-1][1]]
                if not after:
                    break
                at = min(after)
                there.append((at, at + span[1] - span[0]))
            if len(there) == len(spans) and there[-1][1] - first <= room:
                return there
        return None

    def _narrow(self, span: Range, there: Range) -> Range:
        """Of a stretch much longer than the words were, the part that is like them; without the signs at
        its edges that the words had not."""
        size = span[1] - span[0]
        if there[1] - there[0] > 4 * (size + AROUND):
            return there[0], there[0]  # a long rewrite: what is nearest in it is looked for by its words
        if there[1] - there[0] > size + AROUND:
            there = self._align(self.old.words[slice(*span)], there)
        words = self.new.words
        first, last = there
        while first < last and not words[first][0].isalnum() and self.old.words[span[0]][0].isalnum():
            first += 1
        while first < last and not words[last - 1][0].isalnum() and self.old.words[span[1] - 1][0].isalnum():
            last -= 1
        return first, last

    def _align(self, mine: Sequence[str], there: Range) -> Range:
        """The words of a stretch among which the best copy of `mine` lies."""
        found = align_words(mine, self.new.words[slice(*there)])
        return (there[0] + found[0], there[0] + found[1]) if found else (there[0], there[0])

    def _find_nearest(self, mine: Sequence[str]) -> Range | None:
        """The stretch most like these words among what is new in the text, where it is like enough."""
        size = len(mine)
        votes: Counter[int] = Counter()
        for word in set(mine):
            fresh = [at for at in self._positions.get(word, ()) if self._fresh[at]]
            if len(fresh) <= RARE:
                votes.update({at // size for at in fresh})
        best: tuple[float, Range] | None = None
        for bucket, _ in votes.most_common(3):
            window = (max(0, (bucket - 1) * size), min(len(self.new.words), (bucket + 2) * size))
            there = self._align(mine, window)
            likeness = Indel.normalized_similarity(mine, self.new.words[slice(*there)])
            if likeness >= ALIKE and (best is None or likeness > best[0]):
                best = (likeness, there)
        return best[1] if best else None

    def _exact(
        self,
        outcome: AnchorOutcome,
        slices: Slices,
        spans: Sequence[Range],
        there: Sequence[Range],
        *,
        sure: bool,
    ) -> Found:
        """The same words: a slice that begins or ends within a word does so in the new text as well."""
        places = []
        full = [one for one in slices if self.old.find_span(*one)[0] < self.old.find_span(*one)[1]]
        for (start, end), span, new in zip(full, spans, there, strict=True):
            before, after = self.old.place_of(*span), self.new.place_of(*new)
            alike = self.old.text[slice(*before)] == self.new.text[slice(*after)]
            head, tail = (max(0, start - before[0]), max(0, before[1] - end)) if alike else (0, 0)
            places.append((after[0] + head, after[1] - tail))
        exact = sure and self._keeps_gaps(spans, there) and self._keeps_sentence(spans, there)
        return Found(outcome, tuple(places), _quote(self.new, places), exact=exact)

    def _keeps_gaps(self, spans: Sequence[Range], there: Sequence[Range]) -> bool:
        """Whether the words between the slices are the same: "denied that" put there turns a claim round."""
        gaps = zip(pairwise(spans), pairwise(there), strict=True)
        return all(
            self.old.words[before[1] : after[0]] == self.new.words[now_before[1] : now_after[0]]
            for (before, after), (now_before, now_after) in gaps
        )

    def _keeps_sentence(self, spans: Sequence[Range], there: Sequence[Range]) -> bool:
        """Whether the rest of their sentence has the same words: "denied that" for "said that" turns it round
        as well when it stands before the claim's own words or behind them."""
        mine, theirs = (spans[0][0], spans[-1][1]), (there[0][0], there[-1][1])
        old, new = find_sentence(self.old, mine), find_sentence(self.new, theirs)
        before = self.old.words[old[0] : mine[0]] == self.new.words[new[0] : theirs[0]]
        return before and self.old.words[mine[1] : old[1]] == self.new.words[theirs[1] : new[1]]


def _quote(new: Wording, places: Sequence[Range]) -> str:
    return SLICE_GAP.join(new.text[start:end] for start, end in places)


def _gone() -> Found:
    return Found(AnchorOutcome.GONE, (), "", exact=False)

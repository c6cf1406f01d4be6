"""The formulas of our own gold: claims matched by their words, then their fields compared pair by pair."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

from benchmarks.splitting.gold_claims import Found
from benchmarks.splitting.scores import (
    Counts,
    jaccard,
    macro_f1,
    match_pairs,
    mean,
    token_f1,
    weighted_f1,
)
from benchmarks.splitting.words import Span, content_words, cover, cut_words, fold_words

ALIKE = 0.8


@dataclass
class Tally:
    """Sums over articles."""

    claims: Counts = field(default_factory=Counts)
    quantities: Counts = field(default_factory=Counts)
    values: Counts = field(default_factory=Counts)
    dates: Counts = field(default_factory=Counts)
    speakers: list[float] = field(default_factory=list)
    negations: list[float] = field(default_factory=list)
    statements: list[float] = field(default_factory=list)
    modalities: tuple[list[str], list[str]] = field(default_factory=lambda: ([], []))
    titles: list[float] = field(default_factory=list)
    furniture: int = 0

    def add(
        self, text: str, given: Sequence[Found], gold: Sequence[Found], furniture: Sequence[Span]
    ) -> None:
        """Count one article in."""
        pairs = pair_claims(text, given, gold)
        self.claims.add(len(given), len(gold), len(pairs))
        self.titles += [float(len(one.title)) for one in given if one.title]
        self.furniture += sum(touches(one, furniture) for one in given)
        for one, other in pairs:
            self.speakers.append(float(is_same_speaker(one.speaker, other.speaker)))
            self.negations.append(float(one.negated == other.negated))
            self.statements.append(token_f1(fold_words(one.statement), fold_words(other.statement)))
            self.modalities[0].append(one.modality)
            self.modalities[1].append(other.modality)
            add_shared(self.quantities, one.quantities, other.quantities)
            add_shared(
                self.values, [part[0] for part in one.quantities], [part[0] for part in other.quantities]
            )
            add_shared(self.dates, one.dates, other.dates)

    @property
    def figures(self) -> tuple[float, ...]:
        """In the order of gold.FIGURES."""
        return (
            self.claims.f1,
            mean(self.speakers),
            weighted_f1(*self.modalities),
            float(self.furniture),
            macro_f1(*self.modalities),
            mean(self.negations),
            self.quantities.f1,
            self.dates.f1,
            mean(self.statements),
            mean(self.titles),
        )


def pair_claims(text: str, given: Sequence[Found], gold: Sequence[Found]) -> list[tuple[Found, Found]]:
    """Match one to one at Jaccard >= 0.8 over the words of the slices, the likest first."""
    words = cut_words(text)
    ours = [cover(words, one.slices) for one in given]
    theirs = [cover(words, one.slices) for one in gold]
    pairs = match_pairs(len(ours), len(theirs), lambda left, right: jaccard(ours[left], theirs[right]), ALIKE)
    return [(given[left], gold[right]) for left, right in pairs]


def is_same_speaker(one: str | None, other: str | None) -> bool:
    """Both nobody, or the content words of one all among those of the other."""
    if one is None or other is None:
        return one is other
    words, others = (set(content_words(name)) for name in (one, other))
    return bool(words and others) and (words <= others or others <= words)


def add_shared(counts: Counts, one: Sequence[Hashable], other: Sequence[Hashable]) -> None:
    counts.add(len(one), len(other), sum((Counter(one) & Counter(other)).values()))


def touches(claim: Found, furniture: Sequence[Span]) -> bool:
    return any(start < last and first < end for start, end in claim.slices for first, last in furniture)

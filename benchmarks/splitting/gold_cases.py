"""Where our claims differ from gold, in words for whoever mends the engine."""

from collections.abc import Iterator, Sequence

from benchmarks.splitting.figures import Case
from benchmarks.splitting.gold_claims import Found
from benchmarks.splitting.gold_scores import is_same_speaker, pair_claims, touches
from benchmarks.splitting.scores import jaccard, token_f1
from benchmarks.splitting.words import Span, cover, cut_words, fold_words

_DIFFERENT_WORDING = 0.9


def list_cases(
    name: str, text: str, ours: Sequence[Found], gold: Sequence[Found], furniture: Sequence[Span]
) -> list[Case]:
    pairs = pair_claims(text, ours, gold)
    given, marked = [one for one, _ in pairs], [other for _, other in pairs]
    missed = [one for one in gold if not any(one is other for other in marked)]
    false = [one for one in ours if not any(one is other for other in given)]
    cases = [Case("missed", name, _show_nearest(text, one, ours, "ours")) for one in missed]
    cases += [Case("false hit", name, _show_nearest(text, one, gold, "gold")) for one in false]
    cases += [Case("furniture in claim", name, quote(text, one)) for one in ours if touches(one, furniture)]
    for one, other in pairs:
        cases += _compare_fields(name, text, one, other)
    return cases


def quote(text: str, claim: Found) -> str:
    return " … ".join(" ".join(text[start:end].split()) for start, end in claim.slices)


def _show_nearest(text: str, claim: Found, others: Sequence[Found], whose: str) -> str:
    """Write a claim with the other side's claim that shares most words with it."""
    words = cut_words(text)
    own = cover(words, claim.slices)
    near = [(jaccard(own, cover(words, other.slices)), quote(text, other)) for other in others]
    likeness, nearest = max(near, default=(0.0, ""))
    return f"{quote(text, claim)}\n    {whose} {likeness:.2f}: {nearest if likeness else 'nothing'}"


def _compare_fields(name: str, text: str, ours: Found, gold: Found) -> Iterator[Case]:
    words = quote(text, ours)
    compared = [
        ("wrong speaker", is_same_speaker(ours.speaker, gold.speaker), ours.speaker, gold.speaker),
        ("wrong modality", ours.modality == gold.modality, ours.modality, gold.modality),
        ("wrong negation", ours.negated == gold.negated, ours.negated, gold.negated),
        ("wrong quantity", set(ours.quantities) == set(gold.quantities), ours.quantities, gold.quantities),
        ("wrong date", set(ours.dates) == set(gold.dates), ours.dates, gold.dates),
    ]
    for kind, same, mine, theirs in compared:
        if not same:
            label = f"{mine} for {theirs}" if kind == "wrong modality" else ""
            yield Case(kind, name, f"{words}\n    ours {mine}, gold {theirs}", label)
    if token_f1(fold_words(ours.statement), fold_words(gold.statement)) < _DIFFERENT_WORDING:
        yield Case("other statement", name, f"\n    ours {ours.statement}\n    gold {gold.statement}")
    yield Case("title", name, f"\n    ours {ours.title}\n    gold {gold.title}")

"""The coarser way to split: one claim a sentence, made of the claims of its clauses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

import re2

from workbench.splitting.parsed import Paragraph
from workbench.splitting.records import (
    QUOTE_JOINER,
    Addition,
    Attribution,
    Claim,
    DateMention,
    Entity,
    Mention,
    Quantity,
    Slice,
)
from workbench.splitting.titles import cut_title

GRANULARITIES: tuple[str, ...] = ("clause", "sentence")
_Found = TypeVar("_Found", Mention, Quantity, DateMention, Entity)
_EDGES = " \t\xa0.!…,;:–—-\"“”«»'"
_SECOND_THAT = re2.compile(r"\b(and|but|or) that\b")  # of "said that … and that …"
_PRONOUNS = ("It", "They", "He", "She", "We", "I")


def join_by_sentence(claims: Iterable[Claim], doc: Paragraph, base: int) -> Iterator[Claim]:
    """Give one claim for each sentence of a paragraph at offset `base` that makes any."""
    ends = [base + sentence.end_char for sentence in doc.sents]
    ordered = sorted(claims, key=lambda claim: claim.slices)

    def find_sentence(claim: Claim) -> int:
        return next((n for n, end in enumerate(ends) if claim.slices[-1][0] < end), len(ends))

    for number, found in groupby(sorted(ordered, key=find_sentence), key=find_sentence):
        start = base + doc.sents[number].start_char if number < len(ends) else base
        yield _join(list(found), doc.text, base, (start, ends[min(number, len(ends) - 1)]))


def _join(claims: Sequence[Claim], words: str, base: int, sentence: Slice) -> Claim:
    if len(claims) == 1:
        return claims[0]
    shared = _find_shared(claims)
    full = all(len(claim.attribution) == len(shared) for claim in claims)
    text = words[sentence[0] - base : sentence[1] - base]
    slices = _join_slices(claims, shared) if full else (_trim(text, sentence[0]),)
    pieces = [words[start - base : end - base] for start, end in slices]
    statement, additions = _write_statement(", ".join(pieces), claims[0])
    weightiest = max(claims, key=lambda claim: claim.check_worthiness)
    return replace(
        claims[0],
        title=cut_title(statement),
        statement=statement,
        slices=slices,
        quote=QUOTE_JOINER.join(pieces),
        claimant=shared[-1].claimant if shared else None,
        attribution=shared,
        hedges=_gather(part for claim in claims for part in claim.hedges),
        quantities=_gather(part for claim in claims for part in claim.quantities),
        dates=_gather(part for claim in claims for part in claim.dates),
        places=_gather(part for claim in claims for part in claim.places),
        entities=_gather(part for claim in claims for part in claim.entities),
        check_worthiness=weightiest.check_worthiness,
        reasons=weightiest.reasons,
        additions=additions,
    )


def _find_shared(claims: Sequence[Claim]) -> tuple[Attribution, ...]:
    """Give the outer speakers that all clauses have in common."""
    shared: list[Attribution] = []
    for steps in zip(*(claim.attribution for claim in claims), strict=False):
        if len({(step.claimant.name, step.manner) for step in steps}) > 1:
            break
        shared.append(steps[0])
    return tuple(shared)


def _join_slices(claims: Sequence[Claim], shared: Sequence[Attribution]) -> tuple[Slice, ...]:
    """Join the clauses' slices over all between them that doesn't say who speaks."""
    told = [step.cue.slice for claim in claims for step in claim.attribution if step.cue is not None]
    told += [step.claimant.slice for step in shared if step.claimant.slice is not None]
    joined: list[Slice] = []
    for start, end in sorted(piece for claim in claims for piece in claim.slices):
        last = joined[-1] if joined else None
        if last is not None and not any(last[1] <= first < start for first, _ in told):
            joined[-1] = (last[0], max(last[1], end))
        else:
            joined.append((start, end))
    return tuple(joined)


def _trim(text: str, start: int) -> Slice:
    left = len(text) - len(text.lstrip(_EDGES))
    return start + left, start + max(left + 1, len(text.rstrip(_EDGES)))


def _write_statement(words: str, first: Claim) -> tuple[str, tuple[Addition, ...]]:
    """Write the sentence with its opening pronoun named, where the first clause named it."""
    statement = _SECOND_THAT.sub(r"\1", " ".join(words.split()).strip(_EDGES))
    opening = statement.split(" ", 1)[0]
    named = [added for added in first.additions if added.reason == f"resolved pronoun “{opening}”"]
    if opening in _PRONOUNS and named and first.statement.startswith(named[0].text):
        return named[0].text + statement[len(opening) :], (named[0],)
    return statement[:1].upper() + statement[1:], ()


def _gather(found: Iterable[_Found]) -> tuple[_Found, ...]:
    return tuple(sorted(dict.fromkeys(found), key=lambda part: part.slice))

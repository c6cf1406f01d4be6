"""Give the claims of a hard-wrapped paragraph its line breaks back, which were spaces while it was parsed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from workbench.splitting.records import (
    QUOTE_JOINER,
    Attribution,
    Claim,
    DateMention,
    Entity,
    Mention,
    Quantity,
)

_Worded = TypeVar("_Worded", Mention, Quantity, DateMention, Entity)


def restore_breaks(claim: Claim, text: str) -> Claim:
    """Take every quoted word of a claim from the article again."""
    return replace(
        claim,
        quote=QUOTE_JOINER.join(text[start:end] for start, end in claim.slices),
        attribution=tuple(_restore_cue(step, text) for step in claim.attribution),
        hedges=_restore(claim.hedges, text),
        quantities=_restore(claim.quantities, text),
        dates=_restore(claim.dates, text),
        places=_restore(claim.places, text),
        entities=_restore(claim.entities, text),
    )


def _restore(mentions: Iterable[_Worded], text: str) -> tuple[_Worded, ...]:
    return tuple(replace(mention, text=text[slice(*mention.slice)]) for mention in mentions)


def _restore_cue(step: Attribution, text: str) -> Attribution:
    cue = step.cue
    return step if cue is None else replace(step, cue=Mention(text[slice(*cue.slice)], cue.slice))

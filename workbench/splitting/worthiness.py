"""How much a claim is worth checking, with the reasons in words so that a person can disagree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.splitting.lexicon import word_set

BASE = 0.30
_LOWEST, _HIGHEST = 0.02, 0.98
NOTHING = "no number, name or place"
_SHORT = 4  # words
ATTACK_WORDS = word_set(
    """kill injure wound destroy strike shell shoot attack capture seize bomb die casualty casualties
    dead death missile drone prisoner tank rocket evacuate occupy advance cross hit damage troops
    civilian hospital school blast explosion"""
)
VAGUE_WORDS = word_set("some many several various certain numerous others things something")

# reason in words -> weight; a person can argue with each.
WEIGHTS: dict[str, float] = {
    "number": 0.20,
    "named actor": 0.08,
    "place": 0.07,
    "date": 0.05,
    "third-party attribution": 0.10,
    "harm or military action": 0.12,
    "cause and effect": 0.05,
    "denial": 0.05,
    "unconfirmed": 0.04,
    "opinion": -0.25,
    "position, not fact": -0.18,
    "about the future": -0.20,
    "conditional": -0.20,
    "vague": -0.06,
    "very short": -0.10,
}


@dataclass(frozen=True, slots=True)
class Signs:
    """What is known of a claim when it is weighed."""

    lemmas: frozenset[str]
    words: int
    number: bool
    actor: bool
    place: bool
    date: bool
    attributed: bool
    modality: str
    kind: str


def weigh(signs: Signs) -> tuple[float, tuple[str, ...]]:
    """Give check-worthiness from 0 to 1 in hundredths, and its reasons."""
    reasons = tuple(_find_reasons(signs)) or (NOTHING,)
    score = BASE + sum(WEIGHTS.get(reason, 0) for reason in reasons)
    return round(min(max(score, _LOWEST), _HIGHEST), 2), reasons


def _find_reasons(signs: Signs) -> Iterable[str]:
    present = {
        "number": signs.number,
        "named actor": signs.actor,
        "place": signs.place,
        "date": signs.date,
        "third-party attribution": signs.attributed,
        "harm or military action": bool(signs.lemmas & ATTACK_WORDS),
        "cause and effect": signs.kind == "causal",
        "denial": signs.modality == "denial",
        "unconfirmed": signs.modality == "hedged",
        "opinion": signs.modality == "opinion",
        "position, not fact": signs.kind == "position" and signs.modality != "opinion",
        "about the future": signs.modality == "prediction",
        "conditional": signs.modality == "conditional",
        "vague": bool(signs.lemmas & VAGUE_WORDS) and not signs.number,
        "very short": signs.words < _SHORT,
    }
    return (reason for reason, holds in present.items() if holds)

"""How much a claim is worth checking, with the reasons in words so that a person can disagree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.splitting.lexicon import word_set

BASE = 0.30
_LOWEST, _HIGHEST = 0.02, 0.98
NOTHING = "no number, name or place"
_SHORT = 4  # words
_HARM = word_set(
    """kill injure wound destroy strike shell shoot attack capture seize bomb die casualty casualties dead
    death missile drone prisoner tank rocket evacuate occupy advance cross hit damage troops civilian
    hospital school blast explosion shelling raid ambush mortar artillery bombardment mine hostage torture
    execute siege besiege invade invasion offensive assault ammunition weapon crater flee refugee displace
    violate violation victim collapse trap missing ceasefire truce soldier fighter armed explode mutiny
    retreat withdraw surrender brigade battalion launcher howitzer"""
)
_PUBLIC = word_set(
    """law bill tax budget vote election ballot treaty sanction court judge price cost wage debt deficit
    export import trade energy oil gas grain food health vaccine virus crime police border job factory
    unemployment economy inflation insurance pension school teacher immigration immigrant fracking climate
    emission military parliament congress senate government minister ministry mandate subsidy loan fund
    funding contract corruption fraud bribe arrest convict prison power electricity water outage bank"""
)
_EXTREMES = word_set(
    """first last only never ever most least highest lowest largest biggest smallest worst best fewest record
    everybody everyone nobody every none double triple twice half majority unprecedented lower higher"""
)
_VAGUE = word_set("some many several various certain numerous others things something")

# reason in words -> weight; a person can argue with each.
WEIGHTS: dict[str, float] = {
    "number": 0.20,
    "named actor": 0.06,
    "place": 0.07,
    "date": 0.03,
    "third-party attribution": 0.06,
    "harm or military action": 0.12,
    "public matter": 0.08,
    "something that happened": 0.12,
    "comparison or extreme": 0.05,
    "cause and effect": 0.05,
    "denial": 0.05,
    "unconfirmed": 0.02,
    "opinion": -0.25,
    "position, not fact": -0.18,
    "about the future": -0.24,
    "conditional": -0.26,
    "speaker’s own thoughts": -0.12,
    "vague": -0.06,
    "very short": -0.10,
}


@dataclass(frozen=True, slots=True)
class Signs:
    """What is known of a claim when it is weighed. musing: its speaker tells what they think or feel."""

    lemmas: frozenset[str]
    words: int
    number: bool
    actor: bool
    place: bool
    date: bool
    attributed: bool
    modality: str
    kind: str
    musing: bool = False


def weigh(signs: Signs) -> tuple[float, tuple[str, ...]]:
    """Give check-worthiness from 0 to 1 in hundredths, and its reasons."""
    reasons = tuple(_find_reasons(signs)) or (NOTHING,)
    score = BASE + sum(WEIGHTS.get(reason, 0) for reason in reasons)
    return round(min(max(score, _LOWEST), _HIGHEST), 2), reasons


def _find_reasons(signs: Signs) -> Iterable[str]:
    plain = signs.modality in {"asserted", "hedged", "denial"}
    present = {
        "number": signs.number,
        "named actor": signs.actor,
        "place": signs.place,
        "date": signs.date,
        "third-party attribution": signs.attributed,
        "harm or military action": bool(signs.lemmas & _HARM),
        "public matter": bool(signs.lemmas & _PUBLIC),
        "something that happened": plain and signs.kind in {"event", "quantity", "causal", "quotation"},
        "comparison or extreme": bool(signs.lemmas & _EXTREMES),
        "cause and effect": signs.kind == "causal",
        "denial": signs.modality == "denial",
        "unconfirmed": signs.modality == "hedged",
        "opinion": signs.modality == "opinion",
        "position, not fact": signs.kind == "position" and signs.modality != "opinion",
        "about the future": signs.modality == "prediction",
        "conditional": signs.modality == "conditional",
        "speaker’s own thoughts": signs.musing,
        "vague": bool(signs.lemmas & _VAGUE) and not signs.number,
        "very short": signs.words < _SHORT,
    }
    return (reason for reason, holds in present.items() if holds)

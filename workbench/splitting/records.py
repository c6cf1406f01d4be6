"""What a split gives back: plain frozen records and their JSON form.

Every slice is a pair (start, end) of Unicode code point offsets into the text that was split, end excluded.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Slice = tuple[int, int]
Json = dict[str, Any]

MODALITIES: tuple[str, ...] = ("asserted", "hedged", "conditional", "prediction", "opinion", "denial")
KINDS: tuple[str, ...] = ("event", "quantity", "quotation", "causal", "position", "prediction", "attribute")
MANNERS: tuple[str, ...] = ("direct", "indirect", "own_voice")

QUOTE_JOINER = " … "
TITLE_LENGTH = 75  # characters


@dataclass(frozen=True, slots=True)
class Furniture:
    """A range of the page that is not the report itself, with the reason in words ("advertisement")."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Some words of the text and where they stand."""

    text: str
    slice: Slice

    def to_json(self) -> Json:
        return {"text": self.text, "slice": list(self.slice)}


@dataclass(frozen=True, slots=True)
class Claimant:
    """Who says it; the slice is where the speaker is named, which may be a pronoun when the name was
    resolved.
    """

    name: str
    slice: Slice | None

    def to_json(self) -> Json:
        return {"name": self.name, "slice": None if self.slice is None else list(self.slice)}


@dataclass(frozen=True, slots=True)
class Attribution:
    """One step of "X said that Y accused Z": the speaker, the words that say so, and how (see MANNERS)."""

    claimant: Claimant
    cue: Mention | None
    manner: str

    def to_json(self) -> Json:
        cue = None if self.cue is None else self.cue.to_json()
        return {"claimant": self.claimant.to_json(), "cue": cue, "manner": self.manner}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts; `approximate` for "around", "at least", "up to" and their like."""

    text: str
    slice: Slice
    value: int | float
    unit: str
    approximate: bool

    def to_json(self) -> Json:
        return {
            "text": self.text,
            "slice": list(self.slice),
            "value": self.value,
            "unit": self.unit,
            "approximate": self.approximate,
        }


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in words; `resolved` is ISO 8601 (also "2024-08" or "2024"), or None when it can't be known."""

    text: str
    slice: Slice
    resolved: str | None

    def to_json(self) -> Json:
        return {"text": self.text, "slice": list(self.slice), "resolved": self.resolved}


@dataclass(frozen=True, slots=True)
class Entity:
    """A name, labelled place, person, organisation, nationality or other."""

    text: str
    slice: Slice
    label: str

    def to_json(self) -> Json:
        return {"text": self.text, "slice": list(self.slice), "label": self.label}


@dataclass(frozen=True, slots=True)
class Addition:
    """Words of the statement that are not in the quote, and why they were added."""

    text: str
    reason: str

    def to_json(self) -> Json:
        return {"text": self.text, "reason": self.reason}


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable statement with the words it came from; its fields are those of `workbench split`."""

    title: str
    statement: str
    slices: tuple[Slice, ...]
    quote: str
    claimant: Claimant | None
    attribution: tuple[Attribution, ...]
    modality: str
    negated: bool
    hedges: tuple[Mention, ...]
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    places: tuple[Entity, ...]
    entities: tuple[Entity, ...]
    kind: str
    check_worthiness: float
    reasons: tuple[str, ...]
    additions: tuple[Addition, ...]

    def to_json(self) -> Json:
        return {
            "title": self.title,
            "statement": self.statement,
            "slices": [list(piece) for piece in self.slices],
            "quote": self.quote,
            "claimant": None if self.claimant is None else self.claimant.to_json(),
            "attribution": [step.to_json() for step in self.attribution],
            "modality": self.modality,
            "negated": self.negated,
            "hedges": [hedge.to_json() for hedge in self.hedges],
            "quantities": [quantity.to_json() for quantity in self.quantities],
            "dates": [date.to_json() for date in self.dates],
            "places": [place.to_json() for place in self.places],
            "entities": [entity.to_json() for entity in self.entities],
            "kind": self.kind,
            "check_worthiness": self.check_worthiness,
            "reasons": list(self.reasons),
            "additions": [addition.to_json() for addition in self.additions],
        }


@dataclass(frozen=True, slots=True)
class Split:
    """A text with its page furniture and its claims, in the order of the text."""

    text: str
    language: str
    furniture: tuple[Furniture, ...]
    claims: tuple[Claim, ...]

    def to_json(self) -> Json:
        return {
            "text": self.text,
            "language": self.language,
            "furniture": [[part.start, part.end] for part in self.furniture],
            "claims": [claim.to_json() for claim in self.claims],
        }

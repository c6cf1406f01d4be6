"""Rating scales: versioned TOML files beside this module, one scale a file."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

from workbench.domain.errors import RuleBroken

DEFAULT_SCALE = "five-steps"


class Confidence(StrEnum):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


CONFIDENCE_MEANINGS: dict[Confidence, str] = {
    Confidence.LOW: "Thin or conflicting evidence; a new fact could well change the rating.",
    Confidence.MEDIUM: "Good evidence from at least one solid source; some questions are open.",
    Confidence.HIGH: "Several independent, reliable sources agree; a change is unlikely.",
}


@dataclass(frozen=True, slots=True)
class Label:
    """One value of a scale. `number` is None off the truth axis; `colour` names a design token."""

    key: str
    text: str
    definition: str
    order: int
    number: int | None
    colour: str


@dataclass(frozen=True, slots=True)
class Scale:
    code: str
    version: int
    name: str
    labels: tuple[Label, ...]

    def label(self, key: str) -> Label:
        """The label with this key. Raises RuleBroken when the scale has none."""
        for label in self.labels:
            if label.key == key:
                return label
        raise RuleBroken(f"“{key}” is not a rating of the scale “{self.name}”.", field="rating")


@cache
def load_scales() -> dict[str, Scale]:
    """Every shipped scale by its code."""
    folder = resources.files("workbench.domain") / "scales"
    found = sorted(
        (entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda e: e.name
    )
    scales = (_read_scale(entry.read_text("utf-8")) for entry in found)
    return {scale.code: scale for scale in scales}


def find_scale(code: str) -> Scale:
    """The scale with this code. Raises RuleBroken when it is not shipped."""
    try:
        return load_scales()[code]
    except KeyError:
        raise RuleBroken(f"There is no rating scale called “{code}”.", field="scale") from None


def _read_scale(toml: str) -> Scale:
    data = tomllib.loads(toml)
    labels = tuple(
        Label(
            key=entry["key"],
            text=entry["text"],
            definition=entry["definition"],
            order=order,
            number=entry.get("number"),
            colour=entry["colour"],
        )
        for order, entry in enumerate(data["label"], start=1)
    )
    return Scale(code=data["code"], version=data["version"], name=data["name"], labels=labels)

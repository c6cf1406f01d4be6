"""Rating scales: a label says how true a claim is on one version of one scale.

The presets are TOML files beside this module, one version a file (`five-steps.1.toml`). What was shipped
once is never edited: a verdict keeps the version it was given on, and a change is a file with the next
number.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

from workbench.domain.errors import RuleBroken
from workbench.domain.words import marked

DEFAULT_SCALE = "five-steps"


class Confidence(StrEnum):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


CONFIDENCE_MEANINGS: dict[Confidence, str] = {
    Confidence.LOW: marked("Thin or conflicting evidence; a new fact could well change the rating."),
    Confidence.MEDIUM: marked("Good evidence from at least one solid source; some questions are open."),
    Confidence.HIGH: marked("Several independent, reliable sources agree; a change is unlikely."),
}


class Rollup(StrEnum):
    """What labels of different scales can be counted together as."""

    TRUE = "true"
    MIXTURE = "mixture"
    FALSE = "false"
    OTHER = "other"


class Averitec(StrEnum):
    """The classes of the AVeriTeC data set, spelt as there."""

    SUPPORTED = "Supported"
    REFUTED = "Refuted"
    NOT_ENOUGH = "Not Enough Evidence"
    CONFLICTING = "Conflicting Evidence/Cherrypicking"


# Design tokens that a label may have (static/workbench.css). Labels off the truth axis may share one.
COLOURS = (
    "worst",
    "false",
    "mostly-false",
    "half-true",
    "mostly-true",
    "true",
    "unverifiable",
    "misleading",
    "other",
)


@dataclass(frozen=True, slots=True)
class Label:
    """One value of a scale. `number` is None off the truth axis, else higher is truer; `colour` names a
    design token; `averitec` is empty where no class fits; `retired` says since when it is given no more."""

    key: str
    text: str
    definition: str
    order: int
    number: int | None
    colour: str
    averitec: str = ""
    rollup: str = Rollup.OTHER
    retired: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """`conclusion`: a verdict on it says in a sentence what was found. `about` tells where it comes from."""

    code: str
    version: int
    name: str
    labels: tuple[Label, ...]
    conclusion: bool = False
    about: str = ""

    @property
    def offered(self) -> tuple[Label, ...]:
        """The labels that a new verdict may have."""
        return tuple(label for label in self.labels if not label.retired)

    @property
    def sole(self) -> Label | None:
        """The one label of a scale that does not rate; None where there is something to choose."""
        return self.offered[0] if len(self.offered) == 1 else None

    def label(self, key: str) -> Label:
        """The label with this key. Raises RuleBroken when the scale has none."""
        for label in self.labels:
            if label.key == key:
                return label
        raise RuleBroken(f"“{key}” is not a rating of the scale “{self.name}”.", field="rating")


@cache
def load_versions() -> dict[tuple[str, int], Scale]:
    """Every version of every shipped scale, by code and version."""
    from workbench.domain.scale_files import read_scale  # noqa: PLC0415 - it makes what is defined here

    folder = resources.files("workbench.domain") / "scales"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    scales = [read_scale((folder / name).read_text("utf-8")) for name in names]
    return {(scale.code, scale.version): scale for scale in scales}


@cache
def load_scales() -> dict[str, Scale]:
    """The newest version of every shipped scale by its code, the default first."""
    newest = {code: scale for (code, _), scale in sorted(load_versions().items())}
    return {DEFAULT_SCALE: newest[DEFAULT_SCALE], **newest}


def find_scale(code: str, version: int | None = None) -> Scale:
    """A shipped scale, its newest version unless one is named. Raises RuleBroken when it is not shipped."""
    scale = load_scales().get(code) if version is None else load_versions().get((code, version))
    if scale is None:
        raise RuleBroken(f"There is no rating scale called “{code}”.", field="scale")
    return scale

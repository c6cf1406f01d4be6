"""What is measured: a row of the table, its result, and the cases worth reading behind it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol


class NotMeasured(Exception):
    """A set can't be measured here; the message says why."""


@dataclass(frozen=True)
class Row:
    """A figure with what must be reached and what is tried for. form: how its numbers are printed."""

    what: str
    must: float | None = None
    aim: float | None = None
    form: str = "{:.3f}"
    lower_is_better: bool = False

    def reaches(self, value: float, limit: float) -> bool:
        """Compare as printed, so that the table never contradicts itself."""
        value = float(f"{value:.6f}")
        return value <= limit if self.lower_is_better else value >= limit


@dataclass(frozen=True)
class Result:
    """A row's measured value with those of the peers, by name, or a word on what is behind it."""

    row: Row
    ours: float
    peers: dict[str, float] = field(default_factory=dict)
    detail: str = ""


@dataclass(frozen=True)
class Case:
    """One difference from gold for a person to read. label: what is worth tallying, such as a cue."""

    kind: str
    where: str
    text: str
    label: str = ""


@dataclass
class Report:
    results: list[Result] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Options:
    """data: the folder of the sets. articles: how many the long runs split. peers: measure them too."""

    data: Path | None
    articles: int = 1000
    peers: bool = True

    def need(self, name: str) -> Path:
        """Give the path of a set's file or folder; raises NotMeasured when it isn't there."""
        if self.data is None:
            raise NotMeasured(f"not measured: no DATA folder was given for {name}")
        path = self.data / name
        if not path.exists():
            raise NotMeasured(f"not measured: {path} is missing")
        return path


class Measure(Protocol):
    """What each set's module offers."""

    @property
    def ROWS(self) -> tuple[Row, ...]: ...
    @property
    def FORMULA(self) -> str: ...

    def measure(self, options: Options) -> Report: ...

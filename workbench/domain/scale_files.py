"""A rating scale as a file: read from TOML with every mistake told by its line, and kept as plain values."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Annotated, Any

import re2
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from workbench.domain.errors import BadInput
from workbench.domain.ratings import COLOURS, Averitec, Label, Rollup, Scale

MOST_LABELS = 40
_NO_KEY = "none"  # the list of claims narrows to "none" for no verdict
_HEADER = re2.compile(r"\s*\[\[\s*label\s*\]\]")
_NAME = re2.compile(r"\s*([A-Za-z_]+)\s*=")
_AT_LINE = re2.compile(r"\(at line (\d+), column \d+\)")

_Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
_Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600)]


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong in a file, and in which line; 0 where no line can be named."""

    line: int
    words: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.words}" if self.line else self.words


class BadScale(BadInput):
    """A file that is no rating scale; `mistakes` are all that were found."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__("; ".join(map(str, mistakes)))
        self.mistakes = tuple(mistakes)


class _LabelFile(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    key: _Key
    text: _Words
    definition: _Text
    number: Annotated[int, Field(ge=1, le=100)] | None = None
    colour: str
    averitec: str = ""
    rollup: str = Rollup.OTHER.value
    retired: str = ""


class _ScaleFile(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    code: _Key
    version: Annotated[int, Field(ge=1, le=9999)]
    name: _Words
    about: str = ""
    conclusion: bool = False
    label: Annotated[list[_LabelFile], Field(min_length=1, max_length=MOST_LABELS)]


def read_scale(toml: str) -> Scale:
    """The scale that a TOML file describes. Raises BadScale with each mistake and its line."""
    try:
        data = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        at = _AT_LINE.search(str(error))
        words = _AT_LINE.sub("", str(error)).strip()
        raise BadScale([Mistake(int(at[1]) if at else 0, f"this is no TOML: {words}")]) from None
    except RecursionError:
        raise BadScale([Mistake(0, "this is no TOML: it is nested too deep to be read")]) from None
    lines = _Lines(toml)
    try:
        file = _ScaleFile.model_validate(data)
    except ValidationError as error:
        raise BadScale([_describe(lines, one) for one in error.errors()]) from None
    mistakes = list(_find_mistakes(file, lines))
    if mistakes:
        raise BadScale(mistakes)
    labels = tuple(Label(order=order, **one.model_dump()) for order, one in enumerate(file.label, start=1))
    return Scale(file.code, file.version, file.name, labels, conclusion=file.conclusion, about=file.about)


def pack_scale(scale: Scale) -> dict[str, Any]:
    """The scale as plain values, as they are kept with what was judged on it."""
    return {**asdict(scale), "labels": [asdict(label) for label in scale.labels]}


def unpack_scale(body: dict[str, Any]) -> Scale:
    """The scale that was packed."""
    return Scale(**{**body, "labels": tuple(Label(**one) for one in body["labels"])})


class _Lines:
    """Where in a file the parts of a scale stand. Only for telling: a `[[label]]` inside a text over
    several lines would lead it astray, without harm."""

    def __init__(self, toml: str) -> None:
        self.lines = toml.splitlines()
        self.labels = [at for at, line in enumerate(self.lines, start=1) if _HEADER.match(line)]

    def find(self, place: int | None, name: str = "") -> int:
        """The line of a name in the label at `place`, or before all labels; else where that begins."""
        start = 0 if place is None else self._label(place)
        end = next((at for at in self.labels if at > start), len(self.lines) + 1)
        for at in range(start + 1, end):
            found = _NAME.match(self.lines[at - 1])
            if found and found[1] == name:
                return at
        return start

    def _label(self, place: int) -> int:
        return self.labels[place] if place < len(self.labels) else 0


_WORDS = {
    "missing": "“{name}” is missing",
    "extra_forbidden": "“{name}” means nothing here",
    "string_pattern_mismatch": "“{name}” is written in small letters, digits and hyphens",
    "string_type": "“{name}” is a text in quotation marks",
    "string_too_short": "“{name}” is empty",
    "string_too_long": "“{name}” is too long",
    "int_type": "“{name}” is a whole number",
    "bool_type": "“{name}” is true or false",
    "too_short": "a scale has at least one [[label]]",
    "too_long": f"a scale has at most {MOST_LABELS} labels",
}


def _describe(lines: _Lines, error: Any) -> Mistake:
    place = next((part for part in error["loc"] if isinstance(part, int)), None)
    name = str(error["loc"][-1])
    words = _WORDS.get(error["type"], "“{name}”: " + str(error["msg"])).format(name=name)
    return Mistake(lines.find(place, name), words)


def _find_mistakes(file: _ScaleFile, lines: _Lines) -> Iterator[Mistake]:
    """What no single field tells."""
    for name, known in (("colour", COLOURS), ("averitec", ("", *Averitec)), ("rollup", tuple(Rollup))):
        for place, label in enumerate(file.label):
            value = getattr(label, name)
            if value not in known:
                choices = ", ".join(one for one in map(str, known) if one)
                yield Mistake(lines.find(place, name), f"“{value}” is no {name}: {choices}")
    for name in ("key", "text", "number"):
        counts = Counter(getattr(label, name) for label in file.label)
        for place, label in enumerate(file.label):
            value = getattr(label, name)
            if value is not None and counts[value] > 1:
                yield Mistake(lines.find(place, name), f"another label has the {name} “{value}”, too")
    axis = Counter(label.colour for label in file.label if label.number is not None)
    for place, label in enumerate(file.label):
        if label.key == _NO_KEY:
            yield Mistake(lines.find(place, "key"), f"“{_NO_KEY}” stands for claims without a verdict")
        if axis[label.colour] > (label.number is not None):
            words = f"a label with a number has the colour “{label.colour}”, so no other can"
            yield Mistake(lines.find(place, "colour"), words)
    offered = [label for label in file.label if not label.retired]
    if not offered:
        yield Mistake(lines.find(None), "every label is retired, so none can be given")
    if len(offered) == 1 and not file.conclusion:
        yield Mistake(lines.find(None, "name"), "one label alone tells nothing: say “conclusion = true”")

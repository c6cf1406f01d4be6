"""A rating scale as a file: read from TOML with every mistake told by its line, and kept as plain values."""

import tomllib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
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
_KNOWN: Mapping[str, tuple[str, ...]] = {
    "colour": COLOURS,
    "averitec": ("", *map(str, Averitec)),
    "rollup": tuple(map(str, Rollup)),
}
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


def read_scale(toml: str, taken: Collection[str] = ()) -> Scale:
    """The scale that a TOML file describes; its code is none of `taken`. Raises BadScale with every mistake
    and its line, in the order of the file."""
    try:
        data = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        at = _AT_LINE.search(str(error))
        words = _AT_LINE.sub("", str(error)).strip()
        raise BadScale([Mistake(int(at[1]) if at else 0, f"this is no TOML: {words}")]) from None
    except RecursionError:
        raise BadScale([Mistake(0, "this is no TOML: it is nested too deep to be read")]) from None
    lines = _Lines(toml)
    mistakes = list(_find_clashes(data, lines, taken))
    try:
        file = _ScaleFile.model_validate(data)
    except ValidationError as error:
        mistakes += [_describe(lines, one) for one in error.errors()]
    if mistakes:
        raise BadScale(sorted(mistakes, key=lambda one: one.line))
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


def _find_clashes(data: Mapping[str, Any], lines: _Lines, taken: Collection[str]) -> Iterator[Mistake]:
    """What no field tells by its own shape. Fields may be wrong by their shape, too, or missing: those are
    told by `_describe` and passed over here."""
    code = _read_text(data, "code")
    if code in taken:
        words = f"“{code}” is a scale that comes with the workbench: give yours another code"
        yield Mistake(lines.find(None, "code"), words)
    found = data.get("label")
    labels = [one if isinstance(one, dict) else {} for one in found] if isinstance(found, list) else []
    for place, label in enumerate(labels):
        for name, known in _KNOWN.items():
            value = label.get(name)
            if isinstance(value, str) and value not in known:
                choices = ", ".join(one for one in known if one)
                yield Mistake(lines.find(place, name), f"“{value}” is no {name}: {choices}")
        if label.get("key") == _NO_KEY:
            yield Mistake(lines.find(place, "key"), f"“{_NO_KEY}” stands for claims without a verdict")
    yield from _find_doubles(labels, lines)
    offered = [label for label in labels if not label.get("retired")]
    if labels and not offered:
        yield Mistake(lines.find(None), "every label is retired, so none can be given")
    if len(offered) == 1 and not data.get("conclusion"):
        yield Mistake(lines.find(None, "name"), "one label alone tells nothing: say “conclusion = true”")


def _find_doubles(labels: Sequence[Mapping[str, Any]], lines: _Lines) -> Iterator[Mistake]:
    """Labels that could not be told apart."""
    for name in ("key", "text", "number"):
        values = [str(label.get(name, "")).strip() for label in labels]
        counts = Counter(values)
        for place, value in enumerate(values):
            if value and counts[value] > 1:
                yield Mistake(lines.find(place, name), f"another label has the {name} “{value}”, too")
    axis = Counter(_read_text(label, "colour") for label in labels if "number" in label)
    for place, label in enumerate(labels):
        colour = _read_text(label, "colour")
        if colour and axis[colour] > ("number" in label):
            words = f"a label with a number has the colour “{colour}”, so no other can"
            yield Mistake(lines.find(place, "colour"), words)


def _read_text(values: Mapping[str, Any], name: str) -> str:
    value = values.get(name)
    return value.strip() if isinstance(value, str) else ""

"""Read a gold annotation: words become offsets into the article, as in the answer of `split`."""

from __future__ import annotations

import datetime
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.splitting import KINDS, MANNERS, MODALITIES

FOLDER = Path(__file__).parent
# The use of each article by its number: see the README.
KEPT, CHECK, FIRST, FURTHER = "kept", "check", "first", "further"
_USES = {
    KEPT: ("02", "04", "08", "10"),
    CHECK: ("32", "33", "34", "35", "36", "37"),
    FIRST: ("01", "03", "05", "06", "07", "09", "11", "12"),
}
_USE_OF = {number: use for use, numbers in _USES.items() for number in numbers}
QUOTE_JOINER = " … "
TITLE_LENGTH = 75  # characters
ADDED_BECAUSE = frozenset(
    {"resolved pronoun", "repeated subject", "date made absolute", "verb form changed", "subject implied"}
)
LABELS = frozenset({"place", "person", "organisation", "nationality", "other"})

Slice = tuple[int, int]
Table = dict[str, Any]


class GoldError(ValueError):
    """What is wrong with an annotation, beginning with where."""


@dataclass(frozen=True)
class GoldClaim:
    """One claim as a person marked it; slices count code points of the article's text, end excluded."""

    number: int
    slices: tuple[Slice, ...]
    quote: str
    title: str
    statement: str
    attribution: tuple[Table, ...]
    modality: str
    negated: bool
    hedges: tuple[str, ...]
    quantities: tuple[Table, ...]
    dates: tuple[Table, ...]
    places: tuple[str, ...]
    entities: tuple[Table, ...]
    kind: str
    check_worthiness: float
    additions: tuple[Table, ...]

    @property
    def claimant(self) -> str | None:
        """The innermost speaker's name, or None in the article's own voice (decision 007)."""
        return str(self.attribution[-1]["claimant"]) if self.attribution else None


@dataclass(frozen=True)
class GoldArticle:
    """An article with its furniture and its claims in the order of the text. use: see the README."""

    name: str
    use: str
    text: str
    published_on: datetime.date
    furniture: tuple[Slice, ...]
    claims: tuple[GoldClaim, ...]


def list_gold() -> list[str]:
    """The names of the articles that have an annotation, in order: "01-wire-…"."""
    return [path.stem for path in sorted(FOLDER.glob("*.toml")) if "." not in path.stem]


def read_gold(name: str) -> GoldArticle:
    """The article and its gold. Raises GoldError with every fault of the annotation."""
    return read_annotation(FOLDER / f"{name}.toml")


def read_first(name: str) -> GoldArticle:
    """A kept article as the first annotator marked it."""
    return read_annotation(FOLDER / f"{name}.first.toml")


def read_second(name: str) -> GoldArticle:
    """A kept article as the second annotator marked it."""
    return read_annotation(FOLDER / f"{name}.second.toml")


def read_text(path: Path) -> str:
    """The article without its header: the lines with `#` and the empty line after them."""
    header, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    if not all(line.startswith("#") for line in header.splitlines()):
        raise GoldError(f"{path.name}: the file must begin with a header of # lines and an empty line")
    return body


def read_annotation(path: Path) -> GoldArticle:
    """One annotation file with the article beside it. Raises GoldError with every fault found."""
    name = path.name.split(".")[0]
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise GoldError(f"{path.name}: {error}") from error
    text = read_text(_find_article(path, name))
    lines = _find_lines(text)
    faults: list[str] = []
    claims = []
    for number, row in enumerate(table.get("claim", []), 1):
        try:
            claims.append(_read_claim(text, lines, number, row))
        except (GoldError, KeyError, TypeError, IndexError) as error:
            faults.append(f"{path.name}: claim {number}: {_tell(error)}")
    if faults:
        raise GoldError("\n".join(faults))
    furniture = tuple((lines[first - 1][0], lines[last - 1][1]) for first, last in table.get("furniture", []))
    claims.sort(key=lambda claim: claim.slices)
    use = _USE_OF.get(name[:2], FURTHER)
    return GoldArticle(name, use, text, table["published_on"], furniture, tuple(claims))


def _find_article(path: Path, name: str) -> Path:
    """Beside the annotation; a second annotator works in a folder of their own."""
    beside = path.with_name(f"{name}.txt")
    return beside if beside.exists() else FOLDER / f"{name}.txt"


def _tell(error: Exception) -> str:
    return f"{error.args[0]} is missing" if isinstance(error, KeyError) else str(error)


def _find_lines(text: str) -> list[Slice]:
    found, start = [], 0
    for line in text.split("\n"):
        found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def _read_claim(text: str, lines: list[Slice], number: int, row: Table) -> GoldClaim:
    slices = _find_slices(text, lines[row["line"] - 1][0], row["slices"])
    quote = QUOTE_JOINER.join(text[start:end] for start, end in slices)
    around = text[lines[row["line"] - 1][0] : next(end for _, end in lines if end >= slices[-1][1])]
    _check_words(row, around)
    _check_choices(row)
    return GoldClaim(
        number=number,
        slices=slices,
        quote=quote,
        title=row["title"],
        statement=row["statement"],
        attribution=tuple(row.get("attribution", ())),
        modality=row["modality"],
        negated=row["negated"],
        hedges=tuple(row.get("hedges", ())),
        quantities=tuple(row.get("quantities", ())),
        dates=tuple(row.get("dates", ())),
        places=tuple(row.get("places", ())),
        entities=tuple(row.get("entities", ())),
        kind=row["kind"],
        check_worthiness=row["check_worthiness"],
        additions=tuple(row.get("additions", ())),
    )


def _find_slices(text: str, start: int, words: list[str]) -> tuple[Slice, ...]:
    found = []
    for piece in words:
        at = text.find(piece, start)
        if not piece or at < 0:
            raise GoldError(f"these words are not in the article from there on: {piece!r}")
        found.append((at, at + len(piece)))
        start = at + len(piece)
    if not found:
        raise GoldError("no slices")
    return tuple(found)


def _check_words(row: Table, around: str) -> None:
    """Every piece of text that an annotation names stands in the lines of the claim."""
    named = [
        *row.get("hedges", ()),
        *(part["text"] for field in ("quantities", "dates", "entities") for part in row.get(field, ())),
        *row.get("places", ()),
    ]
    for words in named:
        if words not in around:
            raise GoldError(f"not in the lines of the claim: {words!r}")


def _check_choices(row: Table) -> None:
    if len(row["title"]) > TITLE_LENGTH:
        raise GoldError(f"the title has {len(row['title'])} characters, {TITLE_LENGTH} are allowed")
    wanted = [
        (row["modality"], MODALITIES),
        (row["kind"], KINDS),
        *((step["manner"], MANNERS) for step in row.get("attribution", ())),
        *((part["reason"], ADDED_BECAUSE) for part in row.get("additions", ())),
        *((part["label"], LABELS) for part in row.get("entities", ())),
    ]
    for value, choices in wanted:
        if value not in choices:
            raise GoldError(f"{value!r} is none of {', '.join(sorted(choices))}")
    for part in row.get("quantities", ()):
        if set(part) != {"text", "value", "unit", "approximate"}:
            raise GoldError(f"a quantity has text, value, unit and approximate: {part}")
    if not isinstance(row["negated"], bool) or not 0 <= row["check_worthiness"] <= 1:
        raise GoldError("negated is true or false, check_worthiness between 0 and 1")

"""What a claim has that a column of a table may hold, and which column holds it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.domain.errors import BadInput
from workbench.domain.statements import TITLE_LENGTH


@dataclass(frozen=True, slots=True)
class Column:
    """Something a claim has that a column may hold. `guesses` are headings by which it is recognised."""

    field: str
    label: str
    hint: str
    guesses: tuple[str, ...]


COLUMNS: tuple[Column, ...] = (
    Column(
        "statement",
        "Statement",
        "What is to be checked",
        ("statement", "claim", "claim text", "claim_text", "text"),
    ),
    Column(
        "quote",
        "Quote",
        "The words as they were said; left out, the statement stands for them",
        ("quote", "quotation", "words"),
    ),
    Column(
        "title",
        "Title",
        f"At most {TITLE_LENGTH} characters; left out, the statement's beginning",
        ("title", "claim title", "short title"),
    ),
    Column(
        "claimant", "Claimant", "Who says it", ("claimant", "speaker", "person", "who", "source", "author")
    ),
    Column(
        "said_on",
        "Said on",
        "A day like 2025-05-14",
        ("said on", "said_on", "date", "claim date", "claim_date"),
    ),
    Column("url", "Address", "Where it was said", ("url", "link", "address", "article url", "source url")),
    Column(
        "article",
        "Article",
        "The name of what it was said in",
        ("article", "article title", "document", "post"),
    ),
    Column("outlet", "Outlet", "Who published that", ("outlet", "publisher", "publication", "medium")),
    Column("tags", "Tags", "Apart by commas", ("tags", "tag", "topics", "keywords")),
)
FIELDS = {column.field: column for column in COLUMNS}
Mapped = Mapping[str, str]  # a claim's field to the heading of the column that holds it


def guess_columns(headings: Sequence[str]) -> dict[str, str]:
    """Which heading holds what, where its name tells; each is used once."""
    mapped: dict[str, str] = {}
    for column in COLUMNS:
        for guess in column.guesses:
            match = next((h for h in headings if h.casefold() == guess and h not in mapped.values()), None)
            if match is not None:
                mapped[column.field] = match
                break
    return mapped


def check_columns(headings: Sequence[str], mapped: Mapped) -> None:
    """Refuse columns that the table does not have, and a choice without the statement. Raises BadInput."""
    for field, heading in mapped.items():
        if field not in FIELDS:
            raise BadInput(f"A claim has no “{field}”. It has: {', '.join(FIELDS)}.")
        if heading not in headings:
            raise BadInput(
                f"The table has no column “{heading[:80]}”. It has: {', '.join(filter(None, headings))}."
            )
    if "statement" not in mapped:
        raise BadInput("Say which column holds the statement.")

"""Way in: a table of claims (CSV). Columns are matched to what a claim has; every cell that can't be used is
named by row and column."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from workbench.domain.arrivals import ClaimDraft, Find
from workbench.domain.errors import BadInput
from workbench.domain.statements import TITLE_LENGTH
from workbench.intake.encoding import decode_text
from workbench.intake.facts import clean_url
from workbench.intake.file_kinds import check_kind
from workbench.intake.formats import CLAIMS, MEGABYTE, Format
from workbench.intake.table_columns import Mapped, check_columns, guess_columns
from workbench.intake.text_rules import check_characters, has_words

FORMAT = Format(
    name="Table of claims",
    reads="A table with one claim a row (CSV, or apart by tabs or semicolons); you say which column is what",
    gives=CLAIMS,
    extensions=(".csv", ".tsv"),
    most_bytes=10 * MEGABYTE,
)
MOST_ROWS = 20_000
MOST_COLUMNS = 200
_SEPARATORS = ",;\t|"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table under its headings. `number` is its line as a spreadsheet counts: the headings
    are row 1."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    headings: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A row as it would arrive. `problems` is empty, or says column by column what is wrong."""

    number: int
    claim: ClaimDraft | None
    problems: tuple[str, ...]


def read_table(name: str, data: bytes) -> Table:
    """The table's headings and rows as they stand. Raises BadInput, for a broken row with its number."""
    check_kind(name, data)
    text = decode_text(data, "The table")
    check_characters(text.replace("\r", ""), "The table")
    lines = _read_lines(text)
    headings = lines[0].cells if lines else ()
    named = [heading for heading in headings if heading]
    if not named or len(lines) < 2:
        raise BadInput("The table needs a first row with headings and at least one row below them.")
    if len(set(named)) < len(named):
        twice = next(heading for heading in named if named.count(heading) > 1)
        raise BadInput(f"Two columns have the heading “{twice[:80]}”. Give each a name of its own.")
    rows = tuple(_fit(line, headings) for line in lines[1:])
    return Table(headings, rows)


def read_claims(table: Table, mapped: Mapped) -> tuple[ClaimRow, ...]:
    """Each row as a claim, or its problems by column. Raises BadInput for columns that can't be."""
    check_columns(table.headings, mapped)
    places = {field: table.headings.index(heading) for field, heading in mapped.items()}
    return tuple(_read_claim(row, places, mapped) for row in table.rows)


def read_all(name: str, data: bytes, columns: str = "") -> tuple[Find, ...]:
    """Every row that is not empty. `columns` is JSON, from a claim's field to a heading; left out, they are
    guessed. Raises BadInput for a table that can't be read."""
    table = read_table(name, data)
    mapped = json.loads(columns) if columns else guess_columns(table.headings)
    return tuple(
        Find(f"row {row.number}", claim=row.claim, problem=" ".join(row.problems))
        for row in read_claims(table, mapped)
    )


def _read_lines(text: str) -> list[Row]:
    csv.field_size_limit(MEGABYTE)
    lines: list[Row] = []
    reader = csv.reader(io.StringIO(text, newline=""), _find_separator(text), strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            if len(cells) > MOST_COLUMNS:
                raise BadInput(f"Row {number:,} has {len(cells):,} columns; at most {MOST_COLUMNS} are read.")
            if any(cell.strip() for cell in cells):
                lines.append(Row(number, tuple(_tidy(cell) for cell in cells)))
            if len(lines) > MOST_ROWS + 1:
                raise BadInput(f"The table has more than {MOST_ROWS:,} rows. Split it into parts.")
    except csv.Error as error:
        raise BadInput(
            f"The table is broken in row {number + 1:,}: {error}. Most often a quotation mark is missing or "
            "one too many; save the table as CSV again."
        ) from None
    return lines


class _Separated(csv.excel):
    def __init__(self, separator: str) -> None:
        self.delimiter = separator
        super().__init__()


def _find_separator(text: str) -> csv.Dialect:
    """The sign that parts the columns: that of the candidates which the line of headings holds most often."""
    line = text.lstrip("\r\n").partition("\n")[0]
    return _Separated(max(_SEPARATORS, key=line.count))


def _fit(line: Row, headings: Sequence[str]) -> Row:
    if len(line.cells) > len(headings) and any(line.cells[len(headings) :]):
        raise BadInput(
            f"Row {line.number:,} has {len(line.cells)} cells for {len(headings)} headings. A cell that "
            "holds the separator must stand in quotation marks."
        )
    short = len(headings) - len(line.cells)
    return Row(line.number, line.cells[: len(headings)] + ("",) * max(short, 0))


def _tidy(cell: str) -> str:
    return cell.replace("\r\n", "\n").replace("\r", "\n").strip()


def _read_claim(row: Row, places: Mapping[str, int], mapped: Mapped) -> ClaimRow:
    values = {field: row.cells[place] for field, place in places.items()}
    problems: list[str] = []

    def refuse(field: str, words: str) -> None:
        problems.append(f"“{mapped[field]}”: {words}")

    statement = values["statement"]
    if not statement:
        refuse("statement", "it is empty.")
    elif not has_words(statement):
        refuse("statement", "there are no words in it.")
    title = values.get("title", "")
    if len(title) > TITLE_LENGTH:
        refuse("title", f"it has {len(title)} characters; at most {TITLE_LENGTH} are allowed.")
    url = values.get("url", "")
    if url and not clean_url(url):
        refuse("url", "this is no web address.")
    elif "@" in url.partition("//")[2].partition("/")[0]:
        refuse("url", "it holds a user name or a password, which would stand in reports. Leave them out.")
    if len(url.encode()) > 2_000:
        refuse("url", "this address is too long to be one.")
    said_on, words = _read_day(values.get("said_on", ""))
    if words:
        refuse("said_on", words)
    if problems:
        return ClaimRow(row.number, None, tuple(problems))
    claim = ClaimDraft(
        statement=statement,
        words=values.get("quote", "") or statement,
        title=title,
        claimant=_line(values.get("claimant", "")),
        said_on=said_on,
        url=url,
        article=_line(values.get("article", "")),
        outlet=_line(values.get("outlet", "")),
        tags=tuple(tag.strip() for tag in values.get("tags", "").split(",") if tag.strip()),
    )
    return ClaimRow(row.number, claim, ())


def _read_day(cell: str) -> tuple[date | None, str]:
    if not cell:
        return None, ""
    try:
        return date.fromisoformat(cell[:10]), ""
    except ValueError:
        return None, f"“{cell[:40]}” is not a day like 2025-05-14."


def _line(cell: str) -> str:
    return " ".join(cell.split())

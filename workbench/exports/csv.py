"""Way out: one row a claim, for spreadsheets.

UTF-8 with a byte order mark (Excel takes it for Windows-1252 without one), commas, every cell in quotes,
CRLF after each row, as RFC 4180 has it. Column names are stable: new ones are added at the end.

A spreadsheet runs a cell that starts like a formula. Such a cell gets an apostrophe in front. Programs that
expect semicolons or tabs cut our cells again at these, so what follows a comma, semicolon, tab or line end
within a cell is guarded in the same way. The rule is reversible: unescape_cell() takes exactly these away.
JSON is the lossless form; this one leaves out the article's text and the evidence in full.

What a correction or a retraction holds no more has a row, too: what was told of it before, and no rating.
"""

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator

import re2

from workbench.domain.errors import BadInput
from workbench.domain.records import ClaimPage, ReportRecord, ReportStream, stream_record
from workbench.exports.claim_row import COLUMNS, ReportCells
from workbench.exports.wording import first_appearance

CODE = "csv"
LABEL = "CSV (one row a claim, for spreadsheets)"
MEDIA_TYPE = "text/csv; charset=utf-8"
EXTENSION = "csv"

_MARK = "\ufeff"
# What spreadsheets, and the systems that they hand cells to, take as the start of a formula or a command.
# Full-width and small forms count as their plain ones; U+2212 is the minus sign.
_STARTS = frozenset("=+-@|%\u2212")
_CUT = re2.compile("([,;\t\r\n])")
_BETWEEN = "\x1f"
# A row in which nothing can need a guard; all cells are looked at in one go. The signs are those of _STARTS
# and all that count as one of them.
_SIGNS = (
    "%+=@|\\-\u207a\u207b\u207c\u208a\u208b\u208c\u2212\u2a75\u2a76\ufb29\ufe62\ufe63\ufe66\ufe6a\ufe6b"
    "\uff05\uff0b\uff0d\uff1d\uff20\uff5c"
)
_DOUBTFUL = re2.compile(
    rf"""(?:^|[{_BETWEEN},;\t\r\n])["']*[{_SIGNS}]|(?:^|{_BETWEEN})["']*[\p{{Cc}}\p{{Cf}}\p{{Z}}\s]"""
)


def render(record: ReportRecord) -> bytes:
    """The report's claims as rows below one row of column names."""
    return b"".join(stream(stream_record(record)))


def stream(report: ReportStream) -> Iterator[bytes]:
    """The same, page by page of claims."""
    yield (_MARK + _write_rows([COLUMNS])).encode()
    told = ReportCells(report.head)
    for page in report.pages:
        yield _write_rows(map(escape_row, _list_rows(page, told))).encode()
    yield _write_rows(map(escape_row, told.list_left_out())).encode()


def _list_rows(page: ClaimPage, told: ReportCells) -> Iterator[list[str]]:
    for claim in page.claims:
        first = first_appearance(claim)
        yield told.list_cells(claim, page.articles.get(first.article) if first else None)


def _write_rows(rows: Iterable[Iterable[str]]) -> str:
    lines = io.StringIO(newline="")
    csv.writer(lines, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    return lines.getvalue()


def read_csv(data: bytes) -> list[dict[str, str]]:
    """The rows of a file that render() made, guards taken away. Raises BadInput for any other file."""
    try:
        lines = io.StringIO(data.decode("utf-8-sig"), newline="")
        header, *rows = csv.reader(lines, strict=True)
        return [dict(zip(header, map(unescape_cell, row), strict=True)) for row in rows]
    except (ValueError, csv.Error):
        raise BadInput("The file is no CSV in UTF-8 with one row of column names.") from None


def escape_row(cells: list[str]) -> list[str]:
    """The cells as escape_cell() gives them; nearly every row is taken as it is."""
    if _DOUBTFUL.search(_BETWEEN.join(filter(None, cells))):
        return [escape_cell(text) for text in cells]
    return cells


def escape_cell(text: str) -> str:
    """The cell with an apostrophe wherever a spreadsheet could start to read a formula."""
    if not text:
        return text
    first, *rest = _cut(text)
    guarded = ("'" + part if _is_formula(part) else part for part in rest)
    return ("'" if _is_formula(first) or _starts_blank(text) else "") + first + "".join(guarded)


def unescape_cell(cell: str) -> str:
    """The inverse of escape_cell()."""
    text = cell[1:] if cell.startswith("'") and _needs_guard(cell[1:]) else cell
    first, *rest = _cut(text)
    return first + "".join(
        part[1:] if part.startswith("'") and _is_formula(part[1:]) else part for part in rest
    )


def _cut(text: str) -> list[str]:
    """The text at every sign that some program may start a new cell after; the signs stand between."""
    parts: list[str] = _CUT.split(text)
    return parts


def _needs_guard(text: str) -> bool:
    return _starts_blank(text) or _is_formula(_cut(text)[0])


def _is_formula(part: str) -> bool:
    """Whether a part opens like a formula, looking through the quotes and apostrophes before it."""
    sign = part.lstrip("\"'")[:1]
    return unicodedata.normalize("NFKC", sign)[:1] in _STARTS if sign else False


def _starts_blank(text: str) -> bool:
    """Whether a cell opens with a space, a line end or an invisible sign, which some programs skip."""
    sign = text.lstrip("\"'")[:1]
    return sign != "" and (sign.isspace() or unicodedata.category(sign) in ("Cc", "Cf"))

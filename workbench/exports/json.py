"""Way out: the whole report as JSON, lossless, so that a program can check it or another desk can read it.

One object, UTF-8, two spaces of indentation, a line feed at the end. First `schema`
("claim-workbench/report/2"), then the fields of ReportRecord and of the records within it
(workbench/domain/records.py says what each means), always in that order and always all of them; what is not
known is null or "". Days are "2024-08-20", times are UTC: "2024-08-20T10:00:00Z". Offsets count code points
of the article's `text`, the end excluded, so a quote is `text[start:end]` of its slices joined by " … ".
docs/report.schema.json says the same as a JSON Schema. Files of older versions are read, too.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from workbench.domain.errors import BadInput
from workbench.domain.records import (
    OLDER_SCHEMAS,
    REPORT_SCHEMA,
    ReportRecord,
    ReportStream,
    stream_record,
)
from workbench.exports.plain_data import from_plain, to_plain

CODE = "json"
LABEL = "JSON (everything, for programs)"
MEDIA_TYPE = "application/json"
EXTENSION = "json"


def render(record: ReportRecord) -> bytes:
    """The record as JSON; read_report() gives an equal record back."""
    return b"".join(stream(stream_record(record)))


def stream(report: ReportStream) -> Iterator[bytes]:
    """The same, piece by piece: one article or claim is held at a time."""
    fields = to_plain(report.head)
    parts: dict[str, Iterable[Any]] = {
        "articles": report.articles,
        "claims": (claim for page in report.pages for claim in page.claims),
    }
    yield b'{\n  "schema": ' + _write(fields.pop("schema")).encode()
    for name, value in fields.items():
        yield f",\n  {_write(name)}: ".encode()
        if name in parts:
            yield from _write_list(parts[name])
        else:
            yield _write(to_plain(tuple(report.scales())) if name == "scales" else value, 1).encode()
    yield b"\n}\n"


def _write_list(items: Iterable[Any]) -> Iterator[bytes]:
    opened = False
    for item in items:
        yield (b",\n    " if opened else b"[\n    ") + _write(to_plain(item), 2).encode()
        opened = True
    yield b"\n  ]" if opened else b"[]"


def _write(value: Any, depth: int = 0) -> str:
    """One value, indented as it stands `depth` levels down. A line feed within a text is escaped, so that
    all there are belong to the layout."""
    text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    return text.replace("\n", "\n" + "  " * depth) if depth else text


def read_report(data: bytes) -> ReportRecord:
    """The record in a file that render() made. Raises BadInput saying which field does not fit."""
    try:
        fields = json.loads(data.decode())
    except (ValueError, RecursionError):
        raise BadInput("The file is no JSON in UTF-8.") from None
    schema = fields.get("schema") if isinstance(fields, dict) else None
    if schema not in {REPORT_SCHEMA, *OLDER_SCHEMAS}:
        raise BadInput(f"The file is no report of the kind “{REPORT_SCHEMA}”: its schema is {schema!r:.80}.")
    record: ReportRecord = from_plain(ReportRecord, {**fields, "schema": REPORT_SCHEMA}, "report")
    return record

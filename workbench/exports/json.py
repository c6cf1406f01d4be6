"""Way out: the whole report as JSON, lossless, so that a program can check it or another desk can read it.

One object, UTF-8, two spaces of indentation, a line feed at the end. First `schema`
("claim-workbench/report/4"), then the fields of ReportRecord and of the records within it
(workbench/domain/records.py says what each means), always in that order and always all of them; what is not
known is null or "". Days are "2024-08-20", times are UTC: "2024-08-20T10:00:00Z". Offsets count code points
of the article's `text`, the end excluded, so a quote is `text[start:end]` of its slices joined by " … ".
docs/report.schema.json says the same as a JSON Schema. Files of older versions are read, too.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import cache
from typing import Any, get_args, get_type_hints

from pydantic import TypeAdapter

from workbench.domain.errors import BadInput
from workbench.domain.records import (
    OLDER_SCHEMAS,
    REPORT_SCHEMA,
    ReportRecord,
    ReportStream,
    stream_record,
)
from workbench.exports.plain_data import from_plain

CODE = "json"
LABEL = "JSON (everything, for programs)"
MEDIA_TYPE = "application/json"
EXTENSION = "json"


def render(record: ReportRecord) -> bytes:
    """The record as JSON; read_report() gives an equal record back."""
    return b"".join(stream(stream_record(record)))


def stream(report: ReportStream) -> Iterator[bytes]:
    """The same, piece by piece: one article or claim is held at a time."""
    parts: dict[str, Iterable[Any]] = {
        "articles": report.articles,
        "claims": (claim for page in report.pages for claim in page.claims),
    }
    yield b'{\n  "schema": ' + _write(str, report.head.schema, 1)
    for name, kind in _list_fields().items():
        yield f',\n  "{name}": '.encode()
        if name in parts:
            yield from _write_list(get_args(kind)[0], parts[name])
        else:
            value = tuple(report.scales()) if name == "scales" else getattr(report.head, name)
            yield _write(kind, value, 1)
    yield b"\n}\n"


@cache
def _list_fields() -> dict[str, Any]:
    """The types of a report's fields in their order, but for the schema."""
    kinds = get_type_hints(ReportRecord, include_extras=True)
    return {field.name: kinds[field.name] for field in fields(ReportRecord) if field.name != "schema"}


def _write_list(kind: Any, items: Iterable[Any]) -> Iterator[bytes]:
    opened = False
    for item in items:
        yield (b",\n    " if opened else b"[\n    ") + _write(kind, item, 2)
        opened = True
    yield b"\n  ]" if opened else b"[]"


_find_writer = cache(TypeAdapter)


def _write(kind: Any, value: Any, depth: int) -> bytes:
    """The value as it stands `depth` levels down. A line feed within a text is escaped, so that all there are
    belong to the layout."""
    written = _find_writer(kind).dump_json(value, indent=2, warnings="error")
    return written.replace(b"\n", b"\n" + b"  " * depth)


def read_report(data: bytes) -> ReportRecord:
    """The record in a file that render() made. Raises BadInput saying which field does not fit."""
    try:
        found = json.loads(data.decode())
    except (ValueError, RecursionError):
        raise BadInput("The file is no JSON in UTF-8.") from None
    schema = found.get("schema") if isinstance(found, dict) else None
    if schema not in {REPORT_SCHEMA, *OLDER_SCHEMAS}:
        raise BadInput(f"The file is no report of the kind “{REPORT_SCHEMA}”: its schema is {schema!r:.80}.")
    if schema != REPORT_SCHEMA:
        _leave_comments(found)
    record: ReportRecord = from_plain(ReportRecord, {**found, "schema": REPORT_SCHEMA}, "report")
    return record


def _leave_comments(found: Any) -> None:
    """Take out what reviewers wrote to authors, which stood in files up to version 3."""
    claims = found.get("claims")
    for claim in claims if isinstance(claims, list) else ():
        verdict = claim.get("verdict") if isinstance(claim, dict) else None
        signed = verdict.get("signed") if isinstance(verdict, dict) else None
        if isinstance(signed, dict):
            signed.pop("comment", None)

"""Way out: the whole report as JSON, lossless, so that a program can check it or another desk can read it.

One object, UTF-8, two spaces of indentation, a line feed at the end. First `schema`
("claim-workbench/report/1"), then the fields of ReportRecord and of the records within it
(workbench/domain/records.py says what each means), always in that order and always all of them; what is not
known is null or "". Days are "2024-08-20", times are UTC: "2024-08-20T10:00:00Z". Offsets count code points
of the article's `text`, the end excluded, so a quote is `text[start:end]` of its slices joined by " … ".
"""

import json

from workbench.domain.errors import BadInput
from workbench.domain.records import REPORT_SCHEMA, ReportRecord
from workbench.exports.plain_data import from_plain, to_plain

CODE = "json"
LABEL = "JSON (everything, for programs)"
MEDIA_TYPE = "application/json"
EXTENSION = "json"


def render(record: ReportRecord) -> bytes:
    """The record as JSON; read_report() gives an equal record back."""
    fields = to_plain(record)
    ordered = {"schema": fields.pop("schema"), **fields}
    return (json.dumps(ordered, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()


def read_report(data: bytes) -> ReportRecord:
    """The record in a file that render() made. Raises BadInput saying which field does not fit."""
    try:
        fields = json.loads(data.decode())
    except (ValueError, RecursionError):
        raise BadInput("The file is no JSON in UTF-8.") from None
    schema = fields.get("schema") if isinstance(fields, dict) else None
    if schema != REPORT_SCHEMA:
        raise BadInput(f"The file is no report of the kind “{REPORT_SCHEMA}”: its schema is {schema!r:.80}.")
    record: ReportRecord = from_plain(ReportRecord, fields, "report")
    return record

"""The documented JSON Schema is that of the records, and files keep to it."""

import json
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.exports.report_factory import make_report
from workbench.domain.records import OLDER_SCHEMAS, REPORT_SCHEMA, ChangeRecord, NoticeRecord
from workbench.exports.json import read_report, render

DOCS = Path(__file__).parents[2] / "docs"
NOTICE = NoticeRecord(
    "correction",
    "It was lower.",
    "R-2",
    (ChangeRecord("C-1", "Reservoir", "True", "true", "False", "false"),),
    ("summary",),
)


@pytest.fixture(scope="module")
def schema() -> Any:
    return json.loads((DOCS / "report.schema.json").read_text("utf-8"))


def test_the_schema_in_docs_is_that_of_the_records() -> None:
    spec = spec_from_file_location("make_schema", DOCS / "make_schema.py")
    assert spec is not None
    assert spec.loader is not None
    made = module_from_spec(spec)
    spec.loader.exec_module(made)
    assert (DOCS / "report.schema.json").read_text("utf-8") == made.write_schema()


@pytest.mark.parametrize("changes", [{}, {"number": None, "claims": (), "articles": ()}, {"notice": NOTICE}])
def test_reports_keep_to_the_schema(schema: Any, changes: dict[str, Any]) -> None:
    checker = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    assert list(checker.iter_errors(json.loads(render(make_report(**changes))))) == []


def test_what_does_not_fit_is_found(schema: Any) -> None:
    fields = json.loads(render(make_report()))
    for spoiled in ({**fields, "more": 1}, {**fields, "claims": [{}]}, {**fields, "made_at": 5}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(spoiled, schema)
    del fields["desk"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(fields, schema)


# Files as each version wrote them, of the one report of that time.
FILES = Path(__file__).with_name("older_files")


@pytest.mark.parametrize("version", OLDER_SCHEMAS)
def test_files_of_older_versions_are_still_read(version: str) -> None:
    data = (FILES / f"report-{version.rpartition('/')[2]}.json").read_bytes()
    assert json.loads(data)["schema"] == version
    assert "Agreed." in data.decode()  # what the reviewer wrote to the author
    read, now = read_report(data), make_report()
    assert [claim.verdict for claim in read.claims] == [claim.verdict for claim in now.claims]
    assert [claim.appearances for claim in read.claims] == [claim.appearances for claim in now.claims]
    assert (read.title, read.schema, read.rollups) == (now.title, REPORT_SCHEMA, ())
    assert b"Agreed." not in render(read)

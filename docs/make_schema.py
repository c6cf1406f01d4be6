"""Writes docs/report.schema.json: what the JSON form of a report holds. Run: python docs/make_schema.py"""

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from workbench.domain.records import REPORT_SCHEMA, ReportRecord

TARGET = Path(__file__).with_name("report.schema.json")


def make_schema() -> dict[str, Any]:
    """The schema of this version. Every field stands in a file; none that is not listed does."""
    schema = TypeAdapter(ReportRecord).json_schema()
    for record in (schema, *schema["$defs"].values()):
        if record.get("type") == "object":
            record["required"], record["additionalProperties"] = list(record["properties"]), False
    schema["properties"]["schema"] = {"const": REPORT_SCHEMA}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{REPORT_SCHEMA}",
        **schema,
    }


def write_schema() -> str:
    return json.dumps(make_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    TARGET.write_text(write_schema(), "utf-8")

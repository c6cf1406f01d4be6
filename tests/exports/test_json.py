import json
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.exports.report_factory import make_report
from workbench.domain.errors import BadInput
from workbench.exports.json import read_report, render


def test_reads_back_what_it_wrote() -> None:
    report = make_report()

    assert read_report(render(report)) == report
    assert render(read_report(render(report))) == render(report)


def test_fields_come_in_the_order_of_the_record_with_the_schema_first() -> None:
    data = render(make_report())
    fields = json.loads(data)

    assert list(fields)[:5] == ["schema", "title", "number", "made_at", "made_by"]
    assert fields["schema"] == "claim-workbench/report/4"
    assert list(fields["claims"][0])[:4] == ["reference", "version", "title", "statement"]
    assert data.endswith(b"}\n")
    assert "קצב" in data.decode()


def test_it_is_laid_out_as_the_json_module_would() -> None:
    report = make_report(
        title='Tab\t, \x00\x1f\x7f, “\u2028”, "quoted\\", \U0001f4f7', number=None, claims=()
    )
    data = render(report)

    assert data.decode() == json.dumps(json.loads(data), ensure_ascii=False, indent=2) + "\n"
    assert read_report(data) == report


def test_times_are_utc_and_keep_their_fractions() -> None:
    local = datetime(2024, 8, 20, 17, 3, 5, tzinfo=ZoneInfo("Europe/Athens"))
    fields = json.loads(render(make_report(made_at=local)))

    assert fields["made_at"] == "2024-08-20T14:03:05Z"
    assert fields["claims"][0]["evidence"][0]["accessed_at"] == "2024-08-20T08:15:30.250000Z"
    assert fields["claims"][0]["evidence"][0]["published_on"] == "2024-08-19"


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="has no time zone"):
        render(make_report(made_at=datetime(2024, 8, 20)))  # noqa: DTZ001 - the mistake under test


def test_a_quote_is_its_slices_of_the_text() -> None:
    fields = json.loads(render(make_report()))
    texts = {article["reference"]: article["text"] for article in fields["articles"]}

    for claim in fields["claims"]:
        for seen in claim["appearances"]:
            text = texts[seen["article"]]
            assert seen["quote"] == " … ".join(text[start:end] for start, end in seen["slices"])


def spoil(path: list[str | int], value: Any) -> bytes:
    fields = json.loads(render(make_report()))
    place = fields
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return json.dumps(fields).encode()


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (["schema"], "other/1", "schema is 'other/1'"),
        (["title"], 3, r"report\.title should be text"),
        (["extra"], 3, "report has a field that is not known here: 'extra'"),
        (["made_at"], "2024-08-20T10:00:00", r"report\.made_at should be a time like"),
        (["history_seq"], True, r"report\.history_seq should be a whole number"),
        (["claims", 0, "verdict", "at"], "soon", r"report\.claims\[0\]\.verdict\.at should be a time"),
        (["claims", 1, "appearances", 0, "slices", 0], [1], r"slices\[0\] should hold 2 values"),
        (["claims", 0, "appearances", 0, "said_on"], 7, r"said_on should be a day like"),
        (["claims"], {}, r"report\.claims should be a list"),
        (["desk"], [], r"report\.desk should be an object"),
    ],
)
def test_says_which_field_of_a_foreign_file_does_not_fit(
    path: list[str | int], value: Any, message: str
) -> None:
    with pytest.raises(BadInput, match=message):
        read_report(spoil(path, value))


@pytest.mark.parametrize("data", [b"", b"[]", b"\xff", b"{", b"[" * 100_000, b"null"])
def test_refuses_what_is_no_report(data: bytes) -> None:
    with pytest.raises(BadInput):
        read_report(data)


def test_a_field_with_a_default_may_be_missing_but_no_other() -> None:
    fields = json.loads(render(make_report()))
    for claim in fields["claims"]:
        claim.pop("withheld_evidence")
    report = make_report()
    plain = tuple(replace(claim, withheld_evidence=0) for claim in report.claims)
    assert read_report(json.dumps(fields).encode()) == replace(report, claims=plain)

    fields["claims"][0].pop("status")
    with pytest.raises(BadInput, match=r"report\.claims\[0\] lacks the field 'status'"):
        read_report(json.dumps(fields).encode())

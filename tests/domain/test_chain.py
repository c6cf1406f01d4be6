"""The format of the history, pinned: these values were computed once and may never change."""

import hashlib
import json
import uuid
from dataclasses import asdict, replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session, col, select

from tests import factories
from workbench import history
from workbench.domain import chain
from workbench.domain.status import Status
from workbench.models import Revision, RevisionPayload

HEADER = chain.Header(
    seq=7,
    entity="claim",
    entity_id="0199c0de-0000-7000-8000-000000000001",
    version=2,
    actor="command line",
    at="2026-05-01T12:00:00.000000Z",
    action="claim.edited",
    reason='Spelling: “Kyiv” — \\ "quoted"\n\t\u0001\u007f \u2028 \U0001f600',
    parent_hash="",
    payload_digest="0" * 64,
)
CANONICAL_HEADER = (
    '{"action":"claim.edited","actor":"command line","at":"2026-05-01T12:00:00.000000Z","entity":"claim",'
    '"entity_id":"0199c0de-0000-7000-8000-000000000001","format":1,"parent_hash":"",'
    '"payload_digest":"0000000000000000000000000000000000000000000000000000000000000000",'
    '"reason":"Spelling: “Kyiv” — \\\\ \\"quoted\\"\\n\\t\\u0001\u007f \u2028 \U0001f600",'
    '"seq":7,"version":2}'
)
PAYLOAD = {
    "before": {"title": "é"},
    "after": {"title": "e\u0301", "n": 30, "slices": [[0, 4]], "x": None, "y": True},
}
BODY = '{"after":{"n":30,"slices":[[0,4]],"title":"e\u0301","x":null,"y":true},"before":{"title":"é"}}'
SALT = bytes(range(16))
HEADER_HASH = "b2862f79761fadb3901bd3c21ec88ea621ed3b02fcb1ea1388a75c23d9ae9fd1"
BODY_DIGEST = "c7fae4fd6c86c6f834936a1dc0bc667c8c9e69e9829df8a0175edd20a817ac25"
TEXT_DIGEST = "2dc095594e801566e8dd9a3ac6d67851c872baaebd42080594d240f787f58376"


def test_the_hash_of_a_header_is_pinned() -> None:
    assert hashlib.sha256(CANONICAL_HEADER.encode()).hexdigest() == HEADER_HASH
    assert chain.hash_header(HEADER) == HEADER_HASH


def test_the_digest_of_a_payload_is_pinned() -> None:
    assert chain.format_body(PAYLOAD) == BODY
    assert chain.digest_payload(SALT, BODY) == BODY_DIGEST
    assert hashlib.sha256(SALT + BODY.encode()).hexdigest() == BODY_DIGEST


def test_the_digest_of_a_text_is_pinned() -> None:
    assert chain.digest_text("Ä\n\U0001f600") == {
        "sha256": TEXT_DIGEST,
        "length": 3,
    }


@pytest.mark.parametrize("name", chain.Header.__slots__)
def test_every_field_of_a_header_counts(name: str) -> None:
    value = getattr(HEADER, name)
    other: Any = value + 1 if isinstance(value, int) else f"{value}x"

    assert chain.hash_header(replace(HEADER, **{name: other})) != chain.hash_header(HEADER)


texts = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.builds(chain.Header, st.integers(1, 2**53 - 1), texts, texts, st.integers(1, 2**31), *[texts] * 6))
def test_a_header_is_hashed_as_rfc_8785_says(header: chain.Header) -> None:
    canonical = rfc8785.dumps({"format": 1, **asdict(header)})

    assert chain.hash_header(header) == hashlib.sha256(canonical).hexdigest()


@pytest.mark.parametrize(
    ("value", "encoded"),
    [
        (None, None),
        (True, True),
        (30, 30),
        ("words", "words"),
        (Status.IN_REVIEW, "in review"),
        (datetime(2026, 5, 1, 14, 0, tzinfo=timezone(timedelta(hours=2))), "2026-05-01T12:00:00.000000Z"),
        (datetime(26, 5, 1, 12, 0, 0, 5, tzinfo=UTC), "0026-05-01T12:00:00.000005Z"),
        (date(2026, 5, 1), "2026-05-01"),
        (uuid.UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        ([(0, 4)], [[0, 4]]),
        ({"a": date(2026, 5, 1)}, {"a": "2026-05-01"}),
    ],
)
def test_a_value_has_one_spelling(value: Any, encoded: Any) -> None:
    assert chain.encode_value(value) == encoded


@pytest.mark.parametrize(
    "value", [1.5, Decimal("1.5"), b"bytes", {"a": [1.5]}, object()], ids=lambda value: type(value).__name__
)
def test_what_has_no_one_spelling_is_refused(value: Any) -> None:
    with pytest.raises(TypeError, match="cannot stand in the history"):
        chain.encode_value(value)


@pytest.mark.parametrize("number", [2**53, -(2**53)])
def test_a_number_too_large_for_json_is_refused(number: int) -> None:
    with pytest.raises(rfc8785.CanonicalizationError):
        chain.format_body({"after": number})


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        chain.format_time(datetime(2026, 5, 1))  # noqa: DTZ001 - on purpose


@given(st.datetimes(timezones=st.just(UTC)))
def test_a_time_reads_back_as_it_was(moment: datetime) -> None:
    assert chain.parse_time(chain.format_time(moment)) == moment


def test_an_outsider_recomputes_the_history_with_nothing_but_sha256_and_json(session: Session) -> None:
    factories.make_every_kind(session)
    history.redact(session, 1, by="owner", reason="„private“")

    last: dict[str, str] = {}
    for revision, payload in read_history(session):
        entity_id = str(revision.entity_id)
        header = {
            "format": 1,
            "seq": revision.seq,
            "entity": revision.entity,
            "entity_id": entity_id,
            "version": revision.version,
            "actor": revision.actor,
            "at": revision.at,
            "action": revision.action,
            "reason": revision.reason,
            "parent_hash": last.get(entity_id, ""),
            "payload_digest": revision.payload_digest,
        }
        assert sha256(canonical(header)) == revision.hash
        if payload.body is not None and payload.salt is not None:
            assert sha256(payload.salt + payload.body.encode()) == revision.payload_digest
            assert canonical(json.loads(payload.body)) == payload.body.encode()
        else:
            assert revision.seq == 1
        last[entity_id] = revision.hash
    assert last


def read_history(session: Session) -> list[tuple[Revision, RevisionPayload]]:
    query = select(Revision, RevisionPayload).where(Revision.seq == RevisionPayload.seq)
    return list(session.exec(query.order_by(col(Revision.seq))))


def canonical(value: Any) -> bytes:
    """RFC 8785 for what the history holds: no floats, and field names in ASCII."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()

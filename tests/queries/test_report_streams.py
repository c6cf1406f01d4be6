"""A report of any length is read page by page: it says the same, and no more is held for more claims."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlmodel import Session

from tests import factories
from workbench.domain.status import Status
from workbench.exports import list_formats, render
from workbench.exports.csv import read_csv
from workbench.queries import report_streams
from workbench.queries.claim_filter import ClaimFilter
from workbench.queries.claims import find_claims
from workbench.queries.report_records import build_record
from workbench.queries.report_streams import stream_report

NOW = datetime(2026, 5, 2, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_streams, "PAGE", 2)
    monkeypatch.setattr(report_streams, "ARTICLES", 2)


def fill(session: Session, claims: int) -> list[int]:
    """Numbers of reportable claims, a new article for every other one; some have evidence and a verdict."""
    factories.make_desk(session)
    numbers = []
    version = factories.make_article(session)
    for place in range(claims):
        version = factories.make_article(session) if place % 2 else version
        claim = factories.make_claim(session, version)
        if place % 3 == 0:
            factories.make_evidence(session, claim)
            factories.make_verdict(session, claim)
        numbers.append(claim.number)
    factories.make_claim(session, accepted_at=None)
    factories.make_claim(session, status=Status.WITHDRAWN)
    return numbers


def stream(session: Session, code: str, wanted: ClaimFilter | None = None) -> Iterator[bytes]:
    write = list_formats()[code].stream
    assert write is not None
    report = stream_report(
        session, wanted or ClaimFilter(), title="All", made_by="m", made_at=NOW, sight=False
    )
    return write(report)


@pytest.mark.parametrize("code", ["csv", "json"])
def test_it_says_what_a_report_made_at_once_says(session: Session, code: str) -> None:
    numbers = fill(session, 7)
    record = build_record(session, find_claims(session, numbers), title="All", made_by="m", made_at=NOW)
    assert b"".join(stream(session, code)) == render(code, record)


@pytest.mark.parametrize("code", ["csv", "json"])
def test_what_is_held_does_not_grow_with_the_claims(session: Session, code: str) -> None:
    fill(session, 12)
    held, sizes = [], []
    for piece in stream(session, code):
        held.append(len(session.identity_map))
        sizes.append(len(piece))
    pages = len(held)
    assert pages > 6
    assert max(held[pages // 2 :]) <= max(held[: pages // 2])
    assert max(sizes[1:]) < sum(sizes) / 3


def test_a_filter_and_words_narrow_it(session: Session) -> None:
    numbers = fill(session, 4)
    [rated] = find_claims(session, numbers[:1])
    assert rated.verdict_id is not None
    rows = read_csv(b"".join(stream(session, "csv", ClaimFilter(rating="none"))))
    assert f"C-{rated.number}" not in {row["claim"] for row in rows}
    assert len(rows) == 2
    rows = read_csv(b"".join(stream(session, "csv", ClaimFilter(words=f"C-{rated.number}"))))
    assert [row["claim"] for row in rows] == [f"C-{rated.number}"]
    assert read_csv(b"".join(stream(session, "csv", ClaimFilter(words="nosuchword")))) == []


def test_nothing_is_still_a_file(session: Session) -> None:
    factories.make_desk(session)
    assert b"".join(stream(session, "json")).endswith(b"\n}\n")

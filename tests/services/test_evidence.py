"""Evidence: what each kind must carry, the file behind it, and what may be changed when."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session

from tests import factories
from workbench.domain.errors import RuleBroken, StaleEdit
from workbench.domain.evidence import EVIDENCE_KINDS, EvidenceKind, SourceKind, Stance
from workbench.domain.status import Origin, Status
from workbench.files import FileStore
from workbench.models import Evidence, Snapshot, Source
from workbench.services import evidence as services
from workbench.services.evidence import EvidenceValues, Upload

NOTE = EvidenceValues("Harbour Office", EvidenceKind.INTERVIEW, Stance.SUPPORTS, note="By telephone.")
UPLOAD = Upload("map.png", "image/png", b"a map")


def add(session: Session, files: FileStore, upload: Upload | None = None, **values: Any) -> Evidence:
    claim = factories.make_claim(session)
    return services.add_evidence(session, files, claim, replace(NOTE, **values), upload, by="tests")


@pytest.mark.parametrize("kind", EvidenceKind)
def test_each_kind_asks_for_what_it_needs(rows: Session, files: FileStore, kind: EvidenceKind) -> None:
    rule = EVIDENCE_KINDS[kind]
    if rule.needs_link_or_file:
        with pytest.raises(RuleBroken) as refused:
            add(rows, files, kind=kind)
        assert refused.value.field == "url"
        assert add(rows, files, UPLOAD, kind=kind, note="").snapshot_id is not None
        assert add(rows, files, kind=kind, url="https://example.org/map").snapshot_id is None
    elif rule.needs_position:
        for given, field in (({}, "latitude"), ({"latitude": "51.2"}, "longitude")):
            with pytest.raises(RuleBroken) as refused:
                add(rows, files, kind=kind, **given)
            assert refused.value.field == field
        assert add(rows, files, kind=kind, latitude="51.2", longitude="33.9").longitude == "33.9"
    else:
        assert add(rows, files, kind=kind).kind is kind


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"source": " "}, "source"),
        ({"note": ""}, "excerpt"),
        ({"credibility": 0}, "credibility"),
        ({"credibility": 7}, "credibility"),
        ({"precision_m": -1}, "precision_m"),
        ({"precision_m": 30_000_000}, "precision_m"),
        ({"latitude": "90.0001", "longitude": "0"}, "latitude"),
        ({"latitude": "1e-999999999"}, "latitude"),
        ({"latitude": "50.1, 36.2", "point_name": "The border"}, "point_latitude"),
        ({"latitude": "50.1, 36.2", "point_latitude": "50.2, 36.3"}, "point_name"),
        ({"latitude": "50.1, 36.2", "point_name": "x", "point_latitude": "91, 0"}, "point_latitude"),
        ({"point_name": "The border", "point_latitude": "50.2, 36.3"}, "latitude"),
        ({"accessed_at": datetime.now(UTC) + timedelta(days=1)}, "accessed_at"),
        ({"accessed_at": datetime(1, 1, 1, tzinfo=UTC)}, "accessed_at"),
    ],
)
def test_what_cannot_be_so_is_refused_at_its_field(
    rows: Session, files: FileStore, values: dict[str, Any], field: str
) -> None:
    with pytest.raises(RuleBroken) as refused:
        add(rows, files, **values)
    assert refused.value.field == field


def test_degrees_keep_their_digits_up_to_the_poles(rows: Session, files: FileStore) -> None:
    place = add(rows, files, latitude=" \N{MINUS SIGN}90 ", longitude="+180.000", precision_m=0)
    assert (place.latitude, place.longitude, place.precision_m) == ("-90", "180.000", 0)


def test_the_source_is_found_or_made_with_its_kind(rows: Session, files: FileStore) -> None:
    first = add(rows, files, source="River Gauge", source_kind=SourceKind.DATASET)
    again = add(rows, files, source="the  river gauge")
    assert first.source_id == again.source_id
    assert rows.get_one(Source, first.source_id).kind is SourceKind.DATASET


def test_a_link_is_seen_now_unless_said_otherwise(rows: Session, files: FileStore) -> None:
    seen = datetime(2026, 5, 1, tzinfo=UTC)
    assert add(rows, files).accessed_at is None
    assert add(rows, files, url="https://example.org").accessed_at is not None
    assert add(rows, files, url="https://example.org", accessed_at=seen).accessed_at == seen


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\map.png", "map.png"),
        ("report\u202efdp.exe", "reportfdp.exe"),
        ("a\0b\r\nc.png", "abc.png"),
        ("half\ud800.png", "half.png"),
        ("..", ""),
        ("фото 1.jpg", "фото 1.jpg"),
        ("x" * 300 + ".pdf", "x" * 180 + "…" + "x" * 15 + ".pdf"),
    ],
)
def test_a_file_is_stored_by_its_hash_and_its_name_is_only_shown(
    rows: Session, files: FileStore, name: str, shown: str
) -> None:
    evidence = add(rows, files, Upload(name, "Text/HTML; x=\r\n", b"bytes of " + shown.encode()))
    snapshot = rows.get_one(Snapshot, evidence.snapshot_id)
    assert (snapshot.original_name, snapshot.media_type) == (shown, "application/octet-stream")
    assert files.read(snapshot.sha256) == b"bytes of " + shown.encode()
    assert snapshot.size == len(files.read(snapshot.sha256))


def test_an_empty_file_is_no_evidence(rows: Session, files: FileStore) -> None:
    with pytest.raises(RuleBroken) as refused:
        add(rows, files, Upload("empty.pdf", "application/pdf", b""))
    assert refused.value.field == "file"


def test_evidence_is_mended_withdrawn_and_reinstated_but_never_by_a_stale_form(
    rows: Session, files: FileStore
) -> None:
    evidence = add(rows, files)
    services.edit_evidence(rows, files, evidence, replace(NOTE, stance=Stance.REFUTES), seen=1, by="tests")
    with pytest.raises(StaleEdit) as stale:
        services.edit_evidence(rows, files, evidence, NOTE, seen=1, by="tests")
    assert (stale.value.now["stance"], stale.value.now["source"]) == ("refutes", "Harbour Office")
    with pytest.raises(RuleBroken, match="Say why"):
        services.withdraw_evidence(rows, evidence, reason="", seen=2, by="tests")
    services.withdraw_evidence(rows, evidence, reason="Wrong map", seen=2, by="tests")
    for refused in (
        lambda: services.edit_evidence(rows, files, evidence, NOTE, seen=3, by="tests"),
        lambda: services.withdraw_evidence(rows, evidence, reason="Again", seen=3, by="tests"),
    ):
        with pytest.raises(RuleBroken, match="is withdrawn"):
            refused()
    services.reinstate_evidence(rows, files, evidence, seen=3, by="tests")
    assert (evidence.withdrawn_at, evidence.withdrawn_reason, evidence.version) == (None, "", 4)
    with pytest.raises(RuleBroken, match="not withdrawn"):
        services.reinstate_evidence(rows, files, evidence, seen=4, by="tests")


def test_an_edit_keeps_the_file(rows: Session, files: FileStore) -> None:
    evidence = add(rows, files, UPLOAD, kind=EvidenceKind.IMAGE)
    values = replace(NOTE, kind=EvidenceKind.IMAGE, note="Cropped")
    services.edit_evidence(rows, files, evidence, values, seen=1, by="tests")
    assert (evidence.note, evidence.snapshot_id is None) == ("Cropped", False)


@pytest.mark.parametrize("status", [Status.CHECKED, Status.PUBLISHED, Status.WITHDRAWN])
def test_evidence_under_a_signature_or_of_a_withdrawn_claim_stays_as_it_is(
    rows: Session, files: FileStore, status: Status
) -> None:
    claim = factories.make_claim(rows, status=status)
    evidence = factories.make_evidence(rows, claim, factories.make_source(rows))
    for refused in (
        lambda: services.add_evidence(rows, files, claim, NOTE, by="tests"),
        lambda: services.edit_evidence(rows, files, evidence, NOTE, seen=1, by="tests"),
        lambda: services.withdraw_evidence(rows, evidence, reason="r", seen=1, by="tests"),
    ):
        with pytest.raises(RuleBroken):
            refused()
    assert evidence.version == 1


def test_a_proposal_takes_no_evidence(rows: Session, files: FileStore) -> None:
    proposal = factories.make_claim(rows, accepted_at=None, origin=Origin.MACHINE)
    with pytest.raises(RuleBroken, match="Accept the claim"):
        services.add_evidence(rows, files, proposal, NOTE, by="tests")

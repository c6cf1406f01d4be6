"""Writes to evidence: what speaks for or against a claim, with the file behind it."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlmodel import Session

from workbench import history
from workbench.domain.errors import RuleBroken, StaleEdit
from workbench.domain.evidence import CREDIBILITY, EVIDENCE_KINDS, EvidenceKind, SourceKind, Stance
from workbench.files import FileStore
from workbench.models import Claim, Evidence, Source
from workbench.queries.source_names import follow
from workbench.services.captures import ask_for_capture, decline_capture, keep_new_address
from workbench.services.claim_rules import refuse_signed, require_accepted
from workbench.services.evidence_rules import refuse_circle, refuse_origin
from workbench.services.geolocations import add_references, put_references, read_places
from workbench.services.sources import take_source
from workbench.services.uploads import Upload as Upload  # handed in with evidence
from workbench.services.uploads import add_snapshot, put_uploads

_FIRST_YEAR = 1970  # nobody saw a page before; and a day off the calendar's ends has no local time


@dataclass(frozen=True, slots=True)
class EvidenceValues:
    """What a person may say about a piece of evidence. `source` is a name: found, or created on the spot.
    Positions are as typed (see domain/positions.py); `point_*` is the named point to measure from.
    `origin_id` is the piece of the same claim that this one only repeats, `recheck_on` the day on which it is
    to be looked at again."""

    source: str
    kind: EvidenceKind
    stance: Stance
    source_kind: SourceKind = SourceKind.ORGANISATION
    credibility: int = 6
    url: str = ""
    excerpt: str = ""
    locator: str = ""
    published_on: date | None = None
    accessed_at: datetime | None = None
    note: str = ""
    latitude: str = ""
    longitude: str = ""
    precision_m: int | None = None
    method: str = ""
    point_name: str = ""
    point_latitude: str = ""
    point_longitude: str = ""
    origin_id: uuid.UUID | None = None
    origin_note: str = ""
    recheck_on: date | None = None


def add_evidence(
    session: Session,
    files: FileStore,
    claim: Claim,
    values: EvidenceValues,
    upload: Upload | None = None,
    *,
    by: str,
    references: Sequence[Upload] = (),
    capture: bool = False,
    not_captured: str = "",
) -> Evidence:
    """A new piece of evidence on an accepted claim; `references` are images beside which its place was
    recognised. `capture`: its page is to be visited, by a job that waits for nobody; `not_captured` says why
    not, where it is not to be.

    Raises RuleBroken for what its kind must carry, and for a signed claim: re-open it first, so that nothing
    under a signature changes.
    """
    _refuse_closed(claim)
    columns = _columns(values)
    _check_values(values, has_file=upload is not None)
    file = put_uploads(files, [upload] if upload else [])
    images = put_references(files, references)
    with history.change(session, by=by, action="evidence.added") as change:
        _hold_claim(session, change, claim)
        evidence = Evidence(claim_id=claim.id, added_at=change.at, **columns)
        refuse_origin(session, evidence)
        if evidence.accessed_at is None and values.url:
            # To the minute, as a form shows it: else mending a note would change the time as well.
            evidence.accessed_at = change.at.replace(second=0, microsecond=0)
        evidence.source_id = take_source(session, values.source, values.source_kind).id
        for stored in file:
            evidence.snapshot_id = add_snapshot(session, *stored, change.at).id
        session.add(evidence)
        refuse_circle(session, files, evidence)
        add_references(session, evidence, images, change.at)
        if capture and evidence.url:
            ask_for_capture(session, evidence, by=by)
        if not_captured and evidence.url:
            decline_capture(session, evidence, not_captured)
        change.subject = evidence
    return evidence


def edit_evidence(
    session: Session,
    files: FileStore,
    evidence: Evidence,
    values: EvidenceValues,
    *,
    seen: int,
    by: str,
    reason: str = "",
    references: Sequence[Upload] = (),
) -> None:
    """Change what is said about a piece of evidence; its file stays, and `references` come to those it has.
    Raises StaleEdit or RuleBroken."""
    columns = _columns(values)
    _check_seen(session, evidence, seen, columns)
    _check_values(values, has_file=evidence.snapshot_id is not None)
    _refuse_withdrawn(evidence)
    images = put_references(files, references)
    with history.change(session, by=by, action="evidence.edited", reason=reason) as change:
        claim = session.get_one(Claim, evidence.claim_id)
        _hold_claim(session, change, claim)
        change.subject = evidence
        add_references(session, evidence, images, change.at)
        moved = evidence.url != columns["url"]
        for name, value in columns.items():
            setattr(evidence, name, value)
        if moved:
            keep_new_address(session, evidence, by=by)
        refuse_origin(session, evidence)
        source = take_source(session, values.source, values.source_kind)
        if follow(session, session.get_one(Source, evidence.source_id)).id != source.id:
            evidence.source_id = source.id  # what is kept under a merged source stays there
        refuse_circle(session, files, evidence)


def withdraw_evidence(session: Session, evidence: Evidence, *, reason: str, seen: int, by: str) -> None:
    """Take evidence out of the claim's columns; it stays in the history."""
    history.check_version(evidence, seen)
    _refuse_withdrawn(evidence)
    if not reason.strip():
        raise RuleBroken("Say why the evidence is withdrawn.", field="reason")
    with history.change(session, by=by, action="evidence.withdrawn", reason=reason) as change:
        _hold_claim(session, change, session.get_one(Claim, evidence.claim_id))
        change.subject = evidence
        evidence.withdrawn_at = change.at
        evidence.withdrawn_reason = reason.strip()


def set_recheck(session: Session, evidence: Evidence, on: date | None, *, seen: int, by: str) -> None:
    """Say when a piece is to be looked at again, None for no more. A day in the desk's calendar and nothing
    that a verdict stands on: it may be set under a signature, too."""
    history.check_version(evidence, seen, ("recheck_on",))
    _refuse_withdrawn(evidence)
    with history.change(session, by=by, action="evidence.recheck") as change:
        change.subject = evidence
        evidence.recheck_on = on


def reinstate_evidence(session: Session, files: FileStore, evidence: Evidence, *, seen: int, by: str) -> None:
    """Bring withdrawn evidence back. Raises RuleBroken where it would support its claim by the checked
    article again."""
    history.check_version(evidence, seen)
    if evidence.withdrawn_at is None:
        raise RuleBroken("The evidence is not withdrawn.")
    with history.change(session, by=by, action="evidence.reinstated") as change:
        claim = session.get_one(Claim, evidence.claim_id)
        _hold_claim(session, change, claim)
        change.subject = evidence
        evidence.withdrawn_at = None
        evidence.withdrawn_reason = ""
        refuse_circle(session, files, evidence)


def _hold_claim(session: Session, change: history.Change, claim: Claim) -> None:
    """Behind the lock: look at the claim as it is now, refuse a signed one, and raise its version, so that
    nobody signs or rates it on evidence that they have not seen."""
    session.refresh(claim)
    _refuse_closed(claim)
    change.touch(claim)


def _columns(values: EvidenceValues) -> dict[str, Any]:
    own = set(EvidenceValues.__slots__) - {"source", "source_kind"}
    columns = {name: getattr(values, name) for name in sorted(own)}
    return columns | read_places(columns)


def _check_values(values: EvidenceValues, *, has_file: bool) -> None:
    rule = EVIDENCE_KINDS[values.kind]
    if not values.source.strip():
        raise RuleBroken("Name the source of the evidence.", field="source")
    if values.credibility not in CREDIBILITY:
        raise RuleBroken("Choose a credibility from 1 to 6.", field="credibility")
    if rule.needs_link_or_file and not values.url.strip() and not has_file:
        raise RuleBroken("Give a link or upload a file.", field="url")
    if rule.needs_position and not values.latitude.strip():
        raise RuleBroken("A geolocation needs a latitude and a longitude.", field="latitude")
    told = values.excerpt.strip() or values.note.strip() or rule.needs_position
    if not values.url.strip() and not has_file and not told:
        raise RuleBroken("Say what the evidence is: an excerpt, a note, a link or a file.", field="excerpt")
    if values.accessed_at is not None and values.accessed_at > datetime.now(UTC):
        raise RuleBroken("The time of access lies in the future.", field="accessed_at")
    if values.accessed_at is not None and values.accessed_at.year < _FIRST_YEAR:
        raise RuleBroken(f"Write a year from {_FIRST_YEAR} on.", field="accessed_at")


def _check_seen(session: Session, evidence: Evidence, seen: int, columns: dict[str, Any]) -> None:
    """Raises StaleEdit that names the source in words."""
    try:
        history.check_version(evidence, seen, tuple(columns))
    except StaleEdit as stale:
        source = follow(session, session.get_one(Source, evidence.source_id))
        now = {name: value for name, value in stale.now.items() if name != "origin_id"}
        raise StaleEdit(stale.current, {**now, "source": source.name}) from None


def _refuse_closed(claim: Claim) -> None:
    require_accepted(claim)
    refuse_signed(claim)


def _refuse_withdrawn(evidence: Evidence) -> None:
    if evidence.withdrawn_at is not None:
        raise RuleBroken("The evidence is withdrawn. Reinstate it first.")

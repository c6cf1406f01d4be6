"""What speaks for or against a claim, and the captured bytes behind it."""

import uuid
from datetime import date, datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from workbench.domain.captures import FileRole
from workbench.domain.evidence import EvidenceKind, Stance
from workbench.models.tracked import Tracked, choice, link


class Evidence(Tracked, table=True):
    """Claim + source + kind + excerpt + stance. `credibility` is the Admiralty digit, 6 until judged.

    Latitude and longitude are decimal degrees as text (no floats in the history); `precision_m` is the
    radius in metres within which the place is known; `point_*` is the named point that the
    distance is told to.
    `origin_id` is the evidence of the same claim that this one only repeats ("same wire story as"): both
    count as one. `recheck_on` brings the claim back to a queue.
    """

    claim_id: uuid.UUID = link("claim.id")
    source_id: uuid.UUID = link("source.id")
    kind: EvidenceKind = Field(sa_type=choice(EvidenceKind))
    stance: Stance = Field(sa_type=choice(Stance))
    credibility: int = Field(
        default=6, sa_column_args=[CheckConstraint("credibility BETWEEN 1 AND 6", name="credibility")]
    )
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
    snapshot_id: uuid.UUID | None = link("snapshot.id", nullable=True)
    added_at: datetime
    withdrawn_at: datetime | None = None
    withdrawn_reason: str = ""
    point_name: str = Field(default="", sa_column_kwargs={"server_default": ""})
    point_latitude: str = Field(default="", sa_column_kwargs={"server_default": ""})
    point_longitude: str = Field(default="", sa_column_kwargs={"server_default": ""})
    origin_id: uuid.UUID | None = link("evidence.id", nullable=True)
    origin_note: str = Field(default="", sa_column_kwargs={"server_default": ""})
    recheck_on: date | None = None


class Snapshot(Tracked, table=True):
    """Captured bytes, named by SHA-256, with who (in the history), when and how they were captured.
    `capture_id` is the visit that brought them, None for what a person handed in; `evidence_id` is what
    they belong to beside the one file that the evidence itself names."""

    sha256: str = Field(index=True)
    size: int
    media_type: str
    original_name: str = ""
    url: str = ""
    method: str
    captured_at: datetime
    role: FileRole = Field(
        default=FileRole.FILE, sa_type=choice(FileRole), sa_column_kwargs={"server_default": "file"}
    )
    capture_id: uuid.UUID | None = link("capture.id", nullable=True)
    evidence_id: uuid.UUID | None = link("evidence.id", nullable=True, later=True)

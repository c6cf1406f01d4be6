"""A frozen, numbered publication of verdicts."""

import uuid
from datetime import datetime

from sqlmodel import Field

from workbench.models.tracked import Tracked, link


class Report(Tracked, table=True):
    """R-3. `record_sha256` names the canonical record (the JSON file) in the file store."""

    number: int = Field(unique=True)
    title: str
    article_id: uuid.UUID | None = link("article.id", nullable=True)
    record_sha256: str
    published_at: datetime
    published_by_id: uuid.UUID = link("user_account.id")


class ReportClaim(Tracked, table=True):
    """A claim that stands in a report, at the version it was published in."""

    __tablename__ = "report_claim"

    report_id: uuid.UUID = link("report.id")
    claim_id: uuid.UUID = link("claim.id")
    claim_version: int


class ReportFile(Tracked, table=True):
    """One made file of a report: the same number and format answers the same bytes for ever."""

    __tablename__ = "report_file"

    report_id: uuid.UUID = link("report.id")
    format: str
    media_type: str
    sha256: str
    size: int = Field(ge=0)

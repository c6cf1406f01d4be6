"""A frozen, numbered publication of verdicts."""

import uuid
from datetime import datetime

from sqlmodel import Field

from workbench.domain.report_kinds import ReportKind
from workbench.models.tracked import Tracked, choice, link


class Report(Tracked, table=True):
    """R-3. `record_sha256` names the canonical record (the JSON file) in the file store.
    `replaces_id` is the report that this one corrects, updates, clarifies or retracts, `public_note` says to
    readers what changed and why. `summary` is the paragraph over the verdicts."""

    number: int = Field(unique=True)
    title: str
    article_id: uuid.UUID | None = link("article.id", nullable=True)
    record_sha256: str
    published_at: datetime
    published_by_id: uuid.UUID = link("user_account.id")
    kind: ReportKind = Field(
        default=ReportKind.REPORT, sa_type=choice(ReportKind), sa_column_kwargs={"server_default": "report"}
    )
    replaces_id: uuid.UUID | None = link("report.id", nullable=True)
    public_note: str = Field(default="", sa_column_kwargs={"server_default": ""})
    summary: str = Field(default="", sa_column_kwargs={"server_default": ""})


class ReportPage(Tracked, table=True):
    """How a report can be read without an account; without a row it can't. The report itself is frozen, this
    is not: a page can be closed."""

    __tablename__ = "report_page"

    report_id: uuid.UUID = link("report.id")
    public: bool = False
    closed_reason: str = ""


class ReportClaim(Tracked, table=True):
    """A claim that stands in a report, at the version it was published in, with the verdict that it had."""

    __tablename__ = "report_claim"

    report_id: uuid.UUID = link("report.id")
    claim_id: uuid.UUID = link("claim.id")
    claim_version: int
    verdict_id: uuid.UUID | None = link("verdict.id", nullable=True)


class ReportFile(Tracked, table=True):
    """One made file of a report: the same number and format answers the same bytes for ever."""

    __tablename__ = "report_file"

    report_id: uuid.UUID = link("report.id")
    format: str
    media_type: str
    sha256: str
    size: int = Field(ge=0)

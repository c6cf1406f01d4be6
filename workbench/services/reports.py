"""Publishing: a frozen, numbered report, stored by SHA-256, that no later edit can reach."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from workbench import history
from workbench.domain.errors import RuleBroken
from workbench.domain.people import Person
from workbench.domain.records import ReportRecord
from workbench.domain.references import format_reference
from workbench.domain.roles import Permission
from workbench.domain.status import SIGNED, Status
from workbench.files import FileStore
from workbench.models import Article, Claim, Report, ReportClaim, ReportFile
from workbench.queries.report_records import build_record
from workbench.services.evidence_rules import refuse_circular

RECORD_FORMAT = "json"


@dataclass(frozen=True, slots=True)
class MadeFile:
    media_type: str
    data: bytes


# Format code to file, for one record; app.py hands it over, because services may not know the exporters.
Renderer = Callable[[ReportRecord], Mapping[str, MadeFile]]


def publish_report(
    session: Session,
    files: FileStore,
    render: Renderer,
    claims: Sequence[Claim],
    *,
    title: str,
    article: Article | None,
    person: Person,
) -> Report:
    """Freeze these checked claims into the next report. Raises RuleBroken when one is not ready."""
    person.require(Permission.REVIEW)
    if not title.strip():
        raise RuleBroken("Give the report a title.", field="title")
    if article is not None and article.withdrawn_at is not None:
        raise RuleBroken("The article is withdrawn. Reinstate it first.")
    with history.change(session, by=person.actor, action="report.published") as change:
        for claim in claims:
            session.refresh(claim)  # behind the lock: one may have been re-opened since the page was made
        _check_claims(claims)
        refuse_circular(session, claims, "published")
        number = history.next_number(session, Report)
        record = build_record(
            session,
            claims,
            title=title.strip(),
            made_by=person.name,
            made_at=change.at,
            number=format_reference("R", number),
        )
        made = {code: (file, files.put(file.data)) for code, file in render(record).items()}
        report = Report(
            number=number,
            title=record.title,
            article_id=article.id if article else None,
            record_sha256=made[RECORD_FORMAT][1],
            published_at=change.at,
            published_by_id=person.id,
        )
        session.add(report)
        for claim in claims:
            session.add(ReportClaim(report_id=report.id, claim_id=claim.id, claim_version=claim.version))
            if claim.status is Status.CHECKED:
                claim.status = Status.PUBLISHED
        for code, (file, sha256) in made.items():
            session.add(_make_file(report, code, file, sha256))
        change.subject = report
    return report


def _make_file(report: Report, code: str, file: MadeFile, sha256: str) -> ReportFile:
    return ReportFile(
        report_id=report.id, format=code, media_type=file.media_type, sha256=sha256, size=len(file.data)
    )


def _check_claims(claims: Sequence[Claim]) -> None:
    if not claims:
        raise RuleBroken("Choose at least one checked claim.", field="claims")
    open_ones = [claim for claim in claims if claim.status not in SIGNED]
    if open_ones:
        names = ", ".join(format_reference("C", claim.number) for claim in open_ones[:5])
        raise RuleBroken(f"Not signed yet: {names}. Only checked claims can be published.", field="claims")

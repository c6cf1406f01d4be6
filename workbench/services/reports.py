"""Publishing: a frozen, numbered report, stored by SHA-256, that no later edit can reach. What changes after
it is told by another report, which names the one it replaces."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlmodel import Session

from workbench import history
from workbench.domain.errors import RuleBroken
from workbench.domain.people import Person
from workbench.domain.publications import list_changes, tell_published
from workbench.domain.records import NoticeRecord, ReportRecord
from workbench.domain.references import format_reference
from workbench.domain.report_kinds import ReportKind
from workbench.domain.roles import Permission
from workbench.domain.status import SIGNED, Status, describe_needs, find_transition
from workbench.files import FileStore
from workbench.models import Article, Claim, Report, ReportClaim, ReportFile, ReportPage
from workbench.queries.claim_facts import load_facts
from workbench.queries.report_records import build_record
from workbench.queries.reports import find_later, find_page, list_report_claims, list_standing
from workbench.services.claim_status import move_claim
from workbench.services.evidence_rules import refuse_circular

RECORD_FORMAT = "json"


@dataclass(frozen=True, slots=True)
class MadeFile:
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Press:
    """What makes files of a record by their format's code, and reads the canonical one again. app.py hands it
    over, because services may not know the exporters."""

    files: FileStore
    render: Callable[[ReportRecord], Mapping[str, MadeFile]]
    read: Callable[[bytes], ReportRecord]

    def load(self, report: Report) -> ReportRecord:
        """The record of a report as it was frozen."""
        return self.read(self.files.read(report.record_sha256))


@dataclass(frozen=True, slots=True)
class ReportValues:
    """What a person says of a report. `public`: without an account, too; `kind` and `note` belong to one that
    replaces another. An empty `summary` is counted."""

    title: str
    summary: str = ""
    public: bool = False
    kind: ReportKind = ReportKind.REPORT
    note: str = ""


def publish_report(
    session: Session,
    press: Press,
    claims: Sequence[Claim],
    values: ReportValues,
    *,
    person: Person,
    article: Article | None = None,
    replaces: Report | None = None,
) -> Report:
    """Freeze these checked claims into the next report, in place of `replaces` if one is given.

    Raises RuleBroken when one is not ready, when a claim reads otherwise than in a report that stands and is
    not replaced, or when the report to be replaced was replaced meanwhile.
    """
    person.require(Permission.REVIEW)
    _check_values(values, article, replaces)
    action = f"report.{'published' if replaces is None else _PAST[values.kind]}"
    with history.change(session, by=person.actor, action=action, reason=values.note) as change:
        for claim in claims:
            session.refresh(claim)  # behind the lock: one may have been re-opened since the page was made
        _check_claims(session, claims)
        refuse_circular(session, press.files, claims, "published")
        record = build_record(
            session,
            claims,
            title=values.title.strip(),
            made_by=person.name,
            made_at=change.at,
            read=press.files.read,
        )
        before = _load_replaced(session, press, replaces)
        record = _complete(session, record, values, replaces, before)
        if replaces is None:
            _refuse_silent_change(session, press, claims, record)
        report = _freeze(session, press, record, claims, article, person)
        _describe(session, report, values, replaces)
        for claim in claims:
            move_claim(claim, Status.PUBLISHED)
        if replaces is not None:
            _take_back(session, replaces, claims)
        change.subject = report
    return report


def retract_report(session: Session, press: Press, report: Report, *, note: str, person: Person) -> Report:
    """Take a report back in the open: the next report says so and why, and holds no verdict. Its claims are
    being checked again, unless another report stands behind them."""
    person.require(Permission.REVIEW)
    values = ReportValues(report.title, kind=ReportKind.RETRACTION, note=note)
    _check_values(values, None, report)
    with history.change(session, by=person.actor, action="report.retracted", reason=note) as change:
        before = _load_replaced(session, press, report)
        record = build_record(session, [], title=report.title, made_by=person.name, made_at=change.at)
        record = _complete(session, record, values, report, before)
        notice = _freeze(session, press, record, [], None, person)
        _describe(session, notice, values, report)
        _take_back(session, report, [])
        change.subject = notice
    return notice


_PAST = {
    ReportKind.CORRECTION: "corrected",
    ReportKind.UPDATE: "updated",
    ReportKind.CLARIFICATION: "clarified",
}


def _check_values(values: ReportValues, article: Article | None, replaces: Report | None) -> None:
    if not values.title.strip():
        raise RuleBroken("Give the report a title.", field="title")
    if article is not None and article.withdrawn_at is not None:
        raise RuleBroken("The article is withdrawn. Reinstate it first.")
    if replaces is None:
        return
    if values.kind is ReportKind.REPORT:
        raise RuleBroken(
            "Say what this is: a correction, an update, a clarification or a retraction.", field="kind"
        )
    if not values.note.strip():
        raise RuleBroken("Tell the readers what changed and why.", field="note")


def _check_claims(session: Session, claims: Sequence[Claim]) -> None:
    """Published are signed claims that have what the step needs; one that was published already needs no less
    when it is published once more."""
    if not claims:
        raise RuleBroken("Choose at least one checked claim.", field="claims")
    open_ones = [claim for claim in claims if claim.status not in SIGNED]
    if open_ones:
        names = ", ".join(format_reference("C", claim.number) for claim in open_ones[:5])
        raise RuleBroken(f"Not signed yet: {names}. Only checked claims can be published.", field="claims")
    step, facts = find_transition(Status.CHECKED, Status.PUBLISHED), load_facts(session, claims)
    for claim in claims:
        missing = step.list_missing(facts[claim.id])
        if missing:
            raise RuleBroken(
                f"{format_reference('C', claim.number)}: {describe_needs(missing)}", field="claims"
            )


def _load_replaced(session: Session, press: Press, replaces: Report | None) -> ReportRecord | None:
    if replaces is None:
        return None
    later = find_later(session, replaces)
    if later is not None:
        raise RuleBroken(f"R-{replaces.number} was replaced by R-{later.number} already. Change that one.")
    if replaces.kind is ReportKind.RETRACTION:
        raise RuleBroken("A retraction stays. Publish the claims anew once they are checked again.")
    return press.load(replaces)


def _complete(
    session: Session,
    record: ReportRecord,
    values: ReportValues,
    replaces: Report | None,
    before: ReportRecord | None,
) -> ReportRecord:
    """The record with its number, the summary, and what it changes of the one before."""
    number = format_reference("R", history.next_number(session, Report))
    record = tell_published(before, replace(record, number=number, summary=values.summary.strip()))
    if replaces is None or before is None:
        return record
    changes = list_changes(before, record)
    if values.kind is ReportKind.CLARIFICATION and any(one.before != one.after for one in changes):
        raise RuleBroken(
            "A clarification leaves the ratings as they are. This is a correction or an update.", field="kind"
        )
    replaced = format_reference("R", replaces.number)
    return replace(record, notice=NoticeRecord(values.kind.value, values.note.strip(), replaced, changes))


def _refuse_silent_change(
    session: Session, press: Press, claims: Sequence[Claim], record: ReportRecord
) -> None:
    """A claim that reads otherwise than where it was published is corrected there, so that readers learn."""
    for report in list_standing(session, [claim.id for claim in claims]):
        changed = [one for one in list_changes(press.load(report), record) if one.before and one.after]
        if changed:
            names = ", ".join(one.claim for one in changed[:5])
            raise RuleBroken(
                f"Published otherwise in R-{report.number}: {names}. Correct R-{report.number} instead, "
                "so that its readers are told.",
                field="claims",
            )


def _freeze(
    session: Session,
    press: Press,
    record: ReportRecord,
    claims: Sequence[Claim],
    article: Article | None,
    person: Person,
) -> Report:
    """Store the record and every file of it, and the rows that name them."""
    made = {code: (file, press.files.put(file.data)) for code, file in press.render(record).items()}
    report = Report(
        number=int((record.number or "R-0").removeprefix("R-")),
        title=record.title,
        article_id=article.id if article else None,
        record_sha256=made[RECORD_FORMAT][1],
        published_at=record.made_at,
        published_by_id=person.id,
        summary=record.summary,
    )
    session.add(report)
    for claim in claims:
        session.add(
            ReportClaim(
                report_id=report.id,
                claim_id=claim.id,
                claim_version=claim.version,
                verdict_id=claim.verdict_id,
            )
        )
    for code, (file, sha256) in made.items():
        session.add(
            ReportFile(
                report_id=report.id,
                format=code,
                media_type=file.media_type,
                sha256=sha256,
                size=len(file.data),
            )
        )
    return report


def _describe(session: Session, report: Report, values: ReportValues, replaces: Report | None) -> None:
    """What the report is to the one before. Readers of a public one are told on a public one."""
    public = values.public
    if replaces is not None:
        report.kind, report.public_note, report.replaces_id = values.kind, values.note.strip(), replaces.id
        report.article_id = replaces.article_id
        page = find_page(session, replaces)
        public = public or (page is not None and page.public)
    if public:
        session.add(ReportPage(report_id=report.id, public=True))


def _take_back(session: Session, replaced: Report, kept: Sequence[Claim]) -> None:
    """Claims that no report stands behind any more are being checked again."""
    left = [claim for claim in list_report_claims(session, replaced) if claim not in kept]
    for claim in left:
        session.refresh(claim)
        others = [one for one in list_standing(session, [claim.id]) if one.id != replaced.id]
        if claim.status is Status.PUBLISHED and not others:
            move_claim(claim, Status.CHECKING)

"""Publishing: a frozen, numbered report, stored by SHA-256, that no later edit can reach. What changes after
it is told by another report, which names the one it replaces."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache

from sqlmodel import Session, col, select

from workbench import history
from workbench.domain.errors import BadInput, NotFound, RuleBroken
from workbench.domain.news import NewsKind
from workbench.domain.people import Person
from workbench.domain.publications import make_notice, tell_published
from workbench.domain.records import ReportRecord
from workbench.domain.references import format_reference
from workbench.domain.report_kinds import ReportKind
from workbench.domain.roles import Permission
from workbench.domain.status import Status
from workbench.models import Article, Claim, Report, ReportClaim, ReportFile, ReportPage
from workbench.queries.report_records import build_record
from workbench.queries.reports import find_next_number, find_page
from workbench.queries.standing_reports import list_unbacked
from workbench.services.claim_links import flag_dependents
from workbench.services.claim_status import lose_report, move_claim
from workbench.services.evidence_rules import refuse_circular
from workbench.services.news import list_concerned, tell
from workbench.services.press import MadeFile, Press
from workbench.services.report_rules import (
    check_articles,
    check_claims,
    check_clarification,
    check_replaced,
    read_frozen,
    refuse_silent_change,
)

RECORD_FORMAT = "json"
PROOFS = 5  # made before somebody is asked to look again


@dataclass(frozen=True, slots=True)
class ReportValues:
    """What a person says of a report. `public`: without an account, too; `kind` and `note` belong to one that
    replaces another. `summary` stands above the counts."""

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

    Raises RuleBroken when one is not ready, when a claim reads otherwise than in a report that stands and its
    readers would not be told, or when the report to be replaced was replaced meanwhile.
    """
    person.require(Permission.REVIEW)
    ids = [claim.id for claim in claims]
    return _publish(session, press, _Order(claims, ids, values, person, article, replaces))


def retract_report(
    session: Session, press: Press, report: Report, *, note: str, person: Person, title: str | None = None
) -> Report:
    """Take a report back in the open: the next report says so and why, and holds no verdict. Its claims are
    being checked again, unless another report stands behind them. `title`: None for that of the report, which
    may be what should not have been said."""
    person.require(Permission.REVIEW)
    values = ReportValues(report.title if title is None else title, kind=ReportKind.RETRACTION, note=note)
    return _publish(session, press, _Order((), (), values, person, None, report))


@dataclass(frozen=True, slots=True)
class _Order:
    """What is to be published, in place of what."""

    claims: Sequence[Claim]
    ids: Sequence[uuid.UUID]
    values: ReportValues
    person: Person
    article: Article | None
    replaces: Report | None

    @property
    def action(self) -> str:
        return f"report.{'published' if self.replaces is None else _PAST[self.values.kind]}"


_PAST = {
    ReportKind.CORRECTION: "corrected",
    ReportKind.UPDATE: "updated",
    ReportKind.CLARIFICATION: "clarified",
    ReportKind.RETRACTION: "retracted",
}


class _Outdated(Exception):
    """What the proof tells was changed while its files were made."""


def _publish(session: Session, press: Press, order: _Order) -> Report:
    """Make the files of a proof while others write, then freeze it if it still is what would be published."""
    load = cache(press.load_record)
    for _ in range(PROOFS):
        proof = _draw_up(session, press, load, order, datetime.now(UTC))
        _list_unbacked(session, load, order)  # the records that it reads are at hand behind the lock
        session.commit()  # the reading ends, so that what came meanwhile is seen behind the lock
        made = press.render(proof)
        try:
            with history.change(
                session, by=order.person.actor, action=order.action, reason=order.values.note
            ) as change:
                if not _is_same(proof, _draw_up(session, press, load, order, proof.made_at)):
                    raise _Outdated
                unbacked = _list_unbacked(session, load, order)
                change.subject = report = _freeze(session, press, proof, made, order)
                _take_back(session, unbacked)
            return report
        except _Outdated:
            continue
    raise RuleBroken("Others are changing what this report tells. Look at it again, then publish it.")


def _draw_up(
    session: Session, press: Press, load: Callable[[str], ReportRecord], order: _Order, at: datetime
) -> ReportRecord:
    """The record as it would be frozen now, whoever changed what since it was last looked at. Raises
    RuleBroken when it may not be published."""
    session.expire_all()
    session.execute(select(Claim).where(col(Claim.id).in_(order.ids)))  # all of them at once
    values, replaces = order.values, order.replaces

    def read(report: Report) -> ReportRecord:
        return load(report.record_sha256)

    _check_values(values, order.article, replaces)
    if values.kind is not ReportKind.RETRACTION:
        check_claims(session, order.claims)
        check_articles(session, order.claims, replaces)
        refuse_circular(session, press.files, order.claims, "published")
    record = build_record(
        session,
        order.claims,
        title=values.title.strip(),
        made_by=order.person.name,
        made_at=at,
        number=format_reference("R", find_next_number(session)),
        read=press.files.read,
    )
    record = replace(record, summary=values.summary.strip())
    if replaces is None:
        record = tell_published(None, record)
    else:
        check_replaced(session, replaces)
        record = _tell_change(read_frozen(read, replaces), record, values)
    refuse_silent_change(session, read, order.claims, record, replaces)
    return record


def _list_unbacked(session: Session, load: Callable[[str], ReportRecord], order: _Order) -> list[Claim]:
    """The claims that no report stands behind any more once this one is out."""

    def find(report: Report) -> ReportRecord | None:
        try:
            return load(report.record_sha256)
        except (NotFound, BadInput, ValueError):
            return None

    return list_unbacked(session, order.replaces, order.ids, find) if order.replaces else []


def _tell_change(before: ReportRecord, record: ReportRecord, values: ReportValues) -> ReportRecord:
    """The record with what it changes of the one before."""
    record = tell_published(before, record)
    if values.kind is ReportKind.CLARIFICATION:
        check_clarification(before, record)
    return replace(record, notice=make_notice(before, record, values.kind, values.note.strip()))


def _is_same(proof: ReportRecord, now: ReportRecord) -> bool:
    """Whether nothing that the proof tells was changed; the history may have gone on."""
    return replace(now, history_seq=proof.history_seq, history_hash=proof.history_hash) == proof


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


def _freeze(
    session: Session, press: Press, record: ReportRecord, made: Mapping[str, MadeFile], order: _Order
) -> Report:
    """Store the record and every file of it, and the rows that name them; the claims go where that leads."""
    stored = {code: press.files.put(file.data) for code, file in made.items()}
    report = Report(
        number=history.next_number(session, Report),
        title=record.title,
        article_id=order.article.id if order.article else None,
        record_sha256=stored[RECORD_FORMAT],
        published_at=record.made_at,
        published_by_id=order.person.id,
        summary=record.summary,
    )
    session.add(report)
    for claim in order.claims:
        session.add(
            ReportClaim(
                report_id=report.id,
                claim_id=claim.id,
                claim_version=claim.version,
                verdict_id=claim.verdict_id,
            )
        )
        move_claim(claim, Status.PUBLISHED)
    for code, file in made.items():
        session.add(
            ReportFile(
                report_id=report.id,
                format=code,
                media_type=file.media_type,
                sha256=stored[code],
                size=len(file.data),
            )
        )
    _describe(session, report, order.values, order.replaces)
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


def _take_back(session: Session, claims: Sequence[Claim]) -> None:
    """Claims that no report stands behind any more are being checked again, and who is concerned is told; of
    a withdrawn one they were told when it was."""
    for claim in claims:
        if claim.status is not Status.WITHDRAWN:
            flag_dependents(session, claim, "was taken back")
            tell(session, list_concerned(session, claim), NewsKind.REOPENED, claim)
        lose_report(claim)

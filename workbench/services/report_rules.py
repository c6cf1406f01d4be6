"""What may be published: signed claims that have what the step needs, and nothing that changes in silence
what a report which stands has told. Asked before files are made, and again behind the lock."""

import uuid
from collections.abc import Callable, Sequence
from typing import TypeAlias

from sqlmodel import Session, col, select

from workbench.domain.errors import BadInput, NotFound, RuleBroken
from workbench.domain.publications import is_only_wording, list_turned
from workbench.domain.records import ReportRecord
from workbench.domain.references import format_reference
from workbench.domain.report_kinds import ReportKind
from workbench.domain.status import SIGNED, Status, describe_needs, find_transition
from workbench.models import Appearance, Article, ArticleVersion, Claim, Report
from workbench.queries.claim_facts import load_facts
from workbench.queries.reports import find_later, list_earlier, list_report_claims
from workbench.queries.standing_reports import list_standing

Load: TypeAlias = Callable[[Report], ReportRecord]


def check_claims(session: Session, claims: Sequence[Claim]) -> None:
    """Published are signed claims that have what the step needs; one that was published already needs no less
    when it is published once more. Raises RuleBroken."""
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


def check_articles(session: Session, claims: Sequence[Claim], replaces: Report | None) -> None:
    """A claim comes into a report from an article that was not withdrawn; what a report holds already may
    stay in the one that replaces it. Raises RuleBroken."""
    known = {claim.id for claim in list_report_claims(session, replaces)} if replaces else set()
    query = (
        select(col(Appearance.claim_id), col(Article.number), col(Article.withdrawn_at))
        .join(ArticleVersion, col(ArticleVersion.id) == col(Appearance.article_version_id))
        .join(Article, col(Article.id) == col(ArticleVersion.article_id))
        .where(col(Appearance.claim_id).in_({claim.id for claim in claims} - known))
        .where(col(Appearance.withdrawn_at).is_(None))
        .order_by(col(Article.withdrawn_at).is_not(None), col(Article.number))  # one that stands comes first
    )
    first: dict[uuid.UUID, tuple[int, bool]] = {}
    for claim_id, number, withdrawn_at in session.execute(query):
        first.setdefault(claim_id, (number, withdrawn_at is not None))
    for claim in claims:
        number, withdrawn = first.get(claim.id, (0, False))
        if withdrawn:
            raise RuleBroken(
                f"A-{number} is withdrawn. Reinstate it first, or leave out C-{claim.number}.", field="claims"
            )


def check_replaced(session: Session, report: Report) -> None:
    """Only the newest report is replaced, and a retraction by none. Raises RuleBroken."""
    later = find_later(session, report)
    if later is not None:
        raise RuleBroken(f"R-{report.number} was replaced by R-{later.number} already. Change that one.")
    if report.kind is ReportKind.RETRACTION:
        raise RuleBroken("A retraction stays. Publish the claims anew once they are checked again.")


def check_clarification(before: ReportRecord, after: ReportRecord) -> None:
    """A clarification says the same in other words. Raises RuleBroken for one that says something else."""
    if not is_only_wording(before, after):
        raise RuleBroken(
            "A clarification leaves the ratings, quotes, claimants and evidence as they are; only words may "
            "read otherwise. This is a correction or an update.",
            field="kind",
        )


def refuse_silent_change(
    session: Session, load: Load, claims: Sequence[Claim], record: ReportRecord, replaces: Report | None
) -> None:
    """A claim that reads otherwise than in another report which stands is corrected there, so that its
    readers learn of it, unless they are told already: by the notice of this report, or of one that it
    replaces. Raises RuleBroken."""
    for report in list_standing(session, [claim.id for claim in claims]):
        if replaces is not None and report.id == replaces.id:
            continue
        turned = list_turned(read_frozen(load, report), record)
        unsaid = turned - _list_told(session, load, record, replaces, report)
        if unsaid:
            names = ", ".join(sorted(unsaid, key=lambda name: int(name.removeprefix("C-")))[:5])
            raise RuleBroken(
                f"Published otherwise in R-{report.number}: {names}. Correct R-{report.number} instead, "
                "so that its readers are told.",
                field="claims",
            )


def read_frozen(load: Load, report: Report) -> ReportRecord:
    """A report's record. Raises RuleBroken where it is damaged or gone: nobody could say what changes."""
    try:
        return load(report)
    except (NotFound, BadInput, ValueError) as damaged:
        raise RuleBroken(
            f"The record of R-{report.number} cannot be read, so nobody can say what changes of it. Bring "
            "its file back from a backup first."
        ) from damaged


def _list_told(
    session: Session, load: Load, record: ReportRecord, replaces: Report | None, report: Report
) -> set[str]:
    """Claims whose change readers of `report` learn of: by this record's notice, or by those of the reports
    in its line that came after it."""
    told = _list_in_notice(record)
    line = [replaces, *list_earlier(session, replaces)] if replaces is not None else []
    for earlier in line:
        if earlier.number > report.number:
            told |= _list_in_notice(read_frozen(load, earlier))
    return told


def _list_in_notice(record: ReportRecord) -> set[str]:
    changes = record.notice.changes if record.notice else ()
    return {one.claim for one in changes if one.before and one.after}

"""What happens to a report once it is published: another takes its place, it is taken back, its page is
opened or closed."""

from typing import Any

from flask import Blueprint, Response, flash, url_for
from flask_babel import gettext as _

from workbench.domain.errors import RuleBroken
from workbench.domain.references import format_reference, parse_reference
from workbench.domain.report_kinds import ReportKind
from workbench.domain.roles import Permission
from workbench.domain.status import SIGNED
from workbench.forms.reports import ChangeForm, ClosePageForm, RetractForm
from workbench.models import Claim, Report
from workbench.queries import reports as queries
from workbench.queries.articles import get_version
from workbench.queries.claim_table import ARTICLE, load_beside
from workbench.queries.claims import ClaimRow, find_claims, list_article_claims, load_rows
from workbench.queries.report_records import is_reportable
from workbench.services.report_pages import close_page, open_page
from workbench.services.reports import ReportValues, publish_report, retract_report
from workbench.web.access import needs
from workbench.web.chosen_claims import read_chosen
from workbench.web.current import db, press, sight, user
from workbench.web.frozen import open_record
from workbench.web.htmx import lead_to, page, refuse_page

blueprint = Blueprint("report_changes", __name__)


@blueprint.route("/reports/<ref>/change", methods=["GET", "POST"])
@needs(Permission.REVIEW)
def change(ref: str) -> Response:
    report = _find(ref)
    rows = _list_rows(report)
    form = ChangeForm(title=report.title, summary=report.summary, claims=_list_told(report))
    shown = () if report.article_id else (ARTICLE,)
    context: dict[str, Any] = {
        "report": report,
        "rows": rows,
        "beside": load_beside(db(), [row.claim for row in rows], shown, sight=sight()),
        "later": queries.find_later(db(), report),
    }
    if report.article_id is not None:
        del form.further  # a report of an article holds what is said there
    if form.validate_on_submit():
        made = form.attempt(
            lambda: publish_report(
                db(),
                press(),
                read_chosen(form, rows),
                read_values(form, ReportKind(form.kind.data)),
                person=user(),
                replaces=report,
            )
        )
        if made is not None:
            return tell_published(made, report)
    answer = refuse_page if form.errors else page
    return answer("reports/change.html", form=form, **context)


@blueprint.route("/reports/<ref>/retract", methods=["GET", "POST"])
@needs(Permission.REVIEW)
def retract(ref: str) -> Response:
    report = _find(ref)
    form = RetractForm(title=report.title)
    if form.validate_on_submit():
        told = {"title": form.title.data or "", "note": form.note.data or ""}
        made = form.attempt(lambda: retract_report(db(), press(), report, person=user(), **told))
        if made is not None:
            return tell_published(made, report)
    answer = refuse_page if form.errors else page
    return answer("reports/retract.html", form=form, report=report)


@blueprint.post("/reports/<ref>/page/open")
@needs(Permission.REVIEW)
def publish_page(ref: str) -> Response:
    report = _find(ref)
    try:
        open_page(db(), press(), report, person=user())
        flash(_("Anybody may read it now."), "success")
    except RuleBroken as broken:
        flash(str(broken), "error")
    return lead_to(url_for("reports.show", ref=ref))


@blueprint.route("/reports/<ref>/page/close", methods=["GET", "POST"])
@needs(Permission.REVIEW)
def withdraw_page(ref: str) -> Response:
    report, form = _find(ref), ClosePageForm()
    if form.validate_on_submit():
        form.attempt(lambda: close_page(db(), report, reason=form.reason.data or "", person=user()))
        if not form.errors:
            flash(_("The page is closed: only people of the desk read it now."), "success")
            return lead_to(url_for("reports.show", ref=ref))
    answer = refuse_page if form.errors else page
    return answer("reports/close.html", form=form, report=report)


def find_report(ref: str) -> Report:
    """The report of a reference like "R-3". Raises NotFound."""
    return queries.get_report(db(), parse_reference("R", ref))


def tell_published(made: Report, before: Report | None = None) -> Response:
    """The report that was just made, in place of the one `before`, with a word on it."""
    ref = format_reference("R", made.number)
    if before is None:
        flash(_("%(ref)s is published.", ref=ref), "success")
    else:
        old = format_reference("R", before.number)
        flash(_("%(ref)s is published in place of %(old)s.", ref=ref, old=old), "success")
    return lead_to(url_for("reports.show", ref=ref))


def _find(ref: str) -> Report:
    """The same for who may read it. Raises NotFound."""
    report = find_report(ref)
    open_record(report, sight=sight())
    return report


def read_values(form: Any, kind: ReportKind = ReportKind.REPORT) -> ReportValues:
    """What was typed about a report."""
    return ReportValues(
        title=form.title.data or "",
        summary=form.summary.data or "",
        public=bool(form.public.data),
        kind=kind,
        note=form.note.data or "" if kind is not ReportKind.REPORT else "",
    )


def _list_rows(report: Report) -> list[ClaimRow]:
    """The report's claims as they are now, then the others of its article that could be told as well."""
    inside = queries.list_report_claims(db(), report)
    rows = load_rows(db(), _sort(inside), sight=sight())
    article = queries.find_report_article(db(), report)
    if article is None:
        return rows
    version = get_version(db(), article)
    known = {claim.id for claim in inside}
    others = list_article_claims(db(), version, sight=sight())
    return rows + [
        row
        for row in others
        if row.claim.id not in known and is_reportable(row.claim) and row.claim.status in SIGNED
    ]


def _list_told(report: Report) -> list[str]:
    """The references of the report's claims that can be told again: those are signed."""
    inside = _sort(queries.list_report_claims(db(), report))
    return [format_reference("C", claim.number) for claim in inside if claim.status in SIGNED]


def _sort(claims: list[Claim]) -> list[Claim]:
    return find_claims(db(), [claim.number for claim in claims])

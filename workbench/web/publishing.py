"""Publishing a report of an article's claims, or of claims chosen out of several articles."""

from collections.abc import Sequence

from flask import Blueprint, Response, request, url_for

from workbench.domain.references import format_reference, parse_reference
from workbench.domain.roles import Permission
from workbench.domain.status import SIGNED
from workbench.forms.reports import PublishForm
from workbench.models import Article
from workbench.queries.claim_table import ARTICLE, load_beside
from workbench.queries.claims import ClaimRow, find_claims, load_rows
from workbench.queries.report_records import is_reportable
from workbench.queries.standing_reports import list_published_otherwise
from workbench.services.reports import publish_report
from workbench.web.access import needs
from workbench.web.articles import find_article
from workbench.web.chosen_claims import describe_missing, read_chosen
from workbench.web.current import db, desk, files, press, sight, user
from workbench.web.htmx import page, refuse_page
from workbench.web.report_changes import read_values, tell_published
from workbench.web.reports import list_reportable

blueprint = Blueprint("publishing", __name__)


@blueprint.route("/articles/<ref>/publish", methods=["GET", "POST"])
@needs(Permission.REVIEW)
def of_article(ref: str) -> Response:
    article = find_article(ref)
    rows = list_reportable(article)
    ticked = request.args.getlist("claim") or _list_signed(rows)
    form = PublishForm(title=article.title, claims=ticked, public=desk().public_reports)
    del form.further  # a report of an article holds what is said there
    return _publish(form, rows, article)


@blueprint.route("/claims/publish", methods=["GET", "POST"])
@needs(Permission.REVIEW)
def of_chosen() -> Response:
    found = [claim for claim in find_claims(db(), _read_asked()) if is_reportable(claim)]
    rows = load_rows(db(), found, sight=sight())
    form = PublishForm(claims=_list_signed(rows), public=desk().public_reports)
    return _publish(form, rows)


def _publish(form: PublishForm, rows: Sequence[ClaimRow], article: Article | None = None) -> Response:
    """The form over these claims, or the report that was made of it."""
    if form.validate_on_submit():
        made = form.attempt(
            lambda: publish_report(
                db(), press(), read_chosen(form, rows), read_values(form), person=user(), article=article
            )
        )
        if made is not None:
            return tell_published(made)
    answer = refuse_page if form.errors else page
    signed = [row.claim for row in rows if row.claim.status in SIGNED]
    return answer(
        "reports/publish.html",
        form=form,
        here=url_for(
            request.endpoint or "", **(request.view_args or {}), claim=request.args.getlist("claim")
        ),
        article=article,
        rows=rows,
        missing=describe_missing(_read_asked() - {row.number for row in rows}),
        beside=load_beside(db(), [row.claim for row in rows], () if article else (ARTICLE,), sight=sight()),
        otherwise=list_published_otherwise(db(), signed, press().find, files().read),
    )


def _list_signed(rows: Sequence[ClaimRow]) -> list[str]:
    return [format_reference("C", row.number) for row in rows if row.claim.status in SIGNED]


def _read_asked() -> set[int]:
    """The numbers of the claims that the address names."""
    return {parse_reference("C", text) for text in request.args.getlist("claim")}

"""Reports: drafts of an article or of chosen claims in every format, and what was published."""

from collections.abc import Sequence
from datetime import UTC, datetime

from flask import Blueprint, Response, request
from flask_babel import gettext as _

from workbench.domain.errors import NotFound
from workbench.domain.records import ReportRecord
from workbench.domain.references import parse_reference
from workbench.domain.roles import Permission
from workbench.exports import Exporter, list_formats, render
from workbench.exports.notices import describe_parts, describe_text
from workbench.exports.pictures import draw_mix
from workbench.exports.tally import summarise
from workbench.models import Article, Claim
from workbench.queries import reports as queries
from workbench.queries.articles import get_version
from workbench.queries.claims import ClaimRow, find_claims, list_article_claims
from workbench.queries.report_records import build_record, is_reportable
from workbench.queries.standing_reports import list_changed_elsewhere
from workbench.queries.users import find_name
from workbench.web.access import needs
from workbench.web.articles import find_article
from workbench.web.current import db, files, press, sight, user
from workbench.web.downloads import attach
from workbench.web.frozen import open_record
from workbench.web.htmx import page
from workbench.web.lists import link_pages, read_place
from workbench.web.report_changes import find_report

blueprint = Blueprint("reports", __name__)


@blueprint.get("/reports")
@needs(Permission.READ)
def index() -> Response:
    found = queries.list_reports(db(), read_place())
    return page("reports/index.html", page=found, **link_pages(found))


@blueprint.get("/articles/<ref>/report")
@needs(Permission.READ)
def choose(ref: str) -> Response:
    article = find_article(ref)
    return page("reports/choose.html", article=article, rows=list_reportable(article), formats=list_formats())


@blueprint.get("/articles/<ref>/report.<code>")
@needs(Permission.READ)
def draft(ref: str, code: str) -> Response:
    article, chosen = find_article(ref), _read_claims()
    rows = list_reportable(article)
    claims = [row.claim for row in rows if not chosen or row.claim.number in chosen]
    return _send(_find_format(code), _record(claims, article.title), f"{ref}-draft")


@blueprint.get("/claims/report.<code>")
@needs(Permission.READ)
def draft_of_claims(code: str) -> Response:
    exporter = _find_format(code)
    claims = [claim for claim in find_claims(db(), _read_claims()) if is_reportable(claim)]
    if not claims:
        raise NotFound(_("Choose at least one claim that is accepted and not withdrawn."))
    return _send(exporter, _record(claims, _("Chosen claims")), "claims-draft")


@blueprint.get("/reports/<ref>")
@needs(Permission.READ)
def show(ref: str) -> Response:
    report = find_report(ref)
    record = open_record(report, sight=sight())
    return page(
        "reports/show.html",
        report=report,
        publisher=find_name(db(), report.published_by_id),
        files=queries.list_report_files(db(), report),
        formats=list_formats(),
        record=record,
        picture=draw_mix(record),
        summary=summarise(record),
        earlier=queries.list_earlier(db(), report),
        later=queries.list_later(db(), report),
        describe_parts=describe_parts,
        describe_text=describe_text,
        elsewhere=list_changed_elsewhere(db(), report, record, press().find),
        public=queries.find_page(db(), report),
    )


@blueprint.get("/reports/<ref>.<code>")
@needs(Permission.READ)
def download(ref: str, code: str) -> Response:
    exporter = _find_format(code)
    report = find_report(ref)
    open_record(report, sight=sight())
    for made in queries.list_report_files(db(), report):
        if made.format == code:
            return attach(files().read(made.sha256), f"{ref}.{exporter.extension}", made.media_type)
    raise NotFound(_("This report was not made in that format."))


def list_reportable(article: Article) -> list[ClaimRow]:
    """The claims of an article that a report may show, in its order."""
    version = get_version(db(), article)
    return [row for row in list_article_claims(db(), version, sight=sight()) if is_reportable(row.claim)]


def _read_claims() -> list[int]:
    return [parse_reference("C", text) for text in request.args.getlist("claim")]


def _record(claims: Sequence[Claim], title: str) -> ReportRecord:
    return build_record(
        db(), claims, title=title, made_by=user().name, made_at=datetime.now(UTC), read=files().read
    )


def _find_format(code: str) -> Exporter:
    if code not in list_formats():
        raise NotFound(_("There is no such format."))
    return list_formats()[code]


def _send(exporter: Exporter, record: ReportRecord, name: str) -> Response:
    db().commit()  # a long report takes long to make: hold no transaction open meanwhile
    return attach(render(exporter.code, record), f"{name}.{exporter.extension}", exporter.media_type)

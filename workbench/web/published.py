"""What anybody may read without an account: published reports whose page is open, and nothing else."""

from dataclasses import replace
from datetime import UTC, datetime

from flask import Blueprint, Response, make_response, url_for
from flask_babel import gettext as _

from workbench.domain.errors import NotFound
from workbench.domain.records import ReportRecord
from workbench.domain.references import format_reference, parse_reference
from workbench.domain.report_kinds import ReportKind
from workbench.domain.roles import Permission
from workbench.exports import list_formats
from workbench.exports.html import read_style
from workbench.exports.public_page import Elsewhere, Frame, Other, Telling, render_claim, render_public
from workbench.models import Report
from workbench.queries import reports as queries
from workbench.queries.standing_reports import list_changed_elsewhere
from workbench.web.access import needs
from workbench.web.current import db, files, press
from workbench.web.downloads import attach
from workbench.web.frozen import is_open, is_whole, open_record
from workbench.web.htmx import page
from workbench.web.lists import link_pages, read_place

blueprint = Blueprint("published", __name__, url_prefix="/published")

HOUR = "public, max-age=3600"


@blueprint.get("")
@needs(Permission.PUBLIC)
def index() -> Response:
    found = queries.list_public_reports(db(), is_whole, read_place())
    return page("published/index.html", page=found, **link_pages(found))


@blueprint.get("/style.css")
@needs(Permission.PUBLIC)
def style() -> Response:
    answer = make_response(read_style())
    answer.mimetype = "text/css"
    answer.headers["Cache-Control"] = HOUR
    return answer


@blueprint.get("/<ref>")
@needs(Permission.PUBLIC)
def show(ref: str) -> Response:
    report = _find(ref)
    later = queries.list_later(db(), report)
    # A report that was taken back is not shown any more: its address tells why.
    if later and later[-1].kind is ReportKind.RETRACTION:
        if not is_open(later[-1]):
            at = later[-1].published_at
            return page("published/retracted.html", ref=format_reference("R", report.number), retracted_at=at)
        report, later = later[-1], []
    record = open_record(report, sight=False)
    earlier = [one for one in queries.list_earlier(db(), report) if is_open(one)]
    frame = replace(
        _make_frame(),
        later=[_tell(one) for one in later],
        earlier=[_tell(one) for one in earlier],
        elsewhere=_tell_elsewhere(report, record),
        files=_list_files(report),
        claims={one.reference: url_for(".claim", ref=one.reference) for one in record.claims},
    )
    return make_response(render_public(record, frame))


@blueprint.get("/<ref>.<code>")
@needs(Permission.PUBLIC)
def download(ref: str, code: str) -> Response:
    report, exporter = _find(ref), list_formats().get(code)
    later = queries.list_later(db(), report)
    if later and later[-1].kind is ReportKind.RETRACTION:
        raise NotFound(_("%(ref)s was retracted.", ref=ref))
    open_record(report, sight=False)
    for made in queries.list_report_files(db(), report):
        if exporter is not None and made.format == code:
            return attach(files().read(made.sha256), f"{ref}.{exporter.extension}", made.media_type)
    raise NotFound(_("There is no published report at this address."))


@blueprint.get("/claims/<ref>")
@needs(Permission.PUBLIC)
def claim(ref: str) -> Response:
    tellings = _list_tellings(parse_reference("C", ref))
    if not tellings:
        raise NotFound(_("There is no published claim at this address."))
    now = next((one for one in tellings if one.claim and _stands(one.report)), None)
    if now is None or now.claim is None:
        # It was taken back, or left out: the newest report about it says why.
        return show(tellings[0].report.number)
    report = _find(now.report.number)
    record = open_record(report, sight=False)
    elsewhere = [told for told in _tell_elsewhere(report, record) if told.claim == now.claim.reference]
    frame, moment = replace(_make_frame(), elsewhere=elsewhere), datetime.now(UTC)
    return make_response(render_claim(record, now, tellings, frame, moment=moment))


def _find(ref: str) -> Report:
    return queries.get_public_report(db(), parse_reference("R", ref))


def _stands(report: Other) -> bool:
    return not queries.list_later(db(), _find(report.number))


def _list_tellings(number: int) -> list[Telling]:
    """What each report that anybody may read says of a claim, newest first; also one that took it back."""
    reports = {one.number: one for one in queries.list_public_claim_reports(db(), number) if is_whole(one)}
    for report in list(reports.values()):
        later = queries.list_later(db(), report)
        reports |= {one.number: one for one in later if is_open(one)}
    tellings, standing, last = list[Telling](), dict[int, str](), ""
    for report in sorted(reports.values(), key=lambda one: one.number):
        for earlier in queries.list_earlier(db(), report):
            standing.pop(earlier.number, None)
        record = press().find(report)
        if record is None:  # damaged since it was last looked at
            continue
        claims = {one.reference: one for one in record.claims}
        told = claims.get(format_reference("C", number))
        if told:
            standing[report.number] = last = told.verdict.name if told.verdict else ""
        tellings.append(Telling(_tell(report), told, stands=last in standing.values()))
    return tellings[::-1]


def _tell_elsewhere(report: Report, record: ReportRecord) -> list[Elsewhere]:
    turns = list_changed_elsewhere(db(), report, record, press().find)
    return [Elsewhere(format_reference("C", turn.claim), _tell(turn.report), turn.told) for turn in turns]


def _tell(report: Report) -> Other:
    """A report beside another one; of one that not everybody may read, only that there is one."""
    kind, at = report.kind.value, report.published_at
    if not is_open(report):
        return Other(kind, number="", note="", at=at, url="")
    ref = format_reference("R", report.number)
    return Other(kind, ref, report.public_note, at, url_for(".show", ref=ref))


def _list_files(report: Report) -> list[tuple[str, str]]:
    formats, ref = list_formats(), format_reference("R", report.number)
    return [
        (formats[made.format].label, url_for(".download", ref=ref, code=made.format))
        for made in queries.list_report_files(db(), report)
        if made.format in formats
    ]


def _make_frame() -> Frame:
    return Frame(
        style=url_for(".style"),
        icon=url_for("static", filename="favicon.svg"),
        home=url_for(".index"),
    )

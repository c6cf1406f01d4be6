"""Sources: the register, one source with all it said and gave, adding and mending."""

from typing import Any

from flask import Blueprint, Response, request, url_for

from workbench.domain.evidence import RELIABILITY, SourceKind
from workbench.domain.pictures import Share, draw_mix, draw_record
from workbench.domain.references import parse_reference
from workbench.domain.roles import Permission
from workbench.forms.sources import EditSourceForm, SourceForm
from workbench.models import Source
from workbench.queries import sources as queries
from workbench.queries.claim_filter import ClaimFilter
from workbench.queries.claims import list_claims
from workbench.queries.history import read_row_history
from workbench.queries.mentions import list_mentions, list_reports_naming
from workbench.queries.source_merging import list_likely
from workbench.queries.source_names import follow
from workbench.queries.source_record import Record, read_grades, read_record
from workbench.services import sources as services
from workbench.web.access import needs
from workbench.web.current import db, press, sight, user
from workbench.web.filters import period
from workbench.web.htmx import invalid, page, saved
from workbench.web.lists import link_pages, read_choice, read_number, read_place, read_words

blueprint = Blueprint("sources", __name__)


@blueprint.get("/sources")
@needs(Permission.READ)
def index() -> Response:
    wanted = queries.SourceFilter(
        words=read_words("q"),
        kind=read_choice("kind", SourceKind),
        reliability=read_words("reliability"),
    )
    found = queries.list_sources(db(), wanted, read_place(), sight=sight())
    return page(
        "sources/index.html",
        page=found,
        wanted=wanted,
        kinds=list(SourceKind),
        grades=RELIABILITY,
        **link_pages(found),
    )


@blueprint.route("/sources/new", methods=["GET", "POST"])
@needs(Permission.WRITE)
def new() -> Response:
    form = SourceForm()
    if request.method != "POST":
        return page("sources/new.html", form=form)
    source = None
    if form.validate():
        source = form.attempt(lambda: services.add_source(db(), _values(form), by=user().actor))
    if source is None:
        return invalid("sources/new.html", form=form)
    return saved(url_for(".show", ref=f"S-{source.number}"))


@blueprint.get("/sources/<ref>")
@needs(Permission.READ)
def show(ref: str) -> Response:
    source = find_source(ref)
    said = list_claims(db(), ClaimFilter(claimant=source.number), read_place(), sight=sight())
    looks = user().may(Permission.WRITE) and source.merged_into_id is None
    return page(
        "sources/show.html",
        source=source,
        merged_into=follow(db(), source) if source.merged_into_id else None,
        merged=queries.list_merged(db(), source),
        naming=list_reports_naming(db(), source, press().name_sources) if source.withheld else [],
        mentions=list_mentions(db(), source) if source.withheld else [],
        likely=list_likely(db(), source, sight=sight()) if looks else [],
        grades=RELIABILITY,
        page=said,
        **_draw_record(read_record(db(), source)),
        grade_changes=read_grades(db(), source),
        given=queries.list_given_evidence(db(), source, skip=read_number("given") or 0),
        articles=queries.list_published_articles(db(), source),
        acts=read_row_history(db(), source.id, sight=sight(), before=read_number("history_before")),
        **link_pages(said, ref=ref),
    )


@blueprint.route("/sources/<ref>/edit", methods=["GET", "POST"])
@needs(Permission.WRITE)
def edit(ref: str) -> Response:
    source = find_source(ref)
    lists = {"aliases": "\n".join(source.aliases), "languages": ", ".join(source.languages)}
    form = EditSourceForm(data={**source.model_dump(), **lists})
    if request.method != "POST":
        return page("sources/edit.html", form=form, source=source)
    if form.validate():
        form.attempt(
            lambda: services.edit_source(
                db(),
                press(),
                source,
                _values(form),
                seen=form.seen,
                by=user().actor,
                reason=form.reason.data or "",
            )
        )
    if form.errors:
        return invalid("sources/edit.html", form=form, source=source)
    return saved(url_for(".show", ref=ref))


def _draw_record(record: Record) -> dict[str, Any]:
    """What templates/sources/_record.html shows."""
    periods = [(period(one), [Share(*part) for part in one.mix]) for one in record.periods]
    return {
        "record": record,
        "record_mix": draw_mix([Share(*part) for part in record.mix]),
        "record_course": draw_record(periods) if len(periods) > 1 else None,
    }


def find_source(ref: str) -> Source:
    """The source of a reference in the address. Raises NotFound."""
    return queries.get_source(db(), parse_reference("S", ref), sight=sight())


def _values(form: SourceForm) -> services.SourceValues:
    return services.SourceValues(
        name=form.name.data or "",
        kind=SourceKind(form.kind.data),
        description=form.description.data or "",
        url=form.url.data or "",
        reliability=form.reliability.data,
        reliability_reason=form.reliability_reason.data or "",
        reliability_on=form.reliability_on.data,
        withheld=bool(form.withheld.data),
        withheld_reason=form.withheld_reason.data or "",
        aliases=tuple((form.aliases.data or "").splitlines()),
        wikidata_id=form.wikidata_id.data or "",
        languages=tuple((form.languages.data or "").replace(";", ",").split(",")),
        conflicts=form.conflicts.data or "",
    )

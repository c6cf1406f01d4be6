"""Two sources that are one: what a merge would do, side by side, the merge, and taking them apart again."""

from typing import Any

from flask import Blueprint, Response, flash, request, url_for
from flask_babel import gettext as _

from workbench.domain.evidence import RELIABILITY
from workbench.domain.references import find_number, format_reference
from workbench.domain.roles import Permission
from workbench.forms.source_merging import MergeSourceForm
from workbench.models import Source
from workbench.queries.source_merging import count_moving, list_likely
from workbench.queries.sources import find_number_of, get_source, list_names
from workbench.services import source_merging as services
from workbench.web.access import needs
from workbench.web.current import db, sight, user
from workbench.web.htmx import invalid, page, saved
from workbench.web.lists import read_words
from workbench.web.sources import find_source
from workbench.web.versions import read_version

blueprint = Blueprint("source_merging", __name__)


@blueprint.get("/sources/<ref>/merge")
@needs(Permission.WRITE)
def choose(ref: str) -> Response:
    """Both sources side by side once the other one is named, by name or reference."""
    source, typed = find_source(ref), read_words("into").strip()
    number = (find_number("S", typed) or find_number_of(db(), typed, sight=sight())) if typed else None
    if number is None:
        return page("sources/merge_choose.html", typed=typed, **_offer(source))
    into = get_source(db(), number, sight=sight())
    form = MergeSourceForm(formdata=None, version=source.version, into=format_reference("S", number))
    return page("sources/merge.html", form=form, **_compare(source, into))


@blueprint.post("/sources/<ref>/merge")
@needs(Permission.WRITE)
def merge(ref: str) -> Response:
    source, form = find_source(ref), MergeSourceForm()
    into = find_source(form.into.data or "")
    if form.validate():
        form.attempt(
            lambda: services.merge_sources(
                db(), source, into, seen=form.seen, by=user().actor, reason=form.reason.data or ""
            )
        )
    if form.errors:
        return invalid("sources/merge.html", form=form, **_compare(source, into))
    flash(_("%(gone)s is read as %(kept)s now.", gone=source.name, kept=into.name), "success")
    return saved(url_for("sources.show", ref=format_reference("S", into.number)))


@blueprint.post("/sources/<ref>/unmerge")
@needs(Permission.WRITE)
def unmerge(ref: str) -> Response:
    source = find_source(ref)
    services.unmerge_source(db(), source, seen=read_version(), by=user().actor)
    flash(_("%(name)s is a source of its own again.", name=source.name), "success")
    return saved(url_for("sources.show", ref=ref))


def _offer(source: Source) -> dict[str, Any]:
    names = [name for name in list_names(db(), sight=sight()) if name != source.name]
    likely = list_likely(db(), source, sight=sight())
    return {"source": source, "likely": likely, "names": names, "refused": bool(request.args.get("into"))}


def _compare(source: Source, into: Source) -> dict[str, Any]:
    sides = [(one, count_moving(db(), one)) for one in (source, into)]
    return {"source": source, "into": into, "sides": sides, "grades": RELIABILITY}

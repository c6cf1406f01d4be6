"""Bringing things in: by addresses, files, a feed, a table of claims, another desk's fact-checks.
What is then offered to be chosen from is in import_offers.py."""

import uuid
from typing import Any
from urllib.parse import urlsplit

from flask import Blueprint, Response, flash, request, url_for
from flask_babel import gettext as _
from werkzeug.datastructures import FileStorage

from workbench.domain.errors import BadInput, FetchError, NotFound
from workbench.domain.outcomes import Outcome
from workbench.domain.roles import Permission
from workbench.forms.base import Form
from workbench.forms.imports import (
    AddressesForm,
    FetchedForm,
    FilesForm,
    TableForm,
)
from workbench.intake import find_format, holds_one_article, list_extensions, most_bytes
from workbench.intake.address_list import read_addresses
from workbench.intake.apart import run_apart
from workbench.intake.formats import CLAIMS, VERDICTS
from workbench.intake.limits import check_size
from workbench.intake.table import read_table
from workbench.intake.web_page import check_status
from workbench.models import JobState
from workbench.queries.jobs import get_job
from workbench.services.arriving import put_arriving
from workbench.services.imports import Order
from workbench.web.access import needs
from workbench.web.current import db, sight, tools
from workbench.web.htmx import go_on, invalid, lead_to, page, saved, wants_part
from workbench.web.import_offers import offer_finds, place_offer, request_import, start_import

blueprint = Blueprint("imports", __name__)

SHOWN_ROWS = 20  # of a table, before it is taken in
SHOWN_PROBLEMS = 50
# Way -> its form. What each does is said in templates/imports/_words.html.
FORMS: dict[str, type[Form]] = {
    "addresses": AddressesForm,
    "files": FilesForm,
    "feed": FetchedForm,
    "table": TableForm,
    "fact-checks": FetchedForm,
}
_WAY = "/import/<any(addresses, files, feed, table, 'fact-checks'):way>"
# The name of what is fetched ends so, because a file's kind is told by its name.
_ENDINGS = {"feed": ".xml", "fact-checks": ".json"}
_EXTENSIONS: dict[str, tuple[str, ...]] = {
    "addresses": (),
    "files": list_extensions(),
    "feed": (".rss", ".atom", ".xml"),
    "table": (".csv", ".tsv"),
    "fact-checks": (".json", ".jsonld", ".html", ".htm"),
}


@blueprint.get(_WAY)
@needs(Permission.WRITE)
def new(way: str) -> Response:
    form = FORMS[way]()
    if isinstance(form, AddressesForm) and "job" in request.args:
        _tell_refused(form, request.args["job"])
    return page("imports/new.html", **_context(way, form))


@blueprint.post(_WAY)
@needs(Permission.WRITE)
def bring(way: str) -> Response:
    form = FORMS[way]()
    to = form.attempt(lambda: _TAKERS[way](form)) if form.validate() else None
    return saved(to) if to else invalid("imports/new.html", **_context(way, form))


@blueprint.get("/import/arriving/<uuid:job_id>")
@needs(Permission.WRITE)
def arrive(job_id: uuid.UUID) -> Response:
    """Where one goes on who brought in one address: its article once it is here, the form again with what
    refused it, and until then its bar. No page stays at this address, so going back never leads on again."""
    row = get_job(db(), job_id, sight=sight())
    item = row.result.items[0] if row.job.state is JobState.DONE and row.result.items else None
    if item is None:
        return page("jobs/show.html", "jobs/_job.html", row=row) if wants_part() else go_on(_name_job(job_id))
    if item.outcome is Outcome.REFUSED:
        return lead_to(url_for(".new", way="addresses", job=job_id))
    if item.why:
        flash(item.why, "warning")
    return lead_to(url_for("articles.show", ref=item.reference))


def _name_job(job_id: uuid.UUID) -> str:
    return url_for("jobs.show", job_id=job_id)


def _tell_refused(form: AddressesForm, job: str) -> None:
    """The address that a job could not take in, as it was typed, and why."""
    try:
        row = get_job(db(), uuid.UUID(job), sight=sight())
    except ValueError:
        raise NotFound(_("There is no such job here.")) from None
    form.addresses.data = row.job.args.get("addresses", "")
    form.granularity.data = row.job.args.get("granularity", form.granularity.data)
    for item in row.result.items[:1]:
        form.refuse(item.why, "addresses")


def _take_addresses(form: AddressesForm) -> str | None:
    """Fetching is a job, be it one address: a slow site would hold up a thread that serves the desk."""
    text = form.addresses.data or ""
    finds = read_addresses(text)
    order = Order(addresses=text, granularity=form.granularity.data, leads=len(finds) == 1)
    if not order.leads:
        return start_import(order)
    if finds[0].problem:
        form.refuse(finds[0].problem, "addresses")
        return None
    return url_for(".arrive", job_id=request_import(order).id)


def _take_files(form: FilesForm) -> str | None:
    uploads = [upload for upload in form.files.data or [] if upload and upload.filename]
    if not uploads:
        form.refuse(_("Choose at least one file."), "files")
        return None
    try:
        kinds = [find_format(upload.filename) for upload in uploads]
        if len(uploads) == 1 and not holds_one_article(uploads[0].filename):
            return offer_finds(uploads[0].filename, _read(uploads[0]))
        claims = next(
            (u.filename for u, k in zip(uploads, kinds, strict=True) if k.gives in {CLAIMS, VERDICTS}), ""
        )
        if claims:
            raise BadInput(_("Bring “%(name)s” in on its own: it holds claims.", name=claims))
        files = tuple((upload.filename, put_arriving(tools().arriving, _read(upload))) for upload in uploads)
    except BadInput as error:
        form.refuse(str(error), "files")
        return None
    return start_import(Order(files=files, granularity=form.granularity.data))


def _take_fetched(form: FetchedForm, way: str) -> str | None:
    """A feed or a fact-check: brought here, read once so that its refusal is said beside it, then offered."""
    if not form.check_choice():
        return None
    try:
        if form.file.data:
            name = _end(form.file.data.filename or "", way)
            return offer_finds(name, _read(form.file.data))
        answer = tools().fetcher.fetch(form.url.data or "")
        check_status(answer)
        return offer_finds(f"{urlsplit(answer.final_url).hostname}{_ENDINGS[way]}", answer.body)
    except (BadInput, FetchError) as error:
        form.refuse(str(error), "file" if form.file.data else "url")
    return None


def _take_table(form: TableForm) -> str | None:
    upload = form.file.data
    if not upload or not upload.filename:
        form.refuse(_("Choose a table."), "file")
        return None
    try:
        if not upload.filename.lower().endswith(_EXTENSIONS["table"]):
            raise BadInput(_("Save the table as CSV, with a name that ends in .csv or .tsv."))
        data = _read(upload)
        run_apart(read_table, upload.filename, data)
    except BadInput as error:
        form.refuse(str(error), "file")
        return None
    return place_offer(upload.filename, data)


_TAKERS: dict[str, Any] = {
    "addresses": _take_addresses,
    "files": _take_files,
    "feed": lambda form: _take_fetched(form, "feed"),
    "table": _take_table,
    "fact-checks": lambda form: _take_fetched(form, "fact-checks"),
}


def _read(upload: FileStorage) -> bytes:
    """The upload's bytes, bounded by what its kind may have. Raises BadInput."""
    most = find_format(upload.filename or "").most_bytes
    data = upload.stream.read(most + 1)
    check_size(len(data), f"“{(upload.filename or '')[:80]}”", most)
    return data


def _end(name: str, way: str) -> str:
    """The file's name with an ending by which it is read as what it was given for."""
    fits = name.lower().endswith(_EXTENSIONS[way]) and find_format(name).gives != "one article"
    return name if fits else name + _ENDINGS[way]


def _context(way: str, form: Form) -> dict[str, Any]:
    return {"way": way, "form": form, "extensions": _EXTENSIONS[way], "most_bytes": most_bytes()}

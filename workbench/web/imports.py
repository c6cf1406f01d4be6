"""Bringing things in: by addresses, files, a feed, a table of claims, another desk's fact-checks.
What is then offered to be chosen from is in import_offers.py."""

from typing import Any
from urllib.parse import urlsplit

from flask import Blueprint, Response, flash, url_for
from flask_babel import gettext as _
from werkzeug.datastructures import FileStorage

from workbench.domain.errors import BadInput, FetchError
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
from workbench.services.arrivals import Terms
from workbench.services.arriving import put_arriving
from workbench.services.imports import Order, take_find
from workbench.web.access import needs
from workbench.web.current import db, queue, tools, user
from workbench.web.htmx import invalid, page, saved
from workbench.web.import_offers import offer_finds, place_offer, start_import

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
    return page("imports/new.html", **_context(way, FORMS[way]()))


@blueprint.post(_WAY)
@needs(Permission.WRITE)
def bring(way: str) -> Response:
    form = FORMS[way]()
    to = form.attempt(lambda: _TAKERS[way](form)) if form.validate() else None
    return saved(to) if to else invalid("imports/new.html", **_context(way, form))


def _take_addresses(form: AddressesForm) -> str | None:
    """One address is fetched at once, so that what refuses it is said beside it; several are a job."""
    text, granularity = form.addresses.data or "", form.granularity.data
    finds = read_addresses(text)
    if len(finds) != 1:
        return start_import(Order(addresses=text, granularity=granularity))
    taken = take_find(db(), tools(), finds[0], Terms(by=user().actor, granularity=granularity))
    if taken.item.outcome is Outcome.REFUSED:
        form.refuse(taken.item.why, "addresses")
        return None
    if taken.job_id is not None:
        queue().hand_over(taken.job_id)
    if taken.item.why:
        flash(taken.item.why, "warning")
    return url_for("articles.show", ref=taken.item.reference)


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

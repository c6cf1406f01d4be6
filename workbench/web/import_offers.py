"""What was found in something that was brought and waits: shown, chosen from, and then taken in."""

import json
import uuid
from dataclasses import asdict
from typing import Any

from flask import Blueprint, Response, request, url_for
from flask_babel import gettext as _

from workbench.domain.errors import BadInput, NotFound
from workbench.domain.roles import Permission
from workbench.forms.base import Form
from workbench.forms.imports import ChooseForm, ColumnsForm, read_places
from workbench.intake import find_format, holds_one_article, read_finds
from workbench.intake.apart import run_apart
from workbench.intake.formats import CLAIMS
from workbench.intake.table import read_claims, read_table
from workbench.intake.table_columns import COLUMNS, check_columns, guess_columns
from workbench.models import Job
from workbench.services.arriving import put_arriving
from workbench.services.imports import Order, ask_to_import
from workbench.web.access import needs
from workbench.web.current import engine, queue, tools, user
from workbench.web.htmx import invalid, page, saved
from workbench.web.once import name_job

blueprint = Blueprint("import_offers", __name__)

SHOWN_ROWS = 20  # of a table, before it is taken in
SHOWN_PROBLEMS = 50


@blueprint.get("/import/offer/<sha256>")
@needs(Permission.WRITE)
def offer(sha256: str) -> Response:
    """What was found in a file that waits: to be chosen from, or a table's columns to be named."""
    name = _read_name()
    if find_format(name).gives == CLAIMS:
        return page("imports/columns.html", "imports/_rows.html", **_load_table(sha256, name, ColumnsForm()))
    return page("imports/choose.html", **_load_finds(sha256, name, ChooseForm()))


@blueprint.post("/import/offer/<sha256>")
@needs(Permission.WRITE)
def take(sha256: str) -> Response:
    name = _read_name()
    if find_format(name).gives == CLAIMS:
        form: Form = ColumnsForm()
        found = _load_table(sha256, name, form)
        if form.validate() and found["rows"] is not None:
            return saved(start_import(Order(files=((name, sha256),), columns=found["mapped"])))
        return invalid("imports/columns.html", **found)
    choice = ChooseForm()
    chosen = read_places(request.form.getlist("chosen"))
    if choice.validate() and chosen:
        order = Order(
            files=((name, sha256),),
            chosen=chosen,
            fetch=bool(choice.fetch.data),
            granularity=choice.granularity.data,
        )
        return saved(start_import(order))
    if not chosen:
        choice.refuse(_("Choose at least one."))
    return invalid("imports/choose.html", **_load_finds(sha256, name, choice))


def start_import(order: Order) -> str:
    """The job that takes these things in, and the page that shows it."""
    return url_for("jobs.show", job_id=request_import(order).id)


def request_import(order: Order) -> Job:
    """The job that takes these things in, under way. The same save twice asks for one."""
    key = name_job()
    job_id = uuid.uuid5(key, json.dumps(asdict(order), sort_keys=True)) if key else None
    job = ask_to_import(engine(), order, by=user().actor, job_id=job_id)
    queue().hand_over(job.id)
    return job


def offer_finds(name: str, data: bytes) -> str:
    """Read once, so that what refuses it is said beside it; then offered. Raises BadInput."""
    if find_format(name).gives != CLAIMS:
        read_finds(name, data)
    return place_offer(name, data)


def place_offer(name: str, data: bytes) -> str:
    """Keep it until somebody has chosen, and answer where."""
    return url_for("import_offers.offer", sha256=put_arriving(tools().arriving, data), name=name)


def _read_name() -> str:
    name = request.form.get("name") or request.args.get("name", "")
    try:
        if holds_one_article(name):
            raise NotFound(_("There is nothing to choose from."))
    except BadInput:
        raise NotFound(_("There is nothing to choose from.")) from None
    return name


def _load_finds(sha256: str, name: str, form: ChooseForm) -> dict[str, Any]:
    form["name"].data = name
    finds = read_finds(name, tools().arriving.read(sha256))
    chosen = set(read_places(request.form.getlist("chosen"))) if request.method == "POST" else None
    ticked = [not find.problem and (chosen is None or place in chosen) for place, find in enumerate(finds)]
    return {
        "form": form,
        "name": name,
        "sha256": sha256,
        "finds": list(zip(finds, ticked, strict=True)),
        "fetched": any(find.is_address for find in finds),
        "claims": any(find.claim for find in finds),
    }


def _load_table(sha256: str, name: str, form: Form) -> dict[str, Any]:
    """The table with its columns as chosen, or as guessed before anything was chosen."""
    form["name"].data = name
    table = run_apart(read_table, name, tools().arriving.read(sha256))
    given = request.form if request.method == "POST" else request.args
    asked = any(column.field in given for column in COLUMNS)
    mapped = (
        {c.field: given[c.field] for c in COLUMNS if given.get(c.field)}
        if asked
        else guess_columns(table.headings)
    )
    rows = None
    try:
        check_columns(table.headings, mapped)
        rows = read_claims(table, mapped)
    except BadInput as error:
        if asked:
            form.refuse(str(error))
    return {
        "form": form,
        "name": name,
        "sha256": sha256,
        "columns": COLUMNS,
        "headings": [heading for heading in table.headings if heading],
        "mapped": mapped,
        "rows": rows,
        "shown": rows[:SHOWN_ROWS] if rows else (),
        "bad": [row for row in rows or () if row.problems],
        "most_bad": SHOWN_PROBLEMS,
        "refusal": " ".join(form.form_errors),
    }

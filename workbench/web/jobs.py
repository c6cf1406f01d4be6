"""Work that takes time: its list, one job with its bar and what came of it, stopping and trying again."""

import uuid
from dataclasses import replace
from datetime import datetime

from flask import Blueprint, Response, request, url_for
from flask_babel import gettext as _

from workbench.domain.roles import Permission
from workbench.jobs.kinds import KINDS
from workbench.queries import jobs as queries
from workbench.services import jobs as services
from workbench.services.job_work import JobKind
from workbench.web.access import needs
from workbench.web.current import db, engine, queue, sight
from workbench.web.htmx import page, saved

blueprint = Blueprint("jobs", __name__)


@blueprint.app_template_filter("job_kind")
def find_kind(key: str) -> JobKind | None:
    """What the table of kinds says, in the reader's language; None for a kind of an older version."""
    kind = KINDS.get(key)
    if kind is None:
        return None
    link = str(_(kind.link)) if kind.link else ""
    return replace(kind, title=_(kind.title), busy=_(kind.busy), done=_(kind.done), link=link)


@blueprint.get("/jobs")
@needs(Permission.READ)
def index() -> Response:
    rows, more = queries.list_jobs(db(), sight=sight(), before=_read_moment())
    return page("jobs/index.html", "jobs/_list.html", rows=rows, more=more)


@blueprint.get("/jobs/<uuid:job_id>")
@needs(Permission.READ)
def show(job_id: uuid.UUID) -> Response:
    return page("jobs/show.html", "jobs/_job.html", row=queries.get_job(db(), job_id, sight=sight()))


@blueprint.post("/jobs/<uuid:job_id>/cancel")
@needs(Permission.WRITE)
def cancel(job_id: uuid.UUID) -> Response:
    row = queries.get_job(db(), job_id, sight=sight())
    services.cancel_job(engine(), row.job)
    return _answer(job_id)


@blueprint.post("/jobs/<uuid:job_id>/retry")
@needs(Permission.WRITE)
def retry(job_id: uuid.UUID) -> Response:
    row = queries.get_job(db(), job_id, sight=sight())
    services.retry_job(engine(), row.job)
    queue().hand_over(job_id)
    return _answer(job_id)


def _answer(job_id: uuid.UUID) -> Response:
    row = queries.get_job(db(), job_id, sight=sight())
    return saved(url_for(".show", job_id=job_id), "jobs/_job.html", row=row)


def _read_moment() -> datetime | None:
    try:
        moment = datetime.fromisoformat(request.args.get("before", ""))
    except ValueError:
        return None
    return moment if moment.tzinfo else None

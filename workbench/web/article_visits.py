"""What was seen at an article's own address, and kept: one visit, its files, their chains of custody."""

import uuid

from flask import Blueprint, Response

from workbench.domain.roles import Permission
from workbench.models import Snapshot
from workbench.queries import captures as queries
from workbench.web import captured_pages
from workbench.web.access import needs
from workbench.web.articles import find_article
from workbench.web.current import db, files
from workbench.web.htmx import page
from workbench.web.kept_files import hand_out, hold_frame, show_files

blueprint = Blueprint("article_visits", __name__, url_prefix="/articles/<ref>/visits")


@blueprint.get("/<uuid:capture_id>")
@needs(Permission.READ)
def show(ref: str, capture_id: uuid.UUID) -> Response:
    article = find_article(ref)
    visit = queries.get_article_visit(db(), article, capture_id)
    shown = show_files(visit.files, "article_visits", ref=ref)
    return hold_frame(page("versions/visit.html", article=article, ref=ref, visit=visit, **shown))


@blueprint.get("/files/<uuid:snapshot_id>/image")
@needs(Permission.READ)
def image(ref: str, snapshot_id: uuid.UUID) -> Response:
    return captured_pages.show_image(files(), _find_file(ref, snapshot_id))


@blueprint.get("/files/<uuid:snapshot_id>/frame")
@needs(Permission.READ)
def frame(ref: str, snapshot_id: uuid.UUID) -> Response:
    return captured_pages.show_frame(files(), _find_file(ref, snapshot_id))


@blueprint.post("/files/<uuid:snapshot_id>/download")
@needs(Permission.READ)
def download(ref: str, snapshot_id: uuid.UUID) -> Response:
    return hand_out(_find_file(ref, snapshot_id))


def _find_file(ref: str, snapshot_id: uuid.UUID) -> Snapshot:
    return queries.get_article_file(db(), find_article(ref), snapshot_id)

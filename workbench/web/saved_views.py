"""The views of the claims list that a person keeps."""

import uuid

from flask import Blueprint, Response, request, url_for

from workbench.domain.roles import Permission
from workbench.services import saved_views as services
from workbench.web import origin
from workbench.web.access import needs
from workbench.web.current import engine, user
from workbench.web.htmx import saved

blueprint = Blueprint("saved_views", __name__)


@blueprint.post("/views")
@needs(Permission.READ)
def keep() -> Response:
    query = request.form.get("query", "")
    services.keep_view(engine(), user().id, request.form.get("name", ""), query)
    return saved(url_for("claim_list.index") + (f"?{query}" if query else ""))


@blueprint.post("/views/<uuid:view_id>/forget")
@needs(Permission.READ)
def forget(view_id: uuid.UUID) -> Response:
    services.forget_view(engine(), user().id, view_id)
    return saved(origin.page_before() or url_for("claim_list.index"))

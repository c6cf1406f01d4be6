"""For whatever watches over the server."""

from flask import Blueprint, Response

from workbench.domain.roles import Permission
from workbench.queries.desk import get_desk
from workbench.web import current
from workbench.web.access import needs

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
@needs(Permission.PUBLIC)
def healthz() -> Response:
    """ "ok" when the database answers; otherwise errors.py makes it a 503."""
    get_desk(current.db())
    return Response("ok\n", mimetype="text/plain")

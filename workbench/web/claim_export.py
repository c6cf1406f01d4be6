"""The whole of a list of claims as a file, however long: written while it is read."""

from collections.abc import Iterator
from datetime import UTC, datetime

from flask import Blueprint, Response, stream_with_context
from flask_babel import gettext as _

from workbench.database import open_session
from workbench.domain.errors import NotFound
from workbench.domain.roles import Permission
from workbench.exports import Exporter, list_formats
from workbench.queries.circularity import FileReader
from workbench.queries.claim_filter import ClaimFilter
from workbench.queries.report_streams import stream_report
from workbench.web.access import needs
from workbench.web.claim_list import read_filter
from workbench.web.current import engine, files, sight, user
from workbench.web.downloads import LOCKED

blueprint = Blueprint("claim_export", __name__)


@blueprint.get("/claims/all.<code>")
@needs(Permission.READ)
def download(code: str) -> Response:
    exporter = list_formats().get(code)
    if exporter is None or exporter.stream is None:
        raise NotFound(_("There is no such format for a whole list."))
    written = _write(exporter, read_filter(), user().name, _("Claims"), sight=sight(), read=files().read)
    pieces = stream_with_context(written)
    answer = Response(pieces, mimetype=exporter.media_type.partition(";")[0])
    answer.headers["Content-Disposition"] = f"attachment; filename=claims.{exporter.extension}"
    answer.headers["Content-Security-Policy"] = LOCKED
    return answer


def _write(
    exporter: Exporter, wanted: ClaimFilter, made_by: str, title: str, *, sight: bool, read: FileReader
) -> Iterator[bytes]:
    assert exporter.stream is not None  # noqa: S101 - the view asks for it
    # A session of its own: reading goes on after the request's view has answered.
    with open_session(engine()) as session:
        report = stream_report(
            session,
            wanted,
            title=title,
            made_by=made_by,
            made_at=datetime.now(UTC),
            sight=sight,
            read=read,
        )
        yield from exporter.stream(report)

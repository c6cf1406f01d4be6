"""One revision of the history, and its redaction."""

from typing import Any

from flask import Blueprint, Response, request

from workbench.domain.roles import Permission
from workbench.forms.actions import RedactForm
from workbench.queries import history as queries
from workbench.queries.history_texts import find_same_words
from workbench.queries.idempotency import describe_revision
from workbench.services.redactions import redact_revision
from workbench.web.access import needs
from workbench.web.current import db, user
from workbench.web.htmx import invalid, page, saved
from workbench.web.once import url_of

blueprint = Blueprint("history", __name__)


@blueprint.route("/history/<int:seq>/redact", methods=["GET", "POST"])
@needs(Permission.MANAGE)
def redact(seq: int) -> Response:
    entry = queries.get_entry(db(), seq)
    back = url_of(describe_revision(db(), seq))
    form = RedactForm()
    context: dict[str, Any] = {
        "entry": entry,
        "same": find_same_words(db(), seq),
        "form": form,
        "back": back,
        "never": lambda _permission: False,
    }
    if request.method != "POST":
        return page("history/redact.html", **context)
    if form.validate():
        form.attempt(lambda: redact_revision(db(), seq, reason=form.reason.data or "", person=user()))
    return invalid("history/redact.html", **context) if form.errors else saved(f"{back}#history")
